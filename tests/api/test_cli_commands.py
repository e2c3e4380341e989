"""`jorye search`, `show`, `ingest` and the usage of them all, each as a process at least once."""

import json
import sys

import pytest

from api.columns import cells

CONVENES = "seoul-ai-ordinance@2025-09-29/art-14/para-1"
ENGLISH, KOREAN = "The Chairperson shall convene", "위원장은 위원회의 회의를 소집"


def test_search_lists_provisions_best_first(jorye):
    ran = jorye("search", "Who convenes the AI Committee?", "--count", "3")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    scores = [float(line.split()[0]) for line in lines]
    assert len(lines) == 3
    assert CONVENES in lines[0]
    assert scores == sorted(scores, reverse=True)


def test_search_in_json_is_one_hit_a_line_from_the_text_of_the_day(here):
    ran = here("search", "smart city informatization committee", "--json", "--as-of", "2018-06-01")
    fields = {"id", "label", "text", "lang", "status", "authority", "deleted", "score", "coverage", "neighbours", "url"}
    assert [set(row) for row in ran.rows] == [fields] * 10
    versions = {row["id"].partition("@")[2][:10] for row in ran.rows if "@" in row["id"]}
    assert versions == {"2018-03-22"}


def test_search_in_json_that_finds_nothing_prints_nothing(here):
    ran = here("search", "qqxz zzx", "--json")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ([], [ENGLISH, KOREAN, "official translation", "비공식 번역"], []),
        (["--lang", "en"], [ENGLISH], [KOREAN]),
        (["--lang", "ko"], [KOREAN], [ENGLISH]),
    ],
)
def test_show_prints_one_language_or_both(jorye, options, shown, hidden):
    ran = jorye("show", "seoul-ai-ordinance/art-14/para-1", *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(CONVENES)
    assert [text for text in shown if text not in ran.out] == []
    assert [text for text in hidden if text in ran.out] == []


def test_show_prints_two_columns_of_a_hundred_cells_where_there_is_no_terminal(jorye):
    lines = jorye("show", "seoul-ai-ordinance/art-14/para-1").out.splitlines()
    assert {cells(line.partition("│")[0]) for line in lines if "│" in line} == {49}
    assert [line for line in lines if cells(line) > 100] == []
    assert [line for line in lines if "┼" in line] == ["─" * 49 + "┼" + "─" * 49]


@pytest.mark.parametrize(("columns", "two"), [("59", False), ("60", True), ("160", True), ("nonsense", True)])
def test_show_takes_the_width_that_it_is_told(here, columns, two):
    ran = here("show", "seoul-ai-ordinance/art-14/para-1", COLUMNS=columns)
    assert (ran.code, "│" in ran.out) == (0, two)


def test_show_in_json_says_where_the_words_come_from(jorye):
    shown = jorye("show", CONVENES, "--json").json
    assert (shown["id"], shown["deleted"], shown["children"]) == (CONVENES, None, [])
    assert (shown["amendments"], shown["amendments_below"], shown["comparisons"]) == ([], [], None)
    assert [each["lang"] for each in shown["renditions"]] == ["en", "ko"]
    fields = {"lang", "label", "heading", "text", "authority", "source", "line", "table", "calls"}
    assert [set(each) for each in shown["renditions"]] == [fields] * 2


@pytest.mark.parametrize("key", ["seoul-ai-ordinance/art-7", "seoul-ai-ordinance/art-6/para-2/sub-5"])
def test_show_of_a_deleted_provision_says_when_it_went_in_both_languages(here, key):
    out = here("show", key).out
    said = [
        "(deleted 2025-09-29",
        "2025. 9. 29. 삭제)",
        "Deleted 2025-09-29 (No. 9834)",
        "삭제 2025. 9. 29. (제9834호)",
    ]
    assert [text for text in said if text not in out] == []
    shown = here("show", key, "--json").json
    assert shown["deleted"] == "2025-09-29"
    assert [(each["action"], each["date"], each["ordinance"]) for each in shown["amendments"]] == [
        ("deleted", "2025-09-29", "9834")
    ]


def test_show_tells_the_amendments_of_the_units_in_an_article_apart(here):
    shown = here("show", "seoul-ai-ordinance@2025-09-29/art-8", "--json").json
    assert shown["amendments"] == []
    below = {each["id"].partition("art-8/")[2]: each["amendments"][0]["action"] for each in shown["amendments_below"]}
    assert below == {"para-2": "amended", "para-2/sub-4": "deleted"}


AGAINST = ["seoul-smart-city-ordinance@2018-03-22/art-7/para-2", "--against", "2019-03-28", "--lang", "en"]


def test_show_against_a_day_marks_what_changed(jorye):
    ran = jorye("show", *AGAINST)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{AGAINST[0]} → seoul-smart-city-ordinance@2019-03-28/art-7/para-2\n")
    assert "~ (2) The Committee shall be comprised of not more than [-31-]{+25+} members" in ran.out
    assert "An article bears another heading" in ran.out


def test_show_against_a_day_in_json_gives_both_wordings_back(here):
    shown = here("show", *AGAINST, "--json").json
    (comparison,) = shown["comparisons"]
    assert {each["code"] for each in comparison["warnings"]} >= {"whole_amendment", "headings_differ"}
    (unit,) = comparison["units"]
    old = "".join(span["text"] for span in unit["text"] if span["kind"] != "added")
    new = "".join(span["text"] for span in unit["text"] if span["kind"] != "removed")
    assert (unit["change"], old) == ("changed", shown["renditions"][0]["text"])
    assert new == here("show", unit["new"], "--lang", "en", "--json").json["renditions"][0]["text"]


def test_show_reads_an_id_without_a_version_as_of_a_day(here):
    ran = here("show", "seoul-smart-city-ordinance/art-7", "--as-of", "2018-06-01", "--json")
    assert ran.json["id"] == "seoul-smart-city-ordinance@2018-03-22/art-7"


def test_show_needs_no_index(jorye, tmp_path):
    ran = jorye("show", CONVENES, JORYE_HOME=tmp_path / "none")
    assert ran.code == 0
    assert not (tmp_path / "none").exists()


def test_ingest_leaves_an_index_that_is_there_alone(jorye, home, content, assistant):
    before = content(home)
    ran = jorye("ingest")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{len(assistant.law)} provisions of 7 works are indexed.\n"
    assert content(home) == before


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["ask", "--help"], ["serve", "--help"]])
def test_help_and_version_succeed(jorye, arguments):
    ran = jorye(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert "jorye" in ran.out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["bogus"], "bogus"),
        (["ask"], "QUESTION"),
        (["show"], "ID"),
        (["ask", "x", "--lang", "fr"], "--lang"),
        (["ask", "x", "--bogus"], "--bogus"),
        (["search", "x", "--count", "0"], "--count"),
        (["search", "x", "--lang", "fr"], "'ko', 'en'"),
        (["search", "x", "--status", "valid"], "'in_force', 'not_in_force'"),
        (["search", "x", "--work", "nothing"], "seoul-smart-city-ordinance"),
        (["serve", "--port", "99999"], "--port"),
    ],
)
def test_wrong_usage_ends_with_2_and_names_what_is_wrong(jorye, arguments, named):
    ran = jorye(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err.splitlines()[-1]


SEEN = "import json, sys\nfrom api.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
SEEN += "    code = end.code\nprint()\nprint(json.dumps([code, sorted(sys.modules)]))"
HEAVY = {"torch", "transformers", "sentence_transformers", "chromadb", "langchain_core", "langchain", "fastapi"}
OF_VECTORS = {"chromadb", "langchain_core"}


@pytest.mark.parametrize(
    ("arguments", "embedding", "unwanted"),
    [
        (["--help"], "kiwi", HEAVY | {"kiwipiepy", "numpy", "pydantic", "bm25s", "rag", "ingest"}),
        (["ask", "--help"], "kiwi", HEAVY | {"kiwipiepy", "numpy"}),
        (["show", CONVENES], "kiwi", HEAVY | {"kiwipiepy", "bm25s", "uvicorn"}),
        (["ask", "인공지능위원회 회의의 의사정족수는?"], "kiwi", HEAVY - OF_VECTORS | {"uvicorn"}),
        (["ask", "인공지능위원회 회의의 의사정족수는?"], "none", HEAVY | {"uvicorn"}),
        (["ask", "Article 14(2) of the AI ordinance"], "kiwi", HEAVY | {"uvicorn", "kiwipiepy", "bm25s"}),
    ],
)
def test_a_command_imports_only_what_it_needs(execute, home, arguments, embedding, unwanted):
    ran = execute([sys.executable, "-c", SEEN, *arguments], JORYE_HOME=home, JORYE_EMBEDDING=embedding)
    code, modules = json.loads(ran.out.splitlines()[-1])
    assert code == 0
    assert "api.cli" in modules
    assert unwanted & {name.partition(".")[0] for name in modules} == set()


def test_show_of_a_work_lists_its_versions_and_what_stands_in_it(here):
    lines = here("show", "seoul-ai-ordinance").out.splitlines()
    assert "2025-07-14  No. 9752, enactment (known by number only)" in lines
    assert "seoul-ai-ordinance@2025-09-29/art-14  제14조 (회의) · Article 14 (Meetings)" in lines
    shown = here("show", "--json", "seoul-smart-city-ordinance", "--as-of", "2018-06-01").json
    assert shown["version"] == "2018-03-22"
    assert [each["id"].rpartition("/")[2] for each in shown["contents"]][:2] == ["chapter-1", "art-1"]


@pytest.mark.parametrize(
    ("key", "day", "codes"),
    [
        ("seoul-ai-ordinance/art-8/para-4", "2025-08-01", {"text_not_held"}),
        ("seoul-ai-ordinance/art-7", "2025-08-01", {"text_changed"}),
        ("seoul-smart-city-ordinance/art-7/para-2", "2026-03-10", {"superseded_text"}),
        ("seoul-smart-city-ordinance/art-7/para-2", "2019-06-01", set()),
        ("seoul-smart-city-ordinance@2019-03-28/art-7/para-2", "2026-03-10", set()),
        ("seoul-ai-bill-review/sec-1", "2026-03-10", set()),
    ],
)
def test_show_warns_where_the_text_is_that_of_another_day(here, key, day, codes):
    warnings = here("show", "--json", key, "--as-of", day).json["warnings"]
    assert {each["code"] for each in warnings} == codes
    shown = here("show", key, "--as-of", day).out
    assert all(each["message"] in shown for each in warnings)

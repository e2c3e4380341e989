"""`jorye search`, `show`, `ingest` and the usage of them all, as processes."""

import json
import sys

import pytest

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


def test_search_in_json_is_one_hit_a_line_from_the_text_of_the_day(jorye):
    ran = jorye("search", "smart city informatization committee", "--json", "--as-of", "2018-06-01")
    fields = {"id", "label", "text", "lang", "score", "coverage", "url"}
    assert [set(row) for row in ran.rows] == [fields] * 10
    versions = {row["id"].partition("@")[2][:10] for row in ran.rows if "@" in row["id"]}
    assert versions == {"2018-03-22"}


def test_search_in_json_that_finds_nothing_prints_nothing(jorye):
    ran = jorye("search", "quux blargh fnord", "--json")
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


def test_show_in_json_says_where_the_words_come_from(jorye):
    shown = jorye("show", CONVENES, "--json").json
    assert (shown["id"], shown["deleted"], shown["children"]) == (CONVENES, None, [])
    assert [each["lang"] for each in shown["renditions"]] == ["en", "ko"]
    fields = {"lang", "label", "heading", "text", "authority", "source", "line"}
    assert [set(each) for each in shown["renditions"]] == [fields] * 2


@pytest.mark.parametrize("key", ["seoul-ai-ordinance/art-7", "seoul-ai-ordinance/art-6/para-2/sub-5"])
def test_show_of_a_deleted_provision_says_when_it_went(jorye, key):
    assert "(deleted 2025-09-29)" in jorye("show", key).out
    assert jorye("show", key, "--json").json["deleted"] == "2025-09-29"


def test_show_reads_an_id_without_a_version_as_of_a_day(jorye):
    ran = jorye("show", "seoul-smart-city-ordinance/art-7", "--as-of", "2018-06-01", "--json")
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


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], HEAVY | {"kiwipiepy", "numpy", "pydantic", "bm25s", "rag", "ingest"}),
        (["ask", "--help"], HEAVY | {"kiwipiepy", "numpy"}),
        (["show", CONVENES], HEAVY | {"kiwipiepy", "bm25s", "uvicorn"}),
        (["ask", "인공지능위원회 회의의 의사정족수는?"], HEAVY | {"uvicorn"}),
    ],
)
def test_a_command_imports_only_what_it_needs(execute, home, arguments, unwanted):
    ran = execute([sys.executable, "-c", SEEN, *arguments], JORYE_HOME=home)
    code, modules = json.loads(ran.out.splitlines()[-1])
    assert code == 0
    assert "api.cli" in modules
    assert unwanted & {name.partition(".")[0] for name in modules} == set()

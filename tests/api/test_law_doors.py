"""Every door reads the official texts: of `JORYE_LAW_DIR`, and of the folder below `JORYE_HOME`."""

import shutil
import sys

import httpx
import pytest
from register_form import OWN, as_xml

CITY, RULE = "seoul-smart-city-ordinance", "ordinance-2017704"
MEMBERS = f"{CITY}/art-7/para-2"


@pytest.fixture(scope="module")
def home_with_law(tmp_path_factory):
    """A home whose index, with vectors, is built once."""
    return tmp_path_factory.mktemp("home with law")


@pytest.fixture(scope="module")
def with_law(execute, script, law_dir, home_with_law):
    """Runs `jorye` with the official texts, as a process that is told nothing else."""
    return lambda *arguments: execute([script, *arguments], JORYE_HOME=home_with_law, JORYE_LAW_DIR=law_dir)


@pytest.fixture(scope="module")
def here_with_law(here, home_with_law, law_dir):
    """The same without a process."""
    return lambda *arguments: here(*arguments, JORYE_HOME=home_with_law, JORYE_LAW_DIR=law_dir, JORYE_EMBEDDING="kiwi")


@pytest.mark.parametrize(
    ("day", "number", "authority"), [("2026-03-10", "30명", "official"), ("2020-01-01", "25명", "unofficial_rendition")]
)
def test_show_reads_the_text_of_the_day(with_law, day, number, authority):
    ran = with_law("show", MEMBERS, "--as-of", day, "--lang", "ko", "--json")
    assert (ran.code, ran.err) == (0, "")
    (words,) = ran.json["renditions"]
    assert number in words["text"]
    assert words["authority"] == authority


def test_show_says_that_the_text_is_official(with_law):
    assert "공식 본문" in with_law("show", MEMBERS, "--as-of", "2026-03-10").out


def test_ask_search_and_ingest_read_it(with_law, here_with_law):
    asked = with_law("ask", "--json", "--as-of", "2026-03-10", "스마트도시 조례 제7조제2항")
    assert asked.json["citations"][0]["authority"] == "official"
    assert "superseded_text" not in {each["code"] for each in asked.json["warnings"]}
    found = here_with_law("search", "--json", "--as-of", "2026-03-10", "위원회 조례 시행규칙 화상회의")
    assert RULE in {row["id"].partition("@")[0] for row in found.rows}
    assert " 8 works are indexed." in here_with_law("ingest").out


@pytest.mark.slow
def test_the_http_door_reads_it(execute, law_dir, tmp_path):
    code = (
        "import os, sys\nfrom fastapi.testclient import TestClient\nfrom api.app import create_app\n"
        "from rag.assistant import open_assistant\nfrom rag.settings import Settings\n"
        "app = create_app(open_assistant(Settings.from_environment(os.environ), lambda p, _: p))\n"
        f"print(TestClient(app).get('/v1/provisions/{MEMBERS}?as_of=2026-03-10').text)\n"
    )
    ran = execute([sys.executable, "-c", code], JORYE_HOME=tmp_path, JORYE_LAW_DIR=law_dir)
    assert "30명" in ran.out


@pytest.mark.slow
def test_the_evaluation_reads_it_unless_it_is_told_to_ask_of_the_package(execute, home, law_dir, tmp_path):
    module = [sys.executable, "-m", "eval", "--json"]
    alone = execute(module, JORYE_HOME=home)
    package = execute([*module, "--package"], JORYE_HOME=home, JORYE_LAW_DIR=law_dir)
    assert (package.code, package.json) == (0, alone.json)
    assert execute(module, JORYE_HOME=tmp_path, JORYE_LAW_DIR=law_dir).json != alone.json


def test_texts_below_the_home_are_read_without_further_settings(execute, script, tmp_path):
    (tmp_path / "law").mkdir()
    text = (OWN / "smart-city_9889_2025-09-29.md").read_text(encoding="utf-8")
    (tmp_path / "law" / "2000663_2025-09-29_9889.xml").write_text(as_xml(text), encoding="utf-8")
    ran = execute([script, "show", MEMBERS, "--as-of", "2026-03-10", "--json"], JORYE_HOME=tmp_path)
    assert "30명" in ran.json["renditions"][0]["text"]
    assert ran.json["renditions"][0]["source"] == "2000663_2025-09-29_9889.xml"


def test_ingest_takes_a_folder_of_texts_in_for_good(jorye, here, own_law, tmp_path):
    ran = jorye("ingest", "--law-dir", own_law, JORYE_HOME=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert " 8 works are indexed." in ran.out
    assert sorted(path.name for path in tmp_path.glob("law/*")) == [
        "2000663_2025-09-29_9889.md",
        "2004796_2025-01-03_9487.md",
        "2017704_2023-10-19_4591.md",
        "2254786_2025-09-29_9834.md",
        "2256452_2025-09-29_9834.md",
    ]
    assert "30명" in here("show", MEMBERS, "--as-of", "2026-03-10", JORYE_HOME=tmp_path).out
    again = here("ingest", "--law-dir", own_law, JORYE_HOME=tmp_path, JORYE_LAW_DIR=own_law)
    assert (again.code, again.out.splitlines()[1:]) == (0, ran.out.splitlines()[1:])
    assert (ran.out[:2], again.out[:2]) == ("5 ", "0 ")


def test_ingest_takes_nothing_in_where_one_text_is_bad(execute, script, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(OWN / "committees_9487_2025-01-03.md", texts)
    (texts / "broken.md").write_text("---\n자치법규ID: '1'\n", encoding="utf-8")
    ran = execute([script, "ingest", "--law-dir", texts], JORYE_HOME=tmp_path / "home")
    assert ran.refused(1), ran
    assert f"{texts}/broken.md, line 1" in ran.err
    assert not (tmp_path / "home").exists()
    assert execute([script, "ingest", "--law-dir", tmp_path / "none"], JORYE_HOME=tmp_path / "home").refused(2)


@pytest.mark.parametrize("place", ["/no/such/folder", "~no-such-person/law", "/dev/null", "x" * 5000])
@pytest.mark.parametrize("command", [["show", MEMBERS], ["ask", "?"], ["ingest"], ["sync"]])
def test_a_folder_of_texts_that_is_none_is_one_clear_line(jorye, here, place, command):
    ran = (jorye if place == "/dev/null" else here)(*command, JORYE_LAW_DIR=place)
    assert ran.refused(ran.code), ran
    assert ran.code in (1, 2)
    assert "JORYE_LAW_DIR" in ran.err


def test_an_unset_or_blank_folder_is_none(here):
    assert "비공식 번역" in here("show", "seoul-ai-ordinance/art-14/para-1", JORYE_LAW_DIR=" ").out


@pytest.mark.parametrize("command", [["show", MEMBERS], ["ask", "인공지능위원회"], ["ingest", "--rebuild"]])
def test_a_bad_text_is_one_clear_line_and_the_index_stays(jorye, home, content, tmp_path, command):
    shutil.copy(OWN / "committees_9487_2025-01-03.md", tmp_path)
    (tmp_path / "broken.md").write_text("---\n자치법규ID: '1'\n", encoding="utf-8")
    before = content(home)
    ran = jorye(*command, JORYE_LAW_DIR=tmp_path)
    assert ran.refused(1), ran
    assert f"{tmp_path}/broken.md, line 1" in ran.err
    assert content(home) == before


def test_the_index_is_another_with_the_texts_and_the_same_again_without(here, own_law, tmp_path):
    question = "인공지능위원회 회의의 의사정족수는?"
    for law in ("", own_law, "", own_law):
        assert here("ask", question, JORYE_HOME=tmp_path, JORYE_LAW_DIR=law).code == 0
    assert len([*tmp_path.glob("index/*/manifest.json")]) == 2


def test_httpx_is_not_loaded_to_read_texts(execute, law_dir, tmp_path):
    code = "import sys\nfrom api.cli import main\ntry:\n    main()\nexcept SystemExit:\n    print(sorted(sys.modules))"
    ran = execute([sys.executable, "-c", code, "show", MEMBERS], JORYE_HOME=tmp_path, JORYE_LAW_DIR=law_dir)
    assert "'ingest.readers.register_xml'" in ran.out
    assert f"'{httpx.__name__}'" not in ran.out

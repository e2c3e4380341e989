"""Data directories that cannot be used, and indexes that are missing, locked, read-only or damaged."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from filelock import FileLock

QUESTION = "Who convenes the AI Committee?"
CONVENES = "seoul-ai-ordinance@2025-09-29/art-14/para-1"

# Runs a command as one that file permissions bind, root or not: drops CAP_DAC_OVERRIDE (1) from what it may get.
BOUND_BY_PERMISSIONS = """
import ctypes, os, sys
if os.geteuid() == 0:
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def copied(home, to, *, vectors) -> Path:
    """A copy of the data directory with the one index that has vectors, or with the one that has none."""
    others = [each.name for each in (home / "index").iterdir() if (each / "vectors").is_dir() is not vectors]
    return Path(shutil.copytree(home, to, ignore=lambda _folder, names: set(names) & set(others)))


@pytest.fixture
def copy(home, tmp_path) -> Path:
    """A copy of the data directory, with an index of words alone, that a test may spoil."""
    return copied(home, tmp_path / "home", vectors=False)


@pytest.fixture(params=["none", "kiwi"], ids=["words alone", "with vectors"])
def frozen(copy, here, request):
    """The copy, with the index of an embedding, and everything in it closed to writing; the embedding."""
    assert here("ingest", JORYE_HOME=copy, JORYE_EMBEDDING=request.param).code == 0
    closed = [copy, *copy.rglob("*")]
    for each in closed:
        each.chmod(0o555)
    yield copy, request.param
    for each in closed:
        each.chmod(0o755)


@pytest.fixture
def bound(execute, script, tmp_path):
    """Runs `jorye` so that read-only folders are read-only to it; skips where that cannot be had."""
    launcher = [sys.executable, "-c", BOUND_BY_PERMISSIONS]
    probe = tmp_path / "probe"
    probe.mkdir(mode=0o555)
    if execute([*launcher, shutil.which("mkdir"), probe / "written"]).code == 0:
        pytest.skip("this user may write into read-only folders, so the case cannot be set up")

    return lambda *arguments, **variables: execute([*launcher, script, *arguments], **variables)


@pytest.mark.parametrize("below", ["", "below"])
def test_a_home_that_is_a_file_or_below_one(jorye, tmp_path, below):
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    ran = jorye("ask", QUESTION, JORYE_HOME=file / below)
    assert ran.refused(1), ran
    assert "JORYE_HOME" in ran.err
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_home_below_a_folder_that_takes_no_files(jorye):
    assert jorye("ask", QUESTION, JORYE_HOME="/proc/jorye").refused(1)


@pytest.mark.parametrize("place", ["~no-such-person/jorye", "x" * 5000], ids=["no such person", "too long"])
def test_a_home_that_is_no_place(jorye, place):
    ran = jorye("ask", QUESTION, JORYE_HOME=place)
    assert ran.refused(ran.code), ran
    assert ran.code in (1, 2)


@pytest.mark.slow  # imports torch
@pytest.mark.parametrize("name", ["/no-such-folder/no model", "/no-such-folder", "no model", "/dev/null"])
def test_an_embedding_that_is_not_there(jorye, copy, content, name):
    before = content(copy)
    ran = jorye("ask", QUESTION, JORYE_HOME=copy, JORYE_EMBEDDING=name)
    assert ran.refused(2), ran
    assert "JORYE_EMBEDDING" in ran.err
    assert content(copy) == before


def test_a_missing_index_is_built_by_default_in_the_person_s_data_directory(jorye, tmp_path):
    person = tmp_path / "새 사람"
    ran = jorye("ask", QUESTION, JORYE_HOME=" ", HOME=person, XDG_DATA_HOME=person / "data")
    assert (ran.code, ran.err) == (0, "")
    assert CONVENES in ran.out
    assert len([*person.rglob("jorye/index/*/manifest.json")]) == 1


def test_a_damaged_index_is_refused_file_by_file_and_left_as_it_is(jorye, here, home, tmp_path, content):
    names = list(content(copied(home, tmp_path / "sound", vectors=True) / "index"))
    (database,) = (name for name in names if name.endswith(".sqlite3"))
    assert len(names) >= 4

    def refuses(name: str) -> bool:
        spoiled = copied(home, tmp_path / name.replace("/", "-"), vectors=True)
        file = spoiled / "index" / name
        os.truncate(file, file.stat().st_size // 2)
        before = content(spoiled)
        run = jorye if name == database else here
        ran = run("ask", QUESTION, JORYE_HOME=spoiled, JORYE_EMBEDDING="kiwi")
        return ran.refused(1) and "jorye ingest --rebuild" in ran.err and content(spoiled) == before

    assert {name: refuses(name) for name in names} == dict.fromkeys(names, True)


@pytest.mark.parametrize("manifest", ["[]", '{"files": []}', '{"files": null}'])
def test_a_manifest_that_is_no_manifest_is_damage(here, copy, manifest):
    (file,) = copy.glob("index/*/manifest.json")
    file.write_text(manifest, encoding="utf-8")
    ran = here("ask", QUESTION, JORYE_HOME=copy)
    assert ran.refused(1), ran


def test_rebuilding_mends_a_damaged_index_and_sweeps_what_was_left_half_built(jorye, here, copy, content):
    sound = content(*(copy / "index").iterdir())
    (words,) = copy.glob("index/*/words.npy")
    words.write_bytes(b"")
    (copy / "index" / ".building-1").mkdir()
    assert jorye("ingest", JORYE_HOME=copy).refused(1)
    assert words.read_bytes() == b""
    assert jorye("ingest", "--rebuild", JORYE_HOME=copy).code == 0
    assert content(*(copy / "index").iterdir()) == sound
    assert CONVENES in here("ask", QUESTION, JORYE_HOME=copy).out


def test_a_read_only_index_answers_and_is_not_rebuilt(bound, frozen, content):
    home, embedding = frozen
    before, settings = content(home), {"JORYE_HOME": home, "JORYE_EMBEDDING": embedding}
    assert CONVENES in bound("ask", QUESTION, **settings).out
    assert bound("ingest", "--rebuild", **settings).refused(1)
    assert content(home) == before


def test_while_another_process_builds_asking_goes_on_and_building_is_refused(jorye, copy):
    with FileLock(copy / "index.lock"):
        building = jorye("ingest", "--rebuild", JORYE_HOME=copy)
        asking = jorye("ask", QUESTION, JORYE_HOME=copy)
    assert building.refused(1), building
    assert "Another process" in building.err
    assert CONVENES in asking.out

"""Builders that are killed for real, at any seam and at any moment: the old index answers, the next build succeeds."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from killed_builder import WHAT, Wheel

from corpus.errors import StorageError
from ingest.index import build_index, open_index
from ingest.morphemes import Morphemes

BUILDER = Path(__file__).parents[1] / "killed_builder.py"
PATIENCE = 120  # seconds until a hung builder is given up; says nothing about speed
AT_SEAMS, AT_MOMENTS = 20, 12

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def old_home(tmp_path_factory):
    """A data directory with the old index."""
    home = tmp_path_factory.mktemp("old")
    build_index(home, WHAT["old"], Morphemes(), Wheel(), lambda passages, _: passages)
    return home


@pytest.fixture
def home(old_home, tmp_path):
    return Path(shutil.copytree(old_home, tmp_path / "home"))


@pytest.fixture(scope="module")
def start(environment, root):
    """Starts a builder; it has begun when this returns."""

    def begin(home, what, seam=0, sent=signal.SIGKILL):
        command = [sys.executable, BUILDER, home, what, str(seam), str(int(sent))]
        variables = environment | {"PYTHONPATH": str(root)}
        builder = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True)
        assert builder.stdout.readline() == "begins\n"
        return builder

    return begin


def _ended(builder):
    said, _ = builder.communicate(timeout=PATIENCE)
    return builder.returncode, said


def _answers(home, what):
    index = open_index(home, WHAT[what])
    first = int(index.passages[0].key)
    assert len(index.words) == len(index.passages) == 400
    assert list(index.dense.nearest([1.0, (first + 0.1) / 500], 1)) == [0]
    assert index.lexical.get_scores([str(first + 7)]).argmax() == 7
    assert index.term_words == ((("quorum",), ("major",)),)


def _is_unharmed(home):
    _answers(home, "old")
    if open_index(home, WHAT["new"]) is not None:  # killed when all but the sweeping was done
        _answers(home, "new")
    build_index(home, WHAT["new"], Morphemes(), Wheel(), lambda passages, _: passages)
    _answers(home, "new")
    _answers(home, "old")
    assert len(list((home / "index").iterdir())) == 2
    assert {each.name for each in home.iterdir()} == {"index", "index.lock"}


@pytest.mark.parametrize("what", ["old", "new"], ids=["rebuilding", "building"])
def test_killed_at_any_seam(start, old_home, tmp_path, what):
    spare = Path(shutil.copytree(old_home, tmp_path / "spare"))
    code, seams = _ended(start(spare, what))
    assert (code, int(seams) > AT_SEAMS) == (0, True)
    for number in range(AT_SEAMS):
        home = Path(shutil.copytree(old_home, tmp_path / str(number)))
        code, _ = _ended(start(home, what, 1 + number * (int(seams) - 1) // (AT_SEAMS - 1)))
        assert code == -signal.SIGKILL
        _is_unharmed(home)


def test_killed_at_any_moment(start, old_home, tmp_path):
    spare = Path(shutil.copytree(old_home, tmp_path / "spare"))
    builder = start(spare, "new")
    began = time.monotonic()
    assert _ended(builder)[0] == 0
    lasts = time.monotonic() - began
    for number in range(AT_MOMENTS):
        home = Path(shutil.copytree(old_home, tmp_path / str(number)))
        builder = start(home, "new")
        time.sleep(lasts * number / AT_MOMENTS)
        builder.kill()
        assert _ended(builder)[0] in (0, -signal.SIGKILL)
        _is_unharmed(home)


def test_while_one_builds_another_is_refused_and_the_old_index_answers(start, home):
    halfway = start(home, "new", 12, signal.SIGSTOP)
    os.waitpid(halfway.pid, os.WUNTRACED)
    try:
        _answers(home, "old")
        with pytest.raises(StorageError, match="Another process is building"):
            build_index(home, WHAT["new"], Morphemes(), Wheel(), lambda passages, _: passages)
    finally:
        halfway.send_signal(signal.SIGCONT)
    assert _ended(halfway)[0] == 0
    _answers(home, "new")

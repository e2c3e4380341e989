import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from corpus.errors import StorageError
from ingest.private_copy import private_copy

HOLD = """
import sys
from pathlib import Path
from ingest.private_copy import private_copy

class Owner: pass

owner = Owner()
print(private_copy(Path(sys.argv[1]), owner), flush=True)
sys.stdin.read()
"""


class Owner:
    """Something that copies can belong to."""


@pytest.fixture
def source(tmp_path):
    (tmp_path / "source" / "below").mkdir(parents=True)
    (tmp_path / "source" / "one").write_text("1")
    (tmp_path / "source" / "below" / "two").write_text("2")
    return tmp_path / "source"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The folder that temporary ones are made in."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.fixture
def hold(environment, root, place, source):
    """Starts a process that holds a copy; its folder among the temporary ones."""

    def start():
        variables = environment | {"PYTHONPATH": str(root), "TMPDIR": str(place)}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        process = subprocess.Popen([sys.executable, "-c", HOLD, source], env=variables, **pipes)
        return process, Path(process.stdout.readline().strip()).parent

    return start


def _old(folder):
    os.utime(folder, (1e9, 1e9))


def test_a_copy_is_written_to_and_goes_with_its_owner(source, place):
    owner = Owner()
    copy = private_copy(source, owner)
    assert {each.relative_to(copy).as_posix() for each in copy.rglob("*")} == {"one", "below", "below/two"}
    (copy / "one").write_text("changed")
    assert (source / "one").read_text() == "1"
    assert copy.is_relative_to(place)
    del owner
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("sent", [None, signal.SIGKILL], ids=["ended", "killed"])
def test_the_copy_of_a_process_that_is_no_more_is_removed(hold, source, place, sent):
    process, copy = hold()
    assert copy.is_dir()
    if sent:
        process.send_signal(sent)
    process.communicate("")
    assert copy.exists() == bool(sent)
    if sent:
        _old(copy)
        owner = Owner()
        mine = private_copy(source, owner)
        assert list(place.iterdir()) == [mine.parent]


def test_the_copy_of_another_process_stays_however_old(hold, source):
    process, copy = hold()
    _old(copy)
    owner = Owner()
    private_copy(source, owner)
    assert (copy / "files" / "one").read_text() == "1"
    process.communicate("")


def test_what_has_no_lock_yet_or_is_young_or_of_others_stays(source, place):
    for name in ("jorye-copy-unlocked", "jorye-copy-young", "else"):
        (place / name).mkdir()
    (place / "jorye-copy-young" / "owner.lock").touch()
    _old(place / "jorye-copy-unlocked")
    owner = Owner()
    private_copy(source, owner)
    assert len(list(place.iterdir())) == 4


def test_where_there_is_no_room_for_copies_the_setting_is_named(source, place):
    place.rmdir()
    with pytest.raises(StorageError, match="TMPDIR") as caught:
        private_copy(source, Owner())
    assert str(source) in str(caught.value)
    assert "\n" not in str(caught.value)

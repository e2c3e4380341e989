"""Private copies of folders, for a library that writes into what it reads."""

import shutil
import tempfile
import weakref
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import StorageError

_PREFIX, _LOCK, _FILES = "jorye-copy-", "owner.lock", "files"
_YOUNG = 60.0


def private_copy(source: Path, owner: object) -> Path:
    """A temporary copy of a folder that is removed with its owner; raises StorageError.

    Copies of processes that were killed are removed as well: their locks are free.
    """
    try:
        place = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = FileLock(place / _LOCK)
        weakref.finalize(owner, _remove, place, lock)
        lock.acquire()
        for path in (each for each in source.rglob("*") if each.is_file()):
            copy = place / _FILES / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        _sweep(place)
    except OSError as error:
        problem = f"{source} cannot be copied to a temporary folder: {error.strerror or error}."
        raise StorageError(f"{problem} Set TMPDIR to a folder that has room.") from error
    return place / _FILES


def _sweep(mine: Path) -> None:
    """Remove copies that nobody holds, but for those so young that they may not be held yet."""
    for place in mine.parent.glob(f"{_PREFIX}*"):
        try:
            if mine.stat().st_mtime - place.stat().st_mtime > _YOUNG and (place / _LOCK).exists():
                with FileLock(place / _LOCK, timeout=0):
                    shutil.rmtree(place, ignore_errors=True)
        except (OSError, Timeout):
            continue


def _remove(place: Path, lock: FileLock) -> None:
    lock.release()
    shutil.rmtree(place, ignore_errors=True)

"""The texts in `<home>/law`: each is written beside its place and moved there when it is complete."""

import os
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import StorageError

_TEMPORARY = ".syncing-"


def is_stored(home: Path, name: str, text: str) -> bool:
    """Whether a text is stored under a name as it is."""
    try:
        return (home / "law" / name).read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def store(home: Path, texts: Mapping[str, str]) -> None:
    """Store texts under their names, each whole or not at all; raises StorageError."""
    folder = home / "law"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "law.lock", timeout=0):
            for left in folder.glob(f"{_TEMPORARY}*"):
                left.unlink()
            written = [(_written(folder, name, text), folder / name) for name, text in texts.items()]
            for temporary, place in written:
                temporary.replace(place)
    except Timeout as error:
        raise StorageError(f"Another process stores texts below {home}; try again when it is done.") from error
    except OSError as error:
        problem = f"The texts cannot be written below {home}: {error.strerror or error}."
        raise StorageError(f"{problem} Set JORYE_HOME to a folder that can be written.") from error


def _written(folder: Path, name: str, text: str) -> Path:
    temporary = folder / f"{_TEMPORARY}{os.getpid()}-{name}"
    with temporary.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return temporary

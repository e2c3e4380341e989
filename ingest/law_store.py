"""The texts in `<home>/law`, one file a version: written beside its place and moved there when it is complete."""

import os
from collections.abc import Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import SourceError, StorageError
from corpus.manifest import decode
from corpus.register import Entry
from ingest.law_folder import READERS, catalogued, documents, shown

_TEMPORARY = ".syncing-"


def text_name(entry: Entry, suffix: str) -> str:
    """The name under which a version is stored: by register id, day of effect and number."""
    return f"{entry.register_id}_{entry.effective}_{entry.number or 0}{suffix}"


def adopt(home: Path, folder: Path) -> int:
    """Store all texts of a folder as they are, and tell how many are new; raises SourceError and StorageError.

    The folder's texts must be read without error before.
    """
    named = ((text_name(catalogued(each)[0], Path(each.file).suffix.lower()), each) for each in documents([folder]))
    if not any(True for _ in documents([folder])):
        raise SourceError(shown(folder), 1, f"holds no text; expected files {' or '.join(READERS)}")
    texts = {name: decode(each.file, each.data) for name, each in named}
    new = {name: text for name, text in texts.items() if not is_stored(home, name, text)}
    if new:
        store(home, new)
    return len(new)


def is_stored(home: Path, name: str, text: str) -> bool:
    """Whether a text is stored under a name as it is."""
    try:
        return (home / "law" / name).read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def store(home: Path, texts: Mapping[str, str]) -> None:
    """Store texts under their names, each whole or not at all; raises StorageError.

    A text of the same version in the other form gives way.
    """
    folder = home / "law"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "law.lock", timeout=0):
            for left in folder.glob(f"{_TEMPORARY}*"):
                left.unlink()
            written = [(_written(folder, name, text), folder / name) for name, text in texts.items()]
            for temporary, place in written:
                temporary.replace(place)
                for other in READERS.keys() - {place.suffix}:
                    place.with_suffix(other).unlink(missing_ok=True)
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

"""Where indexes lie below a data directory: complete ones by fingerprint and number, unfinished ones hidden."""

import os
import shutil
from pathlib import Path

from corpus.errors import StorageError
from ingest.chroma import Store
from ingest.index.files import read_json

KEPT = 3
ON_SERVER = "collection.json"


def complete(home: Path) -> list[Path]:
    """The folders of all complete indexes, newest first."""
    return sorted(_complete(home), key=lambda each: (each.stat().st_mtime_ns, each.name), reverse=True)


def newest(home: Path, fingerprint: str) -> Path | None:
    """The folder of the index of a fingerprint, the last one where it was built several times; None if never."""
    numbers = [_number(each) for each in _complete(home) if each.name.partition("-")[0] == fingerprint]
    return _numbered(home, fingerprint, max(numbers)) if numbers else None


def following(home: Path, fingerprint: str) -> Path:
    """The folder that the next index of a fingerprint will have."""
    last = newest(home, fingerprint)
    return _numbered(home, fingerprint, _number(last) + 1 if last else 1)


def begin(home: Path) -> Path:
    """A new hidden folder to build in."""
    folder = home / "index" / f".building-{os.getpid()}"
    folder.mkdir()
    return folder


def sweep(home: Path, built: Path | None = None) -> None:
    """Remove what killed processes left, and all complete indexes but the one just built and the newest few.

    Another process may still read one of those, or use it with its own settings; of several indexes of one
    fingerprint only the last is of use.
    """
    kept: list[str] = []
    for folder in sorted(complete(home), key=lambda each: each != built):
        fingerprint = folder.name.partition("-")[0]
        if fingerprint in kept or len(kept) == KEPT:
            folder.rename(folder.with_name(f".swept-{folder.name}"))
        else:
            kept.append(fingerprint)
    for folder in [each for each in (home / "index").iterdir() if each.name.startswith(".")]:
        _drop_collection(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _complete(home: Path) -> list[Path]:
    try:
        return [each for each in (home / "index").iterdir() if not each.name.startswith(".") and each.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []


def _drop_collection(folder: Path) -> None:
    """Delete the collection that a folder has on a server, as far as that can be reached."""
    try:
        told = read_json(folder / ON_SERVER)
        Store(told["url"]).drop(told["name"])
    except (OSError, ValueError, KeyError, TypeError, StorageError):
        return


def _numbered(home: Path, fingerprint: str, number: int) -> Path:
    return home / "index" / f"{fingerprint}-{number}"


def _number(folder: Path) -> int:
    number = folder.name.partition("-")[2]
    return int(number) if number.isdecimal() else 0

"""The files of an index: written to the disk for good, and what was written told from what is found."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from corpus.errors import MEND, DamagedIndexError

MANIFEST = "manifest.json"


def seal(folder: Path, about: dict[str, Any]) -> None:
    """Complete a folder by its manifest: what it is, and the SHA-256 of each file; all of it reaches the disk."""
    whole = about | {"files": _checksums(folder)}
    write_json(folder / MANIFEST, whole | {"seal": _seal_of(whole)})
    for path in folder.rglob("*"):
        if path.is_file():
            _to_disk(path)


def write_json(path: Path, value: object) -> None:
    """Write a value as one line of JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def read_json(path: Path) -> Any:  # noqa: ANN401 - JSON has no type
    """The value that `write_json` wrote."""
    return json.loads(path.read_text(encoding="utf-8"))


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a complete folder; raises DamagedIndexError where it is missing or no manifest."""
    try:
        about: Any = read_json(folder / MANIFEST)
        if isinstance(about, dict) and about.pop("seal", None) == _seal_of(about):
            return about
    except (FileNotFoundError, ValueError):
        pass
    raise DamagedIndexError(f"The index in {folder} has no readable {MANIFEST}. {MEND}")


def verify(folder: Path) -> dict[str, Any]:
    """The manifest of a folder whose files are as they were written; else DamagedIndexError."""
    about = manifest(folder)
    known, found = about["files"], _checksums(folder)
    wrong = sorted(name for name in {*known, *found} if known.get(name) != found.get(name))
    if wrong:
        raise DamagedIndexError(f"{', '.join(wrong)} in {folder} is not what was written there. {MEND}")
    return about


def _seal_of(about: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()


def _checksums(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST]
    return {path.relative_to(folder).as_posix(): _checksum(path) for path in files}


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

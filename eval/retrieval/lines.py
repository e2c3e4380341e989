"""The lines of a file of a collection, with the number that a fault is told by."""

import codecs
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.errors import SourceError, UsageError

_LONGEST = 60


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers; raises UsageError, and SourceError where it is not UTF-8."""
    try:
        raw = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(str(path), number, "this is not UTF-8; save the file as UTF-8.") from error
    # Only \n ends a line: a text may hold the other line ends of Unicode.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.strip("\r")


def objects(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The JSON objects of a file, one a line, with the numbers of their lines; raises as `lines`, and SourceError."""
    for number, line in lines(path):
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
            raise SourceError(str(path), number, f"expected one JSON object, but: {reason}.") from error
        if not isinstance(found, dict):
            raise SourceError(str(path), number, "expected one JSON object, but it is something else.")
        yield number, found


def in_short(told: str) -> str:
    """Foreign words as a message can hold them: on one line, at most 60 characters."""
    folded = " ".join(told.split())
    return folded if len(folded) <= _LONGEST else f"{folded[: _LONGEST - 1]}…"


def key_of(path: Path, number: int, found: Mapping[str, Any]) -> str:
    """What an object is called by: its `_id` or `id`, text or a whole number; raises SourceError."""
    key = found.get("_id", found.get("id"))
    if isinstance(key, int) and not isinstance(key, bool):
        return str(key)
    if not isinstance(key, str) or not key.strip():
        raise SourceError(str(path), number, 'expected an "_id" or "id" that is text or a whole number.')
    return key.strip()


def text_of(path: Path, number: int, found: Mapping[str, Any], name: str, *, needed: bool) -> str:
    """The text of a field; empty when it is not there and not needed; raises SourceError."""
    text = found.get(name)
    if text is None and not needed:
        return ""
    if not isinstance(text, str):
        raise SourceError(str(path), number, f'expected a "{name}" that is text.')
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise SourceError(str(path), number, f'"{name}" holds half of a surrogate pair, which is no letter.')
    return text

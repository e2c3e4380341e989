"""The head of a Markdown file: lines `key: value` between two lines of three dashes."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from corpus.errors import SourceError

_FENCE = "---"
_FIELD = re.compile(r"(?P<key>[^\s:#'\"-][^:]*):(?:\s+(?P<value>.*))?")
_QUOTES = ("'", '"')


class Field(NamedTuple):
    """A value and its line."""

    value: str
    line: int


def body(text: str) -> Iterator[tuple[int, str]]:
    """The lines below the head that are not blank, with their numbers."""
    lines = text.splitlines()
    below = _end(lines) + 1
    return ((number, line) for number, line in enumerate(lines[below:], start=below + 1) if line.strip())


def fields(file: str, text: str) -> Mapping[str, Field]:
    """The values by their keys, without lists and what is nested; raises SourceError where there is no head.

    A value in quotes may go on over indented lines, as writers of YAML fold it.
    """
    lines = text.splitlines()
    end = _end(lines)
    if end < 0:
        raise SourceError(file, 1, "begins with no head between two lines ---, which names the ordinance")
    found: dict[str, Field] = {}
    for number, line in enumerate(lines[1:end], start=2):
        if told := _FIELD.fullmatch(line.rstrip()):
            value = (told["value"] or "").strip()
            found[told["key"].strip()] = Field(_unquoted(_whole(value, lines[number:end])), number)
    return found


def _end(lines: list[str]) -> int:
    """The row of the line that closes the head; -1 where there is no head."""
    fences = [row for row, line in enumerate(lines) if line.rstrip() == _FENCE]
    return fences[1] if len(fences) > 1 and fences[0] == 0 else -1


def _whole(value: str, after: list[str]) -> str:
    """The value with the lines that it goes on over."""
    for line in after:
        if not value.startswith(_QUOTES) or _is_closed(value) or not line[:1].isspace():
            break
        value = f"{value} {line.strip()}"
    return value


def _is_closed(value: str) -> bool:
    quote = value[0]
    return len(value) > 1 and value.endswith(quote) and value[1:].count(quote) % 2 == 1


def _unquoted(value: str) -> str:
    if value.startswith("'"):
        return value[1:].removesuffix("'").replace("''", "'").strip()
    if value.startswith('"'):
        return value[1:].removesuffix('"').replace('\\"', '"').strip()
    return value.partition(" #")[0].strip()

"""Takes the strands of a printed page apart: the running text, the footnotes at its foot, and the tables.

The extraction prints a page's text, then its notes, then its tables, whatever the order on paper. So notes and
tables may stand in the middle of a sentence that goes on after the page. A note ends with its page (several
blank lines) or where a table begins; one that only names a statute goes on where its article is printed later.
A table ends with its page or where a bullet of the running text begins.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from ingest.readers.review_report.lines import Block, Line

_HEADS = re.compile(r"제 정 안(?: 수 정 안)?|구\s+분 조\s+항 내\s+용|제정조례안 ‘.*")
TABLE_HEAD = re.compile(rf"{_HEADS.pattern}|<\s*신\s*설\s*> .*")
NOTE = re.compile(r"(?P<number>\d{1,2})\)\s*(?=\S)")
_PAGE_BREAK = 3
_STATUTE = re.compile(r"제\d+조(?:의\d+)?\(")
_BULLET = re.compile(r"\s*[○-] ")


class Kind(Enum):
    """What a run of lines is part of."""

    TEXT = auto()
    NOTE = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Strand:
    """Lines of one kind, as they follow one another on one page."""

    kind: Kind
    lines: tuple[Line, ...]


def strands(blocks: Iterable[Block]) -> Iterator[Strand]:
    """The strands in the order of the source; every line is in one of them."""
    sorting = _Sorting()
    lines: list[Line] = []
    last = Kind.TEXT
    for block in blocks:
        kind = sorting.kind(block)
        if lines and (kind is not last or _HEADS.fullmatch(block.lines[0].text.strip())):
            yield Strand(last, tuple(lines))
            lines = []
        lines, last = [*lines, *block.lines], kind
    if lines:
        yield Strand(last, tuple(lines))


class _Sorting:
    def __init__(self) -> None:
        self._notes = 0
        self._unfinished = False
        self._last = Kind.TEXT

    def kind(self, block: Block) -> Kind:
        """What the next block is."""
        self._last = self._judge(block)
        if self._last is Kind.NOTE:
            self._unfinished = block.lines[-1].text.rstrip().endswith(("’", "」"))
        return self._last

    def _judge(self, block: Block) -> Kind:
        first = block.lines[0].text
        starts = self._starts_notes(block)
        if starts or (self._unfinished and _STATUTE.match(first)):
            return Kind.NOTE
        if TABLE_HEAD.fullmatch(first.strip()):
            return Kind.TABLE
        new_page = block.gap >= _PAGE_BREAK
        if self._last is Kind.TABLE and (new_page or _BULLET.match(first)):
            return Kind.TEXT
        return Kind.TEXT if new_page else self._last

    def _starts_notes(self, block: Block) -> bool:
        before = self._notes
        for line in block.lines:
            found = NOTE.match(line.text)
            self._notes += found is not None and int(found["number"]) == self._notes + 1
        return self._notes > before

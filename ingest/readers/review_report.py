"""Reads a council expert's review report (검토보고서) as text extracted from a PDF.

Headings are numbered 1. / 가. / (1), annexes 붙임1. Footnotes stand at the foot of a page, so what follows
them belongs to them until the page ends (several blank lines) or a table begins, which the extraction puts
last; a note that only names a statute goes on where the statute's article is printed on a later page.
"""

import re
from dataclasses import dataclass

from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import ITEM_LETTERS
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline

_TOP = re.compile(r"\s?(?P<number>\d)\. (?P<title>(?:대안의 )?(?:제안경위|제안이유|주요내용|검토의견).*)")
_MIDDLE = re.compile(rf"(?P<letter>[{ITEM_LETTERS}])\. ?(?P<title>\S.*)")
_LOW = re.compile(r"\((?P<number>\d)\) (?P<title>\S.*\(안 제\d+조.*\))")
_ANNEX = re.compile(r"붙임(?P<number>\d+) (?P<title>\S.*)")
_NOTE = re.compile(r"(?P<number>\d{1,2})\)\s*(?=\S)")
_TABLE = re.compile(r"제 정 안|구\s+분|<\s*신\s*설\s*>")
_PAGE_BREAK = 3
_STATUTE = re.compile(r"제\d+조(?:의\d+)?\(")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines with no blank line between them; `line` is the number of the first, `gap` the blank lines before."""

    line: int
    gap: int
    lines: tuple[str, ...]


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All sections, notes and annexes; raises SourceError."""
    reading = _Reading(work, source)
    for block in _blocks(text):
        reading.take(block)
    return reading.outline.close('no heading such as "1. 제안경위"')


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    gathered: list[str] = []
    end = 0
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            gathered.append(line)
        elif gathered:
            first = number - len(gathered)
            blocks.append(_Block(first, first - end - 1, tuple(gathered)))
            gathered, end = [], number - 1
    return blocks


class _Reading:
    def __init__(self, work: Work, source: Source) -> None:
        self.outline = Outline(source)
        self._root = ProvisionId(work.slug)
        self._path: list[int] = []
        self._here: ProvisionId | None = None
        self._note: ProvisionId | None = None
        self._notes = 0
        self._in_note = False
        self._unfinished = False

    def take(self, block: _Block) -> None:
        """Read one block of lines."""
        if any(self._next_note(line) for line in block.lines):
            self._take_notes(block)
        elif self._note is not None and self._continues_note(block):
            self._in_note, self._unfinished = True, False
            self.outline.add(self._note, " ".join(block.lines))
        else:
            self._in_note = False
            for offset, line in enumerate(block.lines):
                self._body(block.line + offset, line)

    def _next_note(self, line: str) -> bool:
        found = _NOTE.match(line)
        return found is not None and int(found["number"]) == self._notes + 1 and not self._annexed

    @property
    def _annexed(self) -> bool:
        return self._root.units != ()

    def _take_notes(self, block: _Block) -> None:
        for offset, line in enumerate(block.lines):
            if self._next_note(line):
                self._notes += 1
                found = _NOTE.match(line)
                mark = found.group() if found else ""
                self._note = self._root.child(UnitKind.NOTE, str(self._notes))
                self.outline.open(self._note, block.line + offset, mark)
                self.outline.add(self._note, line[len(mark) :])
            elif self._note is not None:
                self.outline.add(self._note, line)
        self._in_note, self._unfinished = True, block.lines[-1].rstrip().endswith(("’", "」"))

    def _continues_note(self, block: _Block) -> bool:
        first = block.lines[0]
        if self._unfinished and _STATUTE.match(first):
            return True
        return self._in_note and block.gap < _PAGE_BREAK and not _TABLE.match(first)

    def _body(self, number: int, line: str) -> None:
        if found := _ANNEX.fullmatch(line.strip()):
            self._root = ProvisionId(self._root.work).child(UnitKind.ANNEX, found["number"])
            self._path, self._here = [], self._root
            self.outline.open(self._root, number, line, found["title"])
        elif found := self._heading(line):
            self._here = self._root.child(UnitKind.SECTION, ".".join(map(str, self._path)))
            if self._annexed and len(self._path) > 1:
                # In an annex the letters number sentences, not headings.
                self.outline.open(self._here, number, line[: found.start("title")])
                self.outline.add(self._here, found["title"])
            else:
                self.outline.open(self._here, number, line, found["title"])
        elif self._here is not None:
            self.outline.add(self._here, line)

    def _heading(self, line: str) -> re.Match[str] | None:
        """The heading that the line is, when it is the next in its series; moves the path there."""
        if (found := _TOP.fullmatch(line)) and int(found["number"]) == self._count(1) + 1:
            self._path = [int(found["number"])]
        elif self._path and (found := _MIDDLE.fullmatch(line)) and self._follows(found["letter"]):
            self._path = [self._path[0], self._count(2) + 1]
        elif len(self._path) > 1 and (found := _LOW.fullmatch(line)) and int(found["number"]) == self._count(3) + 1:
            self._path = [*self._path[:2], int(found["number"])]
        else:
            return None
        return found

    def _follows(self, letter: str) -> bool:
        return ITEM_LETTERS.index(letter) == self._count(2)

    def _count(self, depth: int) -> int:
        return self._path[depth - 1] if len(self._path) >= depth else 0

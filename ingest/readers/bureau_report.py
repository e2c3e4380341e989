"""Reads a bureau's report of projects (업무보고) as text extracted from a PDF.

It opens with a numbered list of its projects; each begins again with its title alone on a line.
Blocks are headed □ (which the extraction sometimes turned into "__"); a page of reference material
begins with 참고자료, or with a title right above a □ once the project has had its own. Lines with tabs are tables.
"""

import re
from itertools import pairwise

from corpus.identifiers import ProvisionId, UnitKind
from corpus.provisions import Provision
from corpus.works import Source, Work
from ingest.readers.outline import Outline, fold
from ingest.readers.tabbed_tables import read_table

_LISTED = re.compile(r"- (?P<number>\d+)\. (?P<title>\S.*)")
_BLOCK = re.compile(r"(?:□|__)\s*(?P<title>\S.*)")
_REFERENCE = re.compile(r"참고자료\s+(?P<title>\S.*)")
_BULLET = re.compile(r"[-–·oOㅇ○※<(]|.*\t")


def read(work: Work, source: Source, text: str) -> tuple[Provision, ...]:
    """All projects and their blocks; raises SourceError."""
    reading = _Reading(work, source)
    rows = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if fold(line)]
    for (number, line), (_, after) in pairwise([*rows, (0, "")]):
        reading.take(number, line, heads="\t" not in line and _BLOCK.match(fold(after)) is not None)
    reading.close_table()
    return reading.outline.close('no list of projects such as "- 1. …" with the project below')


class _Reading:
    def __init__(self, work: Work, source: Source) -> None:
        self.outline = Outline(source)
        self._root = ProvisionId(work.slug)
        self._titles: dict[str, str] = {}
        self._path: list[int] = []
        self._reference = False
        self._here: ProvisionId | None = None
        self._tables = 0
        self._rows: list[tuple[int, str]] = []

    def take(self, number: int, printed: str, *, heads: bool) -> None:
        """Read one line; `heads` tells whether a □ stands right below it."""
        if "\t" in printed and self._here is not None:
            self._rows.append((number, printed))
            return
        self.close_table()
        line = fold(printed)
        if self._here is None and (found := _LISTED.fullmatch(line)):
            self._titles[found["title"]] = found["number"]
        elif line in self._titles:
            self._path, self._reference = [int(self._titles.pop(line))], False
            self._open(number, line, line)
        elif self._here is not None:
            self._body(number, line, heads)

    def _body(self, number: int, line: str, heads: bool) -> None:
        if found := _REFERENCE.fullmatch(line):
            self._begin_reference(number, line, found["title"])
        elif heads and len(self._path) > 1 and not _BULLET.match(line):
            self._begin_reference(number, line, line)
        elif found := _BLOCK.fullmatch(line):
            self._step(3 if self._reference else 2)
            self._open(number, line, found["title"])
        elif self._here is not None:
            self.outline.add(self._here, line, number)

    def close_table(self) -> None:
        """Write down the table whose rows have come, below the section they stand in."""
        if self._rows and self._here is not None:
            self._tables += 1
            key = self._here.child(UnitKind.TABLE, str(self._tables))
            self.outline.open(key, self._rows[0][0], "")
            for number, row in self._rows:
                self.outline.add(key, row, number)
            self.outline.tabulate(key, read_table([row for _, row in self._rows]))
        self._rows = []

    def _begin_reference(self, number: int, line: str, title: str) -> None:
        self._reference = True
        self._step(2)
        self._open(number, line, title)

    def _step(self, depth: int) -> None:
        last = self._path[depth - 1] if len(self._path) >= depth else 0
        self._path = [*self._path[: depth - 1], last + 1]

    def _open(self, number: int, mark: str, title: str) -> None:
        self._here = self._root.child(UnitKind.SECTION, ".".join(map(str, self._path)))
        self.outline.open(self._here, number, mark, title)
        self._tables = 0

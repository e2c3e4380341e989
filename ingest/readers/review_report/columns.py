"""Which column and row the lines of a comparison stand in, when a PDF has printed its cells one after the other.

The cells of a row follow one another from left to right, so what begins a cell tells its column: in a table of two
columns a unit that the left one has had stands in the right one; in a table of three the numbers go up in each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.works import Quoted
from ingest.readers.outline import fold
from ingest.readers.review_report.lines import Line
from ingest.readers.review_report.quoted import ARTICLE

_NEW = re.compile(r"<\s*신\s*설\s*>\s*")
_OMITTED = re.compile(r".*\(생\s*략\)\s+(?=\S)")
OMISSION = re.compile(r"\s*(?:<\s*신\s*설\s*>|제\d+조ㆍ)")
_UNIT = re.compile(r"제\d+조(?:의\d+)?|[①-⑳]|\d+\.")
_NUMBERED = re.compile(r"(?P<number>\d+)\.")
_TERM = re.compile(r"“([^”]+)”")


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """The lines of one cell, its column counted from 0, and whether it begins a row."""

    column: int
    begins_row: bool
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The words of the cell, its lines joined."""
        return "".join(fold(line.text) + ("" if line.cut else " ") for line in self.lines).strip()


def columns(head: str, quotes: Iterable[Quoted]) -> list[tuple[str, Quoted]]:
    """The works that the heads of the columns name, from left to right, each with its head."""
    plain = "".join(head.split())
    places = {
        (plain.find("".join(name.split())), name): quoted
        for quoted in quotes
        for name in (*quoted.heads, quoted.name_ko)
        if "".join(name.split()) in plain
    }
    return [(name, places[place, name]) for place, name in sorted(places)]


def comparison(lines: Sequence[Line], width: int) -> list[PrintedCell]:
    """The cells of a table of so many columns, in the order of print."""
    if width > len(("bill", "amendment")):
        return _gathered(_among_many(lines, width))
    return _gathered(_beside_one_another(lines))


def overview(lines: Sequence[Line]) -> list[PrintedCell]:
    """The cells of a table of articles (안 제1조 ~), matters and points (·)."""
    return _gathered(_by_form(lines))


_Placed = tuple[int, bool, Line]


def _gathered(placed: Iterable[_Placed]) -> list[PrintedCell]:
    """Cells from lines that know their column and whether they begin a cell there."""
    cells: list[PrintedCell] = []
    for column, begins, line in placed:
        last = cells[-1] if cells else None
        if last is None or column != last.column or begins:
            cells.append(PrintedCell(column, last is None or column <= last.column, (line,)))
        else:
            cells[-1] = PrintedCell(column, last.begins_row, (*last.lines, line))
    return cells


def _beside_one_another(lines: Sequence[Line]) -> Iterator[_Placed]:
    seen: tuple[set[str], set[str]] = (set(), set())
    column = 0
    for line in lines:
        if cut := _NEW.match(line.text) or _OMITTED.match(line.text):
            left, right = line.split(cut.end())
            column = 1
            yield 0, True, left
            yield 1, True, right
        elif found := _UNIT.match(line.text.lstrip()):
            unit = found.group()
            column = int(unit in seen[0] and unit not in seen[1])
            if column == 0 and unit.startswith("제"):
                seen = (set(), set())
            seen[column].add(unit)
            yield column, False, line
        else:
            yield column, False, line


def _among_many(lines: Sequence[Line], width: int) -> Iterator[_Placed]:
    column, numbers, term = -1, [0] * width, ""
    for line in lines:
        text = line.text.lstrip()
        begins = True
        if ARTICLE.match(text):
            column = (column + 1) % width
        elif found := _NUMBERED.match(text):
            named = _TERM.search(text)
            same = named is not None and named[1] == term
            column = _next_column(column, numbers, int(found["number"]), same=same)
            numbers[column], term = int(found["number"]), named[1] if named else ""
        else:
            begins = False
        yield max(column, 0), begins, line


def _next_column(column: int, numbers: list[int], number: int, *, same: bool) -> int:
    """The column that a numbered cell stands in: the next for the same term, else where the number comes next."""
    order = [(column + step) % len(numbers) for step in range(1, len(numbers) + 1)]
    if same:
        return order[0]
    successors = [each for each in order if numbers[each] + 1 == number]
    later = [each for each in order if numbers[each] < number]
    return (successors or later or order)[0]


def _by_form(lines: Sequence[Line]) -> Iterator[_Placed]:
    column = -1
    for line in lines:
        matter, dot, _ = line.text.partition(" ·")
        if dot and not matter.lstrip().startswith("·"):
            before, after = line.split(len(matter) + 1)
            yield 1, column == 2, before
            yield 2, True, after
            column = 2
            continue
        text = line.text.lstrip()
        form = 0 if text.startswith("안 제") else 2 if text.startswith("·") else 1
        begins = form != column
        column = form
        yield column, begins, line

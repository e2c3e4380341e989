"""Tables whose columns a PDF's text keeps apart by tabs, with what a scanner did to their cells mended.

Mended in the cells only, never in the words: tags, letters set apart (복 지 실), `Al` for AI, and serial numbers
that were lost or bracketed, which are told by the rows around them.
"""

import re
from collections.abc import Sequence

from corpus.tables import Cell, Row, Table, figure
from ingest.readers.outline import fold

_TAG = re.compile(r"</?[a-z]+>")
_LETTERS = re.compile(r"\S(?: \S)+")
_SCANNED_AI = re.compile(r"\bA ?[lI](?=\b|[가-힣])")
_SERIAL = "연번"


def read_table(lines: Sequence[str]) -> Table:
    """The table of some lines; the first holds the heads of the columns."""
    head = tuple(cell for cell in map(_mended, lines[0].split("\t")) if cell)
    rows = [_cells(line, len(head)) for line in lines[1:]]
    if head[0] == _SERIAL:
        rows = _numbered(rows)
    return Table(head, tuple(Row(cells, fold(line)) for cells, line in zip(rows, lines[1:], strict=True)))


def _cells(line: str, width: int) -> tuple[Cell, ...]:
    printed = [_mended(cell) for cell in line.split("\t")]
    cells = [figure(cell) if figure(cell) is not None else cell or None for cell in printed]
    return tuple([*cells, *[None] * width][:width])


def _mended(cell: str) -> str:
    plain = fold(_TAG.sub("", cell))
    joined = plain.replace(" ", "") if _LETTERS.fullmatch(plain) else plain
    return _SCANNED_AI.sub("AI", joined)


def _numbered(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows with their serial numbers; a row that has no other cell than its name is the head of a group."""
    found: list[tuple[Cell, ...]] = []
    last = 0
    for row in rows:
        if _is_group(row):
            found.append((None, " ".join(str(cell) for cell in row if cell), *[None] * (len(row) - 2)))
            continue
        last = _serial(row[0], last)
        found.append((last, *row[1:]))
    return found


def _is_group(row: tuple[Cell, ...]) -> bool:
    words = " ".join(str(cell) for cell in row if cell)
    return re.search(r"\(\d+\)$", words) is not None and not any(row[2:])


def _serial(cell: Cell, last: int) -> int:
    """The number in a cell such as `11)`, of `26 27` the last; where it cannot follow the one before, the next."""
    printed = [int(number) for number in re.findall(r"\d{1,3}", str(cell or ""))]
    return printed[-1] if printed and printed[-1] > last else last + 1

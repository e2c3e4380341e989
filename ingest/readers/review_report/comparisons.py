"""The tables of a report's opinion, written down: comparisons of texts of law, and the overview of the bill."""

from collections.abc import Sequence

from corpus.identifiers import ProvisionId, UnitKind
from corpus.tables import Row, Table
from corpus.works import Quoted
from ingest.readers.outline import Outline
from ingest.readers.review_report.columns import OMISSION, PrintedCell, comparison, overview
from ingest.readers.review_report.lines import Line
from ingest.readers.review_report.quoted import ARTICLE, QuotedArticles

_OVERVIEW = ("구분", "조항", "내용")


class Comparison:
    """A table whose columns are texts of a law: its cells become provisions of the works that the heads name."""

    def __init__(
        self,
        outline: Outline,
        file: str,
        key: ProvisionId,
        named: list[tuple[str, Quoted]],
        quoting: dict[ProvisionId, QuotedArticles],
    ) -> None:
        self.key = key
        self._outline, self._file = outline, file
        self._head = tuple(name for name, _ in named)
        self._roots = [(key.parent or key).child(UnitKind.QUOTED, quoted.slug) for _, quoted in named]
        self._quoting = quoting
        self._rows: list[Row] = []

    def add(self, lines: list[Line]) -> None:
        """Read further lines of the table."""
        cells = comparison(lines, len(self._roots))
        for cell in cells:
            aside = OMISSION.match(cell.lines[0].text) is not None
            for line in cell.lines:
                self._take(self._roots[cell.column], line, aside=aside)
        self._rows += [Row(tuple(each.text if each else None for each in row)) for row in _rows(cells, len(self._head))]

    def close(self) -> None:
        """Write the table down."""
        self._outline.tabulate(self.key, Table(self._head, tuple(self._rows)))

    def _take(self, root: ProvisionId, line: Line, *, aside: bool) -> None:
        """Words of an article go to the quoted work; what only speaks of articles (생략, 신설) stays in the table."""
        if root not in self._quoting and ARTICLE.match(line.text.lstrip()):
            self._outline.open(root, line.number, "")
            self._quoting[root] = QuotedArticles(self._outline, self._file, root)
        if root in self._quoting and not aside:
            self._quoting[root].take(line)
        else:
            self._outline.add(self.key, line.text, line.number, cut=line.cut)


def write_overview(outline: Outline, key: ProvisionId, head: Line, lines: Sequence[Line]) -> None:
    """Write the overview of a bill down (articles, matters, points), with its heads, as the table of an id."""
    outline.open(key, head.number, "")
    outline.add(key, head.text, head.number)
    rows = []
    for row in _rows(overview(lines), len(_OVERVIEW)):
        text = begun = outline.add(key, "")
        for line in (line for cell in row if cell for line in cell.lines):
            text = outline.add(key, line.text, line.number, cut=line.cut)
        rows.append(Row(tuple(cell.text if cell else None for cell in row), text[len(begun) + 1 :]))
    outline.tabulate(key, Table(_OVERVIEW, tuple(rows)))


def _rows(cells: list[PrintedCell], width: int) -> list[list[PrintedCell | None]]:
    """The cells by rows, None where a column has none."""
    rows: list[list[PrintedCell | None]] = []
    for cell in cells:
        if cell.begins_row or not rows:
            rows.append([None] * width)
        rows[-1][cell.column] = cell
    return rows

"""A report's tables and the footnotes it calls, as JSON and as lines for a terminal."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from corpus.provisions import Call
from corpus.tables import Table


class RowModel(BaseModel):
    """One row: a cell for each column, null where nothing can be read; `text` is the row as it is printed."""

    cells: list[str | int | None]
    text: str


class TableModel(BaseModel):
    """A table; `unit` is that of its figures."""

    head: list[str]
    rows: list[RowModel]
    unit: str

    @classmethod
    def of(cls, table: Table | None) -> "TableModel | None":
        """The shape of a table, where there is one."""
        if table is None:
            return None
        rows = [RowModel(cells=list(row.cells), text=row.text) for row in table.rows]
        return cls(head=list(table.head), rows=rows, unit=table.unit)


class CallModel(BaseModel):
    """A footnote that a text calls after `at` of its characters."""

    note: str
    at: int

    @classmethod
    def of(cls, call: Call) -> "CallModel":
        """The shape of a call."""
        return cls(note=str(call.note), at=call.at)


def table_lines(table: Table) -> Iterator[str]:
    """A line for the unit of the figures, one for the heads, and one for each row."""
    if table.unit:
        yield f"({table.unit})"
    yield " | ".join(table.head)
    for row in table.rows:
        cells = " | ".join(_cell(cell, amounts=bool(table.unit)) for cell in row.cells)
        yield cells if _figures(row.text) <= _figures(cells) else row.text


def _figures(text: str) -> set[str]:
    """The figures in a line; where the cells could not take all of them, the line is better shown as printed."""
    return set(re.findall(r"\d+", text.replace(",", "")))


def _cell(cell: str | int | None, *, amounts: bool) -> str:
    """A cell as it is written: thousands are set apart in amounts, and not in serial numbers."""
    written = f"{cell:,}" if amounts and isinstance(cell, int) else cell
    return "–" if written is None else str(written)

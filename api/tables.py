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
    """A line for the heads, with the unit of the figures, and one for each row."""
    unit = f" ({table.unit})" if table.unit else ""
    yield " | ".join(table.head) + unit
    for row in table.rows:
        cells = " | ".join(_cell(cell) for cell in row.cells)
        yield cells if _figures(row.text) <= _figures(cells) else row.text


def _figures(text: str) -> set[str]:
    """The figures in a line; where the cells could not take all of them, the line is better shown as printed."""
    return set(re.findall(r"\d+", text.replace(",", "")))


def _cell(cell: str | int | None) -> str:
    return f"{cell:,}" if isinstance(cell, int) else cell or "–"

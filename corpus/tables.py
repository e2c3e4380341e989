"""Tables of a document: what stands in which row and column, beside the words as they are printed."""

import re
from dataclasses import dataclass

Cell = str | int | None

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell for each column (None where nothing can be read), and its words as they stand in the table.

    `text` is empty where the cells are provisions of their own and carry the words.
    """

    cells: tuple[Cell, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the heads of its columns; `unit` is that of its figures, such as 백만원."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: str = ""


def figure(text: str) -> int | None:
    """The whole number that a cell such as `206,427` holds; None for anything else."""
    plain = text.strip()
    return int(plain.replace(",", "")) if _FIGURE.fullmatch(plain) else None

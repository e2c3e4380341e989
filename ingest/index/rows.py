"""Rows of numbers of any length, kept as two arrays in one file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np


def save_rows(path: Path, rows: Sequence[Sequence[int]]) -> None:
    """Write rows of numbers from 0 to 2³¹ - 1."""
    ends = np.cumsum([len(row) for row in rows], dtype=np.int64)
    flat = np.fromiter(chain.from_iterable(rows), np.int32)
    with path.open("wb") as file:
        np.save(file, ends)
        np.save(file, flat)


def load_rows(path: Path) -> Iterator[list[int]]:
    """The rows of a file, in order."""
    with path.open("rb") as file:
        ends = np.load(file, allow_pickle=False).tolist()
        flat = np.load(file, allow_pickle=False).tolist()
    return (flat[begin:end] for begin, end in zip([0, *ends], ends, strict=False))


def numbered(rows: Iterable[Sequence[str]]) -> tuple[list[list[int]], list[str]]:
    """Rows of words as rows of numbers into a vocabulary, which stands in the order of first use."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    found = [list(map(numbers.__getitem__, row)) for row in rows]
    return found, list(numbers)

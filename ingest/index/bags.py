"""Bags of words, many of them, as numbers: which words each has, none twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.index.files import read_json, write_json
from ingest.index.rows import numbered

Numbers = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Bags:
    """`flat[ends[i-1]:ends[i]]` are the numbers of the words of bag i; word n is `vocabulary[n]`."""

    flat: Numbers
    ends: NDArray[np.int64]
    vocabulary: Sequence[str]

    def __len__(self) -> int:
        return len(self.ends)

    @property
    def rows(self) -> NDArray[np.int64]:
        """For each number of `flat` the bag that it stands in."""
        return np.repeat(np.arange(len(self.ends)), np.diff(self.ends, prepend=0))


def bags_of(texts: Iterable[Sequence[str]]) -> Bags:
    """The bags of texts given by their words."""
    rows, vocabulary = numbered(tuple(dict.fromkeys(words)) for words in texts)
    flat = np.fromiter((number for row in rows for number in row), np.int32)
    return Bags(flat, np.cumsum([len(row) for row in rows], dtype=np.int64), vocabulary)


def save_bags(path: Path, bags: Bags) -> None:
    """Write bags into the file of a path, and their words into one beside it."""
    with path.open("wb") as file:
        np.save(file, bags.flat)
        np.save(file, bags.ends)
    write_json(path.with_suffix(".json"), bags.vocabulary)


def load_bags(path: Path) -> Bags:
    """The bags that `save_bags` wrote."""
    with path.open("rb") as file:
        flat, ends = np.load(file, allow_pickle=False), np.load(file, allow_pickle=False)
    return Bags(flat, ends, read_json(path.with_suffix(".json")))

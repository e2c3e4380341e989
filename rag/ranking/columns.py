"""The columns of a BM25 index: how well each passage says a word, before its rarity is counted."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Mask = NDArray[np.bool_]
Column = tuple[NDArray[np.int64], Scores]

_NONE: Column = (np.zeros(0, np.int64), np.zeros(0, np.float32))


class Columns:
    """Reads an index of bm25s (Lucene's form) word by word, its rarity taken out again.

    So rarity can be counted over the passages that may be read, and over words that mean the same together.
    """

    def __init__(self, lexical: Any, count: int) -> None:  # noqa: ANN401 - bm25s has no types
        self.count = count
        self._vocabulary = lexical.vocab_dict
        self._scores, self._rows, self._starts = (lexical.scores[name] for name in ("data", "indices", "indptr"))

    def nothing(self) -> Scores:
        """A score of zero for each passage."""
        return np.zeros(self.count, np.float32)

    def of(self, word: str, group: Mask) -> Column:
        """The rows of the passages of a group that say a word, and for each a score between 0 and 1.

        The score grows with how often a passage says the word, and falls with how long it is.
        """
        number = self._vocabulary.get(word)
        if number is None:
            return _NONE
        first, last = int(self._starts[number]), int(self._starts[number + 1])
        rows = self._rows[first:last]
        here = group[rows]
        scores = self._scores[first:last][here] / np.float32(rarity(self.count, last - first))
        return rows[here], scores


def rarity(count: int, frequency: int) -> float:
    """How telling a word is that stands in `frequency` of `count` passages (Robertson and Zaragoza, 2009)."""
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

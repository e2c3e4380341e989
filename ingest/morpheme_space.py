"""A space in which texts lie near to texts of the same matter, made of the vectors of their morphemes.

The raw vectors of a language model are crowded into a cone, so their mean and their most common directions are
taken out (Mu and Viswanath, All-but-the-Top, ICLR 2018); rare morphemes count for more, as their numbers tell,
which Kiwi gives by frequency. So a text's vector needs no statistics of the texts around it.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from threading import Lock

import numpy as np

from ingest.kiwi_vectors import DIMENSIONS, Vectors

_SAMPLE = range(110, 30000, 10)
_COMMON_DIRECTIONS = 15
_RARE = 300
_BLOCK = 512  # rows at once: larger arrays get fresh memory for each step, which takes longer than the step


class MorphemeSpace:
    """Weighted vectors of morphemes by their numbers, from a source of raw unit vectors, one a row."""

    def __init__(self, raw: Callable[[Sequence[int]], Vectors]) -> None:
        self._raw = raw
        sample = raw(_SAMPLE)
        sample = sample[np.linalg.norm(sample, axis=1) > 0]
        self._mean = sample.mean(axis=0)
        centred = sample - self._mean
        self._common = np.linalg.eigh(centred.T @ centred)[1].T[-_COMMON_DIRECTIONS:]
        self._rows: dict[int, int] = {}
        self._table = np.zeros((0, DIMENSIONS), np.float32)
        self._one_at_a_time = Lock()

    def learn(self, morphemes: Iterable[int]) -> None:
        """Read the vectors of morphemes at once that will be asked for."""
        asked = {each for each in morphemes if each not in self._rows}
        if not asked:
            return
        with self._one_at_a_time:
            new = sorted(asked - self._rows.keys())
            blocks = (self._weighted(new[begin : begin + _BLOCK]) for begin in range(0, len(new), _BLOCK))
            table = np.concatenate([self._table, *blocks])
            first, self._table = len(self._table), table  # before the rows: who finds a row finds it filled
            self._rows |= {each: first + row for row, each in enumerate(new)}

    def vectors(self, morphemes: Sequence[int]) -> Vectors:
        """The weighted vector of each morpheme, one a row."""
        self.learn(morphemes)
        return self._table[[self._rows[each] for each in morphemes]]

    def total(self, morphemes: Iterable[int]) -> Vectors:
        """The sum of the weighted vectors of a text's morphemes; a repeated one counts little more than once."""
        counts = Counter(morphemes)
        if not counts:
            return np.zeros(DIMENSIONS, np.float32)
        often = np.array([1 + math.log(count) for count in counts.values()], np.float32)
        # einsum, because the threads of BLAS wait for each other on a busy machine
        total: Vectors = np.einsum("i,ij->j", often, self.vectors(list(counts)))
        return total

    def _weighted(self, morphemes: list[int]) -> Vectors:
        raw = self._raw(morphemes)
        centred = raw - self._mean
        rest = centred - (centred @ self._common.T) @ self._common
        rarity = np.log1p(np.maximum(np.array(morphemes), 0) / _RARE) * (np.linalg.norm(raw, axis=1) > 0)
        weighted: Vectors = (rest * rarity[:, None]).astype(np.float32)
        return weighted


def unit(vector: Vectors) -> Vectors:
    """A vector at length 1; zero stays zero."""
    length = float(np.linalg.norm(vector))
    scaled: Vectors = (vector / length if length else vector).astype(np.float32)
    return scaled

"""The vectors of Kiwi's morphemes, recovered from the similarities that Kiwi tells.

Kiwi's language model holds a vector for each common morpheme and gives only the cosine of two. With more
landmarks than dimensions the vectors follow, up to a rotation: the landmarks' own from the eigenvectors of
their similarities, any other by projection. Slow (a millisecond a morpheme), and exact; for a model file that
cannot be read.
"""

from collections.abc import Callable, Sequence
from itertools import count

import numpy as np

from ingest.kiwi_vectors import DIMENSIONS, Vectors

Similarity = Callable[[int, int], float]

_LANDMARKS = range(200, 6000, 18)
_KNOWN = 0.98
_MANY = 30_000


class Landmarks:
    """Vectors of morphemes by a `similarity` of two numbers (cosine, nan if unknown); built once."""

    def __init__(self, similarity: Similarity) -> None:
        self._similarity = similarity
        self._landmarks = [each for each in _LANDMARKS if self._knows(each)]
        told = np.array([[similarity(one, other) for other in self._landmarks] for one in self._landmarks])
        values, directions = np.linalg.eigh((told + told.T) / 2)
        kept = np.argsort(-values)[:DIMENSIONS]
        self._projection = directions[:, kept] / np.sqrt(np.maximum(values[kept], 1e-6))

    @property
    def count(self) -> int:
        """The number after the last morpheme that has a vector."""
        return next(number for number in count() if number > _MANY and not self._knows(number))

    def vectors(self, morphemes: Sequence[int]) -> Vectors:
        """One unit vector a row for each morpheme number; zero where there is none."""
        rows = [self._vector(each) if self._knows(each) else np.zeros(DIMENSIONS) for each in morphemes]
        return np.array(rows, np.float32).reshape(-1, DIMENSIONS)

    def _knows(self, morpheme: int) -> bool:
        return self._similarity(morpheme, morpheme) > _KNOWN

    def _vector(self, morpheme: int) -> Vectors:
        told = np.array([self._similarity(morpheme, each) for each in self._landmarks])
        vector: Vectors = told @ self._projection
        return vector

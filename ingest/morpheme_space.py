"""The vectors of Kiwi's morphemes, recovered from the similarities that Kiwi tells.

Kiwi's language model holds a vector for each common morpheme and gives only the cosine of two. With more
landmarks than dimensions the vectors follow, up to a rotation: the landmarks' own from the eigenvectors of
their similarities, any other by projection. The raw space is crowded into a cone, so its mean and its most
common directions are taken out (Mu and Viswanath, All-but-the-Top, ICLR 2018).
"""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Similarity = Callable[[int, int], float]

DIMENSIONS = 256
_LANDMARKS, _SAMPLE = range(200, 6000, 18), range(110, 30000, 10)
_COMMON_DIRECTIONS = 15
_KNOWN = 0.98
_RARE = 300


class MorphemeSpace:
    """Unit vectors of morphemes by their ids; built once from a `similarity` of two ids (cosine, nan if unknown)."""

    def __init__(self, similarity: Similarity) -> None:
        self._similarity = similarity
        self._landmarks = [each for each in _LANDMARKS if self.knows(each)]
        told = np.array([[similarity(one, other) for other in self._landmarks] for one in self._landmarks])
        values, directions = np.linalg.eigh((told + told.T) / 2)
        kept = np.argsort(-values)[:DIMENSIONS]
        self._projection = directions[:, kept] / np.sqrt(np.maximum(values[kept], 1e-6))
        sample = np.array([self._raw(each) for each in _SAMPLE if self.knows(each)])
        self._mean = sample.mean(axis=0)
        self._common = np.linalg.svd(sample - self._mean, full_matrices=False)[2][:_COMMON_DIRECTIONS]
        self._vectors: dict[int, Vector] = {}

    def knows(self, morpheme: int) -> bool:
        """Whether Kiwi has a vector for a morpheme."""
        return self._similarity(morpheme, morpheme) > _KNOWN

    def embed(self, morphemes: Iterable[int]) -> Vector:
        """The unit vector of a text by its morphemes, rare ones weighing more; zero where none is known.

        Kiwi numbers morphemes by frequency, so that the id tells how rare one is.
        """
        counts: dict[int, int] = {}
        for each in morphemes:
            counts[each] = counts.get(each, 0) + 1
        total = np.zeros(DIMENSIONS, np.float32)
        for each, count in counts.items():
            if self.knows(each):
                total += self._vector(each) * math.log1p(each / _RARE) * (1 + math.log(count))
        length = float(np.linalg.norm(total))
        unit: Vector = total / np.float32(length) if length else total
        return unit

    def _raw(self, morpheme: int) -> Vector:
        told = np.array([self._similarity(morpheme, each) for each in self._landmarks])
        raw: Vector = (told @ self._projection).astype(np.float32)
        return raw

    def _vector(self, morpheme: int) -> Vector:
        if morpheme not in self._vectors:
            centred = self._raw(morpheme) - self._mean
            self._vectors[morpheme] = (centred - self._common.T @ (self._common @ centred)).astype(np.float32)
        return self._vectors[morpheme]

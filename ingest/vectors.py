"""The vectors of an index: stored once, then searched; with their mean and their spread."""

import weakref
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.errors import MEND, DamagedIndexError
from ingest.chroma import BATCH, Collection, Store, Vectors
from ingest.private_copy import private_copy

COLLECTION = "passages"


class Moments(NamedTuple):
    """The mean of all stored vectors at length 1, shape (d,), and their covariance, shape (d, d), in float32.

    So the cosines of a unit vector q with all of them have the mean `mean @ q` and the variance `q @ covariance @ q`.
    """

    mean: Vectors
    covariance: Vectors


class Writer:
    """Stores vectors in a collection as they come, and sums up what their moments need."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._ids: list[str] = []
        self._waiting: list[Vectors] = []
        self._sum: NDArray[np.float64] = np.zeros(0)
        self._products: NDArray[np.float64] = np.zeros((0, 0))
        self.stored = 0

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Store a vector for each id, shape (n, d); one of length 0 says nothing and is left out."""
        telling = np.flatnonzero(vectors.any(axis=1)).tolist()
        self._ids += [ids[row] for row in telling]
        self._waiting.append(vectors[telling])
        if len(self._ids) >= BATCH:
            self._store()

    def finish(self) -> Moments:
        """Store what still waits; the moments of all that was stored, zeros where that is nothing."""
        self._store()
        mean = self._sum / max(self.stored, 1)
        covariance = self._products / max(self.stored, 1) - np.outer(mean, mean)
        return Moments(mean.astype(np.float32), covariance.astype(np.float32))

    def _store(self) -> None:
        if not self._waiting:
            return
        vectors = np.concatenate(self._waiting)
        units = vectors / np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
        first = not self._sum.size
        self._sum = units.sum(axis=0) + (0 if first else self._sum)
        self._products = units.T @ units + (0 if first else self._products)
        self._collection.add(self._ids, vectors)
        self.stored += len(self._ids)
        self._ids, self._waiting = [], []


class Dense:
    """The stored vectors of an index: `digests` names the vector of each row. Loads Chroma when first searched."""

    def __init__(self, place: Path | str, name: str, stored: int, digests: Iterable[str], moments: Moments) -> None:
        self._told, self._name, self._stored = place, name, stored
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, digest in enumerate(digests):
            self._rows[digest].append(row)
        self._collection: Collection | None = None
        self._one_at_a_time = Lock()
        self.moments = moments
        # Chroma writes into what it reads, and a complete index is never written to.
        self._place = private_copy(place, self) if isinstance(place, Path) else place

    def nearest(self, vector: Sequence[float], count: int) -> dict[int, float]:
        """The rows of the `count` texts nearest to a vector, and their cosine; rows that say the same are as near.

        Raises DamagedIndexError and StorageError.
        """
        found = self.collection().nearest(vector, min(count, self._stored)) if self._stored and count else {}
        return {row: cosine for digest, cosine in found.items() for row in self._rows.get(digest, ())}

    def collection(self) -> Collection:
        """The opened collection; raises DamagedIndexError where it is not what was stored, StorageError."""
        with self._one_at_a_time:
            if self._collection is None:
                store = Store(self._place, self._told)
                weakref.finalize(self, store.close)
                collection = store.open(self._name)
                if (found := len(collection)) != self._stored:
                    problem = f"The vectors in {self._told} are {found}, not the {self._stored} that were stored."
                    raise DamagedIndexError(f"{problem} {MEND}")
                self._collection = collection
        return self._collection

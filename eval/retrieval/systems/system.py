"""What a system is, and what those share that score every document."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from eval.retrieval.collection import Document

Scores = NDArray[np.float32]


class System(Protocol):
    """Takes documents in, then gives the keys of the best for a question, each once, best first."""

    name: str

    def build(self, documents: Sequence[Document]) -> None:
        """Make the documents ready to be searched, in place of any before."""

    def search(self, query: str, count: int) -> list[str]:
        """The keys of at most so many documents; fewer when the system has nothing to say for others."""


class Scorer(Protocol):
    """Scores each document for a question."""

    def build(self, documents: Sequence[Document]) -> None:
        """Make the documents ready to be scored."""

    def scores(self, query: str) -> Scores:
        """A score for each document, in order; all zero when the question says nothing to this scorer."""


def best(scores: Scores, count: int) -> list[int]:
    """The rows of the highest scores, at most so many; equal ones in the order of the rows."""
    count = min(count, len(scores))
    least = np.partition(scores, -count)[-count]
    rows = np.flatnonzero(scores >= least)
    return [int(row) for row in rows[np.argsort(-scores[rows], kind="stable")][:count]]

"""The cosine of an embedding with every document: exact, nothing approximated."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from eval.retrieval.collection import Document
from eval.retrieval.systems.system import Scores, best

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


class Embedded:
    """Ranks by the vector of title and text, with every document compared."""

    def __init__(self, name: str, embedding: "Embeddings") -> None:
        self.name = name
        self._embedding = embedding
        self._keys: list[str] = []
        self._vectors = np.zeros((0, 0), np.float32)

    def build(self, documents: Sequence[Document]) -> None:
        """Keep a vector of length 1 for each document, of length 0 where the embedding has none."""
        self._keys = [document.key for document in documents]
        vectors = self._embedding.embed_documents([document.whole for document in documents])
        self._vectors = _unit(np.array(vectors, np.float32))

    def scores(self, query: str) -> Scores:
        """The cosine of each document with a question; all 0 when the embedding makes nothing of the question."""
        vector = _unit(np.array([self._embedding.embed_query(query)], np.float32))[0]
        # Not by BLAS, whose threads wait for each other for milliseconds where the cores are busy.
        found: Scores = np.einsum("ij,j->i", self._vectors, vector)
        return found

    def search(self, query: str, count: int) -> list[str]:
        """The nearest documents; none when the embedding makes nothing of the question."""
        scores = self.scores(query)
        return [self._keys[row] for row in best(scores, count)] if scores.any() else []


def _unit(vectors: Scores) -> Scores:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Scores = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit

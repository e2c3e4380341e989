"""BM25 over words of one kind or another, all with the constants of the index.

With `ingest.index.lexical` the only module that knows bm25s: it makes the simple systems to measure others against.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from eval.retrieval.collection import Document
from eval.retrieval.systems.system import Scores, best

Words = Callable[[str], Sequence[str]]

CONSTANTS = {"k1": 1.2, "b": 0.75}


def whitespace_words(text: str) -> list[str]:
    """What stands between white space, in lower case."""
    return unicodedata.normalize("NFC", text).lower().split()


class Lexical:
    """BM25 over the words of title and text; a word that a question repeats counts as often as it is there."""

    def __init__(self, name: str, words: Words) -> None:
        from bm25s import BM25  # before the clock runs that times what is built

        self.name = name
        self._words, self._engine = words, BM25
        self._keys: list[str] = []
        self._bm25: Any = None

    def build(self, documents: Sequence[Document]) -> None:
        """Index the words of the documents."""
        self._keys = [document.key for document in documents]
        words = [list(self._words(document.whole)) for document in documents]
        self._bm25 = self._engine(**CONSTANTS) if any(words) else None
        if self._bm25 is not None:
            self._bm25.index(words, show_progress=False)

    def scores(self, query: str) -> Scores:
        """The BM25 score of each document; 0 where it has no word of the question."""
        known = [] if self._bm25 is None else [word for word in self._words(query) if word in self._bm25.vocab_dict]
        if not known:
            return np.zeros(len(self._keys), np.float32)
        found: Scores = self._bm25.get_scores(known)
        return found

    def search(self, query: str, count: int) -> list[str]:
        """The documents with a word of the question."""
        scores = self.scores(query)
        return [self._keys[row] for row in best(scores, count) if scores[row] > 0]

"""Our own retrieval, whole and with each leg off: the very ranker that answers questions."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from corpus.glossary import load_glossary
from eval.retrieval.collection import Document
from eval.retrieval.systems.models import Models
from rag.ranking.opening import open_ranker
from rag.ranking.ranker import ALL, Legs, Ranker

T = TypeVar("T")

LEGS: Mapping[str, Legs] = {
    "words": replace(ALL, words=False),
    "bigrams": replace(ALL, bigrams=False),
    "embedding": replace(ALL, embedding=False),
    "dictionary": replace(ALL, dictionary=False),
    "glossary": replace(ALL, glossary=False),
}


def _unseen(things: Iterable[T], _total: int) -> Iterable[T]:
    return things


class Ours:
    """Builds an index of the documents as ingestion does, in a folder for the time being, and ranks with it."""

    def __init__(self, name: str, models: Models, without: str = "") -> None:
        self.name = name
        self._legs = LEGS.get(without, ALL)
        self._models = models.whole if self._legs.embedding else models.words
        self._ranker: Ranker[Document] | None = None

    def build(self, documents: Sequence[Document]) -> None:
        """Build the index."""
        with tempfile.TemporaryDirectory(prefix="jorye-") as home:
            self._ranker = open_ranker(
                Path(home), documents, load_glossary(), self._models, _unseen, rebuild=True, legs=self._legs
            )

    def search(self, query: str, count: int) -> list[str]:
        """The best documents; none when no leg has anything to say."""
        if self._ranker is None:
            return []
        passages = self._ranker.index.passages
        return [passages[row].key for row, _ in self._ranker.rank(query, count)]

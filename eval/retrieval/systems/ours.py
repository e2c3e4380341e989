"""Our own retrieval, whole and with each leg off."""

from collections.abc import Callable, Sequence

import numpy as np

from eval.retrieval.collection import Document
from eval.retrieval.systems.embedded import Embedded
from eval.retrieval.systems.lexical import Lexical, bigrams
from eval.retrieval.systems.models import Models
from eval.retrieval.systems.system import Scorer, Scores, best

LEGS = ("words", "bigrams", "embedding", "dictionary")
_WEIGHTS = {"words": 1.0, "bigrams": 1.0, "embedding": 0.5}


class Ours:
    """Ranks by the weighted sum of what each leg says, in standard deviations from the leg's mean."""

    def __init__(self, name: str, models: Models, without: str = "") -> None:
        self.name = name
        legs: dict[str, Callable[[], Scorer]] = {
            "words": lambda: Lexical("words", models.morphemes.words),
            "bigrams": lambda: Lexical("bigrams", bigrams),
            "embedding": lambda: Embedded("embedding", models.embedding),
        }
        self._legs = [(_WEIGHTS[leg], make()) for leg, make in legs.items() if leg != without]
        self._keys: list[str] = []

    def build(self, documents: Sequence[Document]) -> None:
        """Build each leg."""
        self._keys = [document.key for document in documents]
        for _, leg in self._legs:
            leg.build(documents)

    def search(self, query: str, count: int) -> list[str]:
        """The best documents; none when no leg has anything to say."""
        said = [(weight, leg.scores(query)) for weight, leg in self._legs]
        if not any(scores.any() for _, scores in said):
            return []
        total = np.sum([weight * _standard(scores) for weight, scores in said], axis=0)
        return [self._keys[row] for row in best(total, count)]


def _standard(scores: Scores) -> Scores:
    spread = scores.std()
    standard: Scores = (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
    return standard

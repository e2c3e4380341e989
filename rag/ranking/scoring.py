"""How well passages meet the concepts of a question, and how much of them."""

from collections.abc import Iterable, Sequence

import numpy as np

from rag.ranking.columns import Columns, Mask, Scores, rarity
from rag.ranking.concepts import Concept, Words

_VARIANT, _TRANSLATION, _RELATED = 0.9, 0.8, 0.5


class Scorer:
    """Scores the passages of one group, within which the rarity of words is told.

    With `once`, a passage says a word no better by saying it more often.
    """

    def __init__(self, columns: Columns, group: Mask, *, once: bool = False) -> None:
        self._columns, self._group, self._once = columns, group, once
        self._count = int(np.count_nonzero(group))

    def words(self, words: Iterable[str]) -> Scores:
        """BM25: the sum over the words of how well and how often each passage says them, rare ones counting more."""
        total = self._columns.nothing()
        for word in words:
            rows, said = self._columns.of(word, self._group)
            if rows.size:
                total[rows] += (1 if self._once else said) * np.float32(rarity(self._count, rows.size))
        return total

    def concepts(self, concepts: Iterable[Concept]) -> Scores:
        """The sum over the concepts of the best way in which each passage says them."""
        return sum(map(self._concept, concepts), self._columns.nothing())

    def _concept(self, concept: Concept) -> Scores:
        size = max(len(concept.words), 1)
        said = self.words(concept.words)
        if concept.variants:
            said = np.maximum(said, np.float32(_VARIANT * size) * self._best(concept.variants))
        if concept.translations:
            said = np.maximum(said, np.float32(_TRANSLATION * size) * self._alike(concept.translations))
        if concept.related:
            related = sum(map(self._best, concept.related), self._columns.nothing())
            said = np.maximum(said, np.float32(_RELATED) * related)
        return said

    def _best(self, variants: Sequence[Words]) -> Scores:
        """The best of the glossary's variants: part of one, or all of one, where all of them count as one word."""
        best = self._alike(variants)
        for words in variants:
            best = np.maximum(best, self.words(words) / np.float32(max(len(words), 1)))
        return best

    def _alike(self, variants: Iterable[Words]) -> Scores:
        """The best of variants of which one is as good as another, all counted as one word (Pirkola, SIGIR 1998)."""
        best = self._columns.nothing()
        for words in filter(None, variants):
            rows, said = self._all_of(words)
            best[rows] = np.maximum(best[rows], said)
        frequency = int(np.count_nonzero(best))
        return best * np.float32(rarity(self._count, frequency)) if frequency else best

    def _all_of(self, words: Words) -> tuple[np.ndarray, Scores]:
        """The passages that say all the words, each as well as the word that it says least."""
        rows, said = self._columns.of(words[0], self._group)
        for word in words[1:]:
            others, saying = self._columns.of(word, self._group)
            rows, here, there = np.intersect1d(rows, others, assume_unique=True, return_indices=True)
            said = np.minimum(said[here], saying[there])
        return rows, np.ones_like(said) if self._once else said


def calibrated(scores: Scores, group: Mask) -> Scores:
    """Each score in standard deviations above the mean of a group; where all are alike, 1 for what is not zero."""
    result = np.zeros_like(scores)
    here = scores[group]
    spread = float(here.std()) if here.size and np.ptp(here) > 0 else 0.0
    result[group] = (here - here.mean()) / spread if spread > 0 else here > 0
    return result

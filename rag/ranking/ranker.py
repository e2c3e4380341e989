"""One score for each passage of an index out of four: its words, how many of them, their letters and their sense."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic

import numpy as np

from corpus.glossary import Term
from ingest.bigrams import bigrams
from ingest.bilingual.dictionary import Dictionary
from ingest.index import Index, Item
from ingest.morphemes import Morphemes
from rag.ranking.columns import Columns, Mask, Scores
from rag.ranking.concepts import Concept, Lexicon
from rag.ranking.likeness import Likeness
from rag.ranking.scoring import Scorer, calibrated
from rag.ranking.translation import Translator

Embed = Callable[[str], Sequence[float]]

# Measured together over collections in both languages and across; the longer a question, the more its sense tells.
_NEAREST = 200
_LETTERS = 0.4
_COVERAGE = 0.7
_SENSE_AT_LEAST, _SENSE_A_WORD, _SENSE_AT_MOST = 0.3, 0.04, 1.0
_REMEMBERED = 20_000
_SOME = 0.15


@dataclass(frozen=True, slots=True)
class Legs:
    """Which ways of finding a passage take part; all of them but for measuring what each is worth."""

    words: bool = True
    bigrams: bool = True
    embedding: bool = True
    dictionary: bool = True
    glossary: bool = True


ALL = Legs()


class Ranker(Generic[Item]):
    """Ranks the passages of one index; keeps nothing of a question."""

    def __init__(
        self,
        index: Index[Item],
        terms: Sequence[Term],
        morphemes: Morphemes,
        dictionary: Dictionary,
        embed: Embed | None = None,
        legs: Legs = ALL,
    ) -> None:
        self.index, self._morphemes, self._embed, self._legs = index, morphemes, embed, legs
        self._lexicon = Lexicon(terms, index.term_words) if legs.glossary else Lexicon((), ())
        words = lru_cache(_REMEMBERED)(morphemes.words)
        self._translator = Translator(dictionary, index.names, words) if legs.dictionary else None
        self._likeness = Likeness(index)
        self._words = Columns(index.lexical, len(index.passages))
        self._letters = Columns(index.bigrams, len(index.passages))
        self._korean = np.array([_is_korean(words) for words in index.words], bool)
        self._length = float(np.mean([len(words) for words in index.words])) if index.words else 0.0

    def rank(self, question: str, count: int) -> list[tuple[int, float]]:
        """The rows of the best passages that say something of a question, best first, with their scores."""
        scores = self.scores(question, self.concepts(question))
        best = np.argsort(-scores, kind="stable")[:count]
        return [(int(row), float(scores[row])) for row in best if np.isfinite(scores[row])]

    def words(self, text: str) -> tuple[str, ...]:
        """The index words of a text."""
        return self._morphemes.words(text)

    def likeness(self, text: str) -> Scores:
        """How like a text is to each question of the index."""
        return self._likeness.of(text, self.words(text), self._embed(text) if self._embed and text else None)

    def concepts(self, text: str) -> tuple[Concept, ...]:
        """What a text asks for, in both languages."""
        concepts = self._lexicon.concepts(text, self._morphemes.words(text))
        return tuple(self._translator.translated(concepts)) if self._translator else concepts

    def scores(self, question: str, concepts: Sequence[Concept], readable: Mask | None = None) -> Scores:
        """A score for each passage that may be read, by default all, and says something; for others minus infinity.

        A score is a sum of standard deviations above the mean of the passages that may be read; letter pairs are
        compared among passages in the question's language alone.
        """
        may = np.ones(len(self._korean), bool) if readable is None else readable
        total, said = np.zeros(len(may), np.float32), np.zeros(len(may), bool)
        for weight, raw, group in self._told(question, concepts, may):
            said |= raw > 0
            total += np.asarray(weight, np.float32) * (raw if group is None else calibrated(raw, group))
        scores: Scores = np.where(said & may, total, -np.inf).astype(np.float32)
        return scores

    def _told(
        self, question: str, concepts: Sequence[Concept], may: Mask
    ) -> Iterator[tuple[float | Scores, Scores, Mask | None]]:
        """What each leg tells: its weight, its scores, and the group to calibrate them in, if they are not."""
        words = self._morphemes.words(question)
        distinct = len(set(words))
        alike = self._korean if _is_korean(words) else ~self._korean
        groups = [group for group in (may & alike, may & ~alike) if group.any()]
        if self._legs.words:
            often, once = (self._concepts_said(concepts, groups, once=once) for once in (False, True))
            # Passages in the other language share no letters with the question; their words count for these too.
            yield np.where(alike, 1.0, 1.0 + _LETTERS).astype(np.float32), often, may
            yield _COVERAGE * min(1.0, distinct / max(self._length, 1.0)), once, may
        if self._legs.bigrams:
            pairs = dict.fromkeys(bigrams(question))
            yield _LETTERS, Scorer(self._letters, may & alike).words(pairs), may & alike
        if self._legs.embedding:
            yield min(_SENSE_AT_MOST, _SENSE_AT_LEAST + _SENSE_A_WORD * distinct), self._sense(question), None

    def _concepts_said(self, concepts: Sequence[Concept], groups: Sequence[Mask], *, once: bool) -> Scores:
        said = (Scorer(self._words, group, once=once).concepts(concepts) for group in groups)
        return sum(said, self._words.nothing())

    def _sense(self, question: str) -> Scores:
        """How far the cosine of each passage is above the mean, in standard deviations; zero for distant ones."""
        scores = np.zeros(len(self._korean), np.float32)
        if self._embed is None or self.index.dense is None or not self.index.passages:
            return scores
        vector = np.asarray(self._embed(question), np.float32)
        mean, covariance = self.index.dense.moments
        # einsum, because the threads of BLAS wait for each other on a busy machine
        variance = float(np.einsum("i,ij,j->", vector, covariance, vector))
        spread = variance**0.5 if variance > 0 else 0.0
        if spread > 0:
            for row, cosine in self.index.dense.nearest(vector.tolist(), _NEAREST).items():
                scores[row] = max(0.0, (cosine - float(mean @ vector)) / spread)
        return scores


def _is_korean(words: Sequence[str]) -> bool:
    """Whether words are those of a Korean text, which may well be full of names and numbers."""
    return sum(not word.isascii() for word in words) > _SOME * len(words)

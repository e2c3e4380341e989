"""How well the words of passages meet the concepts of a question: BM25 scores, and the share that is met."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.index import Index
from ingest.passages import Passage
from rag.concepts import Concept, Words

Scores = NDArray[np.float32]

_VARIANT, _RELATED = 0.9, 0.5
_VERB, _SEEN = 0.5, 3.0
_UNKNOWN_NOUN, _UNKNOWN_ELSE = 0.8, 0.45
_HANGUL = re.compile(r"[가-힣]+")


class Wording:
    """The words of an index, counted once."""

    def __init__(self, index: Index[Passage]) -> None:
        self.lexical = index.lexical
        self.rows = [frozenset(words) for words in index.words]
        self.frequency = Counter(word for row in self.rows for word in row)


class Matcher:
    """Scores the passages of an index; how rare a word is, it takes from those that may be read alone.

    So the texts of other days, which the index holds as well, do not change what a word tells.
    """

    def __init__(self, wording: Wording, readable: Sequence[int]) -> None:
        self._lexical, self._rows = wording.lexical, wording.rows
        self._count = len(readable)
        self._frequency = Counter(word for row in readable for word in self._rows[row])
        self._everywhere = wording.frequency

    def nothing(self) -> Scores:
        """A score of zero for every passage."""
        return np.zeros(len(self._rows), dtype=np.float32)

    def score(self, concepts: Iterable[Concept]) -> Scores:
        """The sum over the concepts of the best way in which each passage says them."""
        return sum((self._concept(concept) for concept in concepts), self.nothing())

    def weight(self, concept: Concept) -> float:
        """How much a concept tells: the rarity of its words, less for verbs and for words in no passage."""
        return sum(map(self._telling, concept.words)) or _SEEN

    def share(self, concept: Concept, row: int) -> float:
        """How much of a concept a passage says, in its own words or in others (0 to 1)."""
        ways = [self._met(concept.words, row)]
        ways += [_VARIANT * self._met(words, row) for words in concept.variants]
        if concept.related:
            each = [max((self._met(words, row) for words in variants), default=0.0) for variants in concept.related]
            ways.append(_VARIANT * sum(each) / len(each))
        return max(ways)

    def _concept(self, concept: Concept) -> Scores:
        size = max(len(concept.words), 1)
        said = np.maximum(self._mean(concept.words), _VARIANT * self._best(concept.variants)) * size
        related = sum((self._best(variants) for variants in concept.related), self.nothing())
        best: Scores = np.maximum(said, _RELATED * related)
        return best

    def _best(self, variants: Sequence[Words]) -> Scores:
        scores = self.nothing()
        for words in variants:
            scores = np.maximum(scores, self._mean(words))
        return scores

    def _mean(self, words: Words) -> Scores:
        return sum(map(self._word, words), self.nothing()) / np.float32(max(len(words), 1))

    def _word(self, word: str) -> Scores:
        if word not in self._frequency:
            return self.nothing()
        here = _idf(self._count, self._frequency[word])
        scores: Scores = self._lexical.get_scores([word])
        return scores * np.float32(here / _idf(len(self._rows), self._everywhere[word]))

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._count / (1 + self._frequency[word]))

    def _telling(self, word: str) -> float:
        told = self._rarity(word) * (_VERB if "/V" in word else 1.0)
        if self._frequency[word]:
            return told
        return told * (_UNKNOWN_NOUN if _HANGUL.fullmatch(word) else _UNKNOWN_ELSE)

    def _met(self, words: Words, row: int) -> float:
        total = sum(map(self._rarity, words))
        return sum(self._rarity(word) for word in words if word in self._rows[row]) / total if total else 0.0


def _idf(count: int, frequency: int) -> float:
    """The rarity that the lexical index has multiplied its scores by (Lucene's form of BM25)."""
    return math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))

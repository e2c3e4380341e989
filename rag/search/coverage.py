"""How much of what a question asks for a passage says, from none of it to all."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from rag.ranking.concepts import Concept, Words

_VARIANT, _TRANSLATION = 0.9, 0.6
_VERB, _SEEN = 0.5, 3.0
_UNKNOWN_NOUN, _UNKNOWN_ELSE = 0.8, 0.45
_HANGUL = re.compile(r"[가-힣]+")


class Coverage:
    """Weighs concepts and tells which passages say them, given the words of all passages.

    How rare a word is, it takes from the passages that may be read alone: texts of other days do not change it.
    """

    def __init__(self, words: Sequence[frozenset[str]], readable: Sequence[int]) -> None:
        self._words = words
        self._count = len(readable)
        self._frequency = Counter(word for row in readable for word in words[row])

    def weight(self, concept: Concept) -> float:
        """How much a concept tells: the rarity of its words, less for verbs and for words in no passage."""
        return sum(map(self._telling, concept.words)) or _SEEN

    def share(self, concept: Concept, row: int) -> float:
        """How much of a concept a passage says, in its own words or in others (0 to 1)."""
        ways = [self._met(concept.words, row)]
        ways += [_VARIANT * self._met(words, row) for words in concept.variants]
        ways += [_TRANSLATION * self._met(words, row) for words in concept.translations]
        if concept.related:
            each = [max((self._met(words, row) for words in variants), default=0.0) for variants in concept.related]
            ways.append(_VARIANT * sum(each) / len(each))
        return max(ways)

    def _rarity(self, word: str) -> float:
        return math.log(1 + self._count / (1 + self._frequency[word]))

    def _telling(self, word: str) -> float:
        told = self._rarity(word) * (_VERB if "/V" in word else 1.0)
        if self._frequency[word]:
            return told
        return told * (_UNKNOWN_NOUN if _HANGUL.fullmatch(word) else _UNKNOWN_ELSE)

    def _met(self, words: Words, row: int) -> float:
        said = self._words[row]
        if said.isdisjoint(words):  # most passages say nothing of most concepts
            return 0.0
        total = sum(map(self._rarity, words))
        return sum(self._rarity(word) for word in words if word in said) / total if total else 0.0

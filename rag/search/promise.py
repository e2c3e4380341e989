"""Whether anything at hand answers a question, told from questions that were and were not answerable."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.exemplars import Exemplar

_ALMOST, _NEVER = 0.5, -0.3
# Fitted over the exemplars, each without itself, and over labelled questions.
_CONSTANT, _COVERAGE, _WORDS, _SCORE = -5.95, 6.65, 1.54, 1.5


class Promise:
    """The words that go with questions that provisions answer, and with those that none does (naive Bayes)."""

    def __init__(self, exemplars: Sequence[Exemplar], words: Sequence[Sequence[str]]) -> None:
        answered: Counter[str] = Counter()
        in_vain: Counter[str] = Counter()
        for exemplar, said in zip(exemplars, words, strict=True):
            (in_vain if exemplar.id is None else answered).update(set(said))
        vain = sum(each.id is None for each in exemplars)
        self._odds = {
            word: math.log((answered[word] + _ALMOST) / (len(exemplars) - vain + 1))
            - math.log((in_vain[word] + _ALMOST * vain / max(len(exemplars) - vain, 1)) / (vain + 1))
            for word in answered.keys() | in_vain.keys()
        }

    def of(self, words: Iterable[str], coverage: float, score: float) -> float:
        """How likely it is that a question is answerable (0 to 1).

        It is told from its words, and from how much of it the first hit meets, and its score.
        """
        return 1 / (1 + math.exp(-(_CONSTANT + _COVERAGE * coverage + _WORDS * self.odds(words) + _SCORE * score)))

    def odds(self, words: Iterable[str]) -> float:
        """How much the words speak for an answerable question; below zero against it."""
        said = set(words)
        return math.fsum(self._odds.get(word, _NEVER) for word in said) / math.sqrt(len(said) or 1)

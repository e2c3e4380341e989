"""Whether anything at hand answers a question, told from questions that were and were not answerable."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from corpus.exemplars import Exemplar
from ingest.index import Bags

_ALMOST, _NEVER = 0.5, -0.3
# Fitted over the exemplars, each without itself, and over labelled questions.
_CONSTANT, _COVERAGE, _WORDS, _SCORE = -7.038, 3.536, 1.457, 1.905


class Promise:
    """The words that go with questions that provisions answer, and with those that none does (naive Bayes)."""

    def __init__(self, exemplars: Sequence[Exemplar], words: Bags) -> None:
        in_vain = np.array([each.id is None for each in exemplars], bool)
        vain, answered = int(in_vain.sum()), int((~in_vain).sum())
        size, of_vain = len(words.vocabulary), in_vain[words.rows]
        said_in_vain, said = (np.bincount(words.flat[each], minlength=size) for each in (of_vain, ~of_vain))
        prior = _ALMOST * vain / max(answered, 1)
        odds = np.log((said + _ALMOST) / (answered + 1)) - np.log((said_in_vain + prior) / (vain + 1))
        self._odds = dict(zip(words.vocabulary, odds.tolist(), strict=True))

    def of(self, words: Iterable[str], coverage: float, score: float) -> float:
        """How likely it is that a question is answerable (0 to 1).

        It is told from its words, and from how much of it the first hit meets, and its score.
        """
        return 1 / (1 + math.exp(-(_CONSTANT + _COVERAGE * coverage + _WORDS * self.odds(words) + _SCORE * score)))

    def odds(self, words: Iterable[str]) -> float:
        """How much the words speak for an answerable question; below zero against it."""
        said = set(words)
        return math.fsum(self._odds.get(word, _NEVER) for word in said) / math.sqrt(len(said) or 1)

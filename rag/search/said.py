"""How much of a question is said of a provision, in its own words or in the questions written for it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from corpus.exemplars import Exemplar
from corpus.identifiers import ProvisionId
from ingest.index import Index
from ingest.passages import Passage

_VERB = 0.5


class Said:
    """The words of each provision and of its questions; those that stand in few questions count more."""

    def __init__(self, index: Index[Passage], exemplars: Sequence[Exemplar]) -> None:
        bags = index.question_words
        often = np.bincount(bags.flat, minlength=len(bags.vocabulary))
        self._count = len(bags)
        self._often = dict(zip(bags.vocabulary, often.tolist(), strict=True))
        self._words: defaultdict[ProvisionId, set[str]] = defaultdict(set)
        for exemplar, numbers in zip(exemplars, np.split(bags.flat, bags.ends[:-1]), strict=True):
            if exemplar.id is not None:
                self._words[exemplar.id].update(bags.vocabulary[number] for number in numbers.tolist())
        for passage, words in zip(index.passages, index.words, strict=True):
            self._words[passage.id].update(words)

    def share(self, words: Iterable[str], key: ProvisionId) -> float:
        """How much of the words is said of a provision or of what it stands under (0 to 1)."""
        asked = sorted(set(words))
        places = [each for each in (key, key.parent) if each is not None and each in self._words]
        said = [word for word in asked if any(word in self._words[each] for each in places)]
        return sum(map(self._rarity, said)) / (sum(map(self._rarity, asked)) or 1.0)

    def _rarity(self, word: str) -> float:
        rarity = math.log1p(self._count / (1 + self._often.get(word, 0)))
        return rarity * _VERB if "/V" in word else rarity

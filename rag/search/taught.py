"""What questions written for provisions tell of a question: the provisions that questions like it are answered by."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.exemplars import Exemplar
from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from rag.citing.validity import Readable
from rag.ranking.columns import Scores

Key = tuple[str, date | None]

_LOOKED_AT, _CHOICES, _UNLIKE = 400, 64, 0.05
# Fitted together with what a search tells, over labelled questions that neither was written for.
_BEST, _THREE, _ARTICLE, _FOUR = 0.83, 0.9, 0.5, 0.5
_USUAL, _FOUND, _COVERED, _BOTH = 0.96, 0.1, -0.77, 1.9


@dataclass(frozen=True, slots=True)
class Alike:
    """How like a question is to those written for provisions, and for what stands in their articles; best first.

    `taught` are all articles that any question was written for.
    """

    provisions: Mapping[ProvisionId, Sequence[float]]
    articles: Mapping[ProvisionId, Sequence[float]]
    taught: frozenset[ProvisionId]

    def of(self, key: ProvisionId, found: float, coverage: float) -> float:
        """How much speaks for a provision: its likest questions, and those of its article.

        Where no question was written for that, as much as is usual for what a search finds so well: `found` is its
        score by that of the best, `coverage` how much of the question it meets.
        """
        if not self.knows(key):
            return _USUAL + _FOUND * found + _COVERED * coverage + _BOTH * found * coverage
        own, around = self.provisions.get(key, ()), self.articles.get(article_of(key), ())
        likest = _BEST * max(own, default=0.0) + _ARTICLE * max(around, default=0.0)
        return likest + _THREE * sum(own[:3]) / 3 + _FOUR * sum(around[:4]) / 4

    def knows(self, key: ProvisionId) -> bool:
        """Whether any question was written for the article of a provision."""
        return article_of(key) in self.taught

    def best(self, count: int) -> list[ProvisionId]:
        """The provisions whose questions are likest."""
        return list(self.provisions)[:count]


@dataclass(frozen=True, slots=True)
class _Targets:
    """For each exemplar the number of the provision it leads to in a choice of texts, and of its article; or -1."""

    ids: Sequence[ProvisionId]
    provisions: NDArray[np.int64]
    articles: NDArray[np.int64]
    taught: frozenset[ProvisionId]


class Taught:
    """The exemplars of a law: which provision of the text of a day each is answered by."""

    def __init__(self, law: Law, exemplars: Sequence[Exemplar]) -> None:
        self._law, self._exemplars = law, exemplars
        self._own = {(each.id.work, each.id.version) for each in exemplars if each.id is not None}
        self._targets = lru_cache(_CHOICES)(self._targets_in)

    def alike(self, likeness: Scores, texts: Sequence[Readable]) -> Alike:
        """What the likeness of a question to each exemplar tells of the provisions of texts."""
        targets = self._targets(tuple(text.key for text in texts))
        provisions: defaultdict[int, list[float]] = defaultdict(list)
        articles: defaultdict[int, list[float]] = defaultdict(list)
        likest = np.argsort(-likeness, kind="stable")[:_LOOKED_AT]
        for row in likest[(likeness[likest] >= _UNLIKE) & (targets.provisions[likest] >= 0)].tolist():
            like = float(likeness[row])
            provisions[int(targets.provisions[row])].append(like)
            articles[int(targets.articles[row])].append(like)
        ids = targets.ids
        of_provisions = {ids[each]: found for each, found in provisions.items()}
        return Alike(of_provisions, {ids[each]: found for each, found in articles.items()}, targets.taught)

    def _targets_in(self, keys: tuple[Key, ...]) -> "_Targets":
        found = [self._target(each.id, keys) if each.id is not None else None for each in self._exemplars]
        articles = [None if each is None else article_of(each) for each in found]
        ids = list(dict.fromkeys(each for each in (*found, *articles) if each is not None))
        rows: dict[ProvisionId | None, int] = {each: row for row, each in enumerate(ids)}
        own, above = (np.array([rows.get(each, -1) for each in named], np.int64) for named in (found, articles))
        return _Targets(ids, own, above, frozenset(each for each in articles if each is not None))

    def _target(self, key: ProvisionId, keys: Sequence[Key]) -> ProvisionId | None:
        """The provision in one of the texts: itself, or where a text has no exemplars what stands in its place."""
        if (key.work, key.version) in keys:
            return key if key in self._law else None
        others = (version for work, version in keys if work == key.work and (work, version) not in self._own)
        there = (ProvisionId(key.work, version, key.units) for version in others)
        return next((each for each in there if each in self._law and self._is_alike(key, each)), None)

    def _is_alike(self, key: ProvisionId, other: ProvisionId) -> bool:
        """Whether the articles of two versions bear the same heading."""
        mine, yours = article_of(key), article_of(other)
        if mine not in self._law or yours not in self._law:
            return False
        headings = [{each.heading for each in self._law.provision(at).renditions} - {""} for at in (mine, yours)]
        return bool(headings[0] & headings[1])


def article_of(key: ProvisionId) -> ProvisionId:
    """The article, section or other topmost unit that a provision stands in."""
    return ProvisionId(key.work, key.version, key.units[:1])

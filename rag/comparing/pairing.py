"""Which provisions of two texts belong together: those found for the same words that are worded most alike."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.identifiers import ProvisionId, UnitKind, is_list_entry
from corpus.provisions import Law
from corpus.works import Lang
from rag.search.hit import Hit

_PAIR, _SCORE, _ALIKE, _STRANGER, _ENTRY = 2, 0.4, 0.6, 0.4, 0.2
_LEAST_ALIKE, _LEAST_COVERAGE, _LEAST_OF_OTHER, _CLEAR, _VERY_ALIKE = 0.22, 0.3, 0.5, 0.85, 0.45
_LOOKED_AT, _AS_GOOD, _SEVERAL = 6, 0.85, 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A matter in an older and a newer text; None where a text has nothing on it."""

    old: ProvisionId | None
    new: ProvisionId | None


def paired(law: Law, old: Sequence[Hit], new: Sequence[Hit], lang: Lang, strangers: Sequence[str]) -> Pair | None:
    """The provisions found for the same words that belong together; None where nothing fits the words.

    Of two that are worded too differently, or of which one meets much less of the words, only the better one is
    given. `strangers` are names of bodies that are not asked for.
    """
    olds, news = (_of_articles(hits)[:_LOOKED_AT] for hits in (old, new))
    if any(map(_is_of_one_article, (olds, news))):
        olds, news = (_first_article(hits) for hits in (olds, news))
    best = max((hit.coverage for hit in (*olds, *news)), default=0.0)
    if best < _LEAST_COVERAGE:
        return None
    scored = [
        (_fit(law, one, olds, strangers) + _fit(law, other, news, strangers) + _ALIKE * likeness, one, other)
        for one in olds
        for other in news
        if (likeness := alike(law, one.id, other.id, lang)) >= _LEAST_ALIKE
    ]
    fitting = [each for each in scored if min(each[1].coverage, each[2].coverage) >= _LEAST_OF_OTHER * best]
    fitting = fitting or [each for each in scored if alike(law, each[1].id, each[2].id, lang) >= _VERY_ALIKE]
    fitting = fitting or [each for each in scored if max(each[1].coverage, each[2].coverage) < _LEAST_OF_OTHER]
    if fitting:
        _, one, other = max(fitting, key=lambda each: each[0])
        return Pair(one.id, other.id)
    first, second = (hits[0] if hits else None for hits in (olds, news))
    if first and (second is None or first.coverage >= second.coverage):
        return Pair(first.id, None)
    return Pair(None, second.id) if second else None


def counterpart(law: Law, key: ProvisionId, others: Iterable[ProvisionId], lang: Lang) -> ProvisionId | None:
    """The provision among others that is worded most like one; None where none is alike."""
    scored = {other: alike(law, key, other, lang) for other in others if len(other.units) == len(key.units)}
    best = max(scored, key=lambda each: scored[each], default=None)
    return best if best is not None and scored[best] >= _LEAST_ALIKE else None


def alike(law: Law, one: ProvisionId, other: ProvisionId, lang: Lang) -> float:
    """How alike two provisions are worded (0 to 1): the share of letters in pairs that they have in common."""
    first, second = (_pairs(_worded(law, each, lang)) for each in (one, other))
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else 0.0


def _fit(law: Law, hit: Hit, hits: Sequence[Hit], strangers: Sequence[str]) -> float:
    """How well a hit meets the words; less where it is of a body that is not asked for."""
    share = hit.score / (max(each.score for each in hits) or 1.0)
    article = hit.id.article
    entry = _ENTRY if is_list_entry(hit.id) else 0.0
    heads = [law.provision(article)] if article is not None and article in law else []
    said = [hit.text, *(words.heading for each in heads for words in each.renditions)]
    strange = any(name.casefold() in text.casefold() for name in strangers for text in said)
    return _SCORE * share + hit.coverage - (_STRANGER if strange else 0.0) - entry


def _is_of_one_article(hits: Sequence[Hit]) -> bool:
    """Whether several hits that meet all of the words are of one article, which is then the matter as a whole."""
    good = [hit for hit in hits if hit.score >= _AS_GOOD * hits[0].score and hit.coverage >= _CLEAR]
    return len([hit for hit in good if hit.id.article == good[0].id.article]) >= _SEVERAL


def _first_article(hits: Sequence[Hit]) -> list[Hit]:
    return [replace(hit, id=hit.id.article) for hit in hits[:1] if hit.id.article is not None]


def _worded(law: Law, key: ProvisionId, lang: Lang) -> str:
    """The heading and the words of a provision; of a paragraph the heading of its article is no part."""
    return f"{law.provision(key).rendition(lang).heading} {law.full_text(key, lang)}"


def _pairs(text: str) -> Counter[str]:
    """Letters in pairs within the words of a text."""
    words = text.casefold().split()
    return Counter(word[at : at + _PAIR] for word in words for at in range(len(word) - 1))


def _of_articles(hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.id.units and hit.id.units[0].kind is UnitKind.ARTICLE]

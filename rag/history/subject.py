"""Which provision a question about the making of a law means, by its words and by what a search finds."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from corpus.identifiers import ProvisionId
from corpus.legislation import Bill, Origin
from corpus.provisions import Law
from corpus.works import LANGS
from rag.search.hit import Hit
from rag.tables import load_table

_HANGUL, _LATIN = re.compile(r"[가-힣]+"), re.compile(r"[a-z]{3,}|\d+")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|에서|에는|와|과|도|로|으로|까지|부터|마다)$")
_STEM, _PAIR, _LAWS = 5, 2, 2
_OF_HITS, _LEAST, _SURE, _LEAST_SHARE, _FOUND = 0.35, 1.5, 3.0, 0.5, 0.6


def origin_meant(
    law: Law, bill: Bill, text: str, search: Callable[[], Sequence[Hit]], admits: Callable[[Origin], bool]
) -> Origin | None:
    """The origin that the words of a question speak of most, and that a search finds too; None where none is clear.

    Only those that `admits` are looked at, and nothing is searched where no word fits; a search that finds nothing
    leaves it to the words alone.
    """
    origins = [origin for origin in bill.origins if admits(origin)]
    asked = _signs(text) - _empty()
    known_words = _words_of(law, bill)
    words = {origin: known_words[origin] for origin in origins}
    known = {sign for sign in asked if any(sign in each for each in words.values())}
    weights = {sign: math.log(1 + len(origins) / sum(sign in each for each in words.values())) for sign in known}
    scores = {origin: sum(weights[sign] for sign in known & words[origin]) for origin in origins}
    if not known or max(scores.values()) < _LEAST:
        return None
    found = _found(search(), origins)
    ranked = sorted(origins, key=lambda each: (-scores[each] * (1 + _OF_HITS * found.get(each, 0.0)), _size(each)))
    best = ranked[0]
    share = scores[best] / sum(weights.values())
    if scores[best] >= _SURE and share >= _LEAST_SHARE:
        return best
    return next((each for each in ranked if found.get(each, 0.0) >= _FOUND and scores[each] >= _LEAST), None)


def _found(hits: Sequence[Hit], origins: Iterable[Origin]) -> dict[Origin, float]:
    """How well a search found each origin: its enacted place, or what the papers say of it (0 to 1)."""
    best = max((hit.score for hit in hits), default=1.0) or 1.0
    found: dict[Origin, float] = {}
    for origin in origins:
        of_papers = {each.id for each in (*origin.bill, *origin.opinion, *origin.proposal, *origin.reason)}
        scores = [hit.score / best for hit in hits if _is_of(hit.id.at(None), origin.provision) or hit.id in of_papers]
        if scores:
            found[origin] = max(scores)
    return found


def _is_of(key: ProvisionId, provision: ProvisionId) -> bool:
    return provision.covers(key)


def _size(origin: Origin) -> tuple[int, str]:
    return len(origin.provision.units), str(origin.provision)


@lru_cache(_LAWS)
def _words_of(law: Law, bill: Bill) -> dict[Origin, frozenset[str]]:
    """The signs of what is said of each origin of a bill; of one that holds another, of its own words alone."""
    holding = {
        origin
        for origin in bill.origins
        if any(each is not origin and origin.provision.covers(each.provision) for each in bill.origins)
    }
    return {origin: _words(law, origin, whole=origin not in holding) for origin in bill.origins}


def _words(law: Law, origin: Origin, *, whole: bool) -> frozenset[str]:
    """The signs of all that is said of an origin: by us, by the papers, and by the texts, as a `whole` or its own."""
    said = [origin.ko, origin.en, origin.why_ko, origin.why_en]
    said += [each.quote for each in (*origin.bill, *origin.proposal, *origin.amendment)]
    for version in law.work(origin.provision.work).versions:
        key = origin.provision.at(version.effective)
        if key in law:
            spoken = [lang for lang in LANGS if law.provision(key).speaks(lang)]
            said += [law.full_text(key, lang) if whole else law.provision(key).rendition(lang).text for lang in spoken]
            heads = [each for each in (key, key.article) if each is not None and each in law]
            said += [words.heading for head in heads for words in law.provision(head).renditions]
    return _signs(" ".join(said))


def _signs(text: str) -> frozenset[str]:
    """Pairs of Korean letters but for particles at the end of a word, stems of English words, and numbers."""
    runs = [_PARTICLE.sub("", run) for run in _HANGUL.findall(text)]
    pairs = {run[at : at + _PAIR] for run in runs for at in range(len(run) - 1)}
    return frozenset(pairs | {word[:_STEM] for word in _LATIN.findall(text.casefold())})


@cache
def _empty() -> frozenset[str]:
    """Signs of words that stand in any question about the making of a law."""
    table = load_table("questions/history")["empty"]
    return _signs(" ".join((*table["ko"], *table["en"])))

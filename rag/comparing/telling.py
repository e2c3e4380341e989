"""What differs between two texts of a matter, in a sentence, and the two texts one after the other."""

from collections.abc import Iterator
from datetime import date

from corpus.identifiers import ProvisionId
from corpus.labels import label, place
from corpus.legislation import Evidence
from corpus.provisions import Law
from corpus.works import Lang, Version, Work
from rag.comparing.chair import chair_told
from rag.comparing.differences import Differences, Number, differences
from rag.comparing.pairing import Pair, alike
from rag.history.statement import Statement
from rag.phrases import say

_SAME = 0.999


def compared_told(law: Law, pair: Pair, days: tuple[date, date], lang: Lang, *, moved: bool) -> Iterator[Statement]:
    """What became of a matter between the texts of two days; then both texts, each with its version."""
    if pair.old is None or pair.new is None:
        key = pair.old or pair.new
        if key is not None:
            phrase = "compared_gone" if pair.new is None else "compared_new"
            yield Statement(say(phrase, lang, place=place(key, lang), old=days[0], new=days[1]))
            yield text_of(law, key, lang)
        return
    if moved:
        places = {"old": place(pair.old, lang), "new": place(pair.new, lang)}
        yield Statement(say("compared_moved", lang, **places))
    yield from _difference(law, pair.old, pair.new, lang)
    yield text_of(law, pair.old, lang)
    yield text_of(law, pair.new, lang)


def whole_told(law: Law, work: Work, old: Version, new: Version, lang: Lang) -> Statement:
    """How two versions differ as a whole: their names, and of how many articles each is."""
    heads = [ProvisionId(work.slug, each.effective) for each in (old, new)]
    counts = [len([each for each in law if each.id.parent == head and each.id.article == each.id]) for head in heads]
    names = [work.name(lang, each.effective) for each in (old, new)]
    values = {"old": names[0], "new": names[1], "before": counts[0], "after": counts[1]}
    return Statement(say("compared_whole", lang, **values))


def _difference(law: Law, old: ProvisionId, new: ProvisionId, lang: Lang) -> Iterator[Statement]:
    spoken: Lang = lang if all(law.provision(each).speaks(lang) for each in (old, new)) else "ko"
    found = differences(law.full_text(old, spoken), law.full_text(new, spoken), spoken)
    if spoken == lang and (chair := chair_told(law.full_text(old, lang), law.full_text(new, lang), lang)):
        yield Statement(chair)
    places = {"old": place(old, lang), "new": place(new, lang)}
    if alike(law, old, new, spoken) >= _SAME:
        yield Statement(say("compared_same", lang, **places))
        return
    if found.changed:
        yield Statement(say("compared_numbers", lang, changed=changed_told(found), **places))
        yield from _apart(_listed(found.lost), _listed(found.added), lang)
    elif found.equal:
        yield Statement(say("compared_equal", lang, equal=_listed(found.equal), **places))
    else:
        yield Statement(say("compared_reworded", lang, **places))
        yield from _apart(", ".join(found.gone), ", ".join(found.new), lang)


def _apart(old: str, new: str, lang: Lang) -> Iterator[Statement]:
    """The numbers or terms that stand in one text alone."""
    for phrase, terms in (("compared_terms_old", old), ("compared_terms_new", new)):
        if terms:
            yield Statement(say(phrase, lang, terms=terms))


def changed_told(found: Differences) -> str:
    """The numbers that differ, as in: 부위원장 1명 → 부위원장 2명, 31명 이내 → 25명 이내."""
    return ", ".join(dict.fromkeys(f"{one.written} → {other.written}" for one, other in found.changed))


def equal_told(found: Differences) -> str:
    """The numbers that are the same in both."""
    return _listed(found.equal)


def _listed(numbers: tuple[Number, ...]) -> str:
    return ", ".join(dict.fromkeys(each.written for each in numbers))


def text_of(law: Law, key: ProvisionId, lang: Lang) -> Statement:
    """A text of a version, quoted, with the day from which it was in force."""
    work = law.work(key.work)
    named = label(key, work, lang, law.works.values())
    said = say("compared_text", lang, label=named, date=key.version or date.min)
    return Statement(said, quoted=(Evidence(key, law.full_text(key, lang)),))

"""Why a provision reads as it does, what the reviewer thought of it, and what became of it: as the papers give it."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.identifiers import ProvisionId
from corpus.labels import label, place
from corpus.legislation import Bill, Event, Evidence, Origin, Stage
from corpus.provisions import Law
from corpus.works import Lang, Work
from rag.history.statement import Statement
from rag.phrases import particle, say


def reason_told(bill: Bill, origin: Origin | None, key: ProvisionId, as_of: date, lang: Lang) -> Iterator[Statement]:
    """The reason that the papers give for what became law; where they give none, that they do not."""
    if origin is not None and origin.why_ko and as_of >= reviewed(bill):
        yield Statement(_why(origin, lang), origin.reason)
    else:
        yield Statement(no_reason(key, lang))


def no_reason(key: ProvisionId, lang: Lang) -> str:
    """That the papers at hand give no reason."""
    named = place(key, lang)
    return say("told_no_reason" if named else "told_no_reason_whole", lang, place=named)


def acting_told(law: Law, key: ProvisionId, lang: Lang) -> Iterator[Statement]:
    """Which other ordinance, by its own name, is the one that amended a provision."""
    for version in law.work(key.work).versions:
        if version.kind == "amendment by another ordinance" and version.touches(key):
            for other in law.works.values():
                made = [each for each in other.versions if each.kind == "enactment" and other.slug != key.work]
                if any((each.number, each.promulgated) == (version.number, version.promulgated) for each in made):
                    yield Statement(say("told_acting", lang, number=version.number, work=other.name(lang)))


def opinion_told(origin: Origin, lang: Lang) -> Iterator[Statement]:
    """What the reviewer thought of a provision, with the words of the report; then what became of it."""
    quotes = origin.reason or origin.opinion
    if origin.why_ko:
        yield Statement(_why(origin, lang), quoted=quotes)
    else:
        yield Statement(say("told_opinion", lang, place=place(origin.provision, lang)), quoted=quotes)
    more = tuple(each for each in origin.opinion if not any(each.quote in said.quote for said in quotes))
    if more:
        yield Statement(say("told_opinion_more", lang), quoted=more)
    if origin.proposal:
        yield Statement(say("told_proposal", lang), quoted=origin.proposal)


def of_bill_told(law: Law, work: Work, origin: Origin, as_of: date, lang: Lang) -> Iterator[Statement]:
    """What the bill said of a matter, or that it had no such provision; then how the law reads."""
    named = place(origin.provision, lang)
    if origin.bill:
        yield Statement(say("told_in_bill", lang), quoted=origin.bill)
    else:
        yield Statement(
            say("told_not_in_bill", lang, place=named, particle=particle(place(origin.provision, "ko"), "은", "는")),
            origin.opinion,
        )
    yield from change_told(law, work, origin, as_of, lang)


def became_told(law: Law, work: Work, origin: Origin, as_of: date, lang: Lang) -> Iterator[Statement]:
    """Where something proposed stands in the law."""
    enacted = list(change_told(law, work, origin, as_of, lang))
    if not enacted:
        yield Statement(say("told_not_yet_law", lang, day=as_of), origin.proposal or origin.bill)
        return
    named = label(origin.provision, work, lang, law.works.values())
    yield Statement(say("told_became", lang, label=named), quoted=origin.proposal or origin.bill)
    yield from enacted


def change_told(law: Law, work: Work, origin: Origin, as_of: date, lang: Lang) -> Iterator[Statement]:
    """What changed on the way from the bill to the law, and how the law reads now, once it is law."""
    said = origin.ko if lang == "ko" else origin.en
    enacted = next((each.effective for each in work.versions if each.kind == "enactment"), date.min)
    if said and as_of >= (origin.known or enacted):
        yield Statement(said)
    yield from text_told(law, work, origin.provision, as_of, lang)


def text_told(law: Law, work: Work, key: ProvisionId, as_of: date, lang: Lang) -> Iterator[Statement]:
    """How a provision reads in the text of a day; nothing where that text is not at hand."""
    version = work.nearest_held(as_of)
    if version is None or version.effective > as_of or key.at(version.effective) not in law:
        return
    there = key.at(version.effective)
    words = law.full_text(there, lang)
    said = say("told_text", lang, label=label(there, work, lang, law.works.values()), date=version.effective)
    yield Statement(said, quoted=(Evidence(there, words),))


def moved_told(bill: Bill, as_of: date, lang: Lang) -> Iterator[Statement]:
    """The amendments that were moved to the bill, each with what the papers say of it."""
    passed = next((event for event in bill.events if event.stage is Stage.COMMITTEE), None)
    if passed is None or (passed.day or as_of) > as_of:
        return
    yield Statement(_said(passed, lang), passed.evidence)
    for origin in bill.origins:
        if origin.amendment:
            said = say("told_moved", lang, place=place(origin.provision, lang))
            yield Statement(said, quoted=origin.amendment)


def reviewed(bill: Bill) -> date:
    """The day before which the review report was not written."""
    days: Sequence[date | None] = [event.day or event.after for event in bill.events if event.stage is Stage.REVIEWED]
    return next((day for day in days if day), date.min)


def _why(origin: Origin, lang: Lang) -> str:
    return origin.why_ko if lang == "ko" else origin.why_en


def _said(event: Event, lang: Lang) -> str:
    said = event.ko if lang == "ko" else event.en
    return say("told_day", lang, day=event.day, said=said) if event.day else said

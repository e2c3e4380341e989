"""Answers to questions that name an article of a bill (안 제6조): its words as reports quote them, and the opinion."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.labels import place
from corpus.legislation import Bill, Evidence
from corpus.provisions import Law
from rag.answer import Answer, Status
from rag.answering.compose import answered, refused
from rag.citing.sources import Source
from rag.citing.validity import Readable
from rag.phrases import particle, say
from rag.questions.question import Question

_AMENDMENT = ("수정안", "amendment")


def by_bill(law: Law, bills: Iterable[Bill], question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The articles asked for, each with the section that speaks of it; None where no article of a bill is named.

    What a report quotes is quoted; of the other articles what the papers say. What the bill does not have is
    said to be missing.
    """
    wanted = _wanted(question)
    if not wanted or not any(text.work.quotes for text in texts):
        return None
    sources = [source for units in wanted for source in _sources(law, bills, question, texts, units)]
    if sources:
        return answered(law, question, texts, list(dict.fromkeys(sources)))
    named = place(ProvisionId("the-bill", None, wanted[0]), question.lang)
    count = len({each.article for bill in bills for each in bill.origins if not each.of_amendment})
    values = {"place": named, "particle": particle(named, "이", "가"), "articles": count}
    return refused(question, Status.NOT_FOUND, say("no_such_bill_article", question.lang, **values))


def articles_quoted(law: Law, question: Question, texts: Sequence[Readable]) -> list[Source]:
    """The articles of a bill that the question names, where the reports quote them."""
    found = dict.fromkeys(key for units in _wanted(question) for key in _quoted(law, question, texts, units))
    return [Source(key, text) for key in found for text in texts if text.admits(key)]


def _wanted(question: Question) -> list[tuple[Unit, ...]]:
    return [each.units for each in question.references if each.bill and each.units]


def _sources(
    law: Law, bills: Iterable[Bill], question: Question, texts: Sequence[Readable], units: tuple[Unit, ...]
) -> Iterator[Source]:
    quoted = list(_quoted(law, question, texts, units))
    above = dict.fromkeys(_section(key) for key in quoted)
    yield from (Source(key, text) for key in quoted for text in texts if text.admits(key))
    yield from (Source(key, text, lead=True) for key in above for text in texts if text.admits(key))
    if not quoted and len(units) == 1 and not _asks_for_amendment(question):
        for evidence in _told(bills, units[0].number):
            yield from (Source(evidence.id, text, evidence.quote) for text in texts if text.admits(evidence.id))


def _quoted(law: Law, question: Question, texts: Sequence[Readable], units: tuple[Unit, ...]) -> Iterator[ProvisionId]:
    """Where the reports quote a place in the bill that they are about, or in the amendment they draft.

    The bill is the first that the manifest lists for a report, the amendment the second.
    """
    which = int(_asks_for_amendment(question))
    bills = {text.work.slug: [each.slug for each in text.work.quotes if each.bill] for text in texts}
    for provision in law:
        slugs = bills.get(provision.id.work, [])
        if slugs[which:] and provision.id.units[-len(units) - 1 :] == (Unit(UnitKind.QUOTED, slugs[which]), *units):
            yield provision.id


def _asks_for_amendment(question: Question) -> bool:
    return any(word in question.read.casefold() for word in _AMENDMENT)


def _told(bills: Iterable[Bill], article: str) -> Iterator[Evidence]:
    """What the papers say of an article of the bill that none of them quotes."""
    for bill in bills:
        for origin in bill.origins:
            if origin.article == article and not origin.of_amendment:
                yield from (*origin.bill, *origin.opinion)


def _section(key: ProvisionId) -> ProvisionId:
    at = next(place for place, unit in enumerate(key.units) if unit.kind is UnitKind.QUOTED)
    return ProvisionId(key.work, key.version, key.units[:at])

"""Answers to questions that name an article of a bill (안 제6조): its words as reports quote them, and the opinion."""

from collections.abc import Iterator, Sequence

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.provisions import Law
from rag.answer import Answer
from rag.compose import answered
from rag.question import Question
from rag.sources import Source
from rag.validity import Readable


def by_bill(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The quoted articles, each with the section that speaks of it; None where no report quotes what is asked."""
    wanted = [each.units for each in question.references if each.bill and each.units]
    found = [key for units in wanted for key in _quoted(law, texts, units)]
    sources = [Source(key, text) for key in found for text in texts if text.admits(key)]
    above = dict.fromkeys(_section(key) for key in found)
    opinions = [Source(key, text, lead=True) for key in above for text in texts if text.admits(key)]
    return answered(law, question, texts, [*sources, *opinions]) if sources else None


def _quoted(law: Law, texts: Sequence[Readable], units: tuple[Unit, ...]) -> Iterator[ProvisionId]:
    """Where the reports quote a place in the bill that they are about, which is the first bill that they quote."""
    bills = {text.work.slug: next((each.slug for each in text.work.quotes if each.bill), "") for text in texts}
    for provision in law:
        bill = Unit(UnitKind.QUOTED, bills.get(provision.id.work) or "-")
        if provision.id.units[-len(units) - 1 :] == (bill, *units):
            yield provision.id


def _section(key: ProvisionId) -> ProvisionId:
    at = next(place for place, unit in enumerate(key.units) if unit.kind is UnitKind.QUOTED)
    return ProvisionId(key.work, key.version, key.units[:at])

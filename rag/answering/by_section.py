"""Answers to questions that name a section or footnote of a report: 검토보고서 각주 16, section 4.2.4 of the report."""

from collections.abc import Sequence

from corpus.identifiers import ProvisionId, Unit
from corpus.provisions import Law
from rag.answer import Answer, Status
from rag.answering.compose import answered, refused
from rag.answering.lacking import lacks
from rag.citing.sources import Source, is_quoted_alone
from rag.citing.validity import Readable
from rag.questions.question import Question


def by_section(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The sections and notes that the question names of the reports it names; None where it names none."""
    named = _named(question, texts)
    if not named:
        return None
    if found := sections_named(law, question, texts):
        return answered(law, question, texts, found)
    said = "\n".join(lacks(law, text, units, question.lang) for units, text in named)
    return refused(question, Status.NOT_FOUND, said)


def sections_named(law: Law, question: Question, texts: Sequence[Readable]) -> list[Source]:
    """The sections and notes that the question names and that are there."""
    named = _named(question, texts)
    return [_source(law, text, units) for units, text in named if ProvisionId(text.work.slug, None, units) in law]


def _named(question: Question, texts: Sequence[Readable]) -> list[tuple[tuple[Unit, ...], Readable]]:
    reports = [text for text in texts if text.version is None and text.work in question.works]
    return [(each.units, text) for each in question.sections for text in reports]


def _source(law: Law, text: Readable, units: tuple[Unit, ...]) -> Source:
    """A section by its own words, where it has any, without those of what stands below it."""
    key = ProvisionId(text.work.slug, None, units)
    return Source(key, text, lead=is_quoted_alone(law, key))

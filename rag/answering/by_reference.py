"""Answers to questions that name a provision: what it says, that it was deleted, or that there is none."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.identifiers import ProvisionId, Unit
from corpus.labels import place
from corpus.provisions import Law
from rag.answer import Answer, Caution, Kind, Status
from rag.answering.compose import answered, refused
from rag.answering.lacking import lacks, not_at_hand, why_away
from rag.answering.places import Place, ordinances_named, places
from rag.citing.sources import Source, version_cautions
from rag.citing.validity import Readable
from rag.phrases import say
from rag.questions.question import Question

_SHOWN = 10


def by_reference(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The answer to a question with exact references; None when it names none that ordinances could have.

    Of several ordinances those that have the provision are quoted, and what the others lack is said in a warning.
    """
    looked_up = places(law, question, texts)
    if not looked_up:
        return None
    found = [each for each in looked_up if each.sources]
    lost = [each for each in looked_up if not each.sources and not each.reference.filled]
    if not found or any(_spoils(each, found) for each in lost):
        return _missing(law, question, lost)
    several = {source.text.key for each in found for source in each.sources}
    if not ordinances_named(question) and len(found) == 1 and len(several) > 1:
        full = _which(law, question, texts, found[0].reference.units, found[0].sources)
    else:
        chosen = dict.fromkeys(source for each in found for source in _of_one_text(each.sources))
        full = answered(law, question, texts, list(chosen))
    said = tuple(Caution("not_all_found", each) for each in _why_missing(law, question, lost))
    return replace(full, warnings=full.warnings + said)


def _spoils(lost: Place, found: Sequence[Place]) -> bool:
    """Whether what is missing is of an ordinance of which something else was found, or of any at all."""
    unnamed = lost.work is None and lost.texts != ()
    return unnamed or (lost.work is not None and lost.work in [each.work for each in found])


def _which(
    law: Law, question: Question, texts: Sequence[Readable], units: tuple[Unit, ...], sources: Sequence[Source]
) -> Answer:
    full = answered(law, question, texts, sources[:_SHOWN])
    which = say("which_work", question.lang, place=place(ProvisionId("the-work", None, units), question.lang))
    if more := len(sources[_SHOWN:]):
        which = f"{which} {say('which_more', question.lang, more=more)}"
    return replace(
        full, status=Status.CLARIFY, answer=f"{which}\n{full.answer}", missing=("work",), kind=Kind.PROVISION
    )


def _of_one_text(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if source.text is sources[0].text]


def _missing(law: Law, question: Question, lost: Sequence[Place]) -> Answer:
    """None of the ordinances that may be meant has the provision."""
    said = "\n".join(_why_missing(law, question, lost))
    read = [text for each in lost for text in each.texts]
    return refused(question, Status.NOT_FOUND, said, version_cautions(question.as_of, question.lang, read))


def _why_missing(law: Law, question: Question, lost: Sequence[Place]) -> list[str]:
    """A sentence for each text or name that lacks a provision, of the first provision that it lacks."""
    said: dict[object, str] = {}
    for each in lost:
        if each.work is None and not each.texts:
            said.setdefault(each.reference.named, not_at_hand(law, each.reference, question.lang))
        elif each.work is not None and not each.texts:
            said.setdefault(each.work.slug, why_away(each.work, question.as_of, question.lang))
        for text in each.texts:
            said.setdefault(text.key, lacks(law, text, each.reference.units, question.lang))
    return list(said.values())

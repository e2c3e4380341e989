"""Answers to questions that name a provision: what it says, that it was deleted, or that there is none."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.citations import Reference
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.labels import place
from corpus.naming import fold_name, ordinance_named
from corpus.provisions import Law
from corpus.works import Genre, Work
from rag.answer import Answer, Kind, Status
from rag.compose import answered, refused
from rag.lacking import lacks
from rag.phrases import say
from rag.question import Question
from rag.sources import Source, version_cautions
from rag.validity import Readable

_SHOWN = 10


def by_reference(law: Law, question: Question, texts: Sequence[Readable]) -> Answer | None:
    """The answer to a question with exact references; None when it names none that ordinances could have."""
    looked_up = look_up(law, question, texts)
    if not looked_up:
        return None
    missing = [each.units for each, sources in looked_up if not sources and not each.filled]
    found = [(each.units, sources) for each, sources in looked_up if sources]
    named = bool(_named(question))
    if missing:
        asked = _asked(question, texts)
        return _missing(law, question, asked[:1] if named else asked, missing[0])
    if not named and len(found) == 1 and len(found[0][1]) > 1:
        return _which(law, question, texts, found[0][0], found[0][1])
    return answered(law, question, texts, [each for _, sources in found for each in _of_one_text(sources)])


def look_up(law: Law, question: Question, texts: Sequence[Readable]) -> list[tuple[Reference, list[Source]]]:
    """Each reference that may be to an ordinance, with the provisions it may be to; none where none can be."""
    wanted = [each for each in question.references if _is_of_an_ordinance(each, question)]
    asked = _asked(question, texts)
    if not asked:
        return []
    return [
        (each, [s for text in _named_beside(law, each, texts) or asked for s in _sources(law, text, each.units)])
        for each in wanted
    ]


def _is_of_an_ordinance(reference: Reference, question: Question) -> bool:
    """Whether a reference may be to an ordinance: not to an Act, and not to a bill, whose numbers are its own."""
    away = reference.bill or (reference.statute and not _is_at_hand(reference.statute, question))
    return not away and reference.units[0].kind is not UnitKind.CHAPTER


def _is_at_hand(statute: str, question: Question) -> bool:
    """Whether what reads like the name of an Act is that of a work, as of the rules (시행규칙) of an ordinance."""
    return any(fold_name(work.name_ko).endswith(fold_name(statute)) for work in question.works)


def _named(question: Question) -> list[Work]:
    bodies = [work for work, _ in question.bodies]
    return [work for work in (*question.works, *bodies) if work.genre is Genre.ORDINANCE]


def _named_beside(law: Law, reference: Reference, texts: Sequence[Readable]) -> list[Readable]:
    """The text of the ordinance that the reference itself names; none where it names none."""
    named = ordinance_named(reference.named, law.works.values()) if reference.named else None
    of_work = [text for text in texts if named is not None and text.work.slug == named.work.slug and text.version]
    if named is None or len(of_work) <= 1:
        return of_work
    # Two texts of one work are read where a name that is gone is asked for as well as the one it bears now.
    gone = [text for text in of_work if text.version and named.until and text.version.effective <= named.until]
    return gone[-1:] or of_work[-1:]


def _asked(question: Question, texts: Sequence[Readable]) -> list[Readable]:
    """The ordinances that the reference may be to: the one named, else all that are readable."""
    named = _named(question)[:1]
    if not named and question.works:
        return []
    ordinances = [text for text in texts if text.work.genre is Genre.ORDINANCE]
    return [text for text in ordinances if text.work in named] if named else ordinances


def _sources(law: Law, text: Readable, units: tuple[Unit, ...]) -> list[Source]:
    """The provision of a text; for addenda named without their number, that of each set of addenda."""
    version = text.version.effective if text.version else None
    key = ProvisionId(text.work.slug, version, units)
    if key in law:
        return [Source(key, text)]
    if units[0] != Unit(UnitKind.ADDENDA):
        return []
    heads = {each.id.units[0] for each in law if text.admits(each.id) and each.id.units[0].kind is UnitKind.ADDENDA}
    keys = (replace(key, units=(head, *units[1:])) for head in sorted(heads, key=str))
    return [Source(each, text) for each in keys if each in law]


def _which(
    law: Law, question: Question, texts: Sequence[Readable], units: tuple[Unit, ...], sources: list[Source]
) -> Answer:
    full = answered(law, question, texts, sources[:_SHOWN])
    which = say("which_work", question.lang, place=place(ProvisionId("the-work", None, units), question.lang))
    if more := len(sources[_SHOWN:]):
        which = f"{which} {say('which_more', question.lang, more=more)}"
    return replace(
        full, status=Status.CLARIFY, answer=f"{which}\n{full.answer}", missing=("work",), kind=Kind.PROVISION
    )


def _of_one_text(sources: list[Source]) -> list[Source]:
    return [source for source in sources if source.text is sources[0].text]


def _missing(law: Law, question: Question, asked: Sequence[Readable], units: tuple[Unit, ...]) -> Answer:
    """None of the ordinances that may be meant has the provision."""
    said = "\n".join(lacks(law, text, units, question.lang) for text in asked)
    return refused(question, Status.NOT_FOUND, said, version_cautions(question.as_of, question.lang, asked))

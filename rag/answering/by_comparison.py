"""Answers to questions that ask what differs: between two versions of an ordinance, or between its bill and the law."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.identifiers import ProvisionId, Unit
from corpus.legislation import Bill
from corpus.provisions import Law
from corpus.works import Version, Work
from rag.answer import Answer, Caution, Status
from rag.answering.compose import refused
from rag.answering.inquiry import Inquiry, Search
from rag.answering.places import ordinances_named
from rag.answering.stating import stated
from rag.answering.taken_out import changed_on
from rag.comparing.of_bill import bill_compared
from rag.comparing.pairing import Pair, counterpart, paired
from rag.comparing.sides import Sides, readable_of, sides_of
from rag.comparing.telling import compared_told, whole_told
from rag.history.statement import Statement
from rag.phrases import say
from rag.questions.comparing import Between, Compared, comparison_asked
from rag.questions.question import Question

_COUNT, _PURPOSE = 8, "art-1"


def by_comparison(law: Law, bills: Iterable[Bill], question: Question, search: Search) -> Answer | None:
    """What differs between the two texts that a question compares, both quoted; None where it compares none."""
    if on_day := changed_on(Inquiry.of(law, bills, question, search)):
        return stated(law, question, *on_day)
    compared = comparison_asked(question)
    if compared is None:
        return None
    if compared.between is Between.BILL:
        told = bill_compared(Inquiry.of(law, bills, question, search), compared)
        return stated(law, question, told) if told else None
    work = _work(law, question)
    sides = sides_of(work, compared, question.as_of) if work else None
    if work is None or sides is None:
        return None
    if sides.old is None or sides.new is None:
        if any(each.touched for each in sides.meant):
            return None  # what an amendment touched is told as a history
        return refused(question, Status.NOT_FOUND, " ".join(_away(work, sides, question)))
    pair = _pair(law, question, compared, work, (sides.old, sides.new), search)
    if pair is None:
        return None
    days = (sides.old.effective, sides.new.effective)
    lines = [Statement(each) for each in _away(work, sides, question)]
    lines += [whole_told(law, work, sides.old, sides.new, question.lang)] if compared.of_all else []
    lines += compared_told(law, pair, days, question.lang, moved=_moved(compared, pair))
    return stated(law, question, lines, _doubts(law, pair, work, (sides.old, sides.new), question))


def _work(law: Law, question: Question) -> Work | None:
    """The ordinance that is named; where none is, the only one of which two texts are at hand."""
    named = list(dict.fromkeys(ordinances_named(question)))
    if named:
        return named[0] if len(named) == 1 else None
    several = [work for work in law.works.values() if len([each for each in work.versions if each.held]) > 1]
    return several[0] if len(several) == 1 and not question.works else None


def _pair(
    law: Law, question: Question, compared: Compared, work: Work, texts: tuple[Version, Version], search: Search
) -> Pair | None:
    """The provisions to compare: by the number that the question names, else by its words in both texts."""
    if compared.of_all:
        keys = [ProvisionId.parse(f"{work.slug}@{each.effective}/{_PURPOSE}") for each in texts]
        return Pair(*keys) if all(key in law for key in keys) else None
    named = [each.units for each in question.references if each.units and not each.bill]
    if named:
        return _numbered(law, compared, work, texts, named)
    old, new = (
        search(_asked_of(question, compared, work, each), [readable_of(work, each, question.as_of)], _COUNT)
        for each in texts
    )
    strangers = [name for body in work.bodies if (work, body) not in question.bodies for name in body.names[:1]]
    of_body = [name for name in strangers if name not in _main_bodies(work)]
    english = [each for body in work.bodies if body.names[0] in of_body for each in body.names if each.isascii()]
    return paired(law, old, new, question.lang, [*of_body, *english])


def _asked_of(question: Question, compared: Compared, work: Work, version: Version) -> Question:
    """The words to look for in a version, with the bodies that were there then, whose articles are known."""
    first = next((each for each in work.bodies if each.until is not None), None)
    before = first is not None and first.until is not None and version.effective <= first.until
    bodies = tuple(each for each in question.bodies if (each[1].until is not None) == before)
    words = compared.words or question.text
    return replace(question, topic=words, text=words, sought=words, bodies=bodies)


def _main_bodies(work: Work) -> list[str]:
    """The first of its bodies at any time, by their first names: those asked for where none is named."""
    gone = [body.names[0] for body in work.bodies if body.until is not None]
    return [*gone, *(body.names[0] for body in work.bodies[:1])]


def _numbered(
    law: Law, compared: Compared, work: Work, texts: tuple[Version, Version], named: Sequence[tuple[Unit, ...]]
) -> Pair | None:
    """Two numbers stand each for its text; one for both, or where the place is asked for, for the text that has it."""
    both = (named[0], named[-1])
    keys = [ProvisionId(work.slug, each.effective, units) for each, units in zip(texts, both, strict=True)]
    old, new = (key if key in law else None for key in keys)
    if compared.moved and old is not None:
        others = [each.id for each in law if (each.id.work, each.id.version) == (work.slug, texts[1].effective)]
        return Pair(old, counterpart(law, old, others, "ko"))
    return Pair(old, new) if old or new else None


def _moved(compared: Compared, pair: Pair) -> bool:
    """Whether the place is worth telling: where it is asked for, or the number is another."""
    return compared.moved or bool(pair.old and pair.new and pair.old.units != pair.new.units)


def _away(work: Work, sides: Sides, question: Question) -> Iterator[str]:
    """That the text of a version is not at hand, and which one is compared in its place."""
    for version in sides.away:
        values = {"work": work.name(question.lang), "number": version.number, "date": version.effective}
        yield say("compared_away", question.lang, **values)


def _doubts(
    law: Law, pair: Pair, work: Work, texts: tuple[Version, Version], question: Question
) -> tuple[Caution, ...]:
    """Why a comparison may mislead: all numbers were given anew, or the articles bear other headings."""
    between = [each for each in work.versions if texts[0].effective < each.effective <= texts[1].effective]
    if not any(each.kind == "whole amendment" for each in between):
        return ()
    heads = {law.provision(key.article).rendition("en").heading for key in (pair.old, pair.new) if key and key.article}
    doubts = ["whole_amendment", *(["headings_differ"] if len(heads) > 1 else [])]
    return tuple(Caution(each, say(f"doubt_{each}", question.lang)) for each in doubts)

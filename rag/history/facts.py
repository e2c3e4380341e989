"""Single facts of a bill, each in a sentence: who proposed it, its number, the days on which it was dealt with."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.legislation import Bill, Event, Fact, Stage
from corpus.works import Lang
from rag.history.statement import Statement
from rag.phrases import day, say
from rag.questions.legislative import Matter

_FACTS = (Matter.PROPOSER, Matter.SUPPORTERS, Matter.BILL_NUMBER)
_STAGES = {
    Matter.INTRODUCED: Stage.INTRODUCED,
    Matter.REFERRED: Stage.REFERRED,
    Matter.COMMITTEE: Stage.COMMITTEE,
    Matter.PLENARY: Stage.PLENARY,
}


def facts_of(bill: Bill, matters: Sequence[Matter], as_of: date, lang: Lang) -> Iterator[Statement]:
    """A sentence for each fact that is asked, of what had happened by a day; what had not is said to be so."""
    begun = min((event.day for event in bill.events if event.day), default=date.min)
    for matter in matters:
        if matter in _FACTS and as_of >= begun:
            yield from (_fact(each, lang) for each in bill.facts if each.name == matter)
        elif matter in (*_FACTS, *_STAGES):
            stage = _STAGES.get(matter, Stage.INTRODUCED)
            known = [event for event in bill.events if event.stage is stage and (event.day or as_of) <= as_of]
            yield from (_event(event, lang) for event in known)
            if not known:
                yield from not_until(bill, stage, as_of, lang)


def fact_named(bill: Bill, name: str, as_of: date, lang: Lang) -> Statement | None:
    """What the papers say of a bill as a whole under a name, as `why`; None where it was not known by the day."""
    begun = min((event.day for event in bill.events if event.day), default=date.min)
    found = (each for each in bill.facts if each.name == name and (each.after or begun) <= as_of)
    return next((_fact(each, lang) for each in found), None)


def _fact(fact: Fact, lang: Lang) -> Statement:
    return Statement(fact.ko if lang == "ko" else fact.en, fact.evidence)


def _event(event: Event, lang: Lang) -> Statement:
    said = event.ko if lang == "ko" else event.en
    dated = say("told_day", lang, day=day(event.day, lang), said=said) if event.day else said
    return Statement(dated, event.evidence)


def not_until(bill: Bill, stage: Stage, as_of: date, lang: Lang) -> Iterator[Statement]:
    """That a step had not been taken by a day, and the last one that had."""
    taken = [event for event in bill.events if (event.day or event.after or date.max) <= as_of]
    if taken:
        named = say(f"stage_{stage}", lang)
        yield Statement(say("told_not_until", lang, day=as_of, stage=named))
        yield _event(taken[-1], lang)

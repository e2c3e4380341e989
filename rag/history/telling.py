"""The steps of a history told one after the other, each with its day, its sources and what they are worth."""

from collections.abc import Iterable, Iterator

from corpus.legislation import Bill, Evidence, Stage
from rag.answer import Citation
from rag.history import History, Step
from rag.history.statement import Statement
from rag.phrases import day, say

OF_LAW = (Stage.ENACTED, Stage.AMENDED, Stage.INSERTED, Stage.DELETED, Stage.TEXT)


def steps_told(told: History, bills: Iterable[Bill]) -> Iterator[Statement]:
    """A numbered line for each step; then what differs between the bill and the law, and which steps are law.

    What carries an event of a bill as a whole is marked; what a paper or a text says of the matter is quoted.
    """
    plain = {evidence for bill in bills for event in bill.events for evidence in event.evidence}
    for number, step in enumerate(told.steps, start=1):
        said = say("told_step", told.lang, number=number, head=_head(step, told), said=step.said)
        sources = [Evidence(each.id, each.quote) for each in _sources(step, told)]
        marked = tuple(each for each in sources if each in plain)
        yield Statement(said, marked, tuple(each for each in sources if each not in plain))
    yield from (Statement(say("told_change", told.lang, change=change)) for change in told.changes)
    last = max((at for at, step in enumerate(told.steps, start=1) if step.stage not in OF_LAW), default=0)
    if last:
        yield Statement(say("told_background", told.lang, last=last))


def acts_told(found: History, stages: tuple[Stage, ...]) -> Iterator[Statement]:
    """What ordinances did, a sentence each, without the texts between."""
    for step in found.steps:
        if step.stage in stages:
            sources = [found.citations[n - 1] for n in step.citations]
            dated = say("told_day", found.lang, day=step.day, said=step.said) if step.day else step.said
            yield Statement(dated, tuple(Evidence(each.id, each.quote) for each in sources))


def _head(step: Step, told: History) -> str:
    """The stage, with its day where a paper gives one, and what its sources are worth."""
    stage = say(f"stage_{step.stage}", told.lang)
    worth = dict.fromkeys(_worth(each, told) for each in _sources(step, told))
    dated = [day(step.day, told.lang)] if step.day else []
    beside = " · ".join((*dated, *([", ".join(worth)] if worth else [])))
    return f"{stage} ({beside})" if beside else stage


def _worth(citation: Citation, told: History) -> str:
    return say(f"worth_{citation.status}", told.lang)


def _sources(step: Step, told: History) -> list[Citation]:
    return [told.citations[n - 1] for n in step.citations]

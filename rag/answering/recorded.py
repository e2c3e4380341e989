"""Adds to an answer from a superseded text what is recorded of its matter for the day, where that is not at hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.identifiers import ProvisionId
from corpus.works import Standing
from rag.answer import Answer, Status
from rag.answering.computing import pattern, sentence_of
from rag.meetings.sheets import Basis, load_sheets
from rag.questions.question import Question


def with_records(question: Question, answer: Answer) -> Answer:
    """The answer with the recorded facts that count on its day at an article it cites from an older text.

    They are said where the question is about who sits on a committee, which is what they tell, and at their very
    place.
    """
    texts = {(each.id.work, each.id.version) for each in answer.citations}
    if answer.status is not Status.ANSWERED or len({work for work, _ in texts}) < len(texts):
        return answer  # texts of one ordinance side by side are compared, and not told for the day
    depth = 1 if pattern("filled").search(question.text) else None
    older = [each.id for each in answer.citations if each.status is Standing.NOT_IN_FORCE and each.id.version]
    told = [
        _told(each, question) for each in _recorded_on(question.as_of) if any(_is_at(key, each, depth) for key in older)
    ]
    new = [line for fact, line in told if fact not in answer.answer]
    return replace(answer, answer="\n".join((answer.answer, *dict.fromkeys(new)))) if new else answer


def _recorded_on(day: date) -> Iterator[Basis]:
    """The recorded facts about places of an ordinance that the sheets name for a day."""
    for sheet in load_sheets().values():
        for rule in (rule for rules in sheet.rules.values() for rule in rules if rule.holds(day)):
            yield from (each for each in rule.basis if each.record and each.source and each.id)


def _is_at(key: ProvisionId, recorded: Basis, depth: int | None) -> bool:
    """Whether a provision cited is the one that a recorded fact is about, or shares the first `depth` units with it."""
    there = recorded.id
    if there is None or there.version is not None:
        return False
    return (key.work, key.units[:depth]) == (there.work, there.units[:depth])


def _told(recorded: Basis, question: Question) -> tuple[str, str]:
    """A recorded fact, and the line that tells it."""
    line = sentence_of("told_record", fact=recorded.record, source=recorded.source).words(question.lang)
    fact = recorded.record
    return (fact.ko if question.lang == "ko" else fact.en) if fact else "", line

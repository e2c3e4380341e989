"""Whether a committee is there on a day, and which one was there before it."""

import re
from collections.abc import Iterable
from datetime import date

from rag.answering.computing import committee_of, day_of, name_of, pattern, sentence_of
from rag.answering.words import content_words
from rag.meetings.facts import Committee
from rag.meetings.sheets import Basis, Topic, load_sheets
from rag.membership.findings import Bound, Finding, Outcome, Step, Subject
from rag.membership.sheets import Existence, existence, joined
from rag.questions.asked_day import Told
from rag.questions.question import Question

_EXISTING = re.compile(
    r"^(?:아직|도|존속|존재|운영|위원회|still|exist\w*|there|around|happen\w*|become\w*|committee|already|yet|then)$"
)
_HEADS = re.compile(r"^(?:위원|위원수|수|정원|명|최대|member\w*|people|seats?|many|most|maximum|have|number)$")


def exists(question: Question) -> Finding | None:
    """Whether the committee that a question names is there on its day; before it was set up, its forerunner.

    How many members it has is answered only where it was not there yet; None where neither is asked.
    """
    committee = committee_of(question)
    if committee is None:
        return None
    body, topic = existence(committee), content_words(question.topic, question.lang)
    asked = question.asked is not None and question.asked.told is not Told.NOW
    day = question.as_of if asked else day_of(question)
    existing = bool(pattern("exists").search(question.text)) and all(_EXISTING.match(each) for each in topic)
    counting = bool(pattern("heads").search(question.text)) and all(_HEADS.match(each) for each in topic)
    if day < body.begins:
        return _before(committee, body, day, existing=existing) if existing or counting else None
    if not existing or not (asked or (body.ends and day > body.ends and not pattern("standing").search(question.text))):
        return None
    return _of_day(question, committee, body, day)


def _before(committee: Committee, body: Existence, day: date, *, existing: bool) -> Finding | None:
    """That a committee was not there yet, with the one that was; None where none is known."""
    if body.forerunner is None or not existence(body.forerunner).holds(day):
        return None
    sheet = load_sheets()[body.forerunner]
    rules = [rule for topic in (Topic.EXISTENCE, Topic.COMPOSITION) if (rule := sheet.rule(topic, day))]
    limit = next((rule.limit for rule in rules if rule.limit), None)
    name = "exists_not_yet" if existing else "heads_not_yet"
    said = sentence_of(name, body=name_of(committee), begins=body.begins, day=day)
    forerunner = sentence_of("exists_forerunner", body=name_of(body.forerunner), limit=limit)
    begun = load_sheets()[committee].rule(Topic.EXISTENCE, body.begins)
    sources = bounds_of(basis for rule in (*rules, begun) if rule for basis in rule.basis)
    return Finding(Subject.COUNT, Outcome.NO, joined(said, forerunner), (_step(sources),))


def _of_day(question: Question, committee: Committee, body: Existence, day: date) -> Finding:
    """Whether a committee is there on a day from its first on."""
    ahead = question.asked is not None and question.asked.ahead
    values = {"body": name_of(committee), "begins": body.begins, "ends": body.ends, "day": day}
    rule = load_sheets()[committee].rule(Topic.EXISTENCE, min(day, body.ends or day))
    over = body.ends is not None and day > body.ends
    steps = (_step(bounds_of(rule.basis), over=over),) if rule else ()
    if over:
        name = "exists_no" if body.known > date.min else "exists_no_more"
        return Finding(Subject.COUNT, Outcome.NO, sentence_of(name, **values), steps, recorded=body.recorded)
    name = ("exists_yes_ahead" if body.ends else "exists_yes_open") if ahead else "exists_yes"
    return Finding(Subject.COUNT, Outcome.YES, sentence_of(name, **values), steps)


def _step(sources: tuple[Bound, ...], *, over: bool = False) -> Step:
    return Step(sentence_of("standing_step" if over else "standing_begins"), None, sources)


def bounds_of(bases: Iterable[Basis]) -> tuple[Bound, ...]:
    """The words of law among what a rule rests on."""
    return tuple(
        Bound(each.id, each.quotes.get("ko", ""), each.quotes.get("en", ""), lasting=not each.fixed)
        for each in bases
        if each.id is not None and each.quotes
    )

"""What the rules of a committee give for a number of members: who may call a meeting, and the seats left."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil

from rag.answering.computing import committee_of, day_of, name_of, number_of, pattern, sentence_of
from rag.answering.existing import bounds_of
from rag.meetings.sheets import Basis, Topic, load_sheets
from rag.membership.findings import Finding, Outcome, Recorded, Said, Step, Subject
from rag.questions.question import Question


def who_may_call(question: Question) -> Finding | None:
    """How many members have to ask for a meeting, where a share of them may."""
    committee = committee_of(question)
    if committee is None or not pattern("call").search(question.text):
        return None
    rule = load_sheets()[committee].rule(Topic.CONVENING, day_of(question))
    if rule is None or rule.share is None:
        return None
    register = number_of(pattern("register").search(question.text))
    values = {"body": name_of(committee), "share": rule.share, "n": register}
    sources, recorded = bounds_of(rule.basis), tuple(_recorded(rule.basis))
    if not register:
        step = Step(sentence_of("call_step", **values), None, sources)
        missing = ("on_register",)
        return Finding(
            Subject.COUNT,
            Outcome.UNKNOWN,
            sentence_of("call_missing", **values),
            (step,),
            (),
            missing,
            recorded=recorded,
        )
    values["needed"] = ceil(register / rule.share)
    values["quotient"] = f"{register / rule.share:.2f}".rstrip("0").rstrip(".")
    step = Step(sentence_of("call_step", **values), sentence_of("call_sum", **values), sources)
    return Finding(Subject.COUNT, Outcome.YES, sentence_of("call", **values), (step,), recorded=recorded)


def seats_left(question: Question) -> Finding | None:
    """How many members are left to the limit of a committee, or whether a number of them is over it."""
    committee = committee_of(question)
    breach = number_of(pattern("breach").search(question.text))
    n = number_of(pattern("seats").search(question.text)) or breach
    if committee is None or n is None:
        return None
    rules = load_sheets()[committee].rules.get(Topic.COMPOSITION, ())
    rule = next((each for each in rules if each.holds(day_of(question))), None)
    if rule is None or rule.limit is None:
        return None
    left = rule.limit - n
    values = {"body": name_of(committee), "limit": rule.limit, "n": n, "left": left, "over": -left}
    name = "seats_left" if left > 0 else "seats_over" if left < 0 else "seats_none"
    name = ("breach_yes" if left < 0 else "breach_no") if breach else name
    texts = [
        each for each in rules if each.since <= rule.since and each.limit is not None and bounds_of(each.basis)[:1]
    ]
    steps = tuple(
        Step(
            sentence_of("seats_step", version=_version_of(each.basis), limit=each.limit),
            sentence_of("seats_sum", **values) if each is rule else None,
            bounds_of(each.basis)[:1],
        )
        for each in texts[-1:]
    )
    outcome = Outcome.YES if (left < 0 if breach else left > 0) else Outcome.NO
    return Finding(Subject.COUNT, outcome, sentence_of(name, **values), steps, recorded=tuple(_recorded(rule.basis)))


def _version_of(bases: Iterable[Basis]) -> date:
    return next(each.id.version for each in bounds_of(bases) if each.id.version)


def _recorded(bases: Iterable[Basis]) -> Iterator[Recorded]:
    for each in bases:
        if each.record and each.source:
            yield Recorded(Said(each.record.ko, each.record.en), Said(each.source.ko, each.source.en))

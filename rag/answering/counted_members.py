"""What the rules of a committee give for a number of members: who may call a meeting, the seats left, abstentions."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil

from rag.answering.computing import committee_of, day_of, name_of, number_of, pattern, sentence_of, supposed_of
from rag.answering.existing import bounds_of
from rag.meetings.sheets import Basis, Topic, load_sheets
from rag.membership.findings import Finding, Outcome, Recorded, Said, Step, Subject
from rag.questions.question import Question


def who_may_call(question: Question) -> Finding | None:
    """How many members have to ask for a meeting, where a share of them may."""
    committee = committee_of(question)
    demanded = number_of(pattern("demanded").search(question.text)) if _asks_whether(question) else None
    if committee is None or not (demanded or pattern("call").search(question.text)):
        return None
    rule = load_sheets()[committee].rule(Topic.CONVENING, day_of(question))
    if rule is None or rule.share is None:
        return None
    register = number_of(pattern("register").search(question.text))
    values: dict[str, object] = {"body": name_of(committee), "share": rule.share, "n": register}
    sources, recorded = bounds_of(rule.basis), tuple(recorded_of(rule.basis))
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
    if demanded is not None:
        enough = demanded >= ceil(register / rule.share)
        said = sentence_of("call_enough" if enough else "call_short", asked=demanded, **values)
        return Finding(Subject.COUNT, Outcome.YES if enough else Outcome.NO, said, (step,), recorded=recorded)
    return Finding(Subject.COUNT, Outcome.YES, sentence_of("call", **values), (step,), recorded=recorded)


def _asks_whether(question: Question) -> bool:
    return bool(pattern("whether").search(question.text))


def seats_left(question: Question) -> Finding | None:
    """How many members are left to the limit of a committee, or whether so many are within it, or over it."""
    committee, assumed = supposed_of(question)
    size = number_of(pattern("size").search(question.text))
    breach = number_of(pattern("breach").search(question.text)) if size is None else None
    n = next((each for each in (size, breach, number_of(pattern("seats").search(question.text))) if each), None)
    if committee is None or n is None or pattern("some_only").search(question.text):
        return None
    rules = load_sheets()[committee].rules.get(Topic.COMPOSITION, ())
    rule = next((each for each in rules if each.holds(day_of(question))), None)
    if rule is None or rule.limit is None:
        return None
    left = rule.limit - n
    values = {"body": name_of(committee), "limit": rule.limit, "n": n, "left": left, "over": -left}
    name = "seats_left" if left > 0 else "seats_over" if left < 0 else "seats_none"
    if size is not None:
        name = "size_fits" if left >= 0 else "size_over"
    elif breach is not None:
        name = "breach_yes" if left < 0 else "breach_no"
    elif left > 0 and pattern("how_many").search(question.text):
        name = "seats_number"
    texts = [
        each for each in rules if each.since <= rule.since and each.limit is not None and bounds_of(each.basis)[:1]
    ]
    steps = tuple(
        Step(
            sentence_of("seats_step", version=_version_of(each.basis), limit=each.limit),
            sentence_of("seats_sum", **values) if each is rule and left >= 0 else None,
            bounds_of(each.basis)[:1],
        )
        for each in texts[-1:]
    )
    fits = left < 0 if breach else left > 0 or bool(size and not left)
    outcome = Outcome.YES if fits else Outcome.NO
    recorded = tuple(recorded_of(rule.basis))
    return Finding(Subject.COUNT, outcome, sentence_of(name, **values), steps, assumed, recorded=recorded)


def abstention(question: Question) -> Finding | None:
    """That an abstention is no vote in favour, where a committee resolves by a majority of those attending."""
    committee, assumed = supposed_of(question)
    if committee is None or not pattern("abstention").search(question.text):
        return None
    rule = load_sheets()[committee].rule(Topic.RESOLUTION, day_of(question))
    sources = bounds_of(rule.basis) if rule and not rule.silent else ()
    if not sources or rule is None:
        return None
    steps = (Step(sentence_of("abstention_step", body=name_of(committee)), None, sources),)
    recorded = tuple(recorded_of(rule.basis))
    return Finding(Subject.COUNT, Outcome.NO, sentence_of("abstention"), steps, assumed, recorded=recorded)


def _version_of(bases: Iterable[Basis]) -> date:
    return next(each.id.version for each in bounds_of(bases) if each.id.version)


def recorded_of(bases: Iterable[Basis]) -> Iterator[Recorded]:
    """The recorded facts among what a rule rests on."""
    for each in bases:
        if each.record and each.source:
            yield Recorded(Said(each.record.ko, each.record.en), Said(each.source.ko, each.source.en))

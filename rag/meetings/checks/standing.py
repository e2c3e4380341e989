"""Whether the committee was there on the day, and composed within its limit."""

from rag.meetings.case import Case
from rag.meetings.report import Check, Status
from rag.meetings.sheets import Topic
from rag.meetings.wording import both, joined


def existence(case: Case) -> Check:
    """The committee exists from its enactment to the end of its term of existence."""
    rules = case.sheet.rules[Topic.EXISTENCE]
    first, last = rules[0], rules[-1]
    told = {"committee": case.sheet.name, "day": case.day}
    if (rule := case.rule(Topic.EXISTENCE)) is not None:
        said = both("exists" if last.until is None else "exists_until", **told, until=last.until)
        if case.sheet.optional:
            said = both(case.sheet.optional, **told, until=last.until)
        status = Status.ASSUMED if case.sheet.optional else Status.PASS
        return Check(Topic.EXISTENCE, status, said, basis=rule.basis)
    if last.until is not None and case.day > last.until:
        return Check(Topic.EXISTENCE, Status.FAIL, both("ceased", **told, until=last.until), basis=last.basis)
    if case.sheet.enacted is not None:
        return Check(Topic.EXISTENCE, Status.FAIL, both("not_yet", **told, since=first.since), basis=first.basis)
    return Check(Topic.EXISTENCE, Status.UNKNOWN, both("before_record", **told, since=first.since), basis=first.basis)


def composition(case: Case) -> Check:
    """The register keeps to the largest number of members on the day."""
    rule, register = case.rule(Topic.COMPOSITION), case.facts.on_register
    if rule is None:
        return Check(Topic.COMPOSITION, Status.UNKNOWN, both("no_rule_then", day=case.day))
    if rule.limit is None:
        return Check(Topic.COMPOSITION, Status.PASS, both("no_limit", committee=case.sheet.name), basis=rule.basis)
    if register is None:
        reason = both("limit", limit=rule.limit)
        return Check(Topic.COMPOSITION, Status.UNKNOWN, reason, basis=rule.basis, missing=("on_register",))
    within = register <= rule.limit
    computation = both("register_and_limit", register=register, limit=rule.limit, sign="≤" if within else ">")
    if within:
        basis = rule.basis[:1] if rule.say else rule.basis
        return Check(Topic.COMPOSITION, Status.PASS, both("within_limit", limit=rule.limit), computation, basis)
    reason = both("over_limit", limit=rule.limit, register=register)
    said = joined(reason, both(rule.say)) if rule.say else reason
    return Check(Topic.COMPOSITION, Status.FAIL, said, computation, rule.basis)

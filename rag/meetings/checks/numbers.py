"""Quorum, exclusion and vote: more than half, counted strictly and leniently where the law is contested."""

from rag.meetings.case import Case
from rag.meetings.facts import Facts
from rag.meetings.report import Check, Resolved, Status
from rag.meetings.sheets import Topic, load_rulings
from rag.meetings.wording import Words, both, joined

PRESENT_BUT_BARRED = ("2008da1521", "98da42547")


def majority(count: int) -> int:
    """The smallest number that is more than half."""
    return count // 2 + 1


def opening(case: Case) -> Check:
    """More than half of the register is there; whether excluded members count as present is contested."""
    rule, register, attending = case.rule(Topic.OPENING), case.facts.on_register, case.facts.attending
    if rule is None or rule.silent:
        reason = both("no_quorum_rule" if rule else "no_rule_then", day=case.day)
        return Check(Topic.OPENING, Status.UNKNOWN, reason, basis=rule.basis if rule else ())
    if register is None or attending is None:
        lacking = tuple(name for name in ("on_register", "attending") if getattr(case.facts, name) is None)
        return Check(Topic.OPENING, Status.UNKNOWN, _what_it_takes(case.facts), basis=rule.basis, missing=lacking)
    needed, strict = majority(register), attending - (case.facts.excluded_attending or 0)
    status = Status.PASS if strict >= needed else Status.CONTESTED if attending >= needed else Status.FAIL
    name = "opening_pass_plain" if status is Status.PASS and strict == attending else f"opening_{status}"
    reason = both(name, needed=needed, register=register, attending=attending, strict=strict)
    rulings = tuple(load_rulings()[key] for key in PRESENT_BUT_BARRED) if status is Status.CONTESTED else ()
    return Check(Topic.OPENING, status, reason, _opening_sum(register, needed, attending, strict), rule.basis, rulings)


def _what_it_takes(facts: Facts) -> Words:
    if facts.on_register is not None:
        return both("opens_with", register=facts.on_register, needed=majority(facts.on_register))
    strict = (facts.attending or 0) - (facts.excluded_attending or 0)
    if facts.attending and largest_register(facts.attending, strict) is not None:
        return both("register_at_most", attending=strict, register=2 * strict - 1)
    return both("majority_opens")


def largest_register(attending: int, strict: int) -> int | None:
    """The largest register that `strict` members can open; None where it would have fewer than are attending."""
    return 2 * strict - 1 if 2 * strict - 1 >= attending else None


def _opening_sum(register: int, needed: int, attending: int, strict: int) -> Words:
    half = f"{register / 2:g}"
    sign = "≥" if strict >= needed else "<"
    if strict == attending:
        return both("sum_opening", register=register, half=half, needed=needed, attending=attending, sign=sign)
    lenient = "≥" if attending >= needed else "<"
    told = {"register": register, "half": half, "needed": needed, "attending": attending, "strict": strict}
    return both("sum_opening_twice", **told, sign=sign, lenient=lenient)


def exclusion(case: Case) -> Check:
    """Excluded members stay out of deliberation and vote; where one takes part the resolution is void."""
    rule, excluded = case.rule(Topic.EXCLUSION), case.facts.excluded_attending or 0
    basis = rule.basis if rule else ()
    if not excluded:
        status = Status.ASSUMED if case.assumed("excluded_attending") else Status.PASS
        return Check(Topic.EXCLUSION, status, both("none_excluded"), basis=basis)
    if rule is None:
        return Check(Topic.EXCLUSION, Status.UNKNOWN, both("no_exclusion_rule", day=case.day))
    if case.facts.excluded_took_part:
        rulings = (load_rulings()["98da42547"],)
        return Check(Topic.EXCLUSION, Status.FAIL, both("excluded_took_part"), basis=basis, rulings=rulings)
    status = Status.ASSUMED if case.assumed("excluded_took_part") else Status.PASS
    return Check(Topic.EXCLUSION, status, both("excluded_stayed_out", excluded=excluded), basis=basis)


def resolution(case: Case) -> Check:
    """More than half of those attending who may vote are in favour; an abstention counts in that base."""
    rule, base, facts = case.rule(Topic.RESOLUTION), case.may_vote, case.facts
    if rule is None or rule.silent:
        reason = both("no_resolution_rule" if rule else "no_rule_then", day=case.day)
        return Check(Topic.RESOLUTION, Status.UNKNOWN, reason, basis=rule.basis if rule else ())
    if base is None:
        return Check(
            Topic.RESOLUTION, Status.UNKNOWN, both("majority_resolves"), basis=rule.basis, missing=("attending",)
        )
    needed, outcome = majority(base), by_votes(case)
    if not facts.voted:
        reason = both("not_voted", base=base, needed=needed) if base else both("nobody_may_vote")
        return Check(Topic.RESOLUTION, Status.UNKNOWN, reason, basis=rule.basis)
    if outcome is Resolved.UNKNOWN:
        reason = both("votes_missing", base=base, needed=needed)
        return Check(Topic.RESOLUTION, Status.UNKNOWN, reason, basis=rule.basis, missing=("in_favor",))
    carried = outcome is Resolved.CARRIED
    at_most = base - (facts.against or 0) - (facts.abstaining or 0)
    votes = both("at_most", votes=at_most) if facts.in_favor is None else facts.in_favor
    told = {"base": base, "half": f"{base / 2:g}", "needed": needed, "votes": votes}
    name = "sum_resolution" if facts.in_favor is not None else "sum_resolution_at_most"
    computation = both(name, **told, at_most=at_most, sign="≥" if carried else "<")
    status = Status.PASS if carried else Status.FAIL
    said = both(f"resolution_{outcome}" + ("" if facts.excluded_attending else "_plain"), **told)
    if facts.in_favor and facts.in_favor == facts.against:
        said = joined(said, both("tie"))
    rulings = (load_rulings()["2008da1521"],) if facts.excluded_attending else ()
    return Check(Topic.RESOLUTION, status, said, computation, rule.basis, rulings)


def by_votes(case: Case) -> Resolved:
    """What the votes alone say, whatever the meeting is worth."""
    base, facts, rule = case.may_vote, case.facts, case.rule(Topic.RESOLUTION)
    if not facts.voted:
        return Resolved.NOT_VOTED
    if base is None or rule is None or rule.silent:
        return Resolved.UNKNOWN
    if facts.in_favor is not None:
        return Resolved.CARRIED if facts.in_favor >= majority(base) else Resolved.NOT_CARRIED
    lost = (facts.against or 0) + (facts.abstaining or 0) > base - majority(base)
    return Resolved.NOT_CARRIED if lost else Resolved.UNKNOWN

"""How many more it takes, in words."""

from rag.meetings.checks.numbers import majority
from rag.meetings.report import Report
from rag.meetings.wording import Words, both, joined
from rag.meetings.words import Asked


def needs_said(report: Report, asked: Asked) -> Words | None:
    """The answer to how many it takes; None where that was not asked, or cannot be said of what is known."""
    if asked is Asked.MORE_TO_OPEN:
        return _more_to_open(report)
    if asked is Asked.MORE_TO_CARRY:
        return _more_to_carry(report)
    return _needed(report) if asked is Asked.NEEDED else None


def _more_to_open(report: Report) -> Words | None:
    needs, counted = report.needs, report.opening.counted
    if needs.more_to_open is None:
        return _at_least(report)
    name = "more_to_open" if needs.more_to_open else "enough_to_open"
    return both(name, more=needs.more_to_open, needed=needs.to_open, counted=counted)


def _more_to_carry(report: Report) -> Words | None:
    needs = report.needs
    if needs.more_to_carry is None:
        return _at_least(report)
    name = "more_to_carry" if needs.more_to_carry else "enough_to_carry"
    said = [both(name, more=needs.more_to_carry, needed=needs.to_carry, votes=report.facts.in_favor or 0)]
    if needs.more_to_open:
        said.insert(
            0, both("more_to_open", more=needs.more_to_open, needed=needs.to_open, counted=report.opening.counted)
        )
    if needs.to_carry_with_one_more is not None:
        said.append(both("with_one_more", needed=needs.to_carry_with_one_more))
    return joined(*said)


def _needed(report: Report) -> Words | None:
    """The votes that carry where it is told how many attend, else what it takes at least."""
    base, votes = report.resolution.base, report.needs.to_carry
    if base and votes is not None:
        return both("votes_needed", base=base, needed=votes)
    return _at_least(report)


def _at_least(report: Report) -> Words | None:
    register, opens = report.facts.on_register, report.needs.to_open
    if opens is None:
        return None
    return both("at_least", register=register, needed=opens, votes=majority(opens))

"""The checks of a meeting, in the order of the report."""

from rag.meetings.case import Case
from rag.meetings.checks.calling import convening, format_, notice, presiding
from rag.meetings.checks.numbers import exclusion, opening, resolution
from rag.meetings.checks.standing import composition, existence
from rag.meetings.report import Check

_CHECKS = (existence, composition, convening, presiding, format_, notice, opening, exclusion, resolution)


def checked(case: Case) -> tuple[Check, ...]:
    """What every check finds."""
    return tuple(check(case) for check in _CHECKS)

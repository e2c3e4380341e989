"""The register as it follows from what the numbers count: seats without vacancies, members without those who left."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rag.meetings.words.counts import Mention, of_role
from rag.meetings.words.numerals import Kind

_Ways = Sequence[tuple[Fraction, Mention]]


def registers(mentions: Sequence[Mention]) -> _Ways:
    """The ways in which the number of members on the register is told; none where only seats are."""
    seats, vacant = of_role(mentions, "seats"), of_role(mentions, "vacant", kind=Kind.COUNT)
    told = of_role(mentions, "register", kind=Kind.COUNT)
    if not told and seats and vacant:
        return [(seats[0].quantity.value - vacant[0].quantity.value, seats[0])]
    whole = [each for each in of_role(mentions, "attending") if each.whole]
    best = told or of_role(mentions, "loose") or whole
    ways = [(each.quantity.value, each) for each in best] or list(_sum_of(mentions))
    return _remaining(mentions, ways)


def _remaining(mentions: Sequence[Mention], ways: _Ways) -> _Ways:
    """The register without those who have resigned or died, where it is told that nobody came in their place.

    Where that is not told, only what is called the register is taken for it.
    """
    gone = sum((each.quantity.value for each in of_role(mentions, "gone", kind=Kind.COUNT)), Fraction(0))
    now = [(value, each) for value, each in ways if value + gone in [other for other, _ in ways]]
    if not gone or now:
        return now or ways
    replaced = [each.quantity.value for each in of_role(mentions, "replaced", kind=Kind.COUNT)]
    vacant = [each.quantity.value for each in of_role(mentions, "vacant", kind=Kind.COUNT)]
    if replaced or any(vacant):
        return [(value - gone + sum(replaced), each) for value, each in ways]
    return [way for way in ways if vacant or re.search(r"재적|현재|현원|register|current|now", way[1].words)]


def _sum_of(mentions: Sequence[Mention]) -> Iterator[tuple[Fraction, Mention]]:
    """Those who came and those who did not are all there are."""
    came = of_role(mentions, "attending", kind=Kind.COUNT)
    away = of_role(mentions, "absent", kind=Kind.COUNT)
    if len(came) == len(away) == 1 and away[0].quantity.value:
        yield came[0].quantity.value + away[0].quantity.value, came[0]

"""Lists and ranges of references: what a member leaves unsaid, and what lies between the ends of a range."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from corpus.citations.reference import Anchor, Reference
from corpus.identifiers import Unit, UnitKind

MOST_FILLED = 100
_ORDER = (UnitKind.ADDENDA, UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH, UnitKind.ITEM)


class Member(NamedTuple):
    """One reference of a list; `ranged` tells that it ends a range which the member before it begins."""

    reference: Reference
    ranged: bool = False

    def put(self, reference: Reference) -> "Member":
        """The member with another reference in the place of its own."""
        return self._replace(reference=reference)


def following(before: Reference, after: Reference) -> Reference:
    """A reference that goes on from another in a list: what it leaves unsaid is taken from there.

    제12조제1항 및 제2항: the second is of Article 12 too; 제5조와 제6조: of the same work.
    """
    top = after.units[0].kind if after.units else None
    if after.anchor is Anchor.WORK:
        kept = above(before, top) if top is UnitKind.ARTICLE else ()
        named = after.named or (before.named if before.anchor is Anchor.WORK else "")
        return replace(after, units=(*kept, *after.units), named=named, bill=after.bill or before.bill)
    if after.anchor is not Anchor.HERE or after.level or top not in [unit.kind for unit in before.units]:
        return after
    units = (*above(before, top), *after.units)
    return replace(before, units=units, start=after.start, end=after.end, parts=after.parts)


def above(reference: Reference, kind: UnitKind | None) -> tuple[Unit, ...]:
    """The units of a reference above one of a kind; none where it has none of that kind."""
    kinds = [unit.kind for unit in reference.units]
    if kind not in kinds:
        return ()
    return tuple(unit for unit in reference.units[: kinds.index(kind)] if unit.kind in _ORDER)


def spread(members: Iterable[Member]) -> list[Reference]:
    """The references of a list with its ranges filled in: 제5조부터 제8조까지 is 5, 6, 7 and 8."""
    spread_out: list[Reference] = []
    for member in members:
        if member.ranged and spread_out:
            spread_out += _between(spread_out[-1], member.reference)
        spread_out.append(member.reference)
    return spread_out


def _between(first: Reference, last: Reference) -> list[Reference]:
    """The members between the ends of a range, where they are plain numbers of one kind; else none.

    At most MOST_FILLED: what is wider is no list of provisions.
    """
    if not first.units or (first.units[:-1], first.anchor, first.named) != (last.units[:-1], last.anchor, last.named):
        return []
    low, high = first.units[-1], last.units[-1]
    if low.kind is not high.kind or not (low.number.isdecimal() and high.number.isdecimal()):
        return []
    between = range(int(low.number) + 1, int(high.number))
    if len(between) > MOST_FILLED:
        return []
    blank = replace(first, start=first.end, end=first.end, parts=(), filled=True)
    return [replace(blank, units=(*first.units[:-1], Unit(low.kind, str(n)))) for n in between]

"""Who presided, who convened, and who of the chair and the vice-chair was there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rag.meetings.facts import Committee, Convener, Presider
from rag.meetings.words.deeds import Deed, Person
from rag.meetings.words.told import Span

_CO_CHAIRS = date(2021, 5, 20)
_VICE = ("vice_chair", "commissioned_vice_chair", "ex_officio_vice_chair")


@dataclass(frozen=True, slots=True)
class Heads:
    """What is told of the head of a meeting; what was told in two ways is in `disagreeing` and None."""

    presided_by: Presider | None
    convened_by: Convener | None
    chair_unavailable: bool | None
    vice_chair_unavailable: bool | None
    disagreeing: tuple[str, ...]
    spans: tuple[Span, ...]


def read_heads(deeds: Sequence[Deed], committee: Committee | None, day: date) -> Heads:
    """The facts in the deeds; the Mayor is the chair of some committees, and who acts for the chair convenes as one."""
    mayor = "chair" if _is_chaired_by_mayor(committee, day) else "other_member"
    told: dict[str, list[tuple[Any, Deed]]] = {}
    acting = any(deed.deed == "acting" for deed in deeds)
    away = acting or any(deed.deed == "unavailable" and "chair" in deed.who for deed in deeds)
    for deed in deeds:
        who = tuple(mayor if each == "mayor" else each for each in deed.who)
        for name, value in _facts_of(deed.deed, who, committee, away=away):
            told.setdefault(name, []).append((value, deed))
    agreed = {name: values[0][0] for name, values in told.items() if len({value for value, _ in values}) == 1}
    disagreeing = tuple(name for name in told if name not in agreed)
    spans = tuple(Span(name, deed.start, deed.end) for name, values in told.items() for _, deed in values)
    return Heads(
        presided_by=agreed.get("presided_by"),
        convened_by=agreed.get("convened_by"),
        chair_unavailable=agreed.get("chair_unavailable"),
        vice_chair_unavailable=agreed.get("vice_chair_unavailable"),
        disagreeing=disagreeing,
        spans=spans,
    )


def _is_chaired_by_mayor(committee: Committee | None, day: date) -> bool:
    shared = committee is Committee.SMART_CITY and day >= _CO_CHAIRS
    return shared or committee is Committee.INFORMATIZATION


def _facts_of(deed: str, who: Person, committee: Committee | None, *, away: bool) -> Iterator[tuple[str, object]]:
    vice = ("vice_chair", "commissioned_vice_chair") if committee is Committee.SMART_CITY else _VICE
    if deed in ("unavailable", "present"):
        if "chair" in who:
            yield "chair_unavailable", deed == "unavailable"
        if set(who) & set(vice):
            yield "vice_chair_unavailable", deed == "unavailable"
    elif deed == "presided" and who[-1] not in ("members", "nobody_else"):
        yield "presided_by", Presider(who[-1])
    elif deed == "convened":
        yield "convened_by", _convener(who[-1], away=away)


def _convener(who: str, *, away: bool) -> Convener:
    if who in ("members", "nobody_else"):
        return Convener.MEMBERS
    stands_in = away and who in (*_VICE, "designated_member")
    return Convener.CHAIR if who == "chair" or stands_in else Convener.OTHER

"""Who presided, who convened, and who of the chair and the vice-chair was there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rag.meetings.facts import Committee, Convener, Presider
from rag.meetings.words.told import Span
from rag.tables import load_table

_TABLE = "meetings/words/roles"
_CO_CHAIRS = date(2021, 5, 20)
_VICE = ("vice_chair", "commissioned_vice_chair", "ex_officio_vice_chair")
_SENTENCE = re.compile(r"[.?!;](?=\s|$)")
Person = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what at the head of the meeting; `who` are all of whom it is told at once."""

    deed: str
    who: Person
    start: int
    end: int


def find_deeds(text: str) -> Iterator[Deed]:
    """What is told of the chair and of those who may stand in, in the order of the text."""
    subject: Person = ()
    begin = last = 0
    for token in _tokens().finditer(text):
        if _SENTENCE.search(text, last, token.start()):
            subject = ()
        last = token.end()
        kind = str(token.lastgroup)
        if kind in load_table(_TABLE)["people"]:
            subject, begin = _with(text, token, kind, subject, begin)
            continue
        who, end = _following(text, token)
        who = (
            subject if not who or (subject and who == ("chair",) and kind != "presided" and kind != "convened") else who
        )
        if kind == "present" and re.search(r"\bneither (?:the |our )?$", text[:begin].lower()):
            kind = "unavailable"
        if any(each != "nobody_else" for each in who):
            yield Deed(kind, who, min(begin, token.start()) if who is subject else token.start(), end)
    yield from _absences(text)


def _with(text: str, token: re.Match[str], kind: str, subject: Person, begin: int) -> tuple[Person, int]:
    """The subject after one more name: joined to the one before, in its place, or no subject at all."""
    grammar = load_table(_TABLE)["grammar"]
    before = text[: token.start()]
    if re.match(grammar["no_subject"], text[token.end() :]) or re.search(grammar["no_subject_before"], before.lower()):
        return subject, begin
    if subject and re.search(rf"(?:{_named()}){grammar['joined']}$", text[begin : token.start()], re.IGNORECASE):
        return (*subject, kind), begin
    if kind == "nobody_else" and re.search(r"(?:포함|등|including|비롯)[^.?!]{0,8}$", before):
        return subject, begin
    return (kind,), token.start()


def _following(text: str, token: re.Match[str]) -> tuple[Person, int]:
    """Who is named right behind a deed as the one who did it: presided over by, 진행은."""
    if token.lastgroup not in ("presided", "convened", "acting"):
        return (), token.end()
    by = re.compile(rf"(?:{load_table(_TABLE)['grammar']['by']})(?={_named()})", re.IGNORECASE)
    found = by.match(text, token.end())
    person = _people().match(text, found.end()) if found else None
    passive = found and ("by" in found.group().lower() or re.search(r"[은는:=]", found.group()))
    if person is None or not passive:
        return (), token.end()
    return (str(person.lastgroup),), person.end()


def _absences(text: str) -> Iterator[Deed]:
    for found in re.finditer(load_table(_TABLE)["grammar"]["of_absence"], text, re.IGNORECASE):
        at, who = found.end(), []
        while person := _people().match(text, at):
            who.append(str(person.lastgroup))
            joined = re.compile(load_table(_TABLE)["grammar"]["joined"]).match(text, person.end())
            at = joined.end() if joined else len(text)
        if who:
            yield Deed("unavailable", tuple(who), *found.span())


@cache
def _named() -> str:
    return "|".join(load_table(_TABLE)["people"].values())


@cache
def _people() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{each})" for name, each in load_table(_TABLE)["people"].items()), re.I)


@cache
def _tokens() -> re.Pattern[str]:
    table = load_table(_TABLE)
    # A deed goes before a name, so that `took the chair` is what it is; but one who is ready to act is a name first.
    order = ["acting", "presided", "convened", "unavailable", "present"]
    ways = [f"(?P<{name}>{table['deeds'][name]})" for name in order]
    people = [f"(?P<{name}>{each})" for name, each in table["people"].items()]
    return re.compile("|".join([*people[:1], *ways, *people[1:]]), re.I)


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
    told: dict[str, list[tuple[object, Deed]]] = {}
    acting = any(deed.deed == "acting" for deed in deeds)
    away = acting or any(deed.deed == "unavailable" and "chair" in deed.who for deed in deeds)
    for deed in deeds:
        who = tuple(mayor if each == "mayor" else each for each in deed.who)
        for name, value in _facts_of(deed.deed, who, committee, away=away):
            told.setdefault(name, []).append((value, deed))
    agreed = {name: values[0][0] for name, values in told.items() if len({value for value, _ in values}) == 1}
    disagreeing = tuple(name for name in told if name not in agreed)
    spans = tuple(Span(name, deed.start, deed.end) for name, values in told.items() for _, deed in values)
    fields = ("presided_by", "convened_by", "chair_unavailable", "vice_chair_unavailable")
    return Heads(**{name: agreed.get(name) for name in fields}, disagreeing=disagreeing, spans=spans)  # type: ignore[arg-type]


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
    elif deed == "presided" and who[-1] != "nobody_else":
        yield "presided_by", Presider(who[-1])
    elif deed == "convened":
        yield "convened_by", _convener(who[-1], away=away)


def _convener(who: str, *, away: bool) -> Convener:
    if who == "nobody_else":
        return Convener.MEMBERS
    stands_in = away and who in (*_VICE, "designated_member")
    return Convener.CHAIR if who == "chair" or stands_in else Convener.OTHER

"""Reads references in Korean: 제12조제1항제3호 및 제4호, 같은 조 제2항 단서, 안 제8조부터 안 제15조까지, 별표 2."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.citations import korean_forms as forms
from corpus.citations.lists import Member, following, spread
from corpus.citations.names import BILLS, Name, named_before, named_in_korean
from corpus.citations.reference import Anchor, Part, Reference
from corpus.identifiers import Unit, UnitKind
from corpus.numerals import CIRCLED, ITEM_LETTERS, circled, item_number

_KINDS = tuple(kind for kind, _ in forms.STEPS)


def korean(text: str, short: Sequence[str] = ()) -> list[Reference]:
    """The references in a Korean text, works named as they are named there; `short` are names it may use."""
    names = named_in_korean(text, short)
    reaching = {name.reach: name for name in names}
    defined = {*short, *(name.short for name in names)}
    found: list[Reference] = []
    used: set[Name] = set()
    end = 0
    for start in forms.START.finditer(text):
        members = _list(text, start.start()) if start.start() >= end else []
        if members:
            first, end = members[0].reference, members[-1].reference.end
            name = (reaching.get(first.start) or named_before(text, first.start, defined)) if first.exact else None
            used |= {name} if name else set()
            found += spread(_of(each, name) for each in members)
    whole = [Reference((), name.start, name.end, name.text, bill=name.bill) for name in names if name not in used]
    return found + whole


def _of(member: Member, name: Name | None) -> Member:
    """The member with the work named before its list, where it does not hang on another."""
    reference = member.reference
    if name is None or not reference.exact:
        return member
    named = reference.named or ("" if name.text in BILLS else name.text)
    return member.put(replace(reference, named=named, bill=reference.bill or name.bill))


def _list(text: str, start: int) -> list[Member]:
    """The list of references that begins at a place; empty where none does."""
    members = _path(text, start)
    while members:
        last = members[-1].reference
        joint = forms.JOINT.match(text, last.end)
        more = _path(text, joint.end(), goes_on=True) if joint else []
        if not joint or not more or (joint["range"] == "에서" and not text.startswith("까지", more[-1].reference.end)):
            break
        more = [each.put(following(last, each.reference)) for each in more]
        members += [more[0]._replace(ranged=joint["range"] is not None), *more[1:]]
    return members


def _path(text: str, start: int, *, goes_on: bool = False) -> list[Member]:
    """The reference at a place; several where it counts several (제1·2항)."""
    bill = forms.BILL.match(text, start)
    at = bill.end() if bill else start
    begun = _head(text, at) or _pointing(text, at) or Reference((), at, at)
    if begun.units and begun.units[-1].kind is not UnitKind.ADDENDA:
        return [Member(begun)]
    members = _steps(text, begun, goes_on=goes_on)
    if not members:
        return []
    members[-1] = members[-1].put(_with_parts(text, members[-1].reference))
    if bill:
        members = [each.put(replace(each.reference, bill=True)) for each in members]
        members[0] = members[0].put(replace(members[0].reference, start=start))
    return members


def _head(text: str, at: int) -> Reference | None:
    """A reference to a chapter, annex, form, note or section, or the beginning of one to addenda."""
    if found := forms.ADDENDA.match(text, at):
        return Reference((Unit(UnitKind.ADDENDA, found["n"] or ""),), at, found.end())
    if found := forms.SECTION.match(text, at):
        number = ".".join(filter(None, (found["a"], str(item_number(found["b"])), found["c"])))
        return Reference((Unit(UnitKind.SECTION, number),), at, found.end())
    for kind, pattern in forms.HEADS:
        if found := pattern.match(text, at):
            return Reference((Unit(kind, _number(found["n"] or "", found)),), at, found.end())
    return None


def _pointing(text: str, at: int) -> Reference | None:
    """The beginning of a reference that points by a word: 같은 조, 이 항, 전항."""
    if found := forms.PREVIOUS.match(text, at):
        anchor = Anchor.PREVIOUS
    elif found := forms.POINTING.match(text, at):
        anchor = Anchor.HERE if found["here"] else Anchor.LAST
    else:
        return None
    return Reference((), at, found.end(), anchor=anchor, level=forms.LEVELS[found["level"] or "조"])


def _steps(text: str, begun: Reference, *, goes_on: bool) -> list[Member]:
    """What is named below the beginning, unit by unit; empty where nothing is."""
    members = [Member(begun)]
    below = _KINDS.index(begun.level) + 1 if begun.level else 0
    for kind, pattern in forms.STEPS[below:]:
        last = members[-1].reference
        found = pattern.match(text, last.end)
        if found is None or (last.end == begun.start and not _may_begin(text, kind, found, goes_on=goes_on)):
            continue
        members[-1:] = _counted(last, kind, found)
    if members[0].reference.end == begun.start:
        return []
    top = members[0].reference.units[:1]
    if begun.anchor is not Anchor.WORK or not top or top[0].kind not in _KINDS[1:]:
        return members
    return [each.put(replace(each.reference, anchor=Anchor.HERE)) for each in members]


def _may_begin(text: str, kind: UnitKind, found: re.Match[str], *, goes_on: bool) -> bool:
    """Whether a unit may stand without the article above it: 제2항, but not 조례 제12호."""
    if kind is UnitKind.ARTICLE or goes_on:
        return True
    before = text[max(0, found.start() - 8) : found.start()]
    glued = "가" <= before[-1:] <= "힣"
    counted = kind is UnitKind.SUBPARAGRAPH and forms.NUMBERED.search(before) is not None
    return not glued and not counted and (kind is UnitKind.ITEM or found.group().startswith("제"))


def _counted(above: Reference, kind: UnitKind, found: re.Match[str]) -> list[Member]:
    """The references one step below, one for each number that the step counts."""
    values = found.groupdict()
    group = next(name for name in ("n", "bare", "circled") if values.get(name))
    counted: list[Member] = []
    for number, first, last, ranged in _numbers(found[group], kind):
        start = found.start(group) + first if counted else above.start
        units = (*above.units, Unit(kind, number))
        counted.append(Member(replace(above, units=units, start=start, end=found.start(group) + last), ranged))
    last_of_all = counted[-1].reference
    units = (*above.units, Unit(kind, _number(last_of_all.units[-1].number, found)))
    counted[-1] = counted[-1].put(replace(last_of_all, units=units, end=found.end()))
    return counted


def _numbers(written: str, kind: UnitKind) -> list[tuple[str, int, int, bool]]:
    """The numbers in a count such as 1·2 or 5~8: each with where it stands and whether it ends a range."""
    numbers: list[tuple[str, int, int, bool]] = []
    for each in re.finditer(rf"[0-9]+|[{ITEM_LETTERS}{CIRCLED}]", written):
        value = _value(each.group(), kind)
        before, start, end, ranged = numbers[-1] if numbers else ("", 0, 0, False)
        mark = written[end : each.start()].strip() if numbers else ""
        if mark == "-" and before.isdecimal() and int(value) <= int(before):  # 제5-2조 is Article 5-2
            numbers[-1] = (f"{before}-{value}", start, each.end(), ranged)
        else:
            numbers.append((value, each.start(), each.end(), bool(mark) and mark not in ",ㆍ·‧･"))
    return numbers


def _value(written: str, kind: UnitKind) -> str:
    if kind is UnitKind.ITEM:
        return str(item_number(written))
    return str(int(written) if written.isdecimal() else circled(written))


def _number(number: str, found: re.Match[str]) -> str:
    branch = found.groupdict().get("branch")
    return f"{number}-{branch.replace('의', '-')}" if branch else number


def _with_parts(text: str, reference: Reference) -> Reference:
    """The reference with the parts that follow it: 각 호 외의 부분 단서."""
    while found := forms.PART.match(text, reference.end):
        part = Part[str(found.lastgroup).upper()]
        reference = replace(reference, parts=(*reference.parts, part), end=found.end())
    return reference

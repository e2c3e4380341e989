"""Reads references in English: Article 12 (1) 3, subparagraphs 1 through 3 of Article 8(2), the proviso to …."""

from dataclasses import replace

from corpus.citations import english_forms as forms
from corpus.citations.english_names import named_after, named_before, named_in_english
from corpus.citations.english_series import series
from corpus.citations.lists import Member, spread
from corpus.citations.names import BILLS, Name
from corpus.citations.reference import Anchor, Part, Reference
from corpus.identifiers import Unit, UnitKind

_INNER = (UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH, UnitKind.ITEM)


def english(text: str) -> list[Reference]:
    """The references in an English text, works named as they are named there."""
    names = named_in_english(text)
    starting = {name.start: name for name in names}
    reaching = {name.reach: name for name in names}
    found: list[Reference] = []
    used: set[Name] = set()
    end = 0
    for start in forms.START.finditer(text):
        members = _path(text, start.start()) if start.start() >= end else []
        if not members:
            continue
        members = _in_addenda(text, members)
        at, end = members[0].reference.start, members[-1].reference.end
        name = named_after(text, end, starting) or reaching.get(at) or named_before(text, at)
        exact = any(each.reference.exact for each in members)
        used |= {name} if name and exact else set()
        bill = forms.BILL.search(text[max(0, at - 12) : at]) is not None
        found += spread(_of(each, name, bill=bill) for each in members)
    whole = [Reference((), name.start, name.end, name.text, bill=name.bill) for name in names if name not in used]
    return found + whole


def _of(member: Member, name: Name | None, *, bill: bool) -> Member:
    """The member with the work named beside its list, where it does not hang on another."""
    if not member.reference.exact:
        return member
    named = "" if name is None or name.text in BILLS else name.text
    return member.put(replace(member.reference, named=named, bill=bill or (name is not None and name.bill)))


def _path(text: str, start: int) -> list[Member]:
    """The list of references that begins at a place, innermost unit first; empty where none does."""
    parts, at = _parts(text, start)
    members = _segment(text, at)
    while members:
        within = forms.WITHIN.match(text, members[-1].reference.end)
        outer = _segment(text, within.end()) if within else []
        if not outer or not _may_hold(outer[0].reference, members[0].reference):
            break
        members = _held(outer, members)
    if members:
        members[0] = members[0].put(replace(members[0].reference, start=start))
    return [each.put(_anchored(replace(each.reference, parts=parts))) for each in members]


def _anchored(reference: Reference) -> Reference:
    hangs = reference.anchor is Anchor.WORK and reference.units and reference.units[0].kind in _INNER[1:]
    return replace(reference, anchor=Anchor.HERE) if hangs else reference


def _parts(text: str, start: int) -> tuple[tuple[Part, ...], int]:
    """The parts named before the provision, outermost first, and where they end."""
    parts: tuple[Part, ...] = ()
    for part, pattern in forms.PARTS * 2:
        if found := pattern.match(text, start):
            parts, start = (part, *parts), found.end()
    return parts, start


def _may_hold(outer: Reference, inner: Reference) -> bool:
    if not inner.units or inner.units[0].kind not in _INNER:
        return False
    lowest = outer.units[-1].kind if outer.units else outer.level
    return lowest in _INNER and _INNER.index(lowest) < _INNER.index(inner.units[0].kind)


def _held(outer: list[Member], inner: list[Member]) -> list[Member]:
    """What inner units of outer ones are: paragraphs (1) and (2) of Article 14 are two of one article."""
    holder, held = outer[0].reference, []
    for member in inner:
        own = member.reference
        held.append(member.put(replace(holder, units=holder.units + own.units, start=own.start, end=own.end)))
    held[-1] = held[-1].put(replace(held[-1].reference, end=holder.end))
    last = inner[-1].reference.units
    return held + [each.put(replace(each.reference, units=each.reference.units + last)) for each in outer[1:]]


def _segment(text: str, at: int) -> list[Member]:
    """The units of one kind at a place: paragraphs (1) and (2), Articles 5 through 7, the same Article."""
    if found := forms.POINTING.match(text, at):
        anchor = Anchor.HERE if found["here"] else Anchor.LAST if found["last"] else Anchor.PREVIOUS
        return [Member(Reference((), at, found.end(), anchor=anchor, level=forms.LEVELS[found["level"].lower()]))]
    if found := forms.BARE_ANNEX.match(text, at):
        return [Member(Reference((Unit(UnitKind.ANNEX),), at, found.end()))]
    if (found := forms.ADDENDA.match(text, at)) and not found["of"]:
        return [Member(Reference((Unit(UnitKind.ADDENDA, found["n"] or ""),), at, found.end()))]
    for kind, keyword in forms.KEYWORDS:
        if found := keyword.match(text, at):
            values = found.groupdict()
            return series(text, kind, at, found.end(), several=bool(values.get("s") or values.get("s2")))
    return []


def _in_addenda(text: str, members: list[Member]) -> list[Member]:
    """The references with the addenda that they are of: Article 2 of the Addenda (No. 9834)."""
    last = members[-1].reference
    found = forms.ADDENDA.match(text, last.end)
    if found is None or not found["of"] or last.units[:1] == () or last.units[0].kind is not UnitKind.ARTICLE:
        return members
    head = Unit(UnitKind.ADDENDA, found["n"] or "")
    below = [each.put(replace(each.reference, units=(head, *each.reference.units))) for each in members]
    below[-1] = below[-1].put(replace(below[-1].reference, end=found.end()))
    return below

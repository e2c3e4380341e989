"""Reads the numbers after a keyword: Articles 5, 8-2 and 12 (1) 3; paragraphs (1) through (3); items (a) and (b)."""

from re import Match

from corpus.citations import english_forms as forms
from corpus.citations.lists import Member
from corpus.citations.reference import Reference
from corpus.identifiers import Unit, UnitKind
from corpus.numerals import item_number, roman


def series(text: str, kind: UnitKind, start: int, at: int, *, several: bool) -> list[Member]:
    """The members of a list whose keyword begins at `start` and whose first number is at `at`.

    `several` tells that the keyword is plural, so that further numbers are of its kind.
    """
    found = forms.ELEMENTS[kind].match(text, at)
    if found is None:
        return []
    if several and kind is UnitKind.ARTICLE and _is_range(text, found):
        return _range(found, start)
    members = [Member(Reference(_units(kind, found), start, found.end()))]
    while more := _next(text, kind, members[-1].reference, several=several):
        members.append(more)
    last = members[-1].reference
    units, end = _more(text, kind, last)
    members[-1] = members[-1].put(Reference(units, last.start, end))
    return members


def _next(text: str, kind: UnitKind, before: Reference, *, several: bool) -> Member | None:
    """The next member of a list, which may be of another kind than the keyword: Article 12 (1) and (3)."""
    joint = forms.JOINT.match(text, before.end)
    if joint is None:
        return None
    ranged, at, here = joint["range"] is not None, joint.end(), {unit.kind: unit for unit in before.units}
    keyword = dict(forms.KEYWORDS)[kind].match(text, at)
    found = forms.ELEMENTS[kind].match(text, keyword.end() if keyword else at)
    if found and (keyword or several):
        return Member(Reference(_units(kind, found), at, found.end()), ranged)
    if UnitKind.PARAGRAPH in here and kind is UnitKind.ARTICLE and (sibling := forms.NEXT_PARAGRAPH.match(text, at)):
        return Member(Reference((before.units[0], *_units(UnitKind.PARAGRAPH, sibling)), at, sibling.end()), ranged)
    if before.units[-1].kind is UnitKind.SUBPARAGRAPH and kind is not UnitKind.SUBPARAGRAPH:
        entry = forms.ELEMENTS[UnitKind.SUBPARAGRAPH].match(text, at)
        units = (*before.units[:-1], *_units(UnitKind.SUBPARAGRAPH, entry)) if entry else ()
        return Member(Reference(units, at, entry.end()), ranged) if entry and _ends(text, entry) else None
    if found and _ends(text, found):
        return Member(Reference(_units(kind, found), at, found.end()), ranged)
    return None


def _ends(text: str, found: Match[str]) -> bool:
    """Whether nothing follows that the number could count: Article 5 and 6 of, but not Article 5 and 6 members."""
    return forms.ENDS_LIST.match(text, found.end()) is not None


def _is_range(text: str, found: Match[str]) -> bool:
    """Whether Articles 5-8 are four articles: only where no further number follows and 8 is above 5."""
    branch = found["branch"]
    return branch is not None and int(branch) > int(found["n"]) and forms.JOINT.match(text, found.end()) is None


def _range(found: Match[str], start: int) -> list[Member]:
    first, last = (Unit(UnitKind.ARTICLE, found[name]) for name in ("n", "branch"))
    return [
        Member(Reference((first,), start, found.end("n"))),
        Member(Reference((last,), found.start("branch"), found.end()), ranged=True),
    ]


def _units(kind: UnitKind, found: Match[str]) -> tuple[Unit, ...]:
    values = {name: value for name, value in found.groupdict().items() if value}
    branch = f"-{values['branch']}" if "branch" in values else ""
    below = (
        (UnitKind.PARAGRAPH, values.get("para")),
        (UnitKind.SUBPARAGRAPH, values.get("sub") or values.get("sub_in")),
        (UnitKind.ITEM, values.get("item")),
    )
    first = Unit(kind, _number(kind, values.get("n") or values["n2"]) + branch)
    return (first, *(Unit(each, _number(each, value)) for each, value in below if value))


def _number(kind: UnitKind, written: str) -> str:
    if kind is UnitKind.ITEM:
        return str(item_number(written))
    return str(roman(written)) if kind is UnitKind.CHAPTER and not written.isdecimal() else written


def _more(text: str, kind: UnitKind, last: Reference) -> tuple[tuple[Unit, ...], int]:
    """The units of the last member and where they end, with what is said after it: Article 14, paragraph 2."""
    units, end = last.units, last.end
    for below, pattern in forms.MORE:
        found = pattern.match(text, end) if kind is UnitKind.ARTICLE else None
        if found and below not in [unit.kind for unit in units]:
            units, end = (*units, Unit(below, found["n"])), found.end()
    return units, end

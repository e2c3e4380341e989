"""Where a reference leads: to a provision at hand, or to the reason why there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from corpus.citations import Anchor, Reference
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.naming import name_of, ordinance_named, slug_of
from corpus.provisions import Law
from corpus.works import Lang, Work

_RUN = (UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH, UnitKind.ITEM)
_UNNUMBERED = (Unit(UnitKind.ADDENDA), Unit(UnitKind.ANNEX), Unit(UnitKind.FORM))


class Reason(StrEnum):
    """Why a reference leads to no provision that can be read."""

    WORK_NOT_HELD = "work_not_held"
    DELETED = "deleted"
    NOT_THERE = "not_there"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The provision a reference leads to, or the reason why there is none.

    A deleted provision, or the deleted one that it stood in, is a target with a reason and its date.
    `named` is the full name of the work where it is another than the one the words stand in.
    """

    target: ProvisionId | None
    reason: Reason | None = None
    named: str = ""
    deleted: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A provision whose words refer to others: `top` is the root of its work, or of the work quoted there."""

    law: Law
    key: ProvisionId
    lang: Lang

    @property
    def work(self) -> Work:
        """The work at hand that the provision is in."""
        return self.law.work(self.key.work)

    @property
    def quoted(self) -> str:
        """The slug of the work that the provision is quoted from, "" where it is not quoted."""
        return self.top.units[-1].number if self.top.units else ""

    @property
    def top(self) -> ProvisionId:
        """The root of the work that the words are of."""
        quoted = [at for at, unit in enumerate(self.key.units, start=1) if unit.kind is UnitKind.QUOTED]
        return replace(self.key, units=self.key.units[: quoted[-1] if quoted else 0])

    @property
    def day(self) -> date:
        """The day as of which the words name other works: of their version, else of their document."""
        return self.key.version or self.work.dated or date.max

    def above(self, kind: UnitKind) -> ProvisionId | None:
        """The provision of a kind that the words are or stand in."""
        for depth in range(len(self.key.units), len(self.top.units), -1):
            if self.key.units[depth - 1].kind is kind:
                return replace(self.key, units=self.key.units[:depth])
        return None


def lead(place: Place, reference: Reference) -> Outcome:
    """Where a reference leads that names no other work."""
    if reference.anchor is Anchor.LAST:
        return Outcome(None, Reason.AMBIGUOUS)
    if reference.anchor is Anchor.WORK:
        whole = not reference.units and (not place.quoted or place.top in place.law)
        return Outcome(place.top) if whole else _beyond_quotation(place, reference.units)
    holder = _holder(place, reference) if reference.anchor is Anchor.HERE else _unit_before(place, reference)
    if holder is None:
        return _nowhere()
    units = holder.units[len(place.top.units) :] + reference.units
    return _beyond_quotation(place, units)


def lead_by_name(place: Place, name: str, units: tuple[Unit, ...], *, bill: bool = False) -> Outcome:
    """Where a reference to a named work leads: into its text of the day, or of the last day of a former name."""
    named = None if bill else ordinance_named(name, place.law.works.values())
    if named is None:
        return _in_quotation(place, name, units)
    work = named.work
    if work.slug == place.key.work and named.until is None and not place.quoted:
        return _within(place, place.top, units)
    version = work.nearest_held(named.until or place.day)
    if version is None:
        return _in_quotation(place, work.name(place.lang), units)
    found = _within(place, ProvisionId(work.slug, version.effective), units)
    return replace(found, named=work.name(place.lang, version.effective))


def _in_quotation(place: Place, name: str, units: tuple[Unit, ...]) -> Outcome:
    """Where a work is not at hand: what the document of the words quotes of it elsewhere, if it does."""
    key = _quotations(place.law, place.key.work).get((slug_of(name, [place.work]), units)) if units else None
    return Outcome(key, named=name) if key else Outcome(None, Reason.WORK_NOT_HELD, name)


@lru_cache(maxsize=32)
def _quotations(law: Law, work: str) -> Mapping[tuple[str, tuple[Unit, ...]], ProvisionId]:
    """What a document quotes, by the slug of the work and the place in it; of several quotations the first."""
    found: dict[tuple[str, tuple[Unit, ...]], ProvisionId] = {}
    for each in law:
        quoted = [at for at, unit in enumerate(each.id.units) if unit.kind is UnitKind.QUOTED]
        if each.id.work == work and quoted:
            at = quoted[-1]
            found.setdefault((each.id.units[at].number, each.id.units[at + 1 :]), each.id)
    return found


def _beyond_quotation(place: Place, units: tuple[Unit, ...]) -> Outcome:
    """Where a path in the work of the words leads; what a quotation leaves out is sought in the quoted work itself."""
    found = _within(place, place.top, units) if units else _nowhere()
    if not place.quoted or found.reason is not Reason.NOT_THERE:
        return found
    name = name_of(place.quoted, place.law.works.values(), place.lang)
    known = place.quoted in place.law.works
    return lead_by_name(place, name, units) if known else Outcome(None, Reason.WORK_NOT_HELD, name)


def _within(place: Place, root: ProvisionId, units: tuple[Unit, ...]) -> Outcome:
    """The provision of a path below the root of a work; of addenda or an annex without number, the only one."""
    if not units:
        return Outcome(root)
    if units[0] not in _UNNUMBERED:
        return _held(place.law, replace(root, units=root.units + units))
    own = place.above(units[0].kind)
    heads = [own] if own else [each.id for each in place.law.children(root) if each.id.units[-1].kind is units[0].kind]
    if len(heads) > 1:
        return Outcome(None, Reason.AMBIGUOUS)
    return _held(place.law, replace(heads[0], units=heads[0].units + units[1:])) if heads else _nowhere()


def _held(law: Law, key: ProvisionId) -> Outcome:
    """The provision of an id; where it or what it stood in is deleted, that one and the date."""
    for each in _upwards(key):
        if each in law and (day := law.provision(each).deleted) is not None:
            return Outcome(each, Reason.DELETED, deleted=day)
    return Outcome(key) if key in law else _nowhere()


def _upwards(key: ProvisionId | None) -> Iterator[ProvisionId]:
    while key is not None:
        yield key
        key = key.parent


def _nowhere() -> Outcome:
    return Outcome(None, Reason.NOT_THERE)


def _holder(place: Place, reference: Reference) -> ProvisionId | None:
    """What a reference hangs on: 제1항 on this article, 제1호 on this paragraph or else article, 이 항 제2호."""
    if reference.level is not None:
        return place.above(reference.level)
    above = _RUN[: _RUN.index(reference.units[0].kind)]
    holders = (place.above(kind) for kind in (*reversed(above), UnitKind.ADDENDA))
    return next(filter(None, holders), None)


def _unit_before(place: Place, reference: Reference) -> ProvisionId | None:
    """전항: the paragraph before the one the words stand in; 전조: the article before."""
    own = place.above(reference.level) if reference.level else None
    if own is None or own.parent is None:
        return None
    row = [each.id for each in place.law.children(own.parent) if each.id.units[-1].kind is reference.level]
    before = row[: row.index(own)] if own in row else []
    return before[-1] if before else None

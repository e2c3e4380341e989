"""The JSON shapes of what was done to a provision, and of its comparison between two versions."""

import datetime
from collections.abc import Iterable

from pydantic import BaseModel

from corpus.amendments import Amendment, amendments
from corpus.comparison import Comparison, Span, UnitComparison
from corpus.identifiers import ProvisionId
from corpus.provisions import Law, Provision
from corpus.works import Lang
from rag.phrases import say


class AmendmentModel(BaseModel):
    """What an ordinance did to a provision; `date` is that of promulgation, not of effect.

    `ordinance` is its number, null where it is not known; `moved_from` and `moved_to` are units as in ids.
    """

    action: str
    date: datetime.date
    ordinance: str | None
    moved_from: str | None
    moved_to: str | None

    @classmethod
    def of(cls, acts: Iterable[Amendment]) -> "list[AmendmentModel]":
        """The shapes of amendments."""
        return [
            cls(
                action=each.action,
                date=each.day,
                ordinance=each.ordinance,
                moved_from=str(each.moved_from) if each.moved_from else None,
                moved_to=str(each.moved_to) if each.moved_to else None,
            )
            for each in acts
        ]


class AmendedUnitModel(BaseModel):
    """A unit inside a provision, and what was done to it."""

    id: str
    amendments: list[AmendmentModel]

    @classmethod
    def below(cls, law: Law, provision: Provision) -> "list[AmendedUnitModel]":
        """The units below a provision that have notes of amendment, in reading order."""
        below = ((each, amendments(each, law.work(each.id.work))) for each in law.subtree(provision.id))
        return [
            cls(id=str(each.id), amendments=AmendmentModel.of(acts))
            for each, acts in below
            if acts and each.id != provision.id
        ]


class SpanModel(BaseModel):
    """A piece of a wording: kept, removed or added."""

    kind: str
    text: str

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "list[SpanModel]":
        """The shapes of the pieces of a wording."""
        return [cls(kind=span.kind, text=span.text) for span in spans]


class UnitComparisonModel(BaseModel):
    """One unit in two versions, paired by its number; `change` is same, changed, added, removed or deleted.

    `mark` is what is printed before the words; notes of amendment are not in `text` but beside it.
    """

    old: str | None
    new: str | None
    change: str
    headings_differ: bool
    mark: list[SpanModel]
    text: list[SpanModel]
    amendments_old: list[AmendmentModel]
    amendments_new: list[AmendmentModel]

    @classmethod
    def of(cls, unit: UnitComparison) -> "UnitComparisonModel":
        """The shape of a compared unit."""
        return cls(
            old=_id(unit.old),
            new=_id(unit.new),
            change=unit.change,
            headings_differ=unit.headings_differ,
            mark=SpanModel.of(unit.mark),
            text=SpanModel.of(unit.words),
            amendments_old=AmendmentModel.of(unit.amended_old),
            amendments_new=AmendmentModel.of(unit.amended_new),
        )


class DoubtModel(BaseModel):
    """Why the comparison may mislead; `code` is stable, `message` in the language of the compared text."""

    code: str
    message: str


class ComparisonModel(BaseModel):
    """A provision in two versions, the older first, in one language."""

    old: str
    new: str
    lang: Lang
    authority_old: str
    authority_new: str
    warnings: list[DoubtModel]
    units: list[UnitComparisonModel]

    @classmethod
    def of(cls, found: Comparison) -> "ComparisonModel":
        """The shape of a comparison."""
        return cls(
            old=str(found.old),
            new=str(found.new),
            lang=found.lang,
            authority_old=found.authority_old,
            authority_new=found.authority_new,
            warnings=[DoubtModel(code=each, message=say(f"doubt_{each}", found.lang)) for each in found.doubts],
            units=[UnitComparisonModel.of(unit) for unit in found.units],
        )


def _id(key: ProvisionId | None) -> str | None:
    return str(key) if key is not None else None

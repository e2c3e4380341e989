"""The tables of this package: sentences, bound words of law, recorded facts, and when each committee exists."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from corpus.identifiers import ProvisionId
from corpus.works import Lang
from rag.meetings.facts import Committee
from rag.membership.findings import Bound, Recorded, Said
from rag.phrases import day
from rag.tables import load_table


@dataclass(frozen=True, slots=True)
class Existence:
    """When a committee exists: its first day, and its last where there is one; with what says so, `known` since.

    `forerunner` is the committee whose place it took.
    """

    name: Said
    begins: date
    ends: date | None = None
    known: date = date.min
    sources: tuple[Bound, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    forerunner: Committee | None = None

    def holds(self, on: date) -> bool:
        """Whether the committee exists on a day."""
        return self.begins <= on and (self.ends is None or on <= self.ends)


def said(name: str, /, **values: object) -> Said:
    """The sentence of a name with its values; dates and names are written as each language writes them."""
    row = load_table("membership/sentences")[name]
    return Said(*(str(row[lang]).format(**_written(values, lang)) for lang in ("ko", "en")))


def frozen(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a table with its lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def joined(*parts: Said) -> Said:
    """Sentences one after the other."""
    return Said(" ".join(each.ko for each in parts), " ".join(each.en for each in parts))


def _written(values: dict[str, object], lang: Lang) -> dict[str, object]:
    return {key: _word(value, lang) for key, value in values.items()}


def _word(value: object, lang: Lang) -> object:
    if isinstance(value, date):
        return day(value, lang)
    return value.words(lang) if isinstance(value, Said) else value


@cache
def bound(name: str) -> Bound:
    """The bound words of a name."""
    row = dict(load_table("membership/bindings")[name])
    return Bound(ProvisionId.parse(row.pop("id")), **row)


def bindings() -> tuple[Bound, ...]:
    """All bound words of the package."""
    return tuple(bound(name) for name in load_table("membership/bindings"))


@cache
def recorded(name: str) -> Recorded:
    """The recorded fact of a name."""
    row = load_table("membership/records")[name]
    return Recorded(Said(row["ko"], row["en"]), Said(row["source_ko"], row["source_en"]))


@cache
def existence(committee: Committee) -> Existence:
    """When a committee exists."""
    row = load_table("membership/committees")[committee.value]
    return Existence(
        name=Said(row["ko"], row["en"]),
        begins=row["begins"],
        ends=row.get("ends"),
        known=row.get("known", date.min),
        sources=tuple(map(bound, row.get("sources", ()))),
        recorded=tuple(map(recorded, row.get("records", ()))),
        forerunner=Committee(row["forerunner"]) if "forerunner" in row else None,
    )

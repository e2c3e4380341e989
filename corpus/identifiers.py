"""Ids of provisions: `<work>[@<version date>]/<unit>/<unit>…`, which are also the paths of their URLs."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self

from corpus.errors import IdentifierError

# Digits only after `ordinance-`, where they are the register's: article-14 is a slip, not a work.
_WORK = re.compile(r"[a-z]+(?:-[a-z]+)+|ordinance-[0-9]+")
_NUMBER = re.compile(r"[1-9]\d*(?:[.-][1-9]\d*)*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EXPECTED = "expected an id such as seoul-ai-ordinance@2025-09-29/art-14/para-2"


class UnitKind(StrEnum):
    """What a numbered unit is; the value is how an id writes it."""

    PART = "part"
    CHAPTER = "chapter"
    ARTICLE = "art"
    PARAGRAPH = "para"
    SUBPARAGRAPH = "sub"
    ITEM = "item"
    ADDENDA = "addenda"
    SECTION = "sec"
    NOTE = "note"
    ANNEX = "annex"
    TABLE = "table"
    FORM = "form"
    QUOTED = "work"


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of an id: an article 5-2, a section 4.2.4, or a work quoted inside another."""

    kind: UnitKind
    number: str = ""

    def __str__(self) -> str:
        if self.kind is UnitKind.QUOTED:
            return self.number
        return f"{self.kind}-{self.number}" if self.number else self.kind.value

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one step; raises IdentifierError."""
        name, _, number = text.partition("-")
        if name in set(UnitKind) - {UnitKind.QUOTED} and (_NUMBER.fullmatch(number) or text == "addenda"):
            return cls(UnitKind(name), number)
        if _is_work(text):
            return cls(UnitKind.QUOTED, text)
        raise IdentifierError(f"{text!r} is not a unit of an id: {_EXPECTED}")


@dataclass(frozen=True, slots=True)
class ProvisionId:
    """A work, the date of its version where one is meant, and the path of units down to the provision."""

    work: str
    version: date | None = None
    units: tuple[Unit, ...] = ()

    def __str__(self) -> str:
        head = self.work if self.version is None else f"{self.work}@{self.version.isoformat()}"
        return "/".join((head, *map(str, self.units)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id as it is printed; raises IdentifierError."""
        head, *units = text.strip().strip("/").split("/")
        work, at, day = head.partition("@")
        if not _is_work(work):
            raise IdentifierError(f"{text!r} does not begin with a work: {_EXPECTED}")
        return cls(work, _version(text, day) if at else None, tuple(map(Unit.parse, units)))

    @property
    def parent(self) -> "ProvisionId | None":
        """The provision one step up, of section 4.2.4 section 4.2; None for a whole work."""
        if not self.units:
            return None
        last = self.units[-1]
        above, dot, _ = last.number.rpartition(".")
        kept = (Unit(last.kind, above),) if dot and last.kind is UnitKind.SECTION else ()
        return replace(self, units=self.units[:-1] + kept)

    @property
    def article(self) -> "ProvisionId | None":
        """The article that this provision is or stands in; None where there is none."""
        for depth, unit in enumerate(self.units, start=1):
            if unit.kind is UnitKind.ARTICLE:
                return replace(self, units=self.units[:depth])
        return None

    def child(self, kind: UnitKind, number: str = "") -> "ProvisionId":
        """The id one step down."""
        return replace(self, units=(*self.units, Unit(kind, number)))

    def at(self, version: date | None) -> "ProvisionId":
        """The same provision in another version of its work."""
        return replace(self, version=version)

    def covers(self, other: "ProvisionId") -> bool:
        """Whether `other` is this provision or stands inside it."""
        while other != self:
            if other.parent is None:
                return False
            other = other.parent
        return True


def is_list_entry(key: ProvisionId) -> bool:
    """Whether the provision is an entry of a list: a subparagraph or an item."""
    return bool(key.units) and key.units[-1].kind in (UnitKind.SUBPARAGRAPH, UnitKind.ITEM)


def _is_work(text: str) -> bool:
    """Whether the text is the slug of a work; one that begins as units do would be taken for a unit."""
    return _WORK.fullmatch(text) is not None and text.partition("-")[0] not in set(UnitKind)


def _version(text: str, day: str) -> date:
    try:
        return date.fromisoformat(day if _DAY.fullmatch(day) else "")
    except ValueError as error:
        raise IdentifierError(f"{text!r} has no date like 2025-09-29 after '@': {_EXPECTED}") from error

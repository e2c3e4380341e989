"""Which versions of an ordinance a comparison is between, and which of their texts are at hand."""

from dataclasses import dataclass
from datetime import date

from corpus.works import Standing, Version, Work
from rag.citing.validity import Readable
from rag.questions.comparing import Between, Compared

_WHOLE = "whole amendment"


@dataclass(frozen=True, slots=True)
class Sides:
    """The older and the newer version meant, and the held ones to read for them; None where none is at hand."""

    meant: tuple[Version, Version]
    old: Version | None
    new: Version | None

    @property
    def away(self) -> tuple[Version, ...]:
        """The versions meant whose own text is not at hand."""
        return tuple(each for each in self.meant if not each.held)


def sides_of(work: Work, compared: Compared, as_of: date) -> Sides | None:
    """The two versions that a question compares, of those in force by a day; None where there are not two."""
    versions = [each for each in work.versions if each.effective <= as_of]
    meant = _meant(versions, compared)
    if meant is None or meant[0] is meant[1]:
        return None
    old, new = (each if each.held else None for each in meant)
    if new is None:  # what came last before it, which is nearest to it
        held = [each for each in versions if each.held and meant[0].effective < each.effective <= meant[1].effective]
        new = held[-1] if held else None
    return Sides(meant, old, new)


def readable_of(work: Work, version: Version, as_of: date) -> Readable:
    """The text of a version, to be searched."""
    current = work.in_force(as_of) is version
    return Readable(work, version, Standing.IN_FORCE if current else Standing.NOT_IN_FORCE)


def _meant(versions: list[Version], compared: Compared) -> tuple[Version, Version] | None:
    held = [each for each in versions if each.held]
    if compared.between is Between.YEARS:
        first, last = (_of_year(versions, year) for year in (compared.years[0], compared.years[-1]))
        return (first, last) if first and last else None
    if compared.between is Between.NOW:
        first = _of_year(versions, compared.years[0])
        return (first, versions[-1]) if first else None
    if compared.between is Between.EARLIER:
        until = max(compared.gone, default=date.max)
        old = [each for each in held[:-1] if each.effective <= until]
        return (old[-1], held[-1]) if old else None
    acting = [each for each in versions if each.effective.year in compared.years or not compared.years]
    if compared.between is Between.WHOLE or any(each.kind == _WHOLE for each in acting if compared.years):
        acting = [each for each in acting if each.kind == _WHOLE]
    acting = acting if compared.between is Between.WHOLE or compared.years else []
    at = versions.index(acting[-1]) if acting else 0
    return (versions[at - 1], versions[at]) if at else None


def _of_year(versions: list[Version], year: int) -> Version | None:
    """The version of a year: the last that took effect in it, else the one in force at its end."""
    begun = [each for each in versions if each.effective.year <= year]
    return begun[-1] if begun else None

"""Which text of a work may be read for a day, and what it is worth on that day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.identifiers import ProvisionId, UnitKind
from corpus.works import Genre, Standing, Version, Work
from rag.questions.question import Question

_REPORTS = {
    Genre.REVIEW_REPORT: Standing.REVIEW_REPORT,
    Genre.BUREAU_REPORT: Standing.BUREAU_REPORT,
    Genre.BACKGROUND: Standing.BACKGROUND,
}


@dataclass(frozen=True, slots=True)
class Readable:
    """A text that may be read for a day.

    `later` are the versions since the text that were in force by the day, when it is superseded;
    `unheld` is the version that was in force on the day, when its own text is not at hand.
    """

    work: Work
    version: Version | None
    standing: Standing
    later: tuple[Version, ...] = ()
    unheld: Version | None = None

    @property
    def key(self) -> tuple[str, date | None]:
        """The work and version, as they begin an id."""
        return self.work.slug, self.version.effective if self.version else None

    def admits(self, key: ProvisionId) -> bool:
        """Whether the provision belongs to this text."""
        return (key.work, key.version) == self.key

    def differed(self, key: ProvisionId) -> bool:
        """Whether the provision is known, or not known not, to have read otherwise in the version that is not held."""
        if self.unheld is None or self.version is None:
            return False
        between = self.work.since(self.unheld, self.version.effective)
        return any(version.touches(key) is not False for version in between)


def readable(work: Work, day: date) -> Readable | None:
    """The text of a work to read for a day; None when there is none, or the day lies before all known versions."""
    if work.genre is not Genre.ORDINANCE:
        return Readable(work, None, _REPORTS[work.genre]) if work.sources else None
    version, in_force = work.nearest_held(day), work.in_force(day)
    if version is None or in_force is None:
        return None
    if in_force is version:
        return Readable(work, version, Standing.IN_FORCE)
    if version.effective <= day:
        return Readable(work, version, Standing.NOT_IN_FORCE, later=work.since(version, day))
    return Readable(work, version, Standing.NOT_IN_FORCE, unheld=in_force)


def standing(work: Work, key: ProvisionId, of_text: Standing) -> Standing:
    """What a provision is worth: as much as its text, but a bill where the text only quotes one."""
    quoted = {unit.number for unit in key.units if unit.kind is UnitKind.QUOTED}
    return Standing.BILL if any(each.bill and each.slug in quoted for each in work.quotes) else of_text


def standing_on(work: Work, key: ProvisionId, day: date) -> Standing:
    """What a provision is worth on a day, of whichever version it is."""
    if key.version is None:
        text = readable(work, day)
        return standing(work, key, text.standing if text else Standing.NOT_IN_FORCE)
    in_force = work.in_force(day)
    current = in_force is not None and in_force.effective == key.version
    return standing(work, key, Standing.IN_FORCE if current else Standing.NOT_IN_FORCE)


def not_yet(work: Work, day: date) -> bool:
    """Whether the work is known to have been enacted only after the day."""
    return bool(work.versions) and work.versions[0].kind == "enactment" and day < work.versions[0].effective


def readables(question: Question, works: Iterable[Work]) -> tuple[Readable, ...]:
    """The texts to search: of each work that of the asked day, after that of a gone name or body asked for."""
    days, found = dict(question.days), []
    for work in works:
        now = readable(work, question.as_of)
        then = readable(work, min(days[work.slug], question.as_of)) if work.slug in days else None
        if then is not None and then.version != (now.version if now else None):
            later = work.since(then.version, question.as_of) if then.version else ()
            found.append(Readable(work, then.version, Standing.NOT_IN_FORCE, later=later))
        if now is not None:
            found.append(now)
    return tuple(found)

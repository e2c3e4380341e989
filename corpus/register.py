"""The national register of ordinances: what it records of a version, and how versions join the works they are of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.errors import SourceError
from corpus.naming import fold_name
from corpus.works import FormerName, Genre, Source, Version, Work

REPEAL = "repeal"
_KINDS = {
    "제정": "enactment",
    "폐지제정": "enactment",
    "전부개정": "whole amendment",
    "일부개정": "amendment",
    "타법개정": "amendment by another ordinance",
    "일괄개정": "amendment by another ordinance",
    "폐지": REPEAL,
    "타법폐지": REPEAL,
    "일괄폐지": REPEAL,
}
_PROMULGATED = re.compile(r"제0*(\d+)호\D*(\d{4})\s*\.\s*(\d{1,2})\s*\.\s*(\d{1,2})")
_SHORTEST_ALIAS, _TWO = 6, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of an ordinance as the register describes it; `worded` tells whether its text was given.

    `agency` is the local government, `amended` the register's word for the kind of enactment (일부개정).
    """

    register_id: str
    name: str
    agency: str
    effective: date
    promulgated: date
    number: str
    amended: str
    worded: bool = True

    @property
    def version(self) -> Version:
        """The version; what repeals an ordinance leaves no text to be read."""
        kind = _KINDS.get(self.amended, "amendment")
        held = self.worded and kind != REPEAL
        return Version(self.effective, self.promulgated, self.number, kind, held)

    @property
    def order(self) -> tuple[date, date, int]:
        """What versions are ordered by: effect, then promulgation, then number."""
        return self.effective, self.promulgated, int(self.number or 0)


Found = tuple[Entry, Source]


def enrol(works: Iterable[Work], found: Iterable[Found]) -> tuple[Work, ...]:
    """The works with the versions and documents found for them, then those that only the register knows.

    A document belongs to the work of its register id; an ordinance number is no key. Raises SourceError
    where a document says otherwise than the package of a version whose text the package holds.
    """
    groups: dict[str, list[Found]] = {}
    for each in sorted(found, key=lambda pair: pair[0].order):
        groups.setdefault(each[0].register_id, []).append(each)
    known = [_joined(work, _of_work(work, groups.pop(work.register_id, []))) for work in works]
    return (*known, *(_joined(_new(groups[each]), groups[each]) for each in sorted(groups)))


def _of_work(work: Work, found: Sequence[Found]) -> Sequence[Found]:
    """The same; raises SourceError for a document whose name or agency is not that of the work of its id.

    What came before or after all that is known of the work may bear another name.
    """
    names = {fold_name(name) for name in (work.name_ko, *(former.name_ko for former in work.former_names))}
    first, last = (work.versions[0].effective, work.versions[-1].effective) if work.versions else (date.max, date.min)
    for entry, source in found:
        if first <= entry.effective <= last and fold_name(entry.name) not in names:
            problem = f"is named {entry.name}, but its register id is that of {work.name_ko}; check the file"
            raise SourceError(source.file, 1, problem)
        if entry.agency and not work.name_ko.startswith(entry.agency):
            problem = f"is of {entry.agency}, but its register id is that of {work.name_ko}; check the file"
            raise SourceError(source.file, 1, problem)
    return found


def with_amendments(work: Work, marks: Iterable[str]) -> Work:
    """The work with the amendments between two held versions that heads of addenda tell of.

    The day such an amendment took effect is not known; that of its promulgation stands for it, so that no
    text passes for one in force that may have been amended.
    """
    held = [version for version in work.versions if version.held]
    if len(held) < _TWO:
        return work
    versions = {version.effective: version for version in work.versions}
    numbers = {version.number for version in work.versions}
    for number, day in sorted(_promulgations(marks), key=lambda each: int(each[0])):
        taken = number in numbers or (day in versions and versions[day].held)
        if held[0].effective < day < held[-1].promulgated and not taken:
            versions[day] = Version(day, day, number, "amendment")
    return replace(work, versions=_in_order(versions.values()))


def _promulgations(marks: Iterable[str]) -> Iterator[tuple[str, date]]:
    for mark in marks:
        if told := _PROMULGATED.search(mark):
            try:
                yield told[1], date(int(told[2]), int(told[3]), int(told[4]))
            except ValueError:
                continue


def _joined(work: Work, found: Sequence[Found]) -> Work:
    versions = {version.effective: version for version in work.versions}
    sources: dict[date, tuple[Source, ...]] = {}
    for entry, source in found:
        day, known = entry.effective, versions.get(entry.effective)
        same = known if known is not None and known.number == entry.number else None
        if known is not None and same is None:
            if int(known.number or 0) > int(entry.number or 0):
                continue  # another amendment took effect on the same day and had the last word
            _refuse_if_held(work, known, source)
            sources.pop(day, None)
        new = entry.version
        versions[day] = replace(new, held=same.held or new.held, touched=same.touched) if same else new
        sources[day] = (*sources.get(day, ()), *((source,) if new.held else ()))
    read = (source for day in sorted(sources) for source in sources[day])
    renamed = _renamed(work, [entry for entry, _ in found])
    return replace(renamed, versions=_in_order(versions.values()), sources=(*work.sources, *read))


def _refuse_if_held(work: Work, known: Version, source: Source) -> None:
    if any(known.effective in each.versions for each in work.sources):
        problem = f"is not No. {known.number}, whose text of {known.effective} is in the package; take the file away"
        raise SourceError(source.file, 1, problem)


def _in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda version: version.effective))


def _new(found: Sequence[Found]) -> Work:
    entry = found[0][0]
    return Work(
        slug=f"ordinance-{entry.register_id}",
        genre=Genre.ORDINANCE,
        name_ko=entry.name,
        name_en=entry.name,
        aliases=_aliases(entry),
        sources=(),
        register_id=entry.register_id,
    )


def _aliases(entry: Entry) -> tuple[str, ...]:
    """The name without the local government's; none that is too short to mean this ordinance alone."""
    short = entry.name.removeprefix(entry.agency).strip()
    return (short,) if entry.agency and short != entry.name and len(fold_name(short)) >= _SHORTEST_ALIAS else ()


def _renamed(work: Work, entries: Sequence[Entry]) -> Work:
    """The work under the name of its newest text, where that came after all that is known of it."""
    last = work.versions[-1].effective if work.versions else date.min
    newer = [entry for entry in entries if entry.effective > last]
    for entry in newer:
        if fold_name(entry.name) != fold_name(work.name_ko):
            former = FormerName(work.name_ko, work.name_en, (), entry.effective - timedelta(days=1))
            aliases = (*_aliases(entry), *work.aliases)
            work = replace(work, name_ko=entry.name, name_en=entry.name, aliases=aliases)
            work = replace(work, former_names=(*work.former_names, former))
    if newer:
        # A newer text may have another term of existence for a committee than the one that is known.
        work = replace(work, bodies=tuple(replace(body, sunset=None) for body in work.bodies))
    return work

"""What became of a provision and of all units in it between two versions of its work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.amendments import Action, Amendment, amendments, without_notes
from corpus.errors import UnknownProvisionError
from corpus.identifiers import ProvisionId, Unit
from corpus.provisions import Law, Provision, Rendition
from corpus.wording import Span, SpanKind, compare
from corpus.works import LANGS, Authority, Lang

__all__ = [
    "Change",
    "Comparison",
    "Doubt",
    "Span",
    "SpanKind",
    "UnitComparison",
    "compare",
    "compare_versions",
    "compare_with",
]


class Change(StrEnum):
    """What became of a unit; DELETED is still there and says so, REMOVED is there no more."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    DELETED = "deleted"


class Doubt(StrEnum):
    """Why a comparison by number may mislead.

    SAME_VERSION: both are one version. WHOLE_AMENDMENT: all numbers were given anew in between. MOVED: a note
    says that a provision took over another number. HEADINGS_DIFFER: an article bears another heading, so the
    number may stand for another matter. AUTHORITIES_DIFFER: a difference may be of rendition, not of law.
    TRANSLATED: neither text is the official one, so a difference may be the translator's.
    """

    SAME_VERSION = "same_version"
    WHOLE_AMENDMENT = "whole_amendment"
    MOVED = "moved"
    HEADINGS_DIFFER = "headings_differ"
    AUTHORITIES_DIFFER = "authorities_differ"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """One unit in both versions, paired by its number; `old` or `new` is None where it is not there.

    `mark` compares what is printed before the words (number and heading), `words` the words without their notes
    of amendment; those are in `amended_old` and `amended_new`.
    """

    old: ProvisionId | None
    new: ProvisionId | None
    change: Change
    mark: tuple[Span, ...]
    words: tuple[Span, ...]
    headings_differ: bool
    amended_old: tuple[Amendment, ...]
    amended_new: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A provision and all units below it in two versions and one language, in reading order."""

    old: ProvisionId
    new: ProvisionId
    lang: Lang
    authority_old: Authority
    authority_new: Authority
    units: tuple[UnitComparison, ...]
    doubts: tuple[Doubt, ...]


def compare_versions(law: Law, id_old: ProvisionId, id_new: ProvisionId, lang: Lang) -> Comparison:
    """The comparison of a provision in an older and a newer version; both ids name theirs.

    Units are paired by number alone, and `doubts` tells when that may mislead. Raises UnknownProvisionError
    when a version or a provision is not at hand, or has no text in the language.
    """
    old, new = _in_language(law, id_old, lang), _in_language(law, id_new, lang)
    units = tuple(_units(law, law.provision(id_old), law.provision(id_new), lang))
    doubts = [*_of_places(law, id_old, id_new, units, lang), *_of_authorities(old.authority, new.authority)]
    if id_old == id_new:
        doubts = [Doubt.SAME_VERSION]
    return Comparison(id_old, id_new, lang, old.authority, new.authority, units, tuple(doubts))


def _in_language(law: Law, key: ProvisionId, lang: Lang) -> Rendition:
    provision = law.provision(key)
    if not provision.speaks(lang):
        language = "Korean" if lang == "ko" else "English"
        raise UnknownProvisionError(f"There is no {language} text of {key} to compare.")
    return provision.rendition(lang)


def _units(law: Law, old: Provision | None, new: Provision | None, lang: Lang) -> Iterator[UnitComparison]:
    if (old and old.speaks(lang)) or (new and new.speaks(lang)):
        yield _unit(law, old, new, lang)
    olds = {each.id.units[-1]: each for each in (law.children(old.id) if old else ())}
    news = {each.id.units[-1]: each for each in (law.children(new.id) if new else ())}
    for unit in _merged(list(olds), list(news)):
        yield from _units(law, olds.get(unit), news.get(unit), lang)


def _merged(olds: Sequence[Unit], news: Sequence[Unit]) -> list[Unit]:
    """All units in the order of the new text; one that is gone comes after the one it followed."""
    merged, place = list(news), 0
    for unit in olds:
        if unit not in news:
            merged.insert(place, unit)
        place = merged.index(unit) + 1
    return merged


def _unit(law: Law, old: Provision | None, new: Provision | None, lang: Lang) -> UnitComparison:
    one, other = _spoken(old, lang), _spoken(new, lang)
    headings = [without_notes(each.heading) if each else "" for each in (one, other)]
    words = compare(*(without_notes(each.text) if each else "" for each in (one, other)))
    return UnitComparison(
        old=old.id if old else None,
        new=new.id if new else None,
        change=_change(old, new, same=headings[0] == headings[1] and all(s.kind is SpanKind.KEPT for s in words)),
        mark=compare(*(each.mark if each else "" for each in (one, other))),
        words=words,
        headings_differ=old is not None and new is not None and _told_apart(*headings),
        amended_old=amendments(old, law.work(old.id.work)) if old else (),
        amended_new=amendments(new, law.work(new.id.work)) if new else (),
    )


def _spoken(provision: Provision | None, lang: Lang) -> Rendition | None:
    return provision.rendition(lang) if provision and provision.speaks(lang) else None


def _told_apart(heading: str, other: str) -> bool:
    """Whether two headings differ in more than blanks and case; a deleted provision has none to differ."""
    first, second = ("".join(each.split()).casefold() for each in (heading, other))
    return bool(first and second) and first != second


def _change(old: Provision | None, new: Provision | None, *, same: bool) -> Change:
    gone, going = old is None or old.deleted is not None, new is None or new.deleted is not None
    if new is None:
        return Change.REMOVED
    if going:
        return Change.SAME if old is not None and gone else Change.DELETED
    if gone:
        return Change.ADDED
    return Change.SAME if same else Change.CHANGED


def _of_places(
    law: Law, old: ProvisionId, new: ProvisionId, units: Sequence[UnitComparison], lang: Lang
) -> Iterator[Doubt]:
    heads = list(units)
    if old.article and new.article:
        heads.append(_unit(law, law.provision(old.article), law.provision(new.article), lang))
    versions = law.work(new.work).versions
    between = [v for v in versions if old.version and new.version and old.version < v.effective <= new.version]
    moves = [each for unit in heads for each in unit.amended_new if each.action in (Action.MOVED, Action.FORMER_MOVED)]
    if any(version.kind == "whole amendment" for version in between):
        yield Doubt.WHOLE_AMENDMENT
    if any(each.day == version.promulgated for each in moves for version in between):
        yield Doubt.MOVED
    if any(unit.headings_differ for unit in heads):
        yield Doubt.HEADINGS_DIFFER


def _of_authorities(old: Authority, new: Authority) -> Iterator[Doubt]:
    if old is not new:
        yield Doubt.AUTHORITIES_DIFFER
    if Authority.OFFICIAL not in (old, new):
        yield Doubt.TRANSLATED


def compare_with(law: Law, key: ProvisionId, day: date, lang: Lang | None) -> tuple[Comparison, ...]:
    """A provision beside the same one in the version in force on a day, the older first, in each language of both.

    `key` names its version. Raises UnknownProvisionError when the version of the day is not at hand, has no such
    provision, or the two have no text in a common language.
    """
    other = _in_force(law, key, day)
    old, new = sorted((key, other), key=lambda each: each.version or day)
    spoken = [each for each in LANGS if law.provision(old).speaks(each) and law.provision(new).speaks(each)]
    if not lang and not spoken:
        raise UnknownProvisionError(f"{old} and {new} have no text in a common language.")
    return tuple(compare_versions(law, old, new, each) for each in ([lang] if lang else spoken))


def _in_force(law: Law, key: ProvisionId, day: date) -> ProvisionId:
    work = law.work(key.work)
    if not work.versions:
        raise UnknownProvisionError(f"{work.slug} is no ordinance: it has no versions to compare.")
    version = work.in_force(day)
    if version is None:
        first = work.versions[0].effective
        raise UnknownProvisionError(f"The record of {work.slug} begins on {first}; nothing is known for {day}.")
    if not version.held:
        held = ", ".join(str(each.effective) for each in work.versions if each.held) or "none"
        of = f"No. {version.number} of {version.effective}"
        raise UnknownProvisionError(f"The text of {work.slug} in force on {day} ({of}) is not at hand; held: {held}.")
    return law.provision(key.at(version.effective)).id

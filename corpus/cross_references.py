"""Cross-references: every reference in the text of a provision, with the provision it leads to or why there is none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.amendments import Action, find_notes
from corpus.citations import Reference, Said, find_references, short_names
from corpus.identifiers import ProvisionId, UnitKind
from corpus.naming import fold_name
from corpus.provisions import Law
from corpus.quotation_scopes import Quoted, scoped_references
from corpus.reference_targets import Outcome, Place, Reason, lead, lead_by_name
from corpus.works import Genre, Lang

_BILL = re.compile(r"[가-힣A-Za-z(][가-힣A-Za-zㆍ·()\s]{0,80}?(?:조례안|법률안|법안|특별법안)")
_ADDENDA_OF = re.compile(r"(?:부칙|Addend(?:a|um))\s?\((?P<name>[^()]*(?:조례|Ordinance)[^()]*)\)", re.IGNORECASE)
_AMENDS = re.compile(
    r"(?<![^\s「])(?P<ko>[^「」().]{2,60}조례)」?\s?일부를 다음과 같이 개정"
    r"|(?:\bThe )?(?P<en>(?:[A-Z][\w ,’'-]{0,120} )?Ordinance[\w ,’'-]{0,120}?)"
    r" (?:shall be|is) (?:hereby )?(?:partially )?amended\b"
)
_DECREES = (
    (re.compile(r"(?P<act>.+)\s(?P<decree>시행(?:령|규칙))"), "{0} {1}"),
    (re.compile(r"(?P<decree>Enforcement (?:Decree|Rules?)) of the (?P<act>.+)"), "{1} of the {0}"),
)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference in a provision, and the provision it leads to.

    `text` is what is written; of a member that a range leaves out, the range. `reason` tells why there is
    no target, or that the target is deleted, on `deleted`. `named` is the full name of another work, as far
    as it is known. The reference counts its places in the heading where `in_heading` is set, else in the text.
    """

    reference: Reference
    text: str
    target: ProvisionId | None
    reason: Reason | None = None
    named: str = ""
    deleted: date | None = None
    in_heading: bool = False


def cross_references(law: Law, key: ProvisionId, lang: Lang) -> tuple[CrossReference, ...]:
    """The references in the heading and text of a provision, in order; notes of amendment are none.

    Raises UnknownProvisionError.
    """
    rendition = law.provision(key).rendition(lang)
    place = Place(law, key, rendition.lang)
    said = Said(tuple(_said_before(place)), _short_names(law, key.work, key.version, rendition.lang))
    found: list[CrossReference] = []
    for words, in_heading in ((rendition.heading, True), (rendition.text, False)):
        plain = blanked(words)
        references = find_references(plain, said)
        amended = list(_amended(plain))
        led = [(each, _lead(place, each, said.short, amended)) for each in references]
        if place.work.genre is not Genre.ORDINANCE and not place.quoted:
            led = list(_led_in_report(place, plain, references, said.short))
        found += [_cross(words, references, *each, in_heading) for each in led]
    return tuple(found)


def blanked(text: str) -> str:
    """The text with blanks in place of its notes of amendment, each as long as the note; heads of addenda stay."""
    for note in find_notes(text):
        if any(each.action is not Action.ENACTED for each in note.amendments):
            text = text[: note.start] + " " * (note.end - note.start) + text[note.end :]
    return text


def _cross(
    text: str, references: Sequence[Reference], reference: Reference, outcome: Outcome, in_heading: bool
) -> CrossReference:
    start, end = reference.start, reference.end
    if reference.filled:
        start = next(each.start for each in reversed(references) if each.start <= start and not each.filled)
        end = next(each.end for each in references if each.start >= end and not each.filled)
    return CrossReference(
        reference, text[start:end], outcome.target, outcome.reason, outcome.named, outcome.deleted, in_heading
    )


def _lead(place: Place, reference: Reference, short: Mapping[str, str], amended: Sequence[tuple[int, str]]) -> Outcome:
    """Where a reference in an ordinance, or in an article quoted from one, leads."""
    if reference.bill or not reference.own:
        return lead_by_name(place, _full(reference.named, short), reference.units, bill=reference.bill)
    told = [name for start, name in amended if start <= reference.start] if reference.exact else []
    other = _addenda_of(place) if reference.named else (told or [""])[-1]
    return lead_by_name(place, other, reference.units) if other else lead(place, reference)


def _amended(text: str) -> Iterator[tuple[int, str]]:
    """The other ordinances that a text amends, each with where the articles begin that are then those of it."""
    for found in _AMENDS.finditer(text):
        yield found.end(), found["ko"] or found["en"]


def _led_in_report(
    place: Place, text: str, references: Sequence[Reference], short: Mapping[str, str]
) -> Iterator[tuple[Reference, Outcome]]:
    """Where the references of a report lead; the heads of quoted articles are no references."""
    about, in_headings = _bill_about(place)
    scoped = scoped_references(text, references, [Quoted(about, bill=True)] if in_headings else [])
    for each in scoped:
        if each.head:
            continue
        if each.works is None:
            yield each.reference, lead(place, each.reference)
        elif len(each.works) != 1:
            yield each.reference, Outcome(None, Reason.AMBIGUOUS)
        else:
            work = each.works[0]
            name = _full(work.name, short) or about
            yield each.reference, lead_by_name(place, name, each.units, bill=work.bill)


def _bill_about(place: Place) -> tuple[str, bool]:
    """The bill that a report is about where the provision stands, and whether a heading above names it."""
    key: ProvisionId | None = place.key
    while key is not None and key.units:
        found = _BILL.search(place.law.provision(key).rendition(place.lang).heading) if key in place.law else None
        if found:
            return found.group(), True
        key = key.parent
    found = _BILL.search(place.work.name_ko)
    return (found.group() if found else ""), False


def _addenda_of(place: Place) -> str:
    """The other ordinance whose addenda the words stand in, "" where they are those of their own work."""
    key = place.above(UnitKind.ADDENDA)
    if key is None or key not in place.law:
        return ""
    found = _ADDENDA_OF.match(place.law.provision(key).rendition(place.lang).mark)
    return found["name"] if found else ""


def _full(name: str, short: Mapping[str, str]) -> str:
    """The full name of a work; of a decree by the short name of its Act as well."""
    for pattern, full in _DECREES:
        if found := pattern.fullmatch(name):
            return full.format(_full(found["act"], short), found["decree"])
    return short.get(fold_name(name), name)


def _said_before(place: Place) -> list[Reference]:
    """The references of the article before the words, which theirs may point back to."""
    article = place.above(UnitKind.ARTICLE)
    said: list[Reference] = []
    for provision in place.law.subtree(article) if article is not None and article in place.law else ():
        if provision.id == place.key:
            break
        said += find_references(blanked(provision.rendition(place.lang).text), Said(tuple(said)))
    return said


@lru_cache(maxsize=32)
def _short_names(law: Law, work: str, version: date | None, lang: Lang) -> Mapping[str, str]:
    """The short names of works that a version gives in a language, without spaces and dots; with their full names."""
    texts = (each.rendition(lang).text for each in law if (each.id.work, each.id.version) == (work, version))
    return {fold_name(short): full for text in texts for short, full in short_names(text).items()}

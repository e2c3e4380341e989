"""Notes of amendment read into data: `<개정 2021.5.20>`, `[본조신설 2013.8.1]`, `<Amended by Ordinance No. 5527, …>`.

The date in a note is the day the amending ordinance was promulgated. It is not the day the amendment took
effect, which only the addenda of that ordinance tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.identifiers import Unit, UnitKind
from corpus.provisions import Provision
from corpus.works import Work


class Action(StrEnum):
    """What an ordinance did to a provision, as the note beside it says."""

    ENACTED = "enacted"
    WHOLLY_AMENDED = "wholly_amended"
    AMENDED = "amended"
    RETITLED = "retitled"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    FORMER_MOVED = "former_moved"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One act on a provision; `day` is the promulgation of the acting ordinance, not the date of effect.

    `ordinance` is its number, None where it is not known. What was MOVED stood at `moved_from` before; with
    FORMER_MOVED another provision bore this number until it went to `moved_to`.
    """

    action: Action
    day: date
    ordinance: str | None = None
    moved_from: Unit | None = None
    moved_to: Unit | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it stands in a text from `start` to `end`, brackets included, and what it says."""

    start: int
    end: int
    amendments: tuple[Amendment, ...]


_GONE = r"(?:삭제|\bDeleted)\.?\s*"
_BRACKET = re.compile(rf"(?P<gone>(?<![가-힣]){_GONE})?(?:<(?P<angle>[^<>]*)>|\[(?P<square>[^\[\]]*)\])")
_GONE_FIRST = re.compile(rf"{_GONE}(?:<(?P<angle>[^<>]*)>|(?P<plain>[^<>\[\]\s][^<>\[\]]*)$)")
_GONE_VARIANT = re.compile(
    r"(?:[<\[(]\s*)?삭\s?제\s*[<\[(]?\s*(?:개정\s*)?(?P<year>\d{4})\s*\.\s*(?P<month>\d{1,2})\s*\.\s*(?P<day>\d{1,2})"
)
_ADDENDA = re.compile(r"(?:부칙|ADDEND(?:A|UM))(?![가-힣\w])[^<>]*", re.IGNORECASE)
_PLACE_KO, _PLACE_EN = r"제(?P<{0}>\d+(?:조|항)(?:의\d+)?)", r"(?:Article|Paragraph)\s+(?P<{0}>\(?\d+(?:-\d+)?\)?)"
_PART_KO, _PART_EN = r"(?:본[장조항호목]\s*)?", r"(?:This\s+(?:Chapter|Article|Paragraph|Subparagraph|Item)\s+)?"
_TOKEN = re.compile(
    rf"""
    (?P<ko>(?P<ko_year>\d{{4}})\.\s*(?P<ko_month>\d{{1,2}})\.\s*(?P<ko_day>\d{{1,2}})(?:\s*\.)?(?!\d))
    | (?P<en>(?P<en_month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*(?P<en_day>\d{{1,2}}),
        \s*(?P<en_year>\d{{4}})(?!\d))
    | {_PLACE_KO.format("from_ko")}에서\s*이동
    | (?:Moved|Transferred)\s+from\s+{_PLACE_EN.format("from_en")}
    | (?:(?:종전의?\s*)?제\d+(?:조|항)(?:의\d+)?[은는]\s*)?{_PLACE_KO.format("to_ko")}(?:으로|로)\s*이동
    | (?:Previous|Former)\s+(?:Article|Paragraph)\s+[\d()-]+\s+(?:Moved|Transferred)\s+to\s+{_PLACE_EN.format("to_en")}
    | (?:조례\s*)?제\s*0*(?P<number_ko>\d+)\s*호
    | (?:Ordinance\s*(?:No\.\s*)?|No\.\s*)0*(?P<number_en>\d+)
    | {_PART_KO}(?P<retitled>제목\s*개정) | (?P<retitled_en>Title\s+(?:of\s+This\s+Article\s+)?Amended)
    | {_PART_KO}(?P<whole>(?:전문|전부)\s*개정) | {_PART_EN}(?P<whole_en>Wholly\s+Amended)
    | {_PART_KO}(?P<amended>(?:일부\s*)?개정) | {_PART_EN}(?P<amended_en>Amended)
    | {_PART_KO}(?P<inserted>신설) | {_PART_EN}(?P<inserted_en>(?:Newly\s+)?(?:Inserted|Established))
    | {_PART_KO}(?P<deleted>삭제) | {_PART_EN}(?P<deleted_en>Deleted)
    | (?P<enacted>제정) | (?P<enacted_en>(?:Newly\s+)?Enacted)
    | (?P<filler>[\s,;<>.ㆍ·]+ | \b(?:by|on|and)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ACTIONS = {
    "retitled": Action.RETITLED,
    "whole": Action.WHOLLY_AMENDED,
    "amended": Action.AMENDED,
    "inserted": Action.INSERTED,
    "deleted": Action.DELETED,
    "enacted": Action.ENACTED,
    "from": Action.MOVED,
    "to": Action.FORMER_MOVED,
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def find_notes(text: str) -> tuple[Note, ...]:
    """All notes of amendment in the text, in order; brackets that say anything else are left alone.

    The word 삭제 or "Deleted" before a bracket belongs to its note. In a head of addenda the note names the
    ordinance they belong to, which is read as its enactment.
    """
    return tuple(_notes(text))


def without_notes(text: str) -> str:
    """The words without the notes of amendment and the blanks before them; empty for a deleted provision."""
    parts, here = [], 0
    for note in find_notes(text):
        parts.append(text[here : note.start].rstrip())
        here = note.end
    return "".join((*parts, text[here:])).strip() if parts else text


def deletion(text: str) -> date | None:
    """The date in the note when the text begins by saying that it is deleted; ValueError where no such day exists.

    The register's older texts write it in more ways: 삭 제 <…>, <삭제 …>, [삭제 …], 삭제 <개정 …>.
    """
    found = _GONE_FIRST.match(text)
    read = _read(found["angle"] or found["plain"] or "", Action.DELETED) if found else ()
    told = next((each.day for each in read if each.action is Action.DELETED), None)
    variant = None if told else _GONE_VARIANT.match(text)
    return date(*map(int, variant.group("year", "month", "day"))) if variant else told


def amendments(provision: Provision, work: Work) -> tuple[Amendment, ...]:
    """What both renditions of a provision say was done to it, in order of promulgation, units below it left out.

    Where neither gives the number of the ordinance, it is that of the only ordinance that `work` is known to
    have been amended by on that day; where there are more or none it is None.
    """
    told = {each for words in provision.renditions for each in _said((words.mark, words.text, words.history))}
    numbered = {replace(each, ordinance=None) for each in told if each.ordinance}
    found = {each if each.ordinance else replace(each, ordinance=_number(work, each.day)) for each in told - numbered}
    return tuple(sorted(found, key=lambda each: (each.day, int(each.ordinance or 0), list(Action).index(each.action))))


def _said(texts: Iterable[str]) -> Iterator[Amendment]:
    for text in texts:
        for note in find_notes(text):
            yield from note.amendments


def _number(work: Work, day: date) -> str | None:
    numbers = {number for v in work.versions if v.promulgated == day for number in (v.number, *v.beside)}
    return numbers.pop() if len(numbers) == 1 else None


def _notes(text: str) -> Iterator[Note]:
    plain = _GONE_FIRST.match(text)
    if plain and plain["plain"] and (read := _possible(plain["plain"], Action.DELETED)):
        yield Note(0, len(text), read)
        return
    head = _ADDENDA.match(text)
    place = 0
    while found := _BRACKET.search(text, place):
        note = _note(found, of_addenda=head is not None and head.end() == found.start())
        place = note.end if note else found.start() + 1
        if note:
            yield note


def _note(found: re.Match[str], *, of_addenda: bool) -> Note | None:
    """The note of a bracket; the word before it belongs to it unless the bracket says itself what was done."""
    body = found["square"] if found["angle"] is None else found["angle"]
    bracket = found.start() + len(found["gone"] or "")
    if read := _possible(body, Action.ENACTED if of_addenda else None):
        return Note(bracket, found.end(), read)
    if found["gone"] and (read := _possible(body, Action.DELETED)):
        return Note(found.start(), found.end(), read)
    return None


def _possible(body: str, before: Action | None) -> tuple[Amendment, ...]:
    try:
        return _read(body, before)
    except ValueError:
        return ()


def _read(body: str, before: Action | None) -> tuple[Amendment, ...]:
    """What the words of a note say; nothing when they say anything else. ValueError for an impossible day."""
    acts: list[tuple[Action, Unit | None]] = [(before, None)] if before else []
    found: list[Amendment] = []
    number, dated, place = None, True, 0
    while token := _TOKEN.match(body, place):
        place = token.end()
        values = {name: value for name, value in token.groupdict().items() if value}
        name = next(iter(values)).partition("_")[0]
        if name in _ACTIONS:
            acts = [*([] if dated else acts), (_ACTIONS[name], _unit(next(iter(values.values()))))]
            dated = False
        elif name == "number":
            number = next(iter(values.values()))
        elif name in ("ko", "en"):
            found += [_amendment(action, unit, _day(values, name), number) for action, unit in acts]
            number, dated = None, True
    whole = place == len(body) and dated and number is None
    return tuple(found) if whole else ()


def _amendment(action: Action, unit: Unit | None, day: date, number: str | None) -> Amendment:
    came = unit if action is Action.MOVED else None
    went = unit if action is Action.FORMER_MOVED else None
    return Amendment(action, day, number, came, went)


def _unit(place: str) -> Unit | None:
    numbers = re.findall(r"\d+", place)
    paragraph = "항" in place or "(" in place
    return Unit(UnitKind.PARAGRAPH if paragraph else UnitKind.ARTICLE, "-".join(numbers)) if numbers else None


def _day(values: dict[str, str], form: str) -> date:
    month = values[f"{form}_month"].lower()
    number = _MONTHS.index(month) + 1 if form == "en" else int(month)
    return date(int(values[f"{form}_year"]), number, int(values[f"{form}_day"]))

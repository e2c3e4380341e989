"""Labels: how an id is written for a reader, in Korean and English, in the manner of the registers."""

import re
from collections.abc import Iterable, Iterator

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.naming import name_of
from corpus.numerals import ITEM_LETTERS as ITEM_LETTERS
from corpus.numerals import item_letter
from corpus.works import Genre, Lang, Work

_RUN = (UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.SUBPARAGRAPH, UnitKind.ITEM)
_DIVISIONS = (UnitKind.PART, UnitKind.CHAPTER)


def label(key: ProvisionId, work: Work, lang: Lang, works: Iterable[Work] = ()) -> str:
    """The full label: 「…」 제14조제2항, or Article 14(2) of the …; the work by the name of the id's version.

    `works` are those at hand, for the names of works quoted inside another.
    """
    plain = work.name(lang, key.version)
    report = work.genre is not Genre.ORDINANCE
    if lang == "ko":
        return f"「{plain}」 {place(key, lang, report=report, works=works)}".strip()
    if not key.units:
        return plain
    if report and _last_quoted(key.units) is None:
        return f"{plain}, {place(key, lang, works=works)}"
    return _held_en(key.units, plain, works)


def place(key: ProvisionId, lang: Lang, *, report: bool = False, works: Iterable[Work] = ()) -> str:
    """The label within its work: 제14조제2항, Article 14(2), 4. 나. (4), section 4.2.4."""
    return _place_ko(key.units, works, report=report) if lang == "ko" else _place_en(key.units, works)


def _last_quoted(units: tuple[Unit, ...]) -> int | None:
    places = [at for at, unit in enumerate(units) if unit.kind is UnitKind.QUOTED]
    return places[-1] if places else None


def _place_ko(units: tuple[Unit, ...], works: Iterable[Work], *, report: bool) -> str:
    """The units one after the other; those of an article are written together, and those above articles are."""
    said, before = "", None
    for unit in units:
        division = before in _DIVISIONS and unit.kind in (*_DIVISIONS, UnitKind.SECTION)
        joined = division or (unit.kind in _RUN and before in _RUN)
        section = division and unit.kind is UnitKind.SECTION
        written = _division_ko(unit.number) if section else _unit_ko(unit, works, report=report)
        said += ("" if joined or not said else " ") + written
        report, before = report and unit.kind is not UnitKind.QUOTED, unit.kind
    return said


def _division_ko(number: str) -> str:
    """A section of a chapter, and its subsection after a dot: 제1절, 제1절의2제3관."""
    parts = number.split(".")
    if len(parts) > len("절관"):
        return f"제{number}절"
    return "".join(_numbered_ko(each, kind) for kind, each in zip("절관", parts, strict=False))


def _numbered_ko(number: str, kind: str) -> str:
    head, *branches = number.split("-")
    return f"제{head}{kind}" + "".join(f"의{branch}" for branch in branches)


_NUMBERED_KO = {
    UnitKind.PART: "제{}편{}",
    UnitKind.CHAPTER: "제{}장{}",
    UnitKind.ARTICLE: "제{}조{}",
    UnitKind.PARAGRAPH: "제{}항{}",
    UnitKind.SUBPARAGRAPH: "제{}호{}",
    UnitKind.NOTE: "각주 {}{}",
    UnitKind.FORM: "별지 제{}호{}서식",
    UnitKind.TABLE: "표 {}{}",
}


def _unit_ko(unit: Unit, works: Iterable[Work], *, report: bool) -> str:
    number, *branches = unit.number.split("-")
    tail = "".join(f"의{branch}" for branch in branches)
    match unit.kind:
        case UnitKind.ITEM:
            letter = item_letter(int(number)) if number.isdecimal() else number
            return f"{letter}목{tail}" if letter.isalpha() else f"제{letter}목{tail}"
        case UnitKind.ADDENDA:
            return _addenda_ko(unit.number)
        case UnitKind.SECTION:
            return _section_ko(unit.number)
        case UnitKind.ANNEX:
            return f"{'붙임' if report else '별표'} {number}{tail}"
        case UnitKind.QUOTED:
            return f"「{name_of(unit.number, works, 'ko')}」"
        case _:
            return _NUMBERED_KO[unit.kind].format(number, tail)


def _addenda_ko(number: str) -> str:
    """Addenda by the number of their ordinance, else by the day in their head, which is written with dots."""
    if not number:
        return "부칙"
    return f"부칙({number})" if "." in number else f"부칙(제{number}호)"


def _section_ko(number: str) -> str:
    first, *rest = number.split(".")
    letter = item_letter(int(rest[0])) if rest and rest[0].isdecimal() else ""
    if "-" in first or (rest and (not letter or letter.isdecimal())):
        return f"제{number}절"
    parts = [f"{first}.", *([f"{letter}."] if letter else [])]
    return " ".join(parts + [f"({each})" for each in rest[1:]])


_NAMED_EN = {
    UnitKind.PART: "Part {}",
    UnitKind.CHAPTER: "Chapter {}",
    UnitKind.SECTION: "section {}",
    UnitKind.NOTE: "footnote {}",
    UnitKind.ANNEX: "Annex {}",
    UnitKind.FORM: "Form {}",
    UnitKind.TABLE: "Table {}",
}


def _place_en(units: tuple[Unit, ...], works: Iterable[Work]) -> str:
    if (at := _last_quoted(units)) is not None:
        holder = _place_en(units[:at], works)
        return _quoted_en(units[at:], works) + (f" quoted in {holder}" if holder else "")
    if len(units) > 1 and units[0].kind is UnitKind.ADDENDA:
        return f"{_place_en(units[1:], works)} of {_addenda_en(units[0])}"
    return ", ".join(_runs_en(units))


def _held_en(units: tuple[Unit, ...], plain: str, works: Iterable[Work]) -> str:
    """The units in a work of a name: Article 14(2) of the …; what is quoted there: … quoted in Annex 1 of the …."""
    if (at := _last_quoted(units)) is not None:
        return f"{_quoted_en(units[at:], works)} quoted in {_held_en(units[:at], plain, works)}"
    return f"{_place_en(units, works)} of the {plain}" if units else f"the {plain}"


def _quoted_en(units: tuple[Unit, ...], works: Iterable[Work]) -> str:
    """The place in a quoted work, whose unit is the first: Article 7(1) of the …."""
    name, there = name_of(units[0].number, works, "en"), _place_en(units[1:], works)
    return f"{there} of the {name}" if there else f"the {name}"


def _addenda_en(unit: Unit) -> str:
    named = f"of {unit.number}" if "." in unit.number else f"No. {unit.number}"
    return f"the Addenda ({named})" if unit.number else "the Addenda"


def _runs_en(units: tuple[Unit, ...]) -> Iterator[str]:
    """The parts of a label: an article with the units below it, or any other unit by itself."""
    rest = list(units)
    while rest:
        run = [rest.pop(0)]
        while rest and run[-1].kind in _RUN and rest[0].kind in _RUN[_RUN.index(run[-1].kind) + 1 :]:
            run.append(rest.pop(0))
        yield _run_en(run)


def _run_en(run: list[Unit]) -> str:
    numbers = {unit.kind: unit.number for unit in run}
    kind = run[0].kind
    if kind is UnitKind.ADDENDA:
        return _addenda_en(run[0])
    if kind in _NAMED_EN:
        return _NAMED_EN[kind].format(run[0].number)
    item = f"({_letter_en(numbers[UnitKind.ITEM])})" if UnitKind.ITEM in numbers else ""
    entry = numbers.get(UnitKind.SUBPARAGRAPH, "") + item
    article = f"Article {numbers[UnitKind.ARTICLE]}" if UnitKind.ARTICLE in numbers else ""
    if UnitKind.PARAGRAPH in numbers:
        return f"{article or 'paragraph '}({numbers[UnitKind.PARAGRAPH]}){entry}"
    said = f"{'item ' if entry.startswith('(') else 'subparagraph '}{entry}" if entry else ""
    return " of ".join(filter(None, (said, article)))


def _letter_en(number: str) -> str:
    return item_letter(int(number), english=True) if re.fullmatch(r"[0-9]+", number) else number

"""Labels: how an id is written for a reader, in Korean and English, in the manner of the registers."""

from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.numerals import ITEM_LETTERS as ITEM_LETTERS
from corpus.works import Genre, Lang, Work


def label(key: ProvisionId, work: Work, lang: Lang) -> str:
    """The full label: 「…」 제14조제2항, or Article 14(2) of the …; the work by the name of the id's version."""
    plain = work.name(lang, key.version)
    name = f"「{plain}」" if lang == "ko" else plain
    if not key.units:
        return name
    if work.genre is not Genre.ORDINANCE:
        return f"{name} {place(key, lang, report=True)}" if lang == "ko" else f"{name}, {place(key, lang)}"
    return f"{name} {place(key, lang)}" if lang == "ko" else f"{place(key, lang)} of the {name}"


def place(key: ProvisionId, lang: Lang, *, report: bool = False) -> str:
    """The label within its work: 제14조제2항, Article 14(2), 4. 나. (4), section 4.2.4."""
    return _place_ko(key.units, report=report) if lang == "ko" else _place_en(key.units)


def _place_ko(units: tuple[Unit, ...], *, report: bool) -> str:
    spaced = (UnitKind.ADDENDA, UnitKind.ANNEX, UnitKind.QUOTED, UnitKind.SECTION)
    parts = (_unit_ko(unit, report=report) + (" " if unit.kind in spaced else "") for unit in units)
    return "".join(parts).strip()


_NUMBERED_KO = {
    UnitKind.CHAPTER: "제{}장",
    UnitKind.ARTICLE: "제{}조",
    UnitKind.PARAGRAPH: "제{}항",
    UnitKind.SUBPARAGRAPH: "제{}호",
    UnitKind.NOTE: "각주 {}",
    UnitKind.TABLE: "표 {}",
}


def _unit_ko(unit: Unit, *, report: bool) -> str:
    number, _, branch = unit.number.partition("-")
    tail = f"의{branch}" if branch else ""
    match unit.kind:
        case UnitKind.ITEM:
            return f"{ITEM_LETTERS[int(number) - 1]}목"
        case UnitKind.ADDENDA:
            return f"부칙(제{number}호)" if number else "부칙"
        case UnitKind.SECTION:
            return _section_ko(unit.number)
        case UnitKind.ANNEX:
            return f"{'붙임' if report else '별표'} {number}"
        case UnitKind.QUOTED:
            return unit.number
        case _:
            return _NUMBERED_KO[unit.kind].format(number) + tail


def _section_ko(number: str) -> str:
    first, *rest = number.split(".")
    parts = [f"{first}."]
    if rest:
        parts.append(f"{ITEM_LETTERS[int(rest[0]) - 1]}.")
    return " ".join(parts + [f"({each})" for each in rest[1:]])


_NAMED_EN = {
    UnitKind.CHAPTER: "Chapter",
    UnitKind.SECTION: "section",
    UnitKind.NOTE: "footnote",
    UnitKind.ANNEX: "Annex",
    UnitKind.TABLE: "Table",
}


def _place_en(units: tuple[Unit, ...]) -> str:
    kinds = [unit.kind for unit in units]
    if kinds[0] is UnitKind.ADDENDA:
        addenda = f"the Addenda (No. {units[0].number})" if units[0].number else "the Addenda"
        return f"{_place_en(units[1:])} of {addenda}" if units[1:] else addenda
    if kinds[0] is UnitKind.ARTICLE:
        return _article_en(units)
    return ", ".join(f"{_NAMED_EN[u.kind]} {u.number}" if u.kind in _NAMED_EN else u.number for u in units)


def _article_en(units: tuple[Unit, ...]) -> str:
    article, *inner = units
    head = f"Article {article.number}"
    if inner and inner[0].kind is UnitKind.PARAGRAPH:
        return head + f"({inner[0].number})" + "".join(_inner_en(unit) for unit in inner[1:])
    if inner and inner[0].kind is UnitKind.SUBPARAGRAPH:
        return f"subparagraph {inner[0].number}{''.join(map(_inner_en, inner[1:]))} of {head}"
    return head


def _inner_en(unit: Unit) -> str:
    return f"({ITEM_LETTERS[int(unit.number) - 1]})" if unit.kind is UnitKind.ITEM else unit.number

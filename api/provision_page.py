"""A provision as text for a terminal: both languages side by side, unit beside unit, and what was done to it."""

from collections.abc import Iterable, Iterator

from api.columns import BETWEEN, column_width, side_by_side
from api.page import authority_name
from api.tables import table_lines
from corpus.amendments import Amendment, amendments
from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import label, place
from corpus.naming import name_of
from corpus.provisions import Law, Provision
from corpus.works import LANGS, Lang
from rag.phrases import day, particle, say

NARROW = 60
_APART = (UnitKind.ARTICLE, UnitKind.PARAGRAPH)
Row = tuple[str, ...]


def provision_page(law: Law, provision: Provision, lang: Lang | None, width: int) -> str:
    """The provision in one language or in both; in two columns where `width` leaves room and both are at hand."""
    langs = tuple(each for each in LANGS if provision.speaks(each) and lang in (None, each))
    head, units, notes = (list(rows(law, provision, langs)) for rows in (_head, _units, _amended))
    lines = [_first_line(provision), ""]
    if len(langs) > 1 and width >= NARROW:
        column = column_width(width)
        rule = "─" * column + BETWEEN.replace(" ", "─").replace("│", "┼") + "─" * column
        parts = (_two(head, width), [rule], _two(units, width), [rule] * bool(notes), _two(notes, width))
        lines += [line for part in parts for line in part]
    else:
        for number in range(len(langs)):
            for part in (head, units, notes):
                lines += [row[number] for row in part if row[number]] + [""] * bool(part)
    missing = [each for each in LANGS if not provision.speaks(each) and lang in (None, each)]
    lines += [f"{say(f'no_text_{each}', 'ko')} {say(f'no_text_{each}', 'en')}" for each in missing]
    return "\n".join(lines).rstrip()


def amendment_line(acts: Iterable[Amendment], key: ProvisionId, lang: Lang) -> str:
    """What was done to the provision of `key`: 개정 2013. 8. 1. (제5527호), or Amended 2013-08-01 (No. 5527)."""
    return ", ".join(_act(each, key, lang) for each in acts)


def _act(amendment: Amendment, key: ProvisionId, lang: Lang) -> str:
    unit = amendment.moved_from or amendment.moved_to
    values = {}
    if unit is not None:
        beside = key.parent if unit.kind is UnitKind.PARAGRAPH else None
        where = place((beside or ProvisionId(key.work)).child(unit.kind, unit.number), lang)
        values = {"place": where, "particle": particle(where, "으로", "로")}
    done = say(f"act_{amendment.action}", lang, **values)
    when = day(amendment.day, lang) if lang == "ko" else amendment.day.isoformat()
    number = f" ({say('ordinance_number', lang, number=amendment.ordinance)})" if amendment.ordinance else ""
    return f"{done} {when}{number}"


def _two(rows: list[Row], width: int) -> Iterator[str]:
    return side_by_side([(row[0], row[1]) for row in rows], width)


def _first_line(provision: Provision) -> str:
    gone = provision.deleted
    said = f"  (deleted {gone} · {day(gone, 'ko')} 삭제)" if gone else ""
    return f"{provision.id}{said}"


def _head(law: Law, provision: Provision, langs: tuple[Lang, ...]) -> Iterator[Row]:
    """The label, the version, and the language with its authority."""
    work, key = law.work(provision.id.work), provision.id
    yield tuple(label(key, work, lang, law.works.values()) for lang in langs)
    version = next((each for each in work.versions if each.effective == key.version), None)
    if version is not None:
        dated = [say("version", lang, date=version.effective) for lang in langs]
        numbers = [say("ordinance_number", lang, number=version.number) for lang in langs]
        yield tuple(f"{when} ({number})" for when, number in zip(dated, numbers, strict=True))
    authorities = [provision.rendition(lang).authority for lang in langs]
    yield tuple(
        f"{say('language', lang)} · {authority_name(each, lang)}" for lang, each in zip(langs, authorities, strict=True)
    )


def _units(law: Law, provision: Provision, langs: tuple[Lang, ...]) -> Iterator[Row]:
    """The words of each unit, a row before paragraphs, and the note that follows all units of an article."""
    return _below(law, provision, langs, {})


def _below(
    law: Law, provision: Provision, langs: tuple[Lang, ...], printed: dict[Lang, tuple[int, str]]
) -> Iterator[Row]:
    quoted = provision.id.units[-1].kind is UnitKind.QUOTED and not any(each.mark for each in provision.renditions)
    names = tuple(f"[{name_of(provision.id.units[-1].number, law.works.values(), lang)}]" for lang in langs)
    yield names if quoted else tuple(_words(provision, lang, printed) for lang in langs)
    for child in law.children(provision.id):
        if child.id.units[-1].kind in _APART:
            yield ("",) * len(langs)
        yield from _below(law, child, langs, printed)
    notes = tuple(provision.rendition(lang).history if provision.speaks(lang) else "" for lang in langs)
    if any(notes):
        yield notes


def _words(provision: Provision, lang: Lang, printed: dict[Lang, tuple[int, str]]) -> str:
    """Mark and text as printed; nothing for a unit that the line before has printed too."""
    if not provision.speaks(lang):
        return ""
    words = provision.rendition(lang)
    again = printed.get(lang) == (words.line, words.mark)
    printed[lang] = (words.line, words.mark)
    if words.table is not None:
        return "\n".join(table_lines(words.table))
    return "" if again else " ".join(filter(None, (words.mark, words.text)))


def _amended(law: Law, provision: Provision, langs: tuple[Lang, ...]) -> Iterator[Row]:
    """A row for the provision and for each unit in it that was amended, those with their place before."""
    for each in law.subtree(provision.id):
        acts = amendments(each, law.work(each.id.work))
        if acts:
            places = [f"{place(each.id, lang)}: " if each.id != provision.id else "" for lang in langs]
            lines = [amendment_line(acts, each.id, lang) for lang in langs]
            yield tuple(map("".join, zip(places, lines, strict=True)))

"""Reads labels back into ids: 「…」 제14조제2항, Article 14(2) of the …; the inverse of `corpus.labels`."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.errors import LabelError
from corpus.identifiers import ProvisionId, Unit, UnitKind
from corpus.naming import slug_of, works_named
from corpus.numerals import item_number
from corpus.works import Work

_Units = tuple[Unit, ...]

_HANGUL = re.compile(r"[가-힣]")
_PLAIN = re.compile(r"[0-9.-]+")
_N = r"[1-9][0-9.]*"
_B = rf"(?:의{_N})*"
_TOKENS_KO = (
    (UnitKind.PART, re.compile(rf"제\s?(?P<n>{_N})\s?편(?P<b>{_B})")),
    (UnitKind.CHAPTER, re.compile(rf"제\s?(?P<n>{_N})\s?장(?P<b>{_B})")),
    (UnitKind.ARTICLE, re.compile(rf"제\s?(?P<n>{_N})\s?조(?P<b>{_B})")),
    (UnitKind.PARAGRAPH, re.compile(rf"제\s?(?P<n>{_N})\s?항(?P<b>{_B})")),
    (UnitKind.SUBPARAGRAPH, re.compile(rf"제\s?(?P<n>{_N})\s?호(?P<b>{_B})")),
    (UnitKind.NOTE, re.compile(rf"각주\s?(?P<n>{_N})(?P<b>{_B})")),
    (UnitKind.FORM, re.compile(rf"별지\s?제\s?(?P<n>{_N})\s?호(?P<b>{_B})\s?서식")),
    (UnitKind.ANNEX, re.compile(rf"(?:별표|붙임)\s?(?P<n>{_N})(?P<b>{_B})")),
    (UnitKind.TABLE, re.compile(rf"표\s?(?P<n>{_N})(?P<b>{_B})")),
    (UnitKind.ADDENDA, re.compile(r"부칙(?:\s?\((?P<o>제)?(?P<n>[1-9][0-9.-]*)(?(o)호)\))?(?P<b>)")),
    (UnitKind.ITEM, re.compile(rf"제?(?P<n>[가-힣]|{_N})목(?P<b>{_B})")),
    (UnitKind.SECTION, re.compile(rf"제(?P<n>[1-9][0-9.-]*)절(?P<b>{_B}(?:제{_N}관{_B})?)")),
)
_QUOTED_KO = re.compile(r"「(?P<name>[^「」]+)」")
_SECTION_KO = re.compile(r"(?P<a>[1-9][0-9]*)\.(?:\s?(?P<letter>[가-힣])\.(?P<rest>(?:\s?\([1-9][0-9-]*\))*))?")
_M = r"[1-9][0-9.-]*"
_ENTRY = rf"(?P<sub>{_M})?(?:\((?P<item>[a-z가-힣]|{_M})\))?"
_RUNS_EN = (
    re.compile(rf"Article (?P<art>{_M})(?:\((?P<para>{_M})\){_ENTRY})?", re.IGNORECASE),
    re.compile(rf"(?:subparagraph|item) {_ENTRY}(?: of Article (?P<art>{_M}))?", re.IGNORECASE),
    re.compile(rf"paragraph \((?P<para>{_M})\){_ENTRY}", re.IGNORECASE),
    re.compile(
        rf"Part (?P<part>{_M})|Chapter (?P<chapter>{_M})|section (?P<sec>{_M})|footnote (?P<note>{_M})"
        rf"|Annex (?P<annex>{_M})|Form (?P<form>{_M})|Table (?P<table>{_M})",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<addenda>the Addenda)(?: \((?:No\.|of) (?P<n>{_M})\))?", re.IGNORECASE),
)
_SPACED = re.compile(r"(?<=[0-9]) (?=\([0-9])|(?<=\)) (?=[0-9(])")
_OF_ADDENDA = re.compile(rf" of the Addenda(?: \((?:No\.|of) (?P<n>{_M})\))?$", re.IGNORECASE)


def parse_label(text: str, works: Iterable[Work]) -> ProvisionId:
    """The id that a label in Korean or English stands for, without a version: a name has no date.

    A former name stands for its work. Raises LabelError.
    """
    plain, at_hand = " ".join(text.split()), tuple(works)
    found = _korean(plain, at_hand) if _HANGUL.search(plain) else _english(plain, at_hand)
    if found is None:
        expected = "a work at hand and a place in it, as in Article 14(2) of the … or 「…」 제14조제2항"
        raise LabelError(f"{text!r} is no label that can be read: expected {expected}.")
    return found


def _korean(text: str, works: Sequence[Work]) -> ProvisionId | None:
    if quoted := _QUOTED_KO.match(text):
        return _joined(quoted["name"], text[quoted.end() :], works, _place_ko)
    cuts = (_joined(text[:cut], text[cut:], works, _place_ko) for cut in range(len(text), 0, -1))
    return next(filter(None, cuts), None)


def _english(text: str, works: Sequence[Work]) -> ProvisionId | None:
    inner, quoted, holder = text.partition(" quoted in ")
    if quoted:
        key, units = _english(holder, works), _quoted_en(inner, works)
        return replace(key, units=key.units + units) if key and units else None
    whole = _joined(text.removeprefix("the "), "", works, _place_en)
    ofs = ((text[of.end() :], text[: of.start()]) for of in re.finditer(r" of (?:the )?", text))
    commas = ((text[: comma.start()], text[comma.end() :]) for comma in re.finditer(", ", text))
    parted = (_joined(name, said, works, _place_en) for name, said in (*ofs, *commas))
    return whole or next(filter(None, parted), None)


def _joined(name: str, said: str, works: Sequence[Work], read: Callable[..., _Units]) -> ProvisionId | None:
    """The id of a place in the one work of a name; None where either cannot be read."""
    found = {named.work.slug for named in works_named(name, works)}
    try:
        return ProvisionId(found.pop(), None, read(said.strip(), works)) if len(found) == 1 else None
    except ValueError:
        return None


def _quoted_en(inner: str, works: Sequence[Work]) -> _Units:
    """The units from a quoted work down: of "Article 7 of the …" or "the …"; none where it cannot be read."""
    parted = [(inner[: of.start()], inner[of.end() :]) for of in re.finditer(" of the ", inner)]
    whole = [("", inner.removeprefix("the "))] if inner.startswith("the ") else []
    for said, name in (*reversed(parted), *whole):
        try:
            return (Unit(UnitKind.QUOTED, _slug(name, works)), *_place_en(said, works))
        except ValueError:
            continue
    return ()


def _place_ko(said: str, works: Sequence[Work]) -> _Units:
    units: list[Unit] = []
    at = 0
    while at < len(said):
        unit, at = _token_ko(said, at, works)
        units.append(unit)
        at += said[at : at + 1] == " "
    return tuple(units)


def _token_ko(said: str, at: int, works: Sequence[Work]) -> tuple[Unit, int]:
    if found := _QUOTED_KO.match(said, at):
        return Unit(UnitKind.QUOTED, _slug(found["name"], works)), found.end()
    for kind, pattern in _TOKENS_KO:
        if found := pattern.match(said, at):
            number = _item(found["n"]) if kind is UnitKind.ITEM else found["n"] or ""
            return Unit(kind, number + _branches(found["b"])), found.end()
    if found := _SECTION_KO.match(said, at):
        rest = re.findall(r"[0-9-]+", found["rest"] or "")
        letter = [str(item_number(found["letter"]))] if found["letter"] else []
        return Unit(UnitKind.SECTION, ".".join([found["a"], *letter, *rest])), found.end()
    raise ValueError(said[at:])


def _branches(written: str) -> str:
    """What follows a number, as ids write it: 의2 as -2, 제3관 as .3."""
    return written.replace("의", "-").replace("제", ".").replace("관", "")


def _place_en(said: str, _works: Sequence[Work] = ()) -> _Units:
    if not said:
        return ()
    if found := _OF_ADDENDA.search(said):
        return (Unit(UnitKind.ADDENDA, found["n"] or ""), *_place_en(said[: found.start()]))
    return tuple(unit for run in _SPACED.sub("", said).split(", ") for unit in _run_en(run))


def _run_en(run: str) -> Iterator[Unit]:
    found = next((match for pattern in _RUNS_EN if (match := pattern.fullmatch(run))), None)
    if found is None:
        raise ValueError(run)
    values = found.groupdict()
    if values.get("addenda"):
        yield Unit(UnitKind.ADDENDA, values["n"] or "")
    for kind in UnitKind:
        if kind is not UnitKind.ADDENDA and (value := values.get(kind.value)):
            yield Unit(kind, _item(value) if kind is UnitKind.ITEM else value)


def _item(written: str) -> str:
    return written if _PLAIN.fullmatch(written) else str(item_number(written))


def _slug(name: str, works: Sequence[Work]) -> str:
    slug = slug_of(name, works)
    if not slug:
        raise ValueError(name)
    return slug

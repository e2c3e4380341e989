"""Finds references to provisions in running text: 제14조제2항, 14조 2항, Article 12(1)3, paragraph 2 of Article 4."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.identifiers import Unit, UnitKind
from corpus.labels import ITEM_LETTERS
from corpus.numerals import roman

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_ADDENDA_KO = r"(?:(?P<addenda>부칙)\s*(?:[(<]\s*제0*(?P<ordinance>\d+)호[^)>]*[)>]\s*)?)?"
_BELOW_KO = (
    r"(?:\s*(?:의\s*)?(?:제\s*)?(?P<para>\d{1,2})\s*항)?"
    r"(?:\s*(?:의\s*)?(?:제\s*)?(?P<sub>\d{1,2})\s*호(?:\s*의\s*(?P<subbranch>\d{1,2}))?)?"
    rf"(?:\s*(?P<item>[{ITEM_LETTERS}])\s*목(?![적표차록]))?"
)
_BRANCH_KO = r"(?:\s*의\s*(?P<branch>\d{1,2})(?!\d|\s*[항호]))?"
# Without 제 a number before 조 is an article only when nothing else could be meant: 14조 2항, 14조는, but not 3조 원.
_BARE_KO = (
    r"(?=\s*(?:의\s*)?(?:제\s*)?\d{1,2}\s*항|\s*의\s*\d"
    r"|(?:은|는|이|가|을|를|에|에서|에는|의|와|과|도|만)?(?:[?.!,)」\]]|\s(?!\s*\S*(?:억|원|달러|개))|$))"
)
_KO = re.compile(
    _ADDENDA_KO
    + r"(?:제\s*(?P<art>\d{1,4})\s*조(?![례직사치])|(?<![\d.,인])(?P<bare>\d{1,3})\s*조"
    + _BARE_KO
    + r")"
    + _BRANCH_KO
    + _BELOW_KO
)
_MORE_PARAGRAPHS = re.compile(r"\s*(?:및|또는|와|과|,|ㆍ|·)\s*제(?P<para>\d{1,2})항")
_SUB = r"\d{1,2}(?:-\d{1,2})?"
_ITEM_EN = rf"(?:\((?P<item%s>[{ITEM_LETTERS}])\))?"
_EN = re.compile(
    rf"(?:(?:subparagraph|item)\s+(?P<sub_before>{_SUB}){_ITEM_EN % '_before'}\s+of\s+)?"
    r"(?:paragraph\s+\(?(?P<para_before>\d{1,2})\)?\s+of\s+)?"
    r"(?<![\w-])(?:Article|Art\.|§)\s*(?P<art>\d{1,4}(?:-\d{1,2})?)"
    rf"(?:\s*\((?P<para>\d{{1,2}})\)(?:\s*\(?(?P<sub>{_SUB})\)?(?![\d%)]){_ITEM_EN % ''})?)?"
    r"(?:,?\s+para(?:graph|\.)?\s*\(?(?P<para_after>\d{1,2})\)?)?"
    rf"(?:,?\s+(?:subparagraph|item)\s+(?P<sub_after>{_SUB}))?"
    r"(?P<addenda>\s+of\s+the\s+Addend(?:a|um)(?:\s+\(No\.\s*(?P<ordinance>\d+)\))?)?",
    re.IGNORECASE,
)
_SEVERAL_EN = re.compile(
    r"\bArticles\s+(?P<list>\d{1,3}(?:\s*,\s*\d{1,3})*,?\s+(?:and|or)\s+\d{1,3})(?![\d-])", re.IGNORECASE
)
_CHAPTER = re.compile(r"제\s*(?P<ko>\d{1,2})\s*장(?![가-힣])|\bChapter\s+(?P<en>\d{1,2}|[IVX]+)\b", re.IGNORECASE)
_STATUTE_BEFORE = re.compile(
    r"(?P<name>(?:[가-힣ㆍ·]+\s+){0,6}[가-힣ㆍ·]*(?:(?<![방입불합적문수어])법|법률|시행령|시행규칙))[」』\s]*$"
)
_STATUTE_AFTER = re.compile(r"\s*(?:of|under)\s+(?:the|that)\s+(?P<name>(?:[\w’',]+\s+){0,8}?(?:Act|Decree|Law)\b)")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands in a text from `start` to `end`; `statute` is set when it points to an Act."""

    units: tuple[Unit, ...]
    start: int
    end: int
    statute: str = ""


def find_references(text: str) -> tuple[Reference, ...]:
    """All references in the text, in order and apart from one another; ordinary numbers are left alone."""
    plain = text.translate(_WIDE_DIGITS)
    found = sorted(
        (*_korean(plain), *_english(plain), *_several(plain), *_chapters(plain)), key=lambda each: each.start
    )
    kept: list[Reference] = []
    for reference in found:
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


def _korean(text: str) -> Iterator[Reference]:
    for match in _KO.finditer(text):
        before = _STATUTE_BEFORE.search(text[: match.start()])
        units = _units(
            article=_joined(match["art"] or match["bare"], match["branch"]),
            paragraph=match["para"],
            subparagraph=_joined(match["sub"], match["subbranch"]),
            item=match["item"],
            addenda=(match["ordinance"] or "") if match["addenda"] else None,
        )
        first = Reference(units, match.start(), match.end(), before["name"].strip() if before else "")
        yield first
        if match["para"] and not match["sub"]:
            yield from _further_paragraphs(text, first)


def _further_paragraphs(text: str, first: Reference) -> Iterator[Reference]:
    """The paragraphs of a list such as 제1항 및 제2항, which belong to the article named before."""
    end = first.end
    while match := _MORE_PARAGRAPHS.match(text, end):
        units = (*first.units[:-1], Unit(UnitKind.PARAGRAPH, match["para"]))
        yield replace(first, units=units, start=end, end=match.end())
        end = match.end()


def _english(text: str) -> Iterator[Reference]:
    for match in _EN.finditer(text):
        after = _STATUTE_AFTER.match(text, match.end())
        units = _units(
            article=match["art"],
            paragraph=match["para"] or match["para_before"] or match["para_after"],
            subparagraph=match["sub"] or match["sub_before"] or match["sub_after"],
            item=match["item"] or match["item_before"],
            addenda=(match["ordinance"] or "") if match["addenda"] else None,
        )
        yield Reference(units, match.start(), match.end(), after["name"] if after else "")


def _several(text: str) -> Iterator[Reference]:
    for match in _SEVERAL_EN.finditer(text):
        after = _STATUTE_AFTER.match(text, match.end())
        for number in re.finditer(r"\d+", match["list"]):
            start, end = match.start("list") + number.start(), match.start("list") + number.end()
            yield Reference((Unit(UnitKind.ARTICLE, number.group()),), start, end, after["name"] if after else "")


def _chapters(text: str) -> Iterator[Reference]:
    for match in _CHAPTER.finditer(text):
        number = match["ko"] or match["en"]
        value = int(number) if number.isdigit() else roman(number)
        yield Reference((Unit(UnitKind.CHAPTER, str(value)),), match.start(), match.end())


def _joined(number: str | None, branch: str | None) -> str | None:
    return f"{number}-{branch}" if number and branch else number


def _units(
    *, article: str | None, paragraph: str | None, subparagraph: str | None, item: str | None, addenda: str | None
) -> tuple[Unit, ...]:
    parts = (
        (UnitKind.ARTICLE, article),
        (UnitKind.PARAGRAPH, paragraph),
        (UnitKind.SUBPARAGRAPH, subparagraph),
        (UnitKind.ITEM, str(ITEM_LETTERS.index(item) + 1) if item else None),
    )
    head = () if addenda is None else (Unit(UnitKind.ADDENDA, addenda),)
    return head + tuple(Unit(kind, number) for kind, number in parts if number is not None)

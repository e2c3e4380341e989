"""Finds references to provisions in running text: 제14조제2항, 14조 2항, Article 12(1)3, paragraph 2 of Article 4."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.identifiers import Unit, UnitKind
from corpus.labels import ITEM_LETTERS

_KO = re.compile(
    r"(?:(?P<addenda>부칙)\s*(?:\(\s*제0*(?P<ordinance>\d+)호\s*\)\s*)?)?"
    r"(?:제\s*)?(?P<art>\d{1,3})\s*조(?!\s*원|\s*\d*억)(?:\s*의\s*(?P<branch>\d{1,2})(?!\d|\s*[항호]))?"
    r"(?:\s*(?:의\s*)?(?:제\s*)?(?P<para>\d{1,2})\s*항)?"
    r"(?:\s*(?:의\s*)?(?:제\s*)?(?P<sub>\d{1,2})\s*호(?:\s*의\s*(?P<subbranch>\d{1,2}))?)?"
    r"(?:\s*(?P<item>[" + ITEM_LETTERS + r"])\s*목)?"
)
_EN = re.compile(
    r"(?:(?:subparagraph|item)\s+(?P<sub_before>\d{1,2})\s+of\s+|paragraph\s+\(?(?P<para_before>\d{1,2})\)?\s+of\s+)?"
    r"\b(?:Article|Art\.?)\s*(?P<art>\d{1,3}(?:-\d{1,2})?)"
    r"(?:\s*\((?P<para>\d{1,2})\)(?:\s*\(?(?P<sub>\d{1,2})\)?(?![\d%)]))?)?"
    r"(?:,?\s+paragraph\s+\(?(?P<para_after>\d{1,2})\)?)?"
    r"(?:,?\s+(?:subparagraph|item)\s+(?P<sub_after>\d{1,2}))?"
    r"(?P<addenda>\s+of\s+the\s+Addend(?:a|um)(?:\s+\(No\.\s*(?P<ordinance>\d+)\))?)?",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"제\s*(?P<ko>\d{1,2})\s*장|\bChapter\s+(?P<en>\d{1,2})\b", re.IGNORECASE)
_STATUTE_BEFORE = re.compile(r"(?P<name>[가-힣ㆍ·\s]{0,40}(?:법|법률|시행령|시행규칙))[」』\s]*$")
_STATUTE_AFTER = re.compile(
    r"\s*(?:of|under)\s+the\s+(?P<name>(?:[A-Z][\w’']*|of|on|the|and|for)(?:\s+(?:[A-Z][\w’']*|of|on|the|and|for))*\s+(?:Act|Decree|Law))\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands in a text from `start` to `end`; `statute` is set when it points to an Act."""

    units: tuple[Unit, ...]
    start: int
    end: int
    statute: str = ""


def find_references(text: str) -> tuple[Reference, ...]:
    """All references in the text, in order; ordinary numbers are left alone."""
    found = [*_korean(text), *_english(text), *_chapters(text)]
    return tuple(sorted(found, key=lambda reference: reference.start))


def _korean(text: str) -> Iterator[Reference]:
    for match in _KO.finditer(text):
        before = _STATUTE_BEFORE.search(text[: match.start()])
        units = _units(
            article=_joined(match["art"], match["branch"]),
            paragraph=match["para"],
            subparagraph=_joined(match["sub"], match["subbranch"]),
            item=str(ITEM_LETTERS.index(match["item"]) + 1) if match["item"] else None,
            addenda=(match["ordinance"] or "") if match["addenda"] else None,
        )
        yield Reference(units, match.start(), match.end(), before["name"].strip() if before else "")


def _english(text: str) -> Iterator[Reference]:
    for match in _EN.finditer(text):
        after = _STATUTE_AFTER.match(text, match.end())
        units = _units(
            article=match["art"],
            paragraph=match["para"] or match["para_before"] or match["para_after"],
            subparagraph=match["sub"] or match["sub_before"] or match["sub_after"],
            item=None,
            addenda=(match["ordinance"] or "") if match["addenda"] else None,
        )
        yield Reference(units, match.start(), match.end(), after["name"] if after else "")


def _chapters(text: str) -> Iterator[Reference]:
    for match in _CHAPTER.finditer(text):
        number = str(int(match["ko"] or match["en"]))
        yield Reference((Unit(UnitKind.CHAPTER, number),), match.start(), match.end())


def _joined(number: str | None, branch: str | None) -> str | None:
    return f"{number}-{branch}" if number and branch else number


def _units(
    *, article: str | None, paragraph: str | None, subparagraph: str | None, item: str | None, addenda: str | None
) -> tuple[Unit, ...]:
    parts = (
        (UnitKind.ARTICLE, article),
        (UnitKind.PARAGRAPH, paragraph),
        (UnitKind.SUBPARAGRAPH, subparagraph),
        (UnitKind.ITEM, item),
    )
    head = () if addenda is None else (Unit(UnitKind.ADDENDA, addenda),)
    return head + tuple(Unit(kind, number) for kind, number in parts if number is not None)

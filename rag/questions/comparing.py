"""Which two texts a question compares: the bill and the law, two versions, what was before an amendment and after."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from rag.questions.question import Question
from rag.tables import load_table

_MATTER = re.compile(r"[가-힣]{2,}|[a-z]{4,}", re.IGNORECASE)
_GENERIC = re.compile(
    r"인공지능|하고|이랑|전체(?:적으로)?|전반(?:적으로)?|크게|뭐가|무엇|overall|기본|스마트도시|서울(?:시|특별시)?|내용[은이가]?|주요|사항[은이가]?|되나요|있나요|뭔가요|무엇인가요|인가요|정리|설명|main|seoul|proposal|between"
    r"|artificial|intelligence|final|proposed|list|there|any",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"^(?:the )?(?:19|20)\d\d(?!\d)")
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?!\d)")


class Between(StrEnum):
    """What a comparison is between."""

    BILL = "bill"
    YEARS = "years"
    WHOLE = "whole"
    AMENDED = "amended"
    NOW = "now"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison asked for, with the `words` to look for, and whether an article is `named`.

    `years` are those named, `gone` the last days of names and bodies that are gone; `moved` tells that the place is
    asked for, not the wording.
    """

    between: Between
    years: tuple[int, ...]
    moved: bool
    words: str
    named: bool
    gone: tuple[date, ...]

    @property
    def of_all(self) -> bool:
        """Whether no matter is named: all that differs is asked for."""
        return not (self.named or _MATTER.search(_GENERIC.sub(" ", self.words)))


def comparison_asked(question: Question) -> Compared | None:
    """What a question compares; None where it compares nothing, or the law of others."""
    text = question.text
    if (
        question.elsewhere
        or not all(map(_OF_YEAR.search, question.strangers))
        or not _has("asked", text)
        or _has("apart", text)
    ):
        return None
    years = tuple(sorted({int(found[1]) for found in _YEAR.finditer(text)}))
    between = _between(question, years)
    if between is None:
        return None
    words = _topic(text) or _without_asking(text if question.bodies else question.topic) or _without_asking(text)
    return Compared(
        between, years, _has("moved", text), words, bool(question.references), tuple(day for _, day in question.days)
    )


def _between(question: Question, years: tuple[int, ...]) -> Between | None:
    text = question.text
    of_bill = any(reference.bill for reference in question.references)
    if (of_bill or _has("bill", text)) and _has("law", _pattern("bill").sub(" ", text)):
        return Between.BILL
    if len(years) > 1:
        return Between.YEARS
    if years and _has("today", text):
        return Between.NOW
    if _has("whole", text):
        return Between.WHOLE
    if years and (_has("amended", text) or _has("earlier", text)):
        return Between.AMENDED
    gone = {work for work, _ in question.days}
    body_gone = any(body.until is not None and body.until < question.as_of for _, body in question.bodies)
    return Between.EARLIER if _has("earlier", text) or body_gone or _both_names(question, gone) else None


def _both_names(question: Question, gone: set[str]) -> bool:
    """Whether an ordinance is named by the name it bore before and by the one it bears."""
    text = re.sub(r"\s", "", question.text)
    named = [work for work in question.works if work.slug in gone]
    return any(any(re.sub(r"\s", "", name) in text for name in _lasting(work.names)) for work in named)


def _lasting(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if "스마트" in name or "smart" in name.casefold()]


def _topic(text: str) -> str:
    """Words of the texts for a matter that is often compared; empty where another is asked for."""
    rows = load_table("questions/comparison")["topic"]
    return next((row["words"] for row in rows if re.search(row["asked"], text, re.IGNORECASE)), "")


def _without_asking(text: str) -> str:
    """What is compared, without the words that only ask to compare."""
    return " ".join(_words().sub(" ", text).split())


def _has(name: str, text: str) -> bool:
    return _pattern(name).search(text) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in load_table("questions/comparison")[name]), re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(load_table("questions/comparison")["words"], re.IGNORECASE)

"""What a question asks of the making of a law: who proposed it, when it passed, why it reads as it does."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from rag.questions.question import Question
from rag.tables import load_table

_GROUP = re.compile(r"<(\w+)>")


class Matter(StrEnum):
    """A kind of question about the making of a law; as `history.toml` names it, what goes first where several fit."""

    STORY = "story"
    BECAME = "became"
    WHY = "why"
    OPINION = "opinion"
    PROPOSER = "proposer"
    SUPPORTERS = "supporters"
    BILL_NUMBER = "bill_number"
    INTRODUCED = "introduced"
    REFERRED = "referred"
    COMMITTEE = "committee"
    PLENARY = "plenary"
    COUNT = "count"
    LAST = "last"
    REPLACED = "replaced"
    PROMULGATED = "promulgated"
    IN_FORCE = "in_force"
    ORDINANCE_NUMBER = "ordinance_number"
    ACTS = "acts"
    AMENDMENTS = "amendments"
    IN_BILL = "in_bill"


@dataclass(frozen=True, slots=True)
class _Signs:
    matter: Matter
    asked: re.Pattern[str]
    none: re.Pattern[str] | None


def matters_asked(question: Question) -> tuple[Matter, ...]:
    """All that a question may ask of the making of a law; nothing where it is about the law of others."""
    text = question.text
    if (
        question.elsewhere
        or question.strangers
        or question.sections
        or any(each.statute for each in question.references)
    ):
        return ()
    if any(_listed(name).search(text) for name in ("elsewhere", "content")):
        return ()
    return tuple(
        each.matter for each in _signs() if each.asked.search(text) and not (each.none and each.none.search(text))
    )


def signs_of(group: str, question: Question) -> bool:
    """Whether words of a group of `history.toml` stand in the question, as `bill` or `changed`."""
    return _pattern(f"<{group}>").search(question.text) is not None


@cache
def _signs() -> tuple[_Signs, ...]:
    rows = {each["name"]: each for each in load_table("questions/history")["matter"]}
    return tuple(
        _Signs(each, _any_of(rows[each]["asked"]), _any_of(rows[each]["none"]) if "none" in rows[each] else None)
        for each in Matter
    )


@cache
def _listed(name: str) -> re.Pattern[str]:
    return _any_of(load_table("questions/history")[name]["asked"])


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return _pattern("|".join(f"(?:{each})" for each in patterns))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    groups = load_table("questions/history")["groups"]
    while _GROUP.search(form):
        form = _GROUP.sub(lambda found: f"(?:{groups[found[1]]})", form)
    return re.compile(form, re.IGNORECASE)

"""Questions of who holds an office by name: no ordinance says it; what it says of the office stands in its place."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from corpus.labels import label
from corpus.provisions import Law
from rag.answer import Answer, Status
from rag.answering.compose import refused
from rag.phrases import say
from rag.questions.question import Question
from rag.tables import load_table

_MARKER = re.compile(r"\s?\[\d+\]")


def by_person(law: Law, question: Question, ask: Callable[[str], Answer]) -> Answer | None:
    """The refusal of a question of a person, with what the ordinance says of the office; None for another question.

    `ask` answers the question of the office, as of the same day and in the same language.
    """
    office = _office(question.text)
    if office is None or question.elsewhere:
        return None
    said = say("of_a_person", question.lang)
    bodies = [next((name for name in body.names if _is_of(name, question)), "") for _, body in question.bodies]
    asked = office[f"asked_{question.lang}"].format(body=bodies[0]) if bodies and bodies[0] else ""
    found = ask(asked) if asked else None
    if found is None or found.status is not Status.ANSWERED or not found.citations:
        return refused(question, Status.DECLINED, said)
    point = _MARKER.sub("", found.answer.split("\n")[0]).strip()
    key = found.citations[0].id
    where = label(key, law.work(key.work), question.lang, law.works.values())
    told = f"{said} {say('of_an_office', question.lang, where=where, said=point)}"
    return refused(question, Status.DECLINED, told, found.warnings)


def _is_of(name: str, question: Question) -> bool:
    """Whether a name is in the language of the answer."""
    return name.isascii() == (question.lang == "en")


def _office(text: str) -> dict[str, Any] | None:
    """The office whose holder a text asks for; None where it asks for something else."""
    if _elsewhere().search(text):
        return None
    return next((row for row, forms in _offices() if any(form.search(text) for form in forms)), None)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(load_table("answering/persons")["elsewhere"], re.IGNORECASE)


@cache
def _offices() -> list[tuple[dict[str, Any], tuple[re.Pattern[str], ...]]]:
    table = load_table("answering/persons")
    thing, asked, english = table["thing_ko"], table["asked_ko"], table["thing_en"]
    found = []
    for row in table["office"]:
        forms = (
            rf"(?<!부){row['ko']}(?:들|님|분)*(?:의)?\s?(?:현재\s)?{thing}(?:하고|이랑|과|와)?\s?{asked}",
            rf"\b{english}(?: and {english})? of (?:(?:the|our|all|its|each|current|present) )*{row['en']}\b",
            rf"\b{row['en']}(?:['’]s?|s['’])? (?:current )?{english}\b(?=\W*(?:$|\?|of|at|on|in|is|are|please))",
        )
        found.append((row, tuple(re.compile(form, re.IGNORECASE) for form in forms)))
    return found

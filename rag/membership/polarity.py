"""Yes or no, the way that a question is asked: may I vote, and must I sit it out, have opposite answers."""

import re
from dataclasses import replace
from functools import cache

from rag.membership.acting import Absence, Office, presiding
from rag.membership.eligibility import Vote
from rag.membership.findings import Finding, Outcome
from rag.membership.prospects import Prospect
from rag.membership.sheets import joined, said
from rag.membership.tenure import Tenure
from rag.tables import load_table

_OPEN = (Outcome.UNSETTLED, Outcome.UNKNOWN)


def settled(text: str, facts: Tenure | Vote | Absence | Prospect, found: Finding) -> Finding:
    """The finding with yes or no before its sentence, where it settles what the text asks and that asks it so."""
    if found.status in _OPEN:
        return found
    yes = _answer(asking_sentence(text), facts, found)
    return found if yes is None else replace(found, sentence=joined(said("yes" if yes else "no"), found.sentence))


def asking_sentence(text: str) -> str:
    """The last sentence of a text that has a question mark; without any the last."""
    parts = [each for each in re.split(r"(?<=[.!?。！？])\s+", text.strip()) if each]
    asking = [each for each in parts if "?" in each or "？" in each]
    return (asking or parts or [""])[-1]


def way(name: str, sentence: str) -> bool | None:
    """True where a sentence asks the plain way, False where it asks the other way round; None where neither is sure."""
    aside = _pattern(load_table("membership/polarity")["aside"])
    asked = aside.sub(" ", sentence)
    signs = load_table("membership/polarity")[name]
    found = [
        (each.end(), each.start(), plain)
        for plain, forms in ((True, signs["plain"]), (False, signs["turned"]))
        for form in forms
        for each in _pattern(form).finditer(asked)
    ]
    if not found:
        return None
    ways = {plain for _, _, plain in found}
    if len(ways) > 1 and _pattern(load_table("membership/polarity")["either"]).search(asked):
        return None
    return max(found, key=lambda each: (each[0], -each[1]))[2]


def _answer(sentence: str, facts: Tenure | Vote | Absence | Prospect, found: Finding) -> bool | None:
    if isinstance(facts, Tenure):
        return _of_term(sentence, facts, found)
    if isinstance(facts, Absence):
        return _of_office(sentence, facts)
    return _turned(way("eligibility" if isinstance(facts, Vote) else "seat", sentence), found.status is Outcome.YES)


def _turned(plainly: bool | None, holds: bool) -> bool | None:
    """Whether yes answers a question, of which it is known how it is asked and whether the plain one holds."""
    return None if plainly is None else holds == plainly


def _of_term(sentence: str, tenure: Tenure, found: Finding) -> bool | None:
    signs = load_table("membership/polarity")
    if _pattern(signs["renewal"]["asked"]).search(sentence):
        return _turned(way("renewal", sentence), _is_renewable(sentence, tenure))
    if _pattern(signs["full"]["asked"]).search(sentence):
        return _turned(way("full", sentence), found.ends == tenure.last)
    if tenure.asked < tenure.appointed:
        return None
    return _turned(way("term", sentence), found.status is Outcome.YES)


def _is_renewable(sentence: str, tenure: Tenure) -> bool:
    """Whether one more term is allowed, which begins while the committee is there."""
    again = bool(_pattern(load_table("membership/polarity")["renewal"]["again"]).search(sentence))
    ends = tenure.sunset.ends if tenure.sunset else None
    return not tenure.renewals and not again and (ends is None or tenure.second_first <= ends)


def _of_office(sentence: str, absence: Absence) -> bool | None:
    """Whether the one who is said to preside is the one who does."""
    asked = _office(sentence)
    return None if asked is None else _turned(way("acting", sentence), asked is presiding(absence))


def _office(sentence: str) -> Office | None:
    """The office of the one who would preside; None where none is told."""
    signs, offices = load_table("membership/polarity")["acting"], load_table("membership/questions")["offices"]
    for name, form in offices.items():
        if re.search(rf"(?:{form})(?:{signs['does']}|{signs['does_en']})", sentence, re.IGNORECASE):
            return None if name == "both_vice_chairs" else Office(name)
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)

"""From a question in words to the facts of a member or an office; None where it asks for something else."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rag.meetings.facts import Committee
from rag.membership.acting import Absence, Office
from rag.membership.days import Days, days_of
from rag.membership.eligibility import Tie, Vote
from rag.membership.findings import Member, Subject
from rag.membership.prospects import Chance, Prospect
from rag.membership.sheets import existence
from rag.membership.tenure import Tenure
from rag.tables import load_table

_ORDER = (
    Committee.COUNCIL, Committee.SUBCOMMITTEE, Committee.INFORMATIZATION, Committee.SMART_CITY, Committee.AI,
)  # fmt: skip
_OF_SMART_CITY = (Office.ONE_CO_CHAIR, Office.COMMISSIONED_VICE_CHAIR, Office.EX_OFFICIO_VICE_CHAIR)
_BOTH = {Office.COMMISSIONED_VICE_CHAIR, Office.EX_OFFICIO_VICE_CHAIR}


@dataclass(frozen=True, slots=True)
class Asked:
    """The facts that a question gives, None where the committee has to be asked for; `named` tells if it is named."""

    subject: Subject
    facts: Tenure | Vote | Absence | Prospect | None
    named: bool


def read(text: str, as_of: date) -> Asked | None:
    """What a question gives; None where it is not of a member or an office, or tells of no one in particular."""
    committee, rest = _committee(text)
    if _has("elsewhere", "committee", rest) or _elsewhere(text):
        return None
    days = days_of(text)
    on = days.asked or as_of
    return _tenure(text, committee, days, as_of) or _prospect(text, committee, on) or _in_a_meeting(text, committee, on)


def _prospect(text: str, committee: Committee | None, on: date) -> Asked | None:
    """A question of what may become of a seat; one on a vote is of that, whatever else it tells."""
    of_member = _has("term", "member", text) or _has("prospects", "of_member", text)
    if not of_member or _has("prospects", "other", text):
        return None
    signs = load_table("membership/questions")["prospects"]
    chance = next((each for each in Chance if all(_pattern(form).search(text) for form in signs[each])), None)
    supposed = committee or _supposed(on)
    if chance is None or supposed is None:
        return None
    facts = Prospect(supposed, on, chance)
    return Asked(Subject.SEAT, facts, named=committee is not None) if facts.told else None


def _in_a_meeting(text: str, committee: Committee | None, on: date) -> Asked | None:
    if _has("elsewhere", "meeting", text):
        return None
    return _vote(text, committee, on) or _absence(text, committee, on)


def _tenure(text: str, committee: Committee | None, days: Days, as_of: date) -> Asked | None:
    appointed = days.replaced or days.appointed
    if appointed is None or not _is_of_a_term(text):
        return None
    supposed = committee or _supposed(appointed)
    if supposed is None:
        return Asked(Subject.TERM, None, named=False)
    renewed = days.renewed if days.renewed and days.renewed > appointed else None
    renewals = 2 if _has("term", "twice", text) else int(renewed is not None or _has("term", "renewed", text))
    kind = Member.SUBSTITUTE if days.replaced else _member(text)
    facts = Tenure(supposed, appointed, days.asked or as_of, kind, renewals, renewed)
    return Asked(Subject.TERM, facts, named=committee is not None)


def _is_of_a_term(text: str) -> bool:
    """Whether a member's term is asked about, and not that of another office."""
    others = _has("term", "chair", text) or _has("term", "other", text)
    return _has("term", "about", text) and _has("term", "member", text) and not others


def _member(text: str) -> Member:
    if _has("term", "substitute", text):
        return Member.SUBSTITUTE
    if _has("term", "official", text):
        return Member.PUBLIC_OFFICIAL
    if _has("term", "ex_officio", text):
        return Member.EX_OFFICIO
    return Member.COUNCILLOR if _has("term", "councillor", text) else Member.COMMISSIONED


def _vote(text: str, committee: Committee | None, on: date) -> Asked | None:
    if not (_has("groups", "vote", text) and _has("groups", "member", text)) or _has("elsewhere", "denied", text):
        return None
    ties = tuple(tie for tie, wanted, barred in _ties() if _all(wanted, text) and not _any(barred, text))
    supposed = committee or _supposed(on)
    if not ties:
        return None
    facts = Vote(supposed, on, ties) if supposed else None
    return Asked(Subject.ELIGIBILITY, facts, named=committee is not None)


def _absence(text: str, committee: Committee | None, on: date) -> Asked | None:
    if not all(_has("acting", name, text) for name in ("who", "what", "away")):
        return None
    away = _away(text)
    if not away:
        return None
    of_smart_city = committee is None and not away.isdisjoint(_OF_SMART_CITY)
    supposed = committee or (Committee.SMART_CITY if of_smart_city else _supposed(on))
    designated = False if _has("acting", "undesignated", text) else None
    vacant, convening = (_has("acting", name, text) for name in ("vacant", "convening"))
    facts = Absence(supposed, on, away, designated, vacant, convening) if supposed else None
    return Asked(Subject.ACTING, facts, named=committee is not None)


def _away(text: str) -> frozenset[Office]:
    """Who is away: the offices named before the last word that says so, and not said to be there."""
    signs = load_table("membership/questions")
    last = [match.start() for match in _pattern(signs["acting"]["away"]).finditer(text)][-1]
    told = _pattern(signs["acting"]["there"]).sub(" ", text[:last])
    rest = _pattern(signs["acting"]["undesignated"]).sub(" ", told)
    found: set[Office] = set()
    for name, form in signs["offices"].items():
        rest, times = _pattern(form).subn(" ", rest)
        found |= (_BOTH if name == "both_vice_chairs" else {Office(name)}) if times else set()
    if found and _has("acting", "also", text):
        found.add(Office.VICE_CHAIR)
    return frozenset(found)


def _supposed(on: date) -> Committee | None:
    """The committee that is meant where none is named: the AI Committee, from its first day on."""
    return Committee.AI if existence(Committee.AI).begins <= on else None


def _committee(text: str) -> tuple[Committee | None, str]:
    """The committee that is named, and the text without the names of committees."""
    table, found = load_table("membership/committees"), []
    for committee in _ORDER:
        for form in table[committee.value]["called"]:
            text, times = _pattern(form).subn(" ", text)
            found += [committee] if times else []
    return (found[0] if found else None), text


def _elsewhere(text: str) -> bool:
    """Whether another place is named, whose law is not at hand."""
    places = load_table("questions/elsewhere")
    english = "|".join(rf"\b{re.escape(place)}\b" for place in places["en"])
    return any(place in text for place in places["ko"]) or bool(re.search(english, text))


def _has(part: str, name: str, text: str) -> bool:
    return bool(_pattern(load_table("membership/questions")[part][name]).search(text))


@cache
def _ties() -> tuple[tuple[Tie, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    table = load_table("membership/questions")
    return tuple(
        (Tie(row["name"]), _filled(row["all"], table["groups"]), _filled(row.get("none", ()), table["groups"]))
        for row in table["tie"]
    )


def _filled(forms: Any, groups: dict[str, str]) -> tuple[re.Pattern[str], ...]:  # noqa: ANN401 - lists of a table
    """Patterns with the groups of words filled in, and the groups in those."""

    def fill(form: str) -> str:
        return re.sub(r"<([a-z_]+)>", lambda name: f"(?:{fill(groups[name[1]])})", form)

    return tuple(_pattern(fill(form)) for form in forms)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _all(forms: tuple[re.Pattern[str], ...], text: str) -> bool:
    return all(form.search(text) for form in forms)


def _any(forms: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(form.search(text) for form in forms)

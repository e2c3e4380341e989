"""Questions for the facts of a meeting that are missing, asked one after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from api.meeting_lines import label, value_said
from corpus.errors import FactsError
from corpus.works import Lang
from rag.meetings.facts import VOTES, Committee, Convener, Presider
from rag.meetings.report import Report
from rag.meetings.wording import both

_FIRST = ("committee", "on_register", "attending", *VOTES)
_LABELLED = ("committee", *VOTES[1:])
_ENUMS: Mapping[str, type[Committee] | type[Convener] | type[Presider]] = {
    "committee": Committee,
    "convened_by": Convener,
    "presided_by": Presider,
}
_YES_OR_NO = ("chair_unavailable", "vice_chair_unavailable")
_YES, _NO = ("예", "네", "y", "yes", "true"), ("아니요", "아니오", "n", "no", "false")

Judge = Callable[[Mapping[str, object]], Report]


@dataclass(frozen=True, slots=True)
class Talk:
    """How to speak with a person: `ask` gives the answer to a prompt, or None when there will be no more."""

    ask: Callable[[str], str | None]
    tell: Callable[[str], None]
    lang: Lang


def interview(given: Mapping[str, object], judge: Judge, talk: Talk) -> dict[str, object]:
    """The facts given with those told: the committee and the numbers first, then what the report lacks.

    An empty answer is a fact not known; of the committee, that the AI Committee is meant.
    A fact that cannot be is asked for again, with what is wrong.
    """
    facts, asked = dict(given), set(given)
    judge(facts)
    for name in _FIRST:
        if name not in asked and not _fill(name, facts, judge, talk):
            return facts
    asked.update(_FIRST)
    while lacking := [name for name in judge(facts).missing if name not in asked]:
        asked.add(lacking[0])
        if not _fill(lacking[0], facts, judge, talk):
            break
    return facts


def _fill(name: str, facts: dict[str, object], judge: Judge, talk: Talk) -> bool:
    """Ask for one fact until it can be; False where there will be no more answers."""
    while (said := talk.ask(_prompt(name, talk.lang))) is not None:
        if not said.strip():
            return True
        value = _read(name, said.strip(), talk.lang)
        try:
            judge(facts | {name: value})
        except FactsError as error:
            talk.tell(label("ask", "again", talk.lang, error=error))
        else:
            facts[name] = value
            return True
    return False


def _prompt(name: str, lang: Lang) -> str:
    wanted = label("ask", name, lang) if name in _LABELLED else both(f"ask_{name}")[lang]
    choices = "".join(f"\n  {number}. {_begun(each)}" for number, each in enumerate(_choices(name, lang), start=1))
    form = f"{label('ask', 'yes_or_no', lang)}; " if name in _YES_OR_NO else ""
    leave = label("ask", "leave_committee" if name == "committee" else "leave", lang)
    return f"{_begun(wanted)} ({form}{leave}){choices}\n> "


def _begun(words: str) -> str:
    """The words as a line begins with them, which English does with a capital."""
    return words[:1].upper() + words[1:]


def _choices(name: str, lang: Lang) -> Iterator[str]:
    return (value_said(each, lang) for each in _ENUMS.get(name, ()))


def _read(name: str, said: str, lang: Lang) -> object:
    """What was meant by an answer; one that means nothing stays as it is, and is refused by the facts."""
    if name in _YES_OR_NO:
        return True if said.lower() in _YES else False if said.lower() in _NO else said
    number = said.removesuffix("명").strip()
    whole = int(number) if number.isdecimal() and len(number) < 10 else None
    if name not in _ENUMS:
        return said if whole is None else whole
    values, shown = list(_ENUMS[name]), [each.lower() for each in _choices(name, lang)]
    if whole is not None and 0 < whole <= len(values):
        return values[whole - 1].value
    return values[shown.index(said.lower())].value if said.lower() in shown else said

"""Facts of a meeting that are told afterwards: 재적 15명이요, what if 4 voted in favour? They join the others."""

import re
from datetime import date
from functools import cache

from corpus.errors import FactsError
from rag.meetings.words.reading import read_words
from rag.meetings.words.told import Asked, Told
from rag.tables import load_table

_MOST = 120
_WHOLE = {"on_register", "attending"}


def with_facts_added(before: str, text: str, as_of: date) -> str:
    """Both texts as one that tells of the meeting of the first; "" where the second adds no fact to it.

    A number alone is the one that is missing. What is told anew takes the place of what was told before.
    """
    more = _cue("more").search(text)
    if len(text) > _MOST or not (more or _cue("telling").search(text)) or (_cue("other").search(text) and not more):
        return ""
    told = _read(before, as_of)
    if told is None:
        return ""
    if more:
        return f"{before} {text}"
    alone = _read(text, as_of)
    if alone and set(alone.facts.given) >= _WHOLE:
        return ""
    added = _named(told, before, text)
    whole, read = _joined(before, added, as_of)
    given = read.facts.given if read else {}
    gained = set(given) >= set(told.facts.given) and given != told.facts.given
    return whole if gained else ""


def _joined(before: str, added: str, as_of: date) -> tuple[str, Told | None]:
    """Both texts, the first without what the second tells otherwise, and what is read in them."""
    whole = f"{before} {added}"
    read = _read(whole, as_of)
    again = {each.field for each in read.conflicts} if read else set()
    for span in sorted(read.spans if read else (), key=lambda each: -each.start):
        if span.field in again and span.end <= len(before):
            before = f"{before[: span.start]} {before[span.end :]}"
    if not again:
        return whole, read
    whole = f"{before} {added}"
    return whole, _read(whole, as_of)


def _named(told: Told, before: str, text: str) -> str:
    """The text; of a number alone with the fact that is missing named before it."""
    found = _cue("number").fullmatch(text)
    if not found:
        return text
    given = told.facts.given
    lacking = [name for name in ("on_register", "attending") if name not in given]
    if told.asked is Asked.RESOLUTION and "in_favor" not in given:
        lacking.append("in_favor")
    if not lacking:
        return text
    number = next(filter(None, found.groups()))
    lang = "ko" if re.search(r"[가-힣]", before) else "en"
    return str(load_table("meetings/words/adding")["fact"][lang][lacking[0]]).format(number)


def _read(text: str, as_of: date) -> Told | None:
    try:
        return read_words(text, as_of)
    except FactsError:
        return None


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("meetings/words/adding")["cues"][name], re.IGNORECASE)

"""What in a question is said for politeness: greetings, who is asking, thanks. None of it is part of what is asked."""

import re
from functools import cache

from rag.tables import load_table


def without_manners(text: str) -> str:
    """The text without greetings, thanks and an introduction of the asker; the text itself where nothing else is left.

    An introduction stays that the answer may hang on: one that speaks of an office, of kin, of contracts or votes, and
    any where what is asked is of the asker.
    """
    rest = text
    while (shorter := _shorter(rest)) != rest and any(letter.isalnum() for letter in shorter):
        rest = shorter
    return rest


def _shorter(text: str) -> str:
    """The text without the first of its manners, or as it is."""
    for place in ("opening", "closing", "anywhere"):
        if len(bare := _pattern(place).sub("", text).strip()) < len(text):
            return bare
    for polite, plain in _plain():
        text = polite.sub(plain, text)
    for place in ("before", "after"):
        found = _pattern(f"introduction_{place}").search(text)
        rest = f"{text[: found.start()]} {text[found.end() :]}".strip() if found else text
        if found and not _matters(found.group(), rest):
            return rest
    return text


def _matters(introduction: str, rest: str) -> bool:
    """Whether the answer to the rest may hang on who is asking."""
    asked = _pattern("introduction_before").sub("", rest)
    return bool(_pattern("telling").search(introduction) or _pattern("of_asker").search(asked))


@cache
def _plain() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(polite), plain) for polite, plain in load_table("questions/manners")["plain"].items())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    around = {"opening": "^(?:{})", "closing": "(?:{})$"}.get(name, "{}")
    return re.compile(around.format("|".join(load_table("questions/manners")[name])), re.IGNORECASE)

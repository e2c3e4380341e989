"""The names of works and bodies in a question: what they stand for, and the text without them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.naming import NOISE
from corpus.works import Body, Work

_PARTICLE = (
    r"(?:(?:은|는|이|가|을|를|의|에|에서|에는|에도|와|과|도|만|로|으로|까지|부터|에게|께서)(?![가-힣])"
    r"|(?:란|이란|상|인데)(?![가-힣]))?"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A work that a name stands for; with the body it names, and the last day of a name that is gone."""

    work: Work
    body: Body | None = None
    until: date | None = None


def names_of(works: Iterable[Work]) -> dict[str, list[Named]]:
    """What each name stands for: of works as they are and were called, and of the bodies they set up."""
    names: dict[str, list[Named]] = {}
    for work in works:
        for name in work.names:
            names.setdefault(name, []).append(Named(work))
        for former in work.former_names:
            for name in former.names:
                names.setdefault(name, []).append(Named(work, until=former.until))
        for body in work.bodies:
            for name in body.names:
                names.setdefault(name, []).append(Named(work, body, body.until))
    return names


def take_names(text: str, names: dict[str, list[Named]]) -> tuple[list[Named], str]:
    """What is named, the longest name first where names overlap, and the text without the names."""
    found: list[Named] = []
    bare = NOISE.sub("", text)
    for name in sorted(names, key=len, reverse=True):
        if _letters(name).search(bare):  # without them no need for the pattern, which takes milliseconds to compile
            text, times = _pattern(name).subn(" \n ", text)
            found += names[name] if times else []
            bare = NOISE.sub("", text)
    return found, " ".join(text.split())


def put_for(text: str, names: Iterable[str], other: str) -> str:
    """The text with another name in the place of these, whatever particle stands after them."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(_spaced(name), lambda _: other, text, flags=re.IGNORECASE)
    return text


@cache
def _letters(name: str) -> re.Pattern[str]:
    """Matches the letters of a name in a text without noise."""
    return re.compile(re.escape(NOISE.sub("", name)), re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Matches a name whatever its case, spaces, dots and quotation marks, but not inside an English word."""
    return re.compile(f"{_spaced(name)}{_PARTICLE}", re.IGNORECASE)


def _spaced(name: str) -> str:
    letters = r"[\s·ㆍ‧・「」『』]*".join(map(re.escape, NOISE.sub("", name)))
    start, end = (r"\b" if name[at].isascii() else "" for at in (0, -1))
    return f"{start}{letters}{end}"

"""One question of a conversation beside those before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.works import Lang, Work
from rag.questions import carrying
from rag.questions.question import Question, understand
from rag.tables import load_table

_LETTER = re.compile(r"[^\W\d_]")
COMMA = {"ko": "", "en": ","}
"""What stands after words put before a question, in a language."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that may go on from earlier ones: what it says, without the word that joins it to them, as `rest`.

    `before` is the last question in full, `then` the last one that asks for a day; `day` and `works` are the door's.
    """

    now: Question
    rest: str
    lang: Lang
    before: Question
    then: Question | None
    day: date
    works: tuple[Work, ...]

    @property
    def joins(self) -> bool:
        """Whether a word joins the question to what came before."""
        return self.rest != self.now.text

    @property
    def named(self) -> bool:
        """Whether it names an ordinance, a paper or a committee itself."""
        return bool(self.now.works or self.now.bodies or self.now.strangers or self.now.elsewhere)

    @property
    def names(self) -> str:
        """The committee or ordinance that the last question was about, in the language of this one."""
        return carrying.names(self.before, self.lang) or carrying.ordinance(self.before, self.lang)

    def dated(self, text: str) -> str:
        """The text with the day that was asked for before, unless it has a day of its own."""
        day = "" if self.now.asked else carrying.day_words(self.before.asked, self.lang)
        return on_day(day, text, self.lang)


def turn_of(text: str, before: Sequence[Question], as_of: date, works: tuple[Work, ...]) -> Turn:
    """A question beside the earlier ones, which are in full, oldest first; raises QuestionError."""
    now = understand(text, as_of, works)
    rest = pattern("connective").sub("", now.text) or now.text
    lang = now.lang if _LETTER.search(rest) else before[-1].lang
    then = next((each for each in reversed(before) if carrying.day_words(each.asked, lang)), None)
    return Turn(now, rest, lang, before[-1], then, as_of, works)


def on_day(day: str, text: str, lang: Lang) -> str:
    """The text with the words of a day before it; the text where there are none."""
    return f"{day}{COMMA[lang]} {text}" if day else text


def at_place(place: str, name: str, lang: Lang) -> str:
    """A place in an ordinance as a language writes it."""
    return f"{place} of the {name}" if lang == "en" and name else f"{name} {place}"


@cache
def pattern(part: str, name: str = "") -> re.Pattern[str]:
    """A pattern of `earlier.toml`, whatever the case."""
    table = load_table("questions/earlier")[part]
    return re.compile(table[name] if name else table, re.IGNORECASE)

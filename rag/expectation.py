"""What form an answer will have, told from how the question is put: a number of people, a period, a list."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answers: how it is asked for, and how the words of a text look that have it."""

    name: str
    asked: re.Pattern[str]
    answered: re.Pattern[str]


@cache
def load_forms() -> tuple[Form, ...]:
    """The forms that `forms.toml` describes."""
    entries = tomllib.loads((files("rag") / "forms.toml").read_text(encoding="utf-8"))["form"]
    return tuple(Form(each["name"], _any(each["asked"]), _any(each["answered"])) for each in entries)


def expected(question: str) -> tuple[Form, ...]:
    """The forms that an answer to the question may have."""
    return tuple(form for form in load_forms() if form.asked.search(question))


def meets(text: str, forms: tuple[Form, ...]) -> bool:
    """Whether a text has one of the forms."""
    return any(form.answered.search(text) for form in forms)


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

"""What form an answer will have, told from how the question is put: a number of people, a period, a list."""

import re
from dataclasses import dataclass
from functools import cache

from rag.tables import load_table


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answers: how it is asked for, and how the words of a text look that have it.

    Where another form that it gives way to is asked for as well, the words that ask for this one mean that one.
    """

    name: str
    asked: re.Pattern[str]
    answered: re.Pattern[str]
    gives_way_to: tuple[str, ...] = ()


@cache
def load_forms() -> tuple[Form, ...]:
    """The forms that `forms.toml` describes."""
    entries = load_table("forms")["form"]
    return tuple(
        Form(each["name"], any_of(each["asked"]), any_of(each["answered"]), tuple(each.get("gives_way_to", ())))
        for each in entries
    )


def expected(question: str) -> tuple[Form, ...]:
    """The forms that an answer to the question may have."""
    found = [form for form in load_forms() if form.asked.search(question)]
    names = {form.name for form in found}
    return tuple(form for form in found if not names.intersection(form.gives_way_to))


def share_met(text: str, forms: tuple[Form, ...]) -> float:
    """How many of the forms a text has (0 to 1)."""
    return sum(form.answered.search(text) is not None for form in forms) / len(forms) if forms else 0.0


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """What matches where one of the patterns does, whatever the case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

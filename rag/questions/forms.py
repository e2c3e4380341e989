"""What form an answer will have, told from how the question is put: a number of people, a period, a list."""

import re
from dataclasses import dataclass
from functools import cache

from rag.tables import load_table


@dataclass(frozen=True, slots=True)
class Form:
    """A form of answers: how it is asked for, and how the words of a text look that have it.

    Where another form that it gives way to is asked for as well, the words that ask for this one mean that one.
    `weight` is how much it tells whether a text has the form: little of who acts, much of a penalty. Where a form is
    `needed`, a text without it is no answer: who asks for a sum is not told what else there is.
    """

    name: str
    asked: re.Pattern[str]
    answered: re.Pattern[str]
    gives_way_to: tuple[str, ...] = ()
    weight: float = 1.0
    needed: bool = False


@cache
def load_forms() -> tuple[Form, ...]:
    """The forms that `forms.toml` describes."""
    return tuple(
        Form(
            name=each["name"],
            asked=any_of(each["asked"]),
            answered=any_of(each["answered"]),
            gives_way_to=tuple(each.get("gives_way_to", ())),
            weight=each.get("weight", 1.0),
            needed=each.get("needed", False),
        )
        for each in load_table("questions/forms")["form"]
    )


def expected(question: str) -> tuple[Form, ...]:
    """The forms that an answer to the question may have."""
    found = [form for form in load_forms() if form.asked.search(question)]
    names = {form.name for form in found}
    return tuple(form for form in found if not names.intersection(form.gives_way_to))


def asks_for_several(question: str) -> bool:
    """Whether several things are asked for, which a whole list tells and one entry of it does not."""
    return any(form.name == "list" for form in expected(question)) or _asked("several").search(question) is not None


def asks_for_others(question: str) -> bool:
    """Whether what a list leaves open is asked for: other persons, other matters."""
    return _asked("others").search(question) is not None


def share_met(text: str, forms: tuple[Form, ...]) -> float:
    """How many of the forms a text has, by their weights (0 to 1)."""
    met = sum(form.weight for form in forms if form.answered.search(text))
    return met / sum(form.weight for form in forms) if forms else 0.0


def weight_of(forms: tuple[Form, ...]) -> float:
    """How much it tells whether a text has the forms: as much as the one that tells most."""
    return max((form.weight for form in forms), default=0.0)


@cache
def _asked(name: str) -> re.Pattern[str]:
    return any_of(load_table("questions/forms")[name])


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """What matches where one of the patterns does, whatever the case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

"""To whom the chair of a meeting was handed, as a text in signs tells it."""

import re
from collections.abc import Iterator
from functools import cache

from rag.tables import load_table

_TABLE = "meetings/words/roles"


def entrusted(text: str) -> Iterator[tuple[str | None, int, int]]:
    """Who was asked to preside, with the place; None for a member of whom it is unknown whether named in advance."""
    for pattern in _patterns():
        for found in pattern.finditer(text):
            groups = {name for name, told in found.groupdict().items() if told is not None}
            yield next(iter(groups - {"named"})) if "named" not in groups else None, *found.span()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = load_table(_TABLE)
    members = table["people"]["other_member"] + "|" + table["entrusted"]["member"]
    people = {**table["people"], "other_member": members}
    people = {name: each for name, each in people.items() if name not in ("members", "nobody_else")}
    person = "|".join(f"(?P<{name}>{each})" for name, each in people.items())
    return tuple(
        re.compile(f"(?i:{each.replace('PERSON', f'(?:{person})')})") for each in table["entrusted"]["patterns"]
    )

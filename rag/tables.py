"""The TOML tables beside a package: phrases, forms of answers, places, words and labels."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str, package: str = "rag") -> dict[str, Any]:
    """The table of a name, such as `phrases`."""
    return tomllib.loads((files(package) / f"{name}.toml").read_text(encoding="utf-8"))


def one_of(words: Any) -> str:  # noqa: ANN401 - the keys of a table, or a list of it
    """A pattern for any of some words of a table, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))

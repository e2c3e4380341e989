"""The TOML tables beside a package: phrases, forms of answers, places, words and labels."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str, package: str = "rag") -> dict[str, Any]:
    """The table of a name, such as `phrases`."""
    return tomllib.loads((files(package) / f"{name}.toml").read_text(encoding="utf-8"))

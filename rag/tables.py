"""The TOML tables beside this package: phrases, forms of answers, places and words."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table of a name, such as `phrases`."""
    return tomllib.loads((files("rag") / f"{name}.toml").read_text(encoding="utf-8"))

"""Objects of JSON that name a key twice: readers keep the last and say nothing, so they are refused first."""

import json
import reprlib

from corpus.errors import FactsError

_SHORT = reprlib.Repr()
_SHORT.maxstring = 80


def refuse_doubled(body: bytes) -> None:
    """Raise FactsError for a key that one object names twice; what is no JSON is left to who reads it next."""
    try:
        json.loads(body, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise FactsError(_SHORT.repr(name)[1:-1], "is given twice in one object; give it once")
        found[name] = value
    return found

"""References in one line each, so that tables of them can be read."""

import pytest

from corpus.citations import Anchor, find_references

_POINTS = {Anchor.WORK: "", Anchor.HERE: "this", Anchor.LAST: "same", Anchor.PREVIOUS: "before"}


def _described(reference) -> str:
    """`art-14/para-2 +proviso of 지방자치법`; `here para-1` for 제1항, `same art para-1` for 같은 조 제1항."""
    said = [_POINTS[reference.anchor], reference.level or ""] if reference.level else []
    said += ["here"] if reference.anchor is Anchor.HERE and not reference.level else []
    said += ["/".join(map(str, reference.units))]
    said += [f"+{part.name.lower()}" for part in reference.parts]
    said += [f"of {reference.named}"] if reference.named else []
    said += ["bill"] if reference.bill else []
    said += ["filled"] if reference.filled else []
    return " ".join(filter(None, said))


@pytest.fixture(scope="session")
def described():
    """The references of a text, each in one line."""
    return lambda text: [_described(reference) for reference in find_references(text)]

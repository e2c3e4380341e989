"""Character bigrams: words for the index that need no dictionary and forgive spacing inside a word."""

from functools import lru_cache

from ingest.morphemes import plain


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring letters and digits within each word between white space, in order, in lower case.

    A word of one letter is itself: "위원회 회 AI" gives 위원, 원회, 회, ai.
    """
    return [pair for word in plain(text).lower().split() for pair in _pairs(word)]


@lru_cache(100_000)
def _pairs(word: str) -> tuple[str, ...]:
    letters = word if word.isalnum() else "".join(filter(str.isalnum, word))
    return tuple(map(str.__add__, letters, letters[1:])) if len(letters) > 1 else tuple(letters)

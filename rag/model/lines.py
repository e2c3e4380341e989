"""The lines of JSON in what a model writes, each as soon as it is complete."""

from collections.abc import Iterable, Iterator

LONGEST = 8_000
_THINKS, _THOUGHT = "<think>", "</think>"


def json_lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines that are to be read as JSON: without blank ones, fences of code, and what the model thinks aloud.

    Of a line that is too long only its beginning is given.
    """
    thinking = False
    for line in _lines(pieces):
        thinking |= line.lstrip().startswith(_THINKS)
        if thinking:
            _, ended, line = line.rpartition(_THOUGHT)
            thinking = not ended
        kept = line.strip().removesuffix("```").rstrip().removesuffix(",")
        if not thinking and kept not in ("", "[", "]") and not kept.startswith("```"):
            yield kept


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text that comes in pieces; the last one may have no end."""
    begun = ""
    for piece in pieces:
        *ended, rest = (begun + piece).split("\n")
        yield from (line[:LONGEST] for line in ended)
        begun = rest[:LONGEST]
    yield begun

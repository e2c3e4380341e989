"""A sentence of an answer about the making of a law, with the words that carry it."""

from dataclasses import dataclass

from corpus.legislation import Evidence


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said, and the verbatim words that it rests on; those `quoted` stand beside it, the others are marks."""

    said: str
    evidence: tuple[Evidence, ...] = ()
    quoted: tuple[Evidence, ...] = ()

"""Finds the references in a text of either language, and what their words such as 같은 조 point back to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.citations.english import english
from corpus.citations.english_names import named_in_english
from corpus.citations.history import History
from corpus.citations.korean import korean
from corpus.citations.names import named_in_korean
from corpus.citations.reference import Reference

_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Said:
    """What was said before a text: references that its words may point back to, and short names of works."""

    references: Sequence[Reference] = ()
    short: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = Said()


def find_references(text: str, said: Said = NOTHING_SAID) -> tuple[Reference, ...]:
    """All references in the text, in order and apart from one another; ordinary numbers are left alone.

    Words that point back (같은 법, the same paragraph) are followed as far as the text, and `said` before
    it, has what they point to; otherwise the reference keeps them.
    """
    plain = text.translate(_WIDE_DIGITS)
    found = sorted((*korean(plain, tuple(said.short)), *english(plain)), key=lambda each: (each.start, -each.end))
    kept: list[Reference] = []
    history = History(said.references)
    for reference in found:
        if not kept or reference.start >= kept[-1].end:
            kept.append(history.follow(reference))
    return tuple(kept)


def short_names(text: str) -> dict[str, str]:
    """The short names that a text gives to works: 「…」(이하 "스마트도시법"이라 한다)."""
    return {name.short: name.text for name in (*named_in_korean(text), *named_in_english(text)) if name.short}

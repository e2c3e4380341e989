"""What two wordings have in common, word by word, and inside Korean words by their stems and endings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")
_ATOM = re.compile(r"\d+|[A-Za-z]+|.", re.DOTALL)
_HANGUL = re.compile("[가-힣]")
_Block = tuple[bool, Sequence[str], Sequence[str]]


class SpanKind(StrEnum):
    """Whether a piece stands in both wordings, in the old one alone, or in the new one alone."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a wording, verbatim."""

    kind: SpanKind
    text: str


def compare(old: str, new: str) -> tuple[Span, ...]:
    """The pieces of both wordings in order: kept and removed are the old one, kept and added the new one, exactly.

    Between two kept pieces there is at most one that is removed and, after it, one that is added. Words are
    kept whole; a Korean word is divided where most of it stands, so that an ending or a stem shows alone. A few
    equal words among many changed ones are not kept: they would suggest that the rest was reworded.
    """
    return tuple(_joined(_words(_WORD.findall(old), _WORD.findall(new))))


def _words(before: Sequence[str], after: Sequence[str]) -> Iterator[Span]:
    for same, olds, news in _blocks(before, after):
        pairs = list(zip(olds, news, strict=False))
        if same:
            yield from _blanks(pairs)
        elif len(olds) == len(news):
            for old, new in pairs:
                yield from _reworded(old, new)
        else:
            yield from _reworded("".join(olds), "".join(news))


def _blocks(before: Sequence[str], after: Sequence[str], least: int = 0) -> Iterator[_Block]:
    """Runs of pieces that are the same, but for the blanks before them, and runs that are not, by turns.

    A run of the same counts only if it is longer than `least` and than half of what changed on either side.
    """
    matcher = SequenceMatcher(None, [each.strip() for each in before], [each.strip() for each in after], autojunk=False)
    runs = [(tag == "equal", before[a:b], after[c:d]) for tag, a, b, c, d in matcher.get_opcodes()]
    place = 1
    while place < len(runs) - 1:
        left, middle, right = runs[place - 1 : place + 2]
        if middle[0] and _length(middle) <= max(least, min(_length(left), _length(right)) // 2):
            joined = (False, [*left[1], *middle[1], *right[1]], [*left[2], *middle[2], *right[2]])
            runs[place - 1 : place + 2] = [joined]
            place = max(place - 2, 0)
        place += 1
    yield from runs


def _length(run: _Block) -> int:
    return max(sum(map(len, side)) for side in run[1:])


def _reworded(old: str, new: str) -> Iterator[Span]:
    """What became of one piece: divided where it is Korean and half of it or all of one side stands, else changed."""
    divided = list(_divided(old, new)) if _HANGUL.search(old) and _HANGUL.search(new) else []
    kept = sum(_atoms(span.text) for span in divided if span.kind is SpanKind.KEPT)
    shorter, longer = sorted((_atoms(old), _atoms(new)))
    stands = divided and (kept * 2 >= longer or kept == shorter > 1)
    yield from divided if stands else _spans((SpanKind.REMOVED, old), (SpanKind.ADDED, new))


def _atoms(text: str) -> int:
    return len(_ATOM.findall(text.strip()))


def _divided(old: str, new: str) -> Iterator[Span]:
    for same, olds, news in _blocks(_ATOM.findall(old), _ATOM.findall(new), least=1):
        if same:
            yield from _blanks(zip(olds, news, strict=True))
        else:
            yield from _spans((SpanKind.REMOVED, "".join(olds)), (SpanKind.ADDED, "".join(news)))


def _blanks(pairs: Iterable[tuple[str, str]]) -> Iterator[Span]:
    """Pieces that differ at most in the blanks they begin with."""
    for old, new in pairs:
        blank, blank_new = _blank(old), _blank(new)
        if blank == blank_new:
            yield Span(SpanKind.KEPT, old)
        else:
            yield from _spans((SpanKind.REMOVED, blank), (SpanKind.ADDED, blank_new), (SpanKind.KEPT, old.lstrip()))


def _blank(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _spans(*pieces: tuple[SpanKind, str]) -> Iterator[Span]:
    return (Span(kind, text) for kind, text in pieces if text)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans with neighbours of a kind together: what was kept, then what was removed, then what was added."""
    run = dict.fromkeys(SpanKind, "")
    for span in spans:
        if span.kind is SpanKind.KEPT and run[SpanKind.REMOVED] != run[SpanKind.ADDED]:
            yield from _run(run)
            run = dict.fromkeys(SpanKind, "")
        elif span.kind is SpanKind.KEPT:
            run = dict.fromkeys(SpanKind, "") | {SpanKind.KEPT: run[SpanKind.KEPT] + run[SpanKind.REMOVED]}
        run[span.kind] += span.text
    yield from _run(run)


def _run(run: dict[SpanKind, str]) -> Iterator[Span]:
    """The spans of a run; what both sides of a change begin with, if a blank, or are, belongs to what is kept."""
    kept, removed, added = (run[kind] for kind in SpanKind)
    blank = _blank(removed) if _blank(removed) == _blank(added) else ""
    if removed == added:
        blank = removed
    pieces = (kept + blank, removed[len(blank) :], added[len(blank) :])
    return _spans(*zip(SpanKind, pieces, strict=True))

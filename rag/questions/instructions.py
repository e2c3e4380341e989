"""What in a question addresses the program and not the law: orders, personas, talks and marks of code."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rag.tables import load_table

_END = re.compile(r"[.!?。！？]+[\"'”’)\]]*(?=\s|$)|[?!。！？](?=[가-힣])|\s?;\s")
_NO_END = re.compile(r"(?:\b(?:Nos?|Arts?|Secs?|paras?)|\d)\.$", re.IGNORECASE)
_LOOKALIKES = dict(zip("асеіорхуѕԁһАВСЕНІКМОРТХοανΑΒΕΗΙΚΜΝΟΡΤΧ", "aceiopxysdhABCEHIKMOPTXoavABEHIKMNOPTX", strict=True))


def asking_part(text: str) -> str:
    """The text without what addresses the program; empty where nothing asks of the law.

    Without such an order all stays word for word. Beside one, a sentence stays that asks, or tells of the law or of a
    meeting, and of the sentence that holds it the part that does.
    """
    read = "".join(map(_plain, text))
    for pattern in (*_patterns("markup"), *_patterns("turns")):
        for found in list(pattern.finditer(read)):
            blank = " " * (found.end() - found.start())
            read, text = (f"{each[: found.start()]}{blank}{each[found.end() :]}" for each in (read, text))
    sentences = list(_sentences(read))
    ordering = [_has_order(read, *place) for place in sentences]
    if any(ordering):
        kept = [_kept(read, *place, ordering=orders) for place, orders in zip(sentences, ordering, strict=True)]
        text = " ".join(text[start:end] for places in kept for start, end in places)
    return " ".join(text.split())


def _sentences(read: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences; a point within a number or between letters ends none."""
    start = 0
    for found in _END.finditer(read):
        if not _NO_END.search(read, start, found.end()):
            yield start, found.end()
            start = found.end()
    if start < len(read):
        yield start, len(read)


def _has_order(read: str, start: int, end: int) -> bool:
    return _orders(read[start:end]) or any(_orders(read[first:last]) for first, last in _parts(read, start, end))


def _kept(read: str, start: int, end: int, *, ordering: bool) -> list[tuple[int, int]]:
    """What stays, beside an order somewhere, of a sentence: the whole, or where the order is in it the other parts."""
    if not ordering:
        return [(start, end)] if _says(read[start:end], "asking", "marks", "telling") else []
    parts = [place for place in _parts(read, start, end) if not _orders(read[slice(*place)])]
    saying = [(first, last) for first, last in parts if _says(read[first:last], "asking", "marks", "numbers")]
    return saying or list(_after(read, start, end))


def _after(read: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What asks after the last order of a sentence that has no joint."""
    found = (each.end() for order in _patterns("orders") for each in order.finditer(read, start, end))
    after = max(found, default=end)
    if _says(read[after:end], "asking") and not _orders(read[after:end]):
        yield after, end


def _parts(read: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of what stands between the joints of a sentence."""
    joints = sorted(each.span() for pattern in _patterns("joints") for each in pattern.finditer(read, start, end))
    for first, last in joints:
        if first >= start:
            yield start, first
            start = last
    yield start, end


def _orders(part: str) -> bool:
    return any(pattern.search(part) for pattern in _patterns("orders"))


def _says(part: str, *names: str) -> bool:
    return any(pattern.search(part) for name in names for pattern in _patterns(name))


def _plain(letter: str) -> str:
    """The letter that one looks like, or the narrow form of a wide one; always one character."""
    folded = unicodedata.normalize("NFKC", _LOOKALIKES.get(letter, letter))
    return folded if len(folded) == 1 else letter


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load_table("questions/instructions")[name])

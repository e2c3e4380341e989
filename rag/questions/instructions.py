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

    A sentence without such an order stays word for word. Of one with an order stays what asks beside it.
    """
    read = "".join(map(_plain, text))
    for pattern in (*_patterns("markup"), *_patterns("turns")):
        for found in list(pattern.finditer(read)):
            blank = " " * (found.end() - found.start())
            read, text = (f"{each[: found.start()]}{blank}{each[found.end() :]}" for each in (read, text))
    sentences = list(_sentences(read))
    kept = [place for start, end in sentences for place in _kept(read, start, end)]
    return " ".join((text if kept == sentences else " ".join(text[slice(*place)] for place in kept)).split())


def _sentences(read: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences; a point within a number or between letters ends none."""
    start = 0
    for found in _END.finditer(read):
        if not _NO_END.search(read, start, found.end()):
            yield start, found.end()
            start = found.end()
    if start < len(read):
        yield start, len(read)


def _kept(read: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stays of a sentence: all of it, or of one with an order the other parts that ask or tell a number."""
    parts = list(_parts(read, start, end))
    if not (_orders(read[start:end]) or any(_orders(read[first:last]) for first, last in parts)):
        yield start, end
        return
    asking = [(first, last) for first, last in parts if _asks(read[first:last], "asking", "marks")]
    yield from [place for place in asking if not _orders(read[slice(*place)])] or _after(read, start, end)


def _after(read: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What asks after the last order of a sentence that has no joint."""
    found = (each.end() for order in _patterns("orders") for each in order.finditer(read, start, end))
    after = max(found, default=end)
    if _asks(read[after:end], "asking") and not _orders(read[after:end]):
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


def _asks(part: str, *names: str) -> bool:
    return any(pattern.search(part) for name in names for pattern in _patterns(name))


def _plain(letter: str) -> str:
    """The letter that one looks like, or the narrow form of a wide one; always one character."""
    folded = unicodedata.normalize("NFKC", _LOOKALIKES.get(letter, letter))
    return folded if len(folded) == 1 else letter


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in load_table("questions/instructions")[name])

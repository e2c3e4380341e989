"""A text with a sign in place of each number, and of what looks like one and is none.

A pattern can then say where a number stands, however it is spelled.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial

from rag.meetings.words.numerals import TABLE, Kind, Quantity, shares, spelled
from rag.meetings.words.sums import summed, sums
from rag.tables import load_table

COUNT, SHARE, ALL, REST, UNANIMOUS = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""The signs of numbers."""
DAY, NEITHER, CHALLENGED = "\ue010", "\ue011", "\ue012"
"""The signs of a date, of a number that counts neither members nor votes, and of a challenge to a member."""
_TAKEN = "\ue0ff"
_SIGNS = {Kind.COUNT: COUNT, Kind.SHARE: SHARE, Kind.ALL: ALL, Kind.REST: REST}


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in signs; `places` are start and end in the original for each character, `numbers` those of signs."""

    text: str
    places: tuple[tuple[int, int], ...]
    numbers: tuple[Quantity | None, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a stretch of this text."""
        there = self.places[start:end]
        return min(each[0] for each in there), max(each[1] for each in there)

    def reordered(self, order: Sequence[int]) -> "Masked":
        """The same text with its characters in another order."""
        return Masked(
            "".join(self.text[at] for at in order),
            tuple(self.places[at] for at in order),
            tuple(self.numbers[at] for at in order),
        )


def narrow(text: str) -> str:
    """The text as NFC with plain digits, letters and punctuation, character by character."""
    return "".join(map(_narrow, unicodedata.normalize("NFC", text)))


def _narrow(letter: str) -> str:
    plain = {"–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "\n": ";", "\r": ";", "：": ":", "；": ";"}
    if letter in plain:
        return plain[letter]
    folded = unicodedata.normalize("NFKC", letter)
    return folded if len(folded) == 1 else letter


def masked(text: str, places: Mapping[str, Sequence[tuple[int, int]]]) -> Masked:
    """The text in signs; `places` are by their sign those of what is read already."""
    board = _Board(text)
    for sign, each in places.items():
        for start, end in each:
            board.put(start, end, sign)
    for pattern in sums():
        board.put_all(pattern, lambda found: (COUNT, Quantity(Kind.COUNT, Fraction(summed(found)))))
    for pattern in _no_counts():
        board.put_all(pattern, lambda _: (NEITHER, None))
    for pattern, read in shares():
        board.put_all(pattern, partial(_shared, read))
    for pattern, sign, quantity in _words():
        board.put_all(pattern, partial(_same, sign, quantity))
    for pattern, value in spelled():
        board.put_all(pattern, partial(_counted, value))
    return _without_limits(board.drawn())


Sign = tuple[str, Quantity | None]


def _shared(read: Callable[[re.Match[str]], Fraction], found: re.Match[str]) -> Sign:
    return SHARE, Quantity(Kind.SHARE, read(found))


def _same(sign: str, quantity: Quantity, _: re.Match[str]) -> Sign:
    return sign, quantity


def _counted(value: Callable[[str], int], found: re.Match[str]) -> Sign:
    return COUNT, Quantity(Kind.COUNT, Fraction(value(found["n"])), found.group().endswith("표"))


class _Board:
    """The text being filled with signs; what has one is not read again."""

    def __init__(self, text: str) -> None:
        self._letters = list(text)
        self._ends = {at: at + 1 for at in range(len(text))}
        self._numbers: dict[int, Quantity] = {}

    def put(self, start: int, end: int, sign: str, number: Quantity | None = None) -> None:
        self._letters[start:end] = [sign, *(_TAKEN * (end - start - 1))]
        self._ends[start] = end
        if number is not None:
            self._numbers[start] = number

    def put_all(self, pattern: re.Pattern[str], sign: Callable[[re.Match[str]], Sign]) -> None:
        for found in list(pattern.finditer("".join(self._letters))):
            if not re.search(r"[\ue000-\ue0ff]", found.group()):
                self.put(*found.span(), *sign(found))

    def drawn(self) -> Masked:
        kept = [at for at, letter in enumerate(self._letters) if letter != _TAKEN]
        return Masked(
            "".join(self._letters[at] for at in kept),
            tuple((at, self._ends[at]) for at in kept),
            tuple(self._numbers.get(at) for at in kept),
        )


@cache
def _no_counts() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, load_table(TABLE)["no_count"]["patterns"]))


@cache
def _words() -> tuple[tuple[re.Pattern[str], str, Quantity], ...]:
    words = load_table(TABLE)["words"]
    kinds = {
        "all": (ALL, Kind.ALL, 1),
        "unanimous": (UNANIMOUS, Kind.ALL, 1),
        "none": (COUNT, Kind.COUNT, 0),
        "rest": (REST, Kind.REST, 0),
    }

    def each(name: str) -> tuple[re.Pattern[str], str, Quantity]:
        sign, kind, value = kinds[name]
        pattern = "|".join(
            rf"\b{word}\b" if word[:1].isascii() and word[:1].isalpha() else word for word in words[name]
        )
        return re.compile(f"(?i:{pattern})"), sign, Quantity(kind, Fraction(value))

    return tuple(map(each, ("rest", "none", "unanimous", "all")))


@cache
def _limits() -> re.Pattern[str]:
    table = load_table(TABLE)["no_count"]
    number = f"[{COUNT}{SHARE}]"
    return re.compile(
        rf"(?:{table['limit_before']})\s*(?:the\s+|a\s+)?(?P<a>{number})"
        rf"|(?P<b>{number})\s?(?:members|people|votes)?\s*(?:{table['limit_after']})"
        rf"|(?P<c>{COUNT})\s?(?:~|에서|내지|인지|-|or|to)\s?(?P<d>{COUNT})(?=\s*(?:이|가|정도|쯤|members|people)?\s*"
        rf"(?:출석|참석|왔|모|attend|came|present|showed))"
    )


def _without_limits(text: Masked) -> Masked:
    """The text in which limits and guesses, such as 15명 이내, are no numbers."""
    ats = {at for found in _limits().finditer(text.text) for at in _groups(found)}
    sums = {found.start() for found in re.finditer(rf"{ALL}(?=\s{COUNT})", text.text) if _is_sum(text, found.start())}
    letters = (" " if at in sums else NEITHER if at in ats else letter for at, letter in enumerate(text.text))
    return Masked(
        "".join(letters),
        text.places,
        tuple(None if at in ats else number for at, number in enumerate(text.numbers)),
    )


def _is_sum(text: Masked, at: int) -> bool:
    """Whether a word for all is one for in total, as in 모두 여덟 명."""
    start, end = text.places[at]
    return end - start == len("모두") and not text.text[at + 1 : at + 2].isalpha()


def _groups(found: re.Match[str]) -> Iterator[int]:
    return (found.start(name) for name in "abcd" if found.group(name))

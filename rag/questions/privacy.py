"""Personal data in questions, which no answer needs: masked before anything reads, shows or records the question."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.works import LANGS
from rag.tables import load_table

# A part ends with a sentence or a comma, and what follows a word such as 인데요 is another.
_CLAUSE = re.compile(
    r"(?<=[.!?,;:])(?=\s)|(?<=인데)(?=\s)|(?<=인데요)(?=\s)|(?<=이고)(?=\s)|(?<=이고요)(?=\s)|(?<=이며)(?=\s)"
)
_HANGUL = re.compile(r"[가-힣]")
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－ー", "-")
_NINETEENTH = "1256"
_ISO_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-")
_OCTET, _TELLING_OCTET = 255, 100
_LEAST_ACCOUNT, _MOST_ACCOUNT = 10, 16


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of personal data: what shows it, the test it must pass, and its mask in either language."""

    patterns: tuple[re.Pattern[str], ...]
    passes: Callable[[re.Match[str]], bool]
    masks: dict[str, str]


def masked(text: str) -> str:
    """The text with a mask such as [전화번호] or [phone number] for each piece of personal data; the rest as it is.

    The masks are Korean where the text has Hangul. What is masked stays so: masking twice changes nothing more.
    """
    while (once := _masked(text)) != text:
        text = once
    return text


def without_masks(text: str) -> str:
    """The text without masks, and without what only says whose they are: none of it is part of what is asked.

    Where nothing else is said, all but the masks stays.
    """
    rest = "".join(_without_holder(part) for part in _CLAUSE.split(text)) if _masks().search(text) else text
    kept = rest if any(letter.isalnum() for letter in rest) else text
    return " ".join(_masks().sub(" ", kept).split())


def _without_holder(part: str) -> str:
    """A part of a sentence without its masks; nothing where the rest of it only says whose they are."""
    return "" if _masks().search(part) and _holder().fullmatch(_masks().sub("\0", part)) else part


def _masked(text: str) -> str:
    lang = "ko" if _HANGUL.search(text) else "en"
    read = list(_masks().sub(lambda found: "\0" * len(found.group()), "".join(map(_plain, text))))
    letters = list(text)
    for kind in _kinds():
        for start, end in _places(kind, "".join(read)):
            read[start:end] = "\0" * (end - start)
            letters[start:end] = [kind.masks[lang], *[""] * (end - start - 1)]
    return "".join(letters)


def _places(kind: _Kind, read: str) -> Iterator[tuple[int, int]]:
    for pattern in kind.patterns:
        group = "data" if "data" in pattern.groupindex else 0
        at = 0
        while found := pattern.search(read, at):
            if kind.passes(found):
                yield found.span(group)
            at = found.end(group) if kind.passes(found) else found.start() + 1


def _plain(letter: str) -> str:
    """The letter as ASCII writes it where it is a digit, a dash or a wide form; always one character."""
    if letter in _DASHES:
        return _DASHES[letter]
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", letter)
    return folded if len(folded) == 1 and folded.isascii() else letter


@cache
def _kinds() -> tuple[_Kind, ...]:
    tests = {"resident": _is_resident, "card": _is_card, "account": _is_account, "address": _is_address}
    return tuple(
        _Kind(
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in each["patterns"]),
            tests.get(each.get("check", ""), _always),
            {lang: each[lang] for lang in LANGS},
        )
        for each in load_table("questions/privacy")["kind"]
    )


@cache
def _holder() -> re.Pattern[str]:
    return re.compile("|".join(load_table("questions/privacy")["holder"]), re.IGNORECASE)


@cache
def _masks() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(mask) for kind in _kinds() for mask in kind.masks.values()))


def _always(_: re.Match[str]) -> bool:
    return True


def _is_resident(found: re.Match[str]) -> bool:
    """Whether the first six digits are a day of the century that the seventh tells."""
    born = found["born"].replace(" ", "")
    century = 1900 if found["sex"] in _NINETEENTH else 2000
    try:
        date(century + int(born[:2]), int(born[2:4]), int(born[4:]))
    except ValueError:
        return False
    return True


def _is_card(found: re.Match[str]) -> bool:
    """Whether the digits add up as those of cards do (Luhn), and are not one digit over and over."""
    digits = _digits(found.group())
    doubled = [int(each) * (1 + at % 2) for at, each in enumerate(reversed(digits))]
    return len(set(digits)) > 1 and sum(each // 10 + each % 10 for each in doubled) % 10 == 0


def _is_account(found: re.Match[str]) -> bool:
    """Whether there are as many digits as an account has, and they do not begin as a date does."""
    digits = _digits(found["data"])
    return _LEAST_ACCOUNT <= len(digits) <= _MOST_ACCOUNT and not _ISO_DAY.match(found["data"])


def _is_address(found: re.Match[str]) -> bool:
    """Whether the four numbers may be an address, and not those of a section (4.2.1.3)."""
    octets = [int(each) for each in found.group().split(".")]
    return all(each <= _OCTET for each in octets) and any(each >= _TELLING_OCTET for each in octets)


def _digits(text: str) -> str:
    return "".join(each for each in text if each.isdigit())

"""How words sound, coarsely, so that a name finds itself in the other script: Kentucky and 켄터키.

A sound is the sequence of the consonants of a word, those that Hangul does not tell apart counted as one, after
an A when the word begins with a vowel. Hangul is read as written and as spoken (종로 is Jongno); an English
spelling may have several readings. After the idea of Soundex (Russell, 1918), with the classes of the Korean
rules for writing loanwords.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

_FIRST_SYLLABLE, _SYLLABLES = 0xAC00, 11172
_OPENING = ("K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "J", "J", "J", "K", "T", "P", "H")
_CLOSING = (
    *("", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "P", "L", "L", "P"),
    *("L", "M", "P", "P", "T", "T", "G", "T", "T", "K", "T", "P", ""),
)
# Where syllables meet otherwise in speech than in writing; G is the ng that closes one.
_WRITTEN = ("GL", "ML", "NL", "LN", "KL", "KN", "KM", "PL", "PN", "PM", "TL", "TN", "TM")
_SPOKEN = ("GN", "MN", "LL", "LL", "GN", "GN", "GM", "MN", "MN", "MM", "NN", "NN", "NM")
_SPEECH = dict(zip(_WRITTEN, _SPOKEN, strict=True))

_CLUSTERS = (
    *(
        ("tsch", ("J",)),
        ("sch", ("S",)),
        ("tch", ("J",)),
        ("tion", ("SN", "JN")),
        ("sion", ("JN", "SN")),
        ("dge", ("J-",)),
        ("dg", ("J",)),
    ),
    *(("cia", ("S-",)), ("tia", ("S-",)), ("ch", ("J", "K", "S")), ("sh", ("S",)), ("th", ("S", "T"))),
    *(("ph", ("P",)), ("gh", ("", "K")), ("ck", ("K",)), ("qu", ("K-",)), ("ts", ("J", "TS")), ("tz", ("J",))),
    *(("ds", ("J", "TS")), ("ng", ("N", "NK")), ("zz", ("J",)), ("x", ("KS",))),
)
_VOWELS, _SOFTENING, _SILENT = "aeiouy", "eiy", ("kn", "wr", "ps", "gn")
_LETTERS = {
    **dict.fromkeys(_VOWELS, ("-",)),
    **dict.fromkeys("bpfv", ("P",)),
    **dict.fromkeys("dt", ("T",)),
    **dict.fromkeys("kq", ("K",)),
    "m": ("M",),
    "n": ("N",),
    "l": ("L",),
    "z": ("J",),
    "j": ("J", "H"),
    "s": ("S", "J"),
}
_MOST_READINGS = 24
_NOT_LETTERS, _MEETING, _DOUBLES = re.compile(r"[^a-z]"), re.compile(r"[A-Z]{2}"), re.compile(r"([A-Z])\1+|-")


def hangul_sounds(word: str) -> frozenset[str]:
    """The sounds of a word in Hangul, as written and as spoken; none when it holds anything else."""
    codes = [ord(syllable) - _FIRST_SYLLABLE for syllable in word]
    if not codes or not all(0 <= code < _SYLLABLES for code in codes):
        return frozenset()
    written = "".join(f"{_OPENING[code // 588]}-{_CLOSING[code % 28]}" for code in codes)
    spoken = _MEETING.sub(lambda meeting: _SPEECH.get(meeting[0], meeting[0]), written)
    first = "A" if written.startswith("-") else ""
    return frozenset(first + _heard(each.replace("G", "N")) for each in (written, spoken))


@lru_cache(maxsize=50_000)
def latin_sounds(word: str) -> frozenset[str]:
    """The sounds that an English word, or its stem that may have lost an e or an s, can have."""
    plain = unicodedata.normalize("NFD", word.lower())
    letters = _NOT_LETTERS.sub("", plain)
    readings = {_heard("".join(each)) for each in islice(product(*_readings(letters)), _MOST_READINGS)}
    if letters[:1] in ("h", *"aeiouwy"):
        voiced = {f"A{each}" for each in readings}
        readings = voiced if letters[0] != "h" else readings | {f"A{each.removeprefix('H')}" for each in readings}
    return frozenset(readings | {plural for each in readings for plural in _with_s(each, letters)})


def _heard(consonants: str) -> str:
    """Consonants without the marks of the vowels between them; the same one twice is one where none is between."""
    return _DOUBLES.sub(r"\1", consonants)


def _with_s(sound: str, letters: str) -> Iterator[str]:
    yield f"{sound}S"
    if letters.endswith(("t", "d")):
        yield f"{sound[:-1]}J"


def _readings(word: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    at = 1 if word.startswith(_SILENT) else 0
    while at < len(word):
        cluster = next((each for each in _CLUSTERS if word.startswith(each[0], at)), None)
        if cluster is not None:
            found.append(("J", "S") if at == 0 and cluster[0] == "x" else cluster[1])
            at += len(cluster[0])
        else:
            found.append(_letter(word[at], word[at + 1 :], first=at == 0))
            at += 1
    return found


def _letter(letter: str, following: str, *, first: bool) -> tuple[str, ...]:
    if following[:1] == letter and letter not in _VOWELS:
        return ("",)
    if letter == "c":
        return ("S",) if following.startswith(tuple(_SOFTENING)) else ("K",) if following else ("K", "S")
    if letter == "g":
        return ("J", "K") if following.startswith(tuple(_SOFTENING)) else ("K",) if following else ("K", "J")
    if letter == "r":
        return _r(following)
    if letter == "h":
        return ("H",) if first else ("H", "") if following.startswith(tuple(f"{_VOWELS}w")) else ("",)
    return ("S",) if letter == "s" and first else _LETTERS.get(letter, ("",))


def _r(following: str) -> tuple[str, ...]:
    """Heard before a vowel; elsewhere Hangul writes it in the names of some languages and not of others."""
    if following == "e":
        return ("L", "")
    return ("L",) if following.startswith(tuple(f"{_VOWELS}h")) else ("", "L-")

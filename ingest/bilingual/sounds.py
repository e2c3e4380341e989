"""How words sound, coarsely, so that a name finds itself in the other script: Kentucky and 켄터키.

A sound is the sequence of the consonants of a word, those that Hangul does not tell apart counted as one, after
an A when the word begins with a vowel. Hangul has one reading; an English spelling may have several. After the
idea of Soundex (Russell, 1918), with the classes of the Korean rules for writing loanwords.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

Words = tuple[str, ...]

_FIRST_SYLLABLE, _SYLLABLES = 0xAC00, 11172
_OPENING = ("K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "J", "J", "J", "K", "T", "P", "H")
_CLOSING = (
    *("", "K", "K", "K", "N", "N", "N", "T", "L", "K", "M", "P", "L", "L", "P"),
    *("L", "M", "P", "P", "T", "T", "N", "T", "T", "K", "T", "P", ""),
)
_VOWELLESS = 11  # ㅇ at the beginning of a syllable has no sound

_CLUSTERS = (
    *(
        ("sch", ("S",)),
        ("tch", ("J",)),
        ("tion", ("SN", "JN")),
        ("sion", ("JN", "SN")),
        ("dge", ("J",)),
        ("dg", ("J",)),
    ),
    *(("cia", ("S",)), ("tia", ("S",)), ("ch", ("J", "K")), ("sh", ("S",)), ("th", ("S", "T")), ("ph", ("P",))),
    *(("gh", ("", "K")), ("ck", ("K",)), ("qu", ("K",)), ("ts", ("J", "TS")), ("tz", ("J",)), ("ng", ("N", "NK"))),
    *(("zz", ("J",)), ("x", ("KS",))),
)
_LETTERS = {
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
_VOWELS, _SOFTENING, _SILENT = "aeiouy", "eiy", ("kn", "wr", "ps", "gn")
_MOST_READINGS = 24
_NOT_LETTERS = re.compile(r"[^a-z]")


def hangul_sound(word: str) -> str:
    """The sound of a word in Hangul, empty when it holds anything else."""
    sound, before = "", ""
    for place, syllable in enumerate(word):
        code = ord(syllable) - _FIRST_SYLLABLE
        if not 0 <= code < _SYLLABLES:
            return ""
        opening, closing = code // 588, _CLOSING[code % 28]
        if place == 0 and opening == _VOWELLESS:
            sound = "A"
        if _OPENING[opening] != before:
            sound += _OPENING[opening]
        sound += closing
        before = closing or "-"
    return sound


@lru_cache(maxsize=50_000)
def latin_sounds(word: str) -> frozenset[str]:
    """The sounds that an English word, or its stem that may have lost an s, can have."""
    plain = unicodedata.normalize("NFD", word.lower())
    letters = _NOT_LETTERS.sub("", plain)
    readings = {"".join(each) for each in islice(product(*_readings(letters)), _MOST_READINGS)}
    if letters[:1] in ("h", *"aeiouwy"):
        voiced = {f"A{each}" for each in readings}
        readings = voiced if letters[0] != "h" else readings | {f"A{each.removeprefix('H')}" for each in readings}
    return frozenset(readings | {f"{each}S" for each in readings})


def _readings(word: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    at = 1 if word.startswith(_SILENT) else 0
    while at < len(word):
        cluster = next((each for each in _CLUSTERS if word.startswith(each[0], at)), None)
        if cluster is not None:
            found.append(("J", "S") if at == 0 and cluster[0] == "x" else cluster[1])
            at += len(cluster[0])
        else:
            found.append(_letter(word[at], word[at + 1 : at + 2], first=at == 0))
            at += 1
    return found


def _letter(letter: str, following: str, *, first: bool) -> tuple[str, ...]:
    if letter == following and letter not in _VOWELS:
        return ("",)
    if letter == "c":
        return ("S",) if following and following in _SOFTENING else ("K",)
    if letter == "g":
        return ("J", "K") if following and following in _SOFTENING else ("K",)
    if letter == "r":
        return ("L",) if following and following in f"{_VOWELS}h" else ("",)
    if letter == "h":
        return ("H",) if first else ("H", "") if following and following in _VOWELS else ("",)
    return ("S",) if letter == "s" and first else _LETTERS.get(letter, ("",))

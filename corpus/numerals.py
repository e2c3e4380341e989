"""Numerals other than plain digits: Roman ones of chapters, circled ones of paragraphs, the letters of items."""

import unicodedata

_VALUES = {"I": 1, "V": 5, "X": 10}
_FIRST = "Ⅰ"
_CONSONANTS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = (0, 4, 8, 13, 18, 20)  # ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ, the order in which items go on after 하
_SYLLABLES, _TAILS = 0xAC00, 28
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"

CIRCLED = "①-⑳㉑-㉟㊱-㊿"
"""The circled digits 1 to 20, 21 to 35 and 36 to 50, as a range for regular expressions."""


def roman(numeral: str) -> int:
    """The number of a Roman numeral of I, V and X, or of one character from Ⅰ to Ⅻ."""
    if numeral >= _FIRST:
        return ord(numeral) - ord(_FIRST) + 1
    values = [_VALUES[letter] for letter in numeral.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def circled(digit: str) -> int:
    """The number of a circled digit from ① to ㊿."""
    return int(unicodedata.numeric(digit))


def _korean_letters() -> str:
    return "".join(
        chr(_SYLLABLES + (_LEADS.index(consonant) * 21 + vowel) * _TAILS)
        for vowel in _VOWELS
        for consonant in _CONSONANTS
    )


_LETTERS_KO = _korean_letters()
ITEM_LETTERS = _LETTERS_KO[: len(_CONSONANTS)]
"""가 to 하, the letters of the first fourteen items."""


def item_letter(number: int, *, english: bool = False) -> str:
    """The letter of an item, 가 나 다 or a b c; in digits where the letters end."""
    letters = _ALPHABET if english else _LETTERS_KO
    return letters[number - 1] if 0 < number <= len(letters) else str(number)


def item_number(letter: str) -> int:
    """The number of an item by its letter in either language, or by digits; raises ValueError."""
    if letter.isdecimal():
        return int(letter)
    letters = _ALPHABET if letter.isascii() else _LETTERS_KO
    return tuple(letters).index(letter.lower()) + 1

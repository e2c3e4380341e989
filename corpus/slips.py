"""Slips of the pen: one letter too many, too few, another one, or two in the wrong order."""

import unicodedata


def is_slip(written: str, meant: str) -> bool:
    """Whether a word is another but for one slip; a Hangul letter (자모) counts as a letter, not its syllable."""
    one, other = (unicodedata.normalize("NFD", word) for word in (written, meant))
    at = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, due = one[at:], other[at:]
    swapped = rest[:2] == due[1::-1] and rest[2:] == due[2:]
    return rest != due and (swapped or rest[1:] == due[1:] or rest[1:] == due or rest == due[1:])


def letters(word: str) -> int:
    """How many letters a word has, those of Hangul counted one by one: five in 조례안."""
    return len(unicodedata.normalize("NFD", word))

"""The sentences of `phrases.toml`, in which answers are set, in both languages."""

from collections.abc import Sequence
from datetime import date

from corpus.works import Lang
from rag.tables import load_table

_FINALS = 28
_DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
_LISTED = 12
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say(name: str, lang: Lang, /, **values: object) -> str:
    """The phrase of a name with its values filled in; dates are written as the language writes them."""
    written = {key: day(value, lang) if isinstance(value, date) else value for key, value in values.items()}
    return str(load_table("phrases")[name][lang]).format(**written)


def day(value: date, lang: Lang) -> str:
    """A date: 2025. 9. 29. or September 29, 2025."""
    if lang == "ko":
        return f"{value.year}. {value.month}. {value.day}."
    return f"{_MONTHS[value.month - 1]} {value.day}, {value.year}"


def particle(word: str, closed: str, open_: str) -> str:
    """The form of a Korean particle after a word: `closed` after a final consonant, as 은 in 제1항은 and 별표 1은."""
    letters = [each for each in word if "가" <= each <= "힣" or each in _DIGITS]
    last = letters[-1:] and _DIGITS.get(letters[-1], letters[-1])
    return closed if last and (ord(last[-1]) - ord("가")) % _FINALS else open_


def names_listed(names: Sequence[str], lang: Lang) -> str:
    """The names in a row; of many the first, and how many more there are."""
    said = ", ".join(names[:_LISTED])
    return say("and_more", lang, names=said, more=len(names) - _LISTED) if len(names) > _LISTED else said

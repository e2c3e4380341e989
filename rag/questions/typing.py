"""How questions are typed: slips of the keyboard and short forms, put as they would be written with care."""

import re
from collections import Counter
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from corpus.exemplars import load_exemplars
from corpus.glossary import load_glossary
from corpus.slips import is_slip
from ingest.bilingual.dictionary import load_entries
from rag.tables import load_table

_WORD = re.compile(r"(?<![\w@./:-])[A-Za-z]+(?:/o)?\d?(?![\w@/:-]|\.\w)")
_LETTERS = re.compile(r"[a-z]+")
_SHORTEST, _LONG, _OFTEN, _NEAREST = 5, 8, 3, 3
_COMMITTEE = re.compile(r"(?<![가-힣])[가-힣]{4,5}위원회")
_COMMITTEES = ("인공지능위원회", "스마트도시위원회", "정보화전략위원회")
_ENDINGS = re.compile(r"(?:ies|es|s|ied|ed|d|ing|ly|er|ers)$")


def typed(text: str) -> str:
    """The text with short forms written out, and English words that nobody knows put as the nearest the law has."""
    for form, meant in _korean():
        text = form.sub(meant, text)
    text = _COMMITTEE.sub(lambda word: _committee(word.group()), text)
    return _WORD.sub(lambda word: _put(word.group()), text)


def _committee(name: str) -> str:
    """The committee that a long name is one slip away from; the name itself where it is none."""
    return next((each for each in _COMMITTEES if len(each) == len(name) and is_slip(name, each)), name)


def _put(word: str) -> str:
    low = word.lower()
    if low in _short():
        return _short()[low]
    if word.isupper() or not low.isalpha() or len(low) < _SHORTEST or _is_known(low):
        return word
    return _nearest(low) or word


def _is_known(word: str) -> bool:
    return word in _counted() or word in _telling() or not _general().isdisjoint(_bases(word))


def _bases(word: str) -> set[str]:
    """What a word may be a form of: decided of decide, studies of study, planning of plan."""
    stem = _ENDINGS.sub("", word)
    return {word, stem, f"{stem}e", f"{stem}y", stem[:-1]}


@cache
def _nearest(word: str) -> str | None:
    """The one word of the law nearest to a word, one letter away, or two where it is long; None where two are."""
    most = 2 if len(word) >= _LONG else 1
    found = extract(word, _telling(), scorer=OSA.distance, score_cutoff=most, limit=_NEAREST)
    alike = [each for each, distance, _ in found if distance == found[0][1] and each[0] == word[0]]
    often = sorted(alike, key=lambda each: -_counted()[each])
    return often[0] if often else None


@cache
def _telling() -> tuple[str, ...]:
    """The words of the glossary, and those that questions often have and a dictionary knows."""
    words = {word for term in load_glossary() for each in term.en for word in _LETTERS.findall(each.lower())}
    often = {word for word, times in _counted().items() if times >= _OFTEN}
    return tuple(sorted(word for word in words | often if len(word) >= _SHORTEST))


@cache
def _counted() -> Counter[str]:
    english = (each.text.lower() for each in load_exemplars() if each.lang == "en" and each.careful)
    return Counter(word for text in english for word in _LETTERS.findall(text))


@cache
def _general() -> frozenset[str]:
    return frozenset(word for entry in load_entries() for each in entry.en for word in _LETTERS.findall(each.lower()))


@cache
def _short() -> dict[str, str]:
    return dict(load_table("questions/slang")["en"])


@cache
def _korean() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(form), meant) for form, meant in load_table("questions/slang")["ko"].items())

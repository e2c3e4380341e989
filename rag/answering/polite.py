"""The law's plain Korean endings made polite: 구성한다 becomes 구성합니다, 없다 becomes 없습니다."""

import re

_BASE, _FINALS = ord("가"), 28
_OPEN, _N, _L, _B = 0, 4, 8, 17
_TEXT_END = re.compile(r"^(?P<body>.*?)(?P<last>[가-힣])다$", re.DOTALL)
_ASIDE_END = re.compile(r"^(?P<main>.*다)\((?P<aside>[^()]*)\)$", re.DOTALL)
_NOT_DONE = re.compile(r"아니\s?됩니다$")
_NO_PREDICATE = ("마다", "보다", "다다", "에다", "이다가")


def polite(sentence: str) -> str | None:
    """A sentence in the polite style, without its full stop; None where its end is no plain ending.

    A stem that ends in a vowel, or in ㄹ that falls before ㄴ, takes ㅂ니다; every other one takes 습니다. So
    does what stands in brackets at the end.
    """
    if aside := _ASIDE_END.match(sentence.rstrip().rstrip(".")):
        said, inside = polite(aside["main"]), aside["aside"]
        return f"{said}({polite(inside) or inside})" if said else None
    found = _TEXT_END.match(sentence.rstrip().rstrip("."))
    if found is None or sentence.rstrip(". ").endswith(_NO_PREDICATE):
        return None
    ended = _ended(found["body"], found["last"])
    return _NOT_DONE.sub("안 됩니다", ended) if ended else None


def _ended(body: str, last: str) -> str | None:
    if last == "는" and _final(body[-1:]):
        return f"{body}습니다"
    final = _final(last)
    if final in (_OPEN, _N):
        return f"{body}{chr(ord(last) - final + _B)}니다"
    return None if final == _L else f"{body}{last}습니다"


def _final(syllable: str) -> int | None:
    """The number of the final consonant of a syllable, 0 where there is none; None for what is no syllable."""
    return (ord(syllable) - _BASE) % _FINALS if "가" <= syllable <= "힣" else None

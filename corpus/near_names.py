"""Names written loosely: which ordinance is meant by AI Basic Ordinance, 스마트시티 기본조례 or 인공지눙 조례."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.naming import NOISE, Named
from corpus.slips import is_slip, letters
from corpus.works import Genre, Work

_SHORTEST_SLIP_EN, _SHORTEST_SLIP_KO = 5, 9
_HANGUL = re.compile(r"[가-힣]")
_ISSUER_KO = re.compile(r"^서울(?:특별시|시)?(?:의(?!회))?")
_ISSUER_EN = re.compile(r"\bseoul\b(?: metropolitan)?(?: (?:government|governance|city)\b)?")
_NO_SUBJECT_EN = re.compile(
    "an?|about|and|by|concerning|for|in|municipal|of|on|ordinances?|regarding|related|the|to|with|basic|framework"
)
_FRAMEWORK_EN = frozenset(("basic", "framework"))
_TAIL_KO = re.compile(r"(?:에?관련(?:된|한)?|(?:등)?에(?:관|대)한)?(?P<framework>기본)?조례$")
_SAME = (
    (re.compile(r"\bartificial intelligence\b|인공지능"), "ai"),
    (re.compile(r"\bsmart ?cit(?:y|ies)\b|스마트(?:도시|시티)"), "smartcity"),
)
_VAGUE = re.compile(
    r"(?:이|그|저|본|동|위|각|두|새|신|구|시|우리|해당|당해|같은|현행|현재|관련|개정|모든|다른|상기|기존|종전|제정된|최종|확정된|통과된|공포된|시행된|시행중인|지금|어느|어떤|무슨)*"
    r"|above|all|amended|any|both|city|council|current|each|enacted|every|existing|final|first|former|government|its|latest|local"
    r"|metropolitan|my|new|old|other|our|present|previous|relevant|said|same|second|that|their|these|this|those|two|what"
    r"|which|your"
)


class Subject(NamedTuple):
    """What is left of a name when the words go that any ordinance may bear; `framework`: it says 기본 or Framework."""

    words: frozenset[str]
    framework: bool


def works_meant(name: str, works: Iterable[Work]) -> tuple[Named, ...]:
    """The ordinances that a loosely written name may stand for; one of them where only that can be meant.

    The rule: it has the subject of one of their names, word for word, with artificial intelligence for AI and the
    like; failing that, the subject but for one slip in each word that is long enough (five letters of English, nine
    of Hangul) for the slip not to make another word. A name of a body that an ordinance sets up is one of its names.
    Whether it says 기본 or Framework counts only between names that are equal otherwise.
    """
    at_hand = [(subjects(each), named) for each, named in _names(works)]
    wanted = subjects(name)
    if not wanted[0].words:
        return ()
    for alike in (_same, _nearly_same):
        found = [(ours, named) for ours, named in at_hand if alike(wanted, ours)]
        agreed = [named for ours, named in found if ours[0].framework == wanted[0].framework]
        if found:
            return tuple(dict.fromkeys(agreed or [named for _, named in found]))
    return ()


def is_vague(name: str) -> bool:
    """Whether a name says no more than that an ordinance is meant: 이 조례, the current Seoul ordinance."""
    (words, _), _ = subjects(name)
    return all(_VAGUE.fullmatch(each) for each in words)


@lru_cache(maxsize=10_000)
def subjects(name: str) -> tuple[Subject, Subject]:
    """The subject of a name, with one word for what has several (AI, 인공지능), and as it is written."""
    folded = " ".join(re.sub(r"[’']s\b|[-,.]", " ", unicodedata.normalize("NFC", name).casefold()).split())
    same = folded
    for words, one in _SAME:
        same = words.sub(f" {one} " if not _HANGUL.search(folded) else one, same)
    return _subject(same), _subject(folded)


def _subject(name: str) -> Subject:
    if _HANGUL.search(name):
        bare = _ISSUER_KO.sub("", NOISE.sub("", name))
        tail = _TAIL_KO.search(bare)
        rest = bare[: tail.start()] if tail else bare
        return Subject(frozenset([rest] if rest else []), tail is not None and tail["framework"] is not None)
    words = NOISE.sub(" ", _ISSUER_EN.sub(" ", name)).split()
    subject = frozenset(word for word in words if not _NO_SUBJECT_EN.fullmatch(word))
    return Subject(subject, not _FRAMEWORK_EN.isdisjoint(words))


def _same(one: tuple[Subject, Subject], other: tuple[Subject, Subject]) -> bool:
    return any(a.words == b.words for a, b in zip(one, other, strict=True))


def _nearly_same(one: tuple[Subject, Subject], other: tuple[Subject, Subject]) -> bool:
    return any(_but_for_slips(a.words, b.words) for a, b in zip(one, other, strict=True))


def _but_for_slips(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each word that only one has is a slip of one that only the other has, and the other way round."""
    written, meant = one - other, other - one
    return len(written) == len(meant) and all(
        any(_is_long(word) and _is_long(each) and is_slip(word, each) for each in there)
        for here, there in ((written, meant), (meant, written))
        for word in here
    )


def _is_long(word: str) -> bool:
    return letters(word) >= (_SHORTEST_SLIP_KO if _HANGUL.search(word) else _SHORTEST_SLIP_EN)


def _names(works: Iterable[Work]) -> Iterator[tuple[str, Named]]:
    for work in works:
        if work.genre is Genre.ORDINANCE:
            yield from ((name, Named(work)) for name in work.names)
            yield from ((name, Named(work, each.until)) for each in work.former_names for name in each.names)
            yield from ((name, Named(work, body.until)) for body in work.bodies for name in body.names)

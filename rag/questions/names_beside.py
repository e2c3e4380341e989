"""The names of ordinances that stand beside a reference in a question: before it, after it, joined by "and"."""

import re
from collections.abc import Iterator
from itertools import islice

from corpus.citations import Reference, find_references
from corpus.near_names import is_vague

_WINDOW, _JOINT, _MOST_NAMES = 200, 20, 8
_JOINT_BEFORE = re.compile(
    r"(?:(?:와|과|하고|이랑|랑|이나|및|또는|그리고|[,ㆍ·/&]|\b(?:and|or|vs\.?|versus)\b)\s?){1,2}(?:the )?[「『｢]?\s?$",
    re.IGNORECASE,
)
_JOINT_AFTER = re.compile(
    r"(?:,? (?:and|or|vs\.?|versus|as well as|compared (?:to|with))|,)(?: also)?(?: that)?(?: (?:of|in|under))?"
    r" (?=(?:the )?[\w’'-])",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^[^.?!]{0,60}\b(?:of|under|in|from) (?:the |an? )?(?:(?:previous|former|current) )?(?:Seoul(?:’s|'s)? )?$", re.I
)
_ON = r" (?:on|for|about|concerning|regarding) (?:[\w’'-]{1,30} ){0,6}[\w’'-]{1,30}"
_SUBJECT = re.compile(_ON, re.IGNORECASE)
_ORDINANCE_ON = re.compile(
    rf"(?:’s|'s)?,? (?:of|under|in|from) (?:the |an? )?(?P<name>(?:[\w’'-]{{1,30}} ){{0,4}}?ordinance{_ON})",
    re.IGNORECASE,
)
_SENTENCE_GOES_ON = re.compile(
    r" (?:(?:is|are|was|were|says?|said|as|which|that|do|does|did|requires?|provides?|means?|apply|applies|have"
    r"|has|allows?|states?|please|when|if|where|who|how|what|but|than|still)\b"
    r"|(?:and|or) (?:of |in |under )?(?:the|article)\b).*$",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:달리|다르게|별개로|반대로|대비|비교하\S{1,3}|비교해\S{0,2}|비교한) ")
_KIND = re.compile(r"(?P<ko>조례)(?!안|(?: ?의)? ?제? ?[0-9]{1,3} ?조)|\bordinance\b(?! bill)", re.IGNORECASE)


def names_beside(text: str, reference: Reference) -> tuple[str, ...]:
    """The names that a reference has beside it, as written: its own, and those joined to it by "and" and the like."""
    return tuple(islice(dict.fromkeys(_names(text, reference)), _MOST_NAMES))


def names_anywhere(text: str) -> tuple[str, ...]:
    """The first few ordinances named anywhere in a text, as in: In the parking ordinance, what is in Article 1."""
    return tuple(islice(dict.fromkeys(_anywhere(text)), _MOST_NAMES))


def _names(text: str, reference: Reference) -> Iterator[str]:
    """The names that a reference has beside it: its own, and those joined to it by "and" and the like."""
    own = reference.named
    after = text.find(own, reference.end) if own else reference.end
    if own and not _OF.search(text[reference.end : max(after, reference.end)]):
        if apart := _APART.match(own):
            own = own[apart.end() :]
        before = text.rfind(own, 0, reference.start)
        yield from _joined_before(text, before) if before >= 0 and not apart else ()
        yield from re.split(r"(?<=조례)\s?(?:와|과|및|또는|,)\s", own)
    elif found := _ORDINANCE_ON.match(text, reference.end) if is_vague(own) else None:
        yield _SENTENCE_GOES_ON.sub("", found["name"])
    elif own:
        yield own
        yield from _joined_after(text, after + len(own))


def _joined_before(text: str, start: int) -> list[str]:
    """The names that stand joined before the name at a place: AI 기본조례와 before 스마트도시 조례."""
    names: list[str] = []
    while joint := _JOINT_BEFORE.search(text, max(0, start - _JOINT), start):
        read = _cited_last(text[: joint.start()].rstrip())
        start = text.rfind(read, 0, joint.start()) if read else -1
        if start < 0:
            break
        names.insert(0, read)
    return names


def _joined_after(text: str, end: int) -> Iterator[str]:
    """The names that stand joined after a name in English: and of the smart city ordinance.

    A name that has an article of its own is not joined: … and the smart city ordinance's Article 9.
    """
    while joint := _JOINT_AFTER.match(text, end):
        read = next(iter(find_references(f"Article 1 of {text[joint.end() : joint.end() + _WINDOW]}")), None)
        at = text.find(read.named, joint.end()) if read and _may_be_ordinance(read) else -1
        if read is None or not 0 <= at <= joint.end() + _JOINT or _has_own_article(text[at : at + _WINDOW], read.named):
            return
        end = at + len(read.named)
        yield read.named


def _has_own_article(text: str, name: str) -> bool:
    """Whether the name at the beginning of a text stands before an article of its own."""
    own = next((each for each in find_references(text) if each.exact and each.named == name), None)
    return own is not None and 0 < own.start < len(name) + _JOINT


def _cited_last(text: str) -> str:
    """The name of an ordinance that a text ends with, read as if an article followed; "" for that of one before it."""
    window = text[-_WINDOW:]
    read = _last(f"{window} {'Article 1' if text[-1:].isascii() else '제1조'}")
    if read is None or not _may_be_ordinance(read):
        return ""
    before = _last(window)
    cited = before is not None and before.named == read.named and window.find(read.named, before.end) >= 0
    return "" if cited else read.named


def _last(text: str) -> Reference | None:
    """The last reference of a text that says which article it is."""
    return next((each for each in reversed(find_references(text)) if each.exact), None)


def _anywhere(text: str) -> Iterator[str]:
    for word in _KIND.finditer(text):
        name = _cited_last(text[: word.end()])
        subject = _SUBJECT.match(text, word.end()) if is_vague(name) and not word["ko"] else None
        if subject:
            yield _SENTENCE_GOES_ON.sub("", f"{name or word.group()}{subject.group()}")
        elif name:
            yield name


def _may_be_ordinance(reference: Reference) -> bool:
    return bool(reference.named) and not (reference.bill or reference.statute)

"""Who of the chair and those who may stand in did what, as a text in signs tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rag.meetings.words.entrusting import entrusted
from rag.tables import load_table

TABLE = "meetings/words/roles"
_NOBODY = "nobody_else"
_NEAR = 60
_SENTENCE = re.compile(r"[.?!;](?=\s|$)")
Person = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what at the head of the meeting; `who` are all of whom it is told at once."""

    deed: str
    who: Person
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom a sentence speaks of; `end` is behind the last name."""

    who: Person = ()
    start: int = 0
    end: int = 0


def find_deeds(text: str) -> Iterator[Deed]:
    """What is told of the chair and of those who may stand in, in the order of the text."""
    subject = _Subject()
    last = 0
    handed = list(entrusted(text))
    for token in _tokens().finditer(text):
        if token.start() < last or any(start < token.end() and token.start() < end for _, start, end in handed):
            continue
        if _SENTENCE.search(text, last, token.start()):
            subject = _Subject()
        last = token.end()
        kind = str(token.lastgroup)
        if kind not in load_table(TABLE)["people"]:
            yield from _done(text, token, subject)
        elif subject.who and (aside := _aside().match(text, token.end())) and not _is_joined(text, subject, token):
            yield Deed("unavailable", (kind,), token.start(), aside.end())
            last = aside.end()
        else:
            subject = _with(text, token, subject)
    yield from (Deed("presided", (who,), start, end) for who, start, end in handed if who)
    yield from _accompanied(text)


def _done(text: str, token: re.Match[str], subject: _Subject) -> Iterator[Deed]:
    """A deed as that of its subject, or of the one who is named right behind it."""
    kind = str(token.lastgroup)
    if kind in ("presided", "convened") and _is_not_done(text, token):
        return
    named, end = _following(text, token)
    if kind == "acting" and subject.who:
        named = ()
    if kind == "convened" and "chair" not in (named or subject.who) and _is_ordered(text, token):
        return
    if kind == "present" and re.search(r"\bneither (?:the |our )?$", text[: subject.start].lower()):
        kind = "unavailable"
    if kind == "convened" and "members" in (named or subject.who) and _is_none_of_members(text, token):
        return
    if any(each != _NOBODY for each in named or subject.who):
        yield Deed(kind, named or subject.who, token.start() if named else min(subject.start, token.start()), end)


def _is_not_done(text: str, token: re.Match[str]) -> bool:
    grammar = load_table(TABLE)["grammar"]
    before = re.search(grammar["not_done_before"], _before(text, token), re.IGNORECASE)
    return before is not None or re.match(grammar["not_done_after"], text[token.end() :]) is not None


def _is_none_of_members(text: str, token: re.Match[str]) -> bool:
    """Whether members were only called to the meeting, or asked for one."""
    return re.match(load_table(TABLE)["grammar"]["not_of_members"], text[token.end() :]) is not None


def _with(text: str, token: re.Match[str], subject: _Subject) -> _Subject:
    """The subject after one more name: joined to the one before, in its place, or no subject at all."""
    grammar = load_table(TABLE)["grammar"]
    kind, before = str(token.lastgroup), _before(text, token)
    if re.match(grammar["no_subject"], text[token.end() :]) or re.search(grammar["no_subject_before"], before.lower()):
        return subject
    if subject.who and _is_joined(text, subject, token):
        return _Subject((*subject.who, kind), subject.start, token.end())
    if kind in (_NOBODY, "members") and re.search(r"(?:포함|등|including|비롯)[^.?!]{0,8}$", before):
        return subject
    return _Subject((kind,), *token.span())


def _is_ordered(text: str, token: re.Match[str]) -> bool:
    """Whether it is told beside a deed that the chair had it done."""
    start, end = token.span()
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    near = _SENTENCE.split(before)[-1] + text[start:end] + _SENTENCE.split(after)[0]
    return re.search(load_table(TABLE)["grammar"]["by_order"], near, re.IGNORECASE) is not None


def _before(text: str, token: re.Match[str]) -> str:
    """What stands in front, near enough to belong to it."""
    return text[max(0, token.start() - _NEAR) : token.start()]


def _is_joined(text: str, subject: _Subject, token: re.Match[str]) -> bool:
    joined = re.compile(load_table(TABLE)["grammar"]["joined"], re.IGNORECASE)
    return joined.fullmatch(text, subject.end, token.start()) is not None


@cache
def _aside() -> re.Pattern[str]:
    """That someone else is away, told within a sentence about its subject: 위원장 유고로."""
    return re.compile(rf"(?:님)?의?\s?(?:{load_table(TABLE)['deeds']['unavailable']})", re.IGNORECASE)


def _following(text: str, token: re.Match[str]) -> tuple[Person, int]:
    """Who is named right behind a deed as the one who did it: presided over by, 진행은."""
    if token.lastgroup not in ("presided", "convened", "acting"):
        return (), token.end()
    by = re.compile(rf"(?:{load_table(TABLE)['grammar']['by']})(?={_named()})", re.IGNORECASE)
    found = by.match(text, token.end())
    person = _people().match(text, found.end()) if found else None
    passive = found and ("by" in found.group().lower() or re.search(r"[은는:=]", found.group()))
    if person is None or not passive:
        return (), token.end()
    return (str(person.lastgroup),), person.end()


def _accompanied(text: str) -> Iterator[Deed]:
    """Who is named as away or there in passing: in the absence of the chair, including the chair."""
    grammar = load_table(TABLE)["grammar"]
    either = re.finditer(f"(?P<of_absence>{grammar['of_absence']})|{grammar['of_presence']}", text, re.IGNORECASE)
    for found in either:
        at, who = found.end(), []
        while person := _people().match(text, at):
            who.append(str(person.lastgroup))
            end = person.end()
            joined = re.compile(grammar["joined"]).match(text, person.end())
            at = joined.end() if joined else end
            if not joined:
                break
        if who and not (found["of_absence"] and _is_of_convening(text, *found.span())):
            yield Deed("unavailable" if found["of_absence"] else "present", tuple(who), found.start(), at)


def _is_of_convening(text: str, start: int, end: int) -> bool:
    """Whether it is the calling of the meeting that is told to be without someone: that one may be well and there."""
    grammar = load_table(TABLE)["grammar"]
    called = re.search(grammar["convened_without"], text[max(0, start - _NEAR) : start], re.IGNORECASE)
    told = text[start:end].lower().startswith("without")
    return told and bool(called or re.match(grammar["without_convened"], text[end:], re.IGNORECASE))


@cache
def _named() -> str:
    return "|".join(load_table(TABLE)["people"].values())


@cache
def _people() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<{name}>{each})" for name, each in load_table(TABLE)["people"].items()), re.IGNORECASE
    )


@cache
def _tokens() -> re.Pattern[str]:
    table = load_table(TABLE)
    # A deed goes before a name, so that `took the chair` is what it is; but one who is ready to act is a name first.
    order = ["acting", "presided", "convened", "unavailable", "present"]
    ways = [f"(?P<{name}>{table['deeds'][name]})" for name in order]
    people = [f"(?P<{name}>{each})" for name, each in table["people"].items()]
    return re.compile("|".join([*people[:1], *ways, *people[1:]]), re.IGNORECASE)

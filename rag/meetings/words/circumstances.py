"""Which committee met, in what form, and whether an excluded member took part."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rag.meetings.facts import Committee, Format
from rag.meetings.words.masking import ALL, COUNT, REST, SHARE
from rag.meetings.words.told import Span
from rag.tables import load_table

_TABLE = "meetings/words/circumstances"
_NEAR, _FAR = 40, 60
_END = re.compile(r"[.?!;](?=\s|$)")


def committees(text: str) -> Iterator[tuple[Committee, Span]]:
    """The committees that a text names, a subcommittee before the committee that it belongs to."""
    left = text
    for name, pattern in _compiled("committees").items():
        for found in pattern.finditer(left):
            yield Committee(name), Span("committee", *found.span())
        left = pattern.sub(lambda found: "\ue0ff" * len(found.group()), left)


def formats(text: str) -> Iterator[tuple[Format, Span]]:
    """The forms of meeting that a text tells of; how a notice was sent is none."""
    grammar = load_table(_TABLE)["format_grammar"]
    left = text
    for name, pattern in _compiled("formats").items():
        for found in pattern.finditer(left):
            after = re.match(grammar["otherwise_after"], text[found.end() :], re.IGNORECASE)
            before = re.search(
                grammar["otherwise_before"], text[max(0, found.start() - _FAR) : found.start()], re.IGNORECASE
            )
            if not after and not before:
                yield Format(name), Span("format", *found.span())
        left = pattern.sub(lambda found: "\ue0ff" * len(found.group()), left)


def took_part(signs: str) -> Iterator[tuple[bool, int, int]]:
    """Whether an excluded member took part, wherever a text in signs tells it, with the place."""
    table = load_table(_TABLE)["took_part"]
    deed = re.compile(f"(?i:(?P<no>{table['no']})|(?P<yes>{table['yes']}))")
    about = list(re.finditer(f"(?i:{table['about']})", signs))
    for found in re.finditer(f"(?i:{table['among_voters']})", signs):
        yield True, *found.span()
    for found in about:
        yield from _deeds(deed, signs, found.start(), found.end())
    if about:
        for found in re.finditer(f"(?i:{table['same_one']})", signs):
            if found.start() > about[0].end():
                yield from _deeds(deed, signs, found.start(), found.end())


def _deeds(deed: re.Pattern[str], signs: str, start: int, at: int) -> Iterator[tuple[bool, int, int]]:
    """The first deed in the same sentence, unless it is told of someone else: of none, or of another number."""
    rest = signs[at : at + _FAR]
    sentence = rest[: end.start()] if (end := _END.search(rest)) else rest
    found = deed.search(sentence)
    if not found:
        return
    between = sentence[: found.start()]
    numbers = re.findall(f"[{COUNT}{SHARE}{ALL}{REST}]", between)
    numbered = re.match(load_table(_TABLE)["took_part"]["numbered"], between)
    if "없" not in between and (not numbers or (numbers == [COUNT] and numbered)):
        yield found["yes"] is not None, start, at + found.end()


@cache
def _compiled(name: str) -> Mapping[str, re.Pattern[str]]:
    return {key: re.compile(f"(?i:{pattern})") for key, pattern in load_table(_TABLE)[name].items()}

"""The numbered headings of a report, 1. / 가. / (1), each accepted only where it comes next in its series."""

import re

from corpus.labels import ITEM_LETTERS

_TOP = re.compile(r"\s?(?P<number>\d)\. (?P<title>(?:대안의 )?(?:제안경위|제안이유|주요내용|검토의견).*)")
_MIDDLE = re.compile(rf"(?P<letter>[{ITEM_LETTERS}])\. ?(?P<title>\S.*)")
_LOW = re.compile(r"\((?P<number>\d)\) (?P<title>\S.*\(안 제\d+조.*\))")


class Headings:
    """Where a text stands in its outline; `path` is the number of the last heading, step by step."""

    def __init__(self) -> None:
        self.path: tuple[int, ...] = ()
        self.found: re.Match[str]

    @property
    def number(self) -> str:
        """The number of the last heading, as ids write it."""
        return ".".join(map(str, self.path))

    @property
    def depth(self) -> int:
        """How deep the last heading stands."""
        return len(self.path)

    def take(self, line: str) -> bool:
        """Whether the line is the next heading of a series; if so, go on to it."""
        for depth, pattern in enumerate((_TOP, _MIDDLE, _LOW), start=1):
            found = pattern.fullmatch(line) if len(self.path) >= depth - 1 else None
            count = self.path[depth - 1] if len(self.path) >= depth else 0
            if found and _number(found) == count + 1:
                self.path, self.found = (*self.path[: depth - 1], count + 1), found
                return True
        return False


def _number(found: re.Match[str]) -> int:
    groups = found.groupdict()
    return ITEM_LETTERS.index(groups["letter"]) + 1 if "letter" in groups else int(groups["number"])

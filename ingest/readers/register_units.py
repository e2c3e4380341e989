"""Marks of the units inside an article in the register's Korean texts: ① paragraphs, 1. subparagraphs, 가. items."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus.identifiers import ProvisionId, UnitKind
from corpus.labels import ITEM_LETTERS
from ingest.readers.register_heads import NUMBER, between

_SEVERAL = r"(?P<first>MARK)\s*(?P<to>부터|내지|및|ㆍ|[~∼-])\s*(?P<last>MARK)\s*(?:까지)?\s*(?=<?\s*삭\s?제)"
_BOTH = ("및", "ㆍ")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of units inside an article: what its marks look like and which numbers they are."""

    kind: UnitKind
    mark: str
    number: Callable[[str], str]

    def numbers(self, line: str) -> tuple[tuple[str, ...], int]:
        """The numbers of the units that a line begins, and where their marks end; none where it begins none.

        A line that deletes several has two marks, for those two or for all between them; raises ValueError where
        that is no range.
        """
        if found := re.match(_SEVERAL.replace("MARK", self.mark), line):
            first, last = self.number(found["first"]), self.number(found["last"])
            numbers = (first, last) if found["to"] in _BOTH else between(first, last)
            if not numbers:
                raise ValueError(f"{found.group().strip()} is no range")
            return numbers, found.end()
        one = re.match(rf"(?P<mark>{self.mark})\s*", line)
        return ((self.number(one["mark"]),), one.end()) if one else ((), 0)


def _subparagraph(mark: str) -> str:
    return "-".join(str(int(part)) for part in re.findall(r"\d+", mark))


LEVELS = (
    Level(UnitKind.PARAGRAPH, "[①-⑳㉑-㉟㊱-㊿]", lambda mark: str(int(unicodedata.numeric(mark)))),
    # Not a decimal number, and not the month of a date.
    Level(UnitKind.SUBPARAGRAPH, rf"(?!\d{{4}}){NUMBER}(?:의\s?{NUMBER})?\.(?!\d|\s*\d+\s*\.)", _subparagraph),
    Level(UnitKind.ITEM, rf"[{ITEM_LETTERS}]\.(?!\S)", lambda mark: str(ITEM_LETTERS.index(mark[0]) + 1)),
)


def parent_of(here: ProvisionId, kind: UnitKind) -> ProvisionId:
    """What a unit of a kind hangs on where the text stands: the nearest unit of a higher level."""
    kinds = [level.kind for level in LEVELS]
    while here.parent is not None and here.units[-1].kind in kinds[kinds.index(kind) :]:
        here = here.parent
    return here


def comes_next(here: ProvisionId, kind: UnitKind, number: str) -> bool:
    """Whether a mark may begin a unit; an item comes next in its series, since a sentence may break before "다."."""
    last = here.units[-1]
    following = int(last.number) + 1 if last.kind is kind is UnitKind.ITEM else 1
    return kind is not UnitKind.ITEM or int(number) == following

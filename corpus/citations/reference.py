"""What a reference in a text is: the units it names, what they are counted from, and the work they are of."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.identifiers import Unit, UnitKind

_OWN = re.compile(r"(?:이|본)\s*(?:법률|법|영|규칙|조례)|this\s+\w+", re.IGNORECASE)
_ACT_KO = re.compile(r"(?:(?<![방입불합적문수어])법|법률|소방법|시행령|시행규칙|(?:^|(?:같은|동|위)\s*)영)$")
_ACT_EN = re.compile(r"(?!.*\bOrdinance\b).*\b(?:Act|Decree|Law|Enforcement Rules?)\b", re.IGNORECASE | re.DOTALL)


class Anchor(StrEnum):
    """What the units of a reference are counted from.

    `work`: the top of a work. `here`: the place where the words stand (제1항, this Article).
    `last`: what was named last (같은 조). `previous`: the unit before that of the words (전항).
    """

    WORK = "work"
    HERE = "here"
    LAST = "last"
    PREVIOUS = "previous"


class Part(StrEnum):
    """A part of a provision that an id has no unit for."""

    MAIN = "main sentence"
    PROVISO = "proviso"
    FORMER = "former part"
    LATTER = "latter part"
    LEAD = "other than the entries"
    ENTRIES = "each entry"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands in a text from `start` to `end`.

    `units` are counted from what `anchor` says; `level` is the unit that 같은 조, 이 항 or 전항 stands for.
    Without units the work as a whole is meant. `named` is the work as the text names it, "" where it names
    none. `bill`: an article of a bill (안 제6조). `filled`: between the two ends of a range, where no word
    stands for it, so that it starts and ends at the same place.
    """

    units: tuple[Unit, ...]
    start: int
    end: int
    named: str = ""
    anchor: Anchor = Anchor.WORK
    level: UnitKind | None = None
    parts: tuple[Part, ...] = ()
    bill: bool = False
    filled: bool = False

    @property
    def own(self) -> bool:
        """Whether it stays in the work it stands in: 이 조례 제5조, or no work named and none of a bill."""
        return not self.bill and (not self.named or _OWN.fullmatch(self.named) is not None)

    @property
    def statute(self) -> str:
        """The Act, decree or rule of the state that it is of, as named; else ""."""
        return self.named if is_act(self.named) and not self.own else ""

    @property
    def exact(self) -> bool:
        """Whether it says by itself which place of which work is meant."""
        return self.anchor is Anchor.WORK and bool(self.units)


def is_act(name: str) -> bool:
    """Whether a work of that name is an Act of the state or made under one, and not an ordinance."""
    return _ACT_KO.search(name) is not None or _ACT_EN.match(name) is not None

"""The lines of a report as a PDF left them, and the blocks that blank lines make of them."""

from dataclasses import dataclass

from corpus.works import Source


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line or part of one; `cut`: its last word goes on in the next line of the same text."""

    number: int
    text: str
    cut: bool = False

    def split(self, at: int) -> "tuple[Line, Line]":
        """The line in two parts, where two cells of a table stand in it."""
        return Line(self.number, self.text[:at]), Line(self.number, self.text[at:], self.cut)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines with no blank line between them; `gap` is the number of blank lines before."""

    gap: int
    lines: tuple[Line, ...]


def blocks(source: Source, text: str) -> list[Block]:
    """The text in blocks, in order."""
    found: list[Block] = []
    gathered: list[Line] = []
    gap = 0
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            gathered.append(Line(number, line, number in source.cuts))
            continue
        if gathered:
            found.append(Block(gap, tuple(gathered)))
            gathered, gap = [], 0
        gap += 1
    return found

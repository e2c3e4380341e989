"""Text in columns of a terminal: what counts is the cells a character takes, not the characters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

BETWEEN = " │ "
_PIECE = re.compile(r"\S+\s*|\s+")
_WIDE = ("W", "F")
_NO_CELL = ("Mn", "Me", "Cf", "Cc")


def cells(text: str) -> int:
    """How many cells the text takes: two for a wide East Asian character, none for one that joins the last."""
    return sum(map(_cells, text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, blanks at their ends not counted; joined they are the text.

    Lines end between words; a word longer than a line is cut, and a line that the text ends itself stays so.
    """
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        word = piece.rstrip()
        if line and cells(line) + cells(word) > width:
            lines.append(line)
            line = ""
        while cells(word) > width:
            end = _fitting(word, width)
            lines.append(word[:end])
            word, piece = word[end:], piece[end:]
        line += piece
        if piece.splitlines() not in ([piece], []):
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines


def side_by_side(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """The lines of two columns that share `width` cells; what stands in one row begins on one line."""
    column = column_width(width)
    for left, right in rows:
        for one, other in zip_longest(wrap(left, column), wrap(right, column), fillvalue=""):
            one, other = one.rstrip(), other.rstrip()
            yield f"{one}{' ' * (column - cells(one))}{BETWEEN}{other}".rstrip()
        if not left and not right:
            yield f"{' ' * column}{BETWEEN}".rstrip()


def column_width(width: int) -> int:
    """How many cells each of two columns has that share `width`."""
    return (width - len(BETWEEN)) // 2


def _fitting(word: str, width: int) -> int:
    """How many characters from the beginning of the word fill a line, one at least."""
    taken = 0
    for place, character in enumerate(word):
        taken += _cells(character)
        if taken > width:
            return max(place, 1)
    return len(word)


def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_CELL or "ᅠ" <= character <= "ᇿ":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1

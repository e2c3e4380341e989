"""Many requests on the lines of a file: each answered on a line of its own, in order."""

import codecs
from collections.abc import Callable, Iterable
from typing import TextIO


def answer_lines(lines: Iterable[bytes], out: TextIO, answer: Callable[[bytes, int], tuple[str, bool]]) -> int:
    """Write what `answer` says of each line and its number, and tells to be good or not; blank lines say nothing.

    Returns the exit code: 1 where any line was not good.
    """
    failed = False
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            said, good = answer(line, number)
            failed |= not good
            out.write(said + "\n")
            out.flush()
    return int(failed)

"""Many requests on the lines of a file: each answered on a line of its own, in order."""

import codecs
import json
from collections.abc import Callable, Iterable
from typing import TextIO

from api.failures import sayable
from api.terminal import visible


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
            out.write(visible(said) + "\n")
            out.flush()
    return int(failed)


def error_line(number: int, said: str, **more: str | None) -> str:
    """The line that says what was wrong with the line of a number; `more` are members of its own."""
    return json.dumps({"error": sayable(f"line {number}: {said}"), **more}, ensure_ascii=False)

"""A builder that is killed: `python killed_builder.py HOME WHAT SEAM SIGNAL` builds and signals itself at a seam.

A seam is a place where the builder touches the disk or tells its progress; they are counted from 1. With seam 0 it
builds to the end and prints how many there were.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.glossary import Term
from ingest.index import Contents, build_index
from ingest.morphemes import Morphemes

TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}
TERMS = (Term(("quorum",), ("majority",), "meeting", (), ""),)


@dataclass(frozen=True)
class Text:
    """Something to index that is no passage of a law."""

    key: str
    context: str
    text: str


class Wheel:
    """Embeds a text by the number in it, as an angle."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        angles = [float(text.rsplit(" ", 1)[1]) / 500 for text in texts]
        return [[float(np.cos(each)), float(np.sin(each))] for each in angles]


def contents(first: int, last: int) -> Contents[Text]:
    """Some hundred texts, in English so that Kiwi's second is saved."""
    texts = (Text(str(n), "Ordinance on Meetings", f"The committee decides on matter {n}") for n in range(first, last))
    return Contents(tuple(texts), TERMS, "wheel")


WHAT = {"old": contents(0, 400), "new": contents(100, 500)}


class Seams:
    """Sends this process a signal at the one that is given."""

    def __init__(self, home: Path, chosen: int, sent: int) -> None:
        self._home, self._chosen, self._sent = str(home), chosen, sent
        self.passed = 0

    def watch(self, event: str, arguments: tuple) -> None:
        """An audit hook: counts what touches the data directory."""
        if event in TOUCHES and str(arguments[0]).startswith(self._home):
            self._pass()

    def progress(self, things: Iterable, _total: int) -> Iterator:
        """Counts every fiftieth thing."""
        for number, each in enumerate(things):
            if number % 50 == 0:
                self._pass()
            yield each

    def _pass(self) -> None:
        self.passed += 1
        if self.passed == self._chosen:
            os.kill(os.getpid(), self._sent)


def main() -> None:
    """Build."""
    home, what = Path(sys.argv[1]), sys.argv[2]
    seams = Seams(home, int(sys.argv[3]), int(sys.argv[4]))
    sys.addaudithook(seams.watch)
    os.write(1, b"begins\n")
    build_index(home, WHAT[what], Morphemes(), Wheel(), seams.progress, afresh=what == "old")
    os.write(1, b"%d\n" % seams.passed)


if __name__ == "__main__":
    main()

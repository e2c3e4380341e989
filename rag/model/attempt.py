"""One attempt of a model to answer: its lines are read as they come, and only what stands the check is let out."""

from collections.abc import Iterable, Iterator

from rag.answer import Sentence
from rag.model.check import checked
from rag.model.claims import Nothing, read_claim
from rag.model.draft import Draft
from rag.model.faults import Fault
from rag.model.lines import json_lines
from rag.model.numbering import Numbering
from rag.model.passages import Passage

MOST_SENTENCES = 12


class Attempt:
    """What came of asking once; the lists grow while it is read.

    `nothing` tells that the model found the question unsettled, `dropped` how many of its sentences did not stand.
    """

    def __init__(self, draft: Draft, given: dict[int, Passage]) -> None:
        self._draft, self._given, self._numbering = draft, given, Numbering(given)
        self._texts: set[str] = set()
        self.sentences: list[Sentence] = []
        self.faults: list[Fault] = []
        self.written, self.dropped, self.nothing = "", 0, False

    def read(self, pieces: Iterable[str]) -> Iterator[Sentence]:
        """The sentences that stand the check, each as soon as its line is complete; at most some."""
        for line in json_lines(self._kept(pieces)):
            sentence = self._sentence(line)
            if isinstance(sentence, Fault):
                self.faults.append(sentence)
                self.dropped += line.startswith("{")
            elif sentence is not None:
                self.sentences.append(sentence)
                yield sentence
            if len(self.sentences) >= MOST_SENTENCES:
                return

    def _kept(self, pieces: Iterable[str]) -> Iterator[str]:
        for piece in pieces:
            self.written += piece
            yield piece

    def _sentence(self, line: str) -> Sentence | Fault | None:
        """The sentence of a line, or what is wrong with it; None where it says nothing new."""
        claim = read_claim(line)
        if isinstance(claim, Fault):
            return claim
        if isinstance(claim, Nothing):
            self.nothing = True
            return None
        text = checked(self._draft.law, claim, self._given, self._draft.question)
        if isinstance(text, Fault):
            return text
        if text in self._texts:
            return None
        self._texts.add(text)
        return self._numbering.sentence(text, claim)

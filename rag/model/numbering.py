"""Citations of sentences, numbered in the order in which they are first used."""

from dataclasses import replace

from rag.answer import Citation, Sentence
from rag.citing.grounding import fold
from rag.model.claims import Claim
from rag.model.passages import Passage

_SHORT = 600


class Numbering:
    """The citations of one answer so far; a number once given stays."""

    def __init__(self, given: dict[int, Passage]) -> None:
        self._given = given
        self.citations: list[Citation] = []

    def sentence(self, text: str, claim: Claim) -> Sentence:
        """A checked text with the markers and citations of its claim."""
        used = dict.fromkeys(each for n in claim.citations for each in self._of(n, claim))
        return Sentence(f"{text} {''.join(f'[{each.n}]' for each in used)}", tuple(used))

    def _of(self, n: int, claim: Claim) -> list[Citation]:
        """The citations of a passage: the whole, or of a long one each quote."""
        whole = self._given[n].citation
        quotes = [fold(quote) for at, quote in claim.quotes if at == n]
        if not quotes or len(whole.quote) <= _SHORT:
            return [self._numbered(whole)]
        return [self._numbered(replace(whole, quote=quote, counterpart=None)) for quote in quotes]

    def _numbered(self, wanted: Citation) -> Citation:
        """The citation that has the words of the wanted one already, or the wanted one with the next number."""
        words = fold(wanted.quote)
        for each in self.citations:
            if each.id == wanted.id and words in fold(each.quote):
                return each
        self.citations.append(replace(wanted, n=len(self.citations) + 1))
        return self.citations[-1]

"""The check that a sentence must stand before it leaves: given passages, verbatim quotes, no number of its own."""

import re
import unicodedata
from collections.abc import Mapping

from corpus.provisions import Law
from rag.citing.grounding import fold
from rag.model.claims import Claim
from rag.model.faults import Fault
from rag.model.numbers import states_others
from rag.model.passages import Passage
from rag.questions.question import Question

LONGEST = 700
_MOST_HANGUL = 0.3
_HANGUL = re.compile(r"[가-힣]")
_MARK = re.compile(r"\s?[\[［【]\s?(\d+(?:\s?,\s?\d+)*)\s?[\]］】]")
_BRACKETED = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|[<>\[\]]")
_ADDRESS = re.compile(r"://|\b(?:mailto|javascript|data):|[a-z0-9-]\.[a-z]{2,}|\.한국|@\w", re.IGNORECASE)
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def checked(law: Law, claim: Claim, given: Mapping[int, Passage], question: Question) -> str | Fault:
    """The sentence of a claim, without markers of its own, or why it may not leave."""
    if not {*claim.citations, *(n for n, _ in claim.quotes)} <= set(given):
        return Fault.NOT_GIVEN
    if not all(n in claim.citations and _holds(given[n], quote) for n, quote in claim.quotes):
        return Fault.NOT_VERBATIM
    cited = [given[n] for n in claim.citations]
    text = _unmarked(fold(claim.text), claim)
    if not any(each.isalpha() for each in text):
        return Fault.MALFORMED
    if len(text) > LONGEST:
        return Fault.TOO_LONG
    if _is_marked_up(text, "\n".join(each.words for each in cited)):
        return Fault.MARKED_UP
    if not _speaks(text, question):
        return Fault.OTHER_LANGUAGE
    if states_others(law, text, [each.citation for each in cited], question):
        return Fault.OTHER_NUMBER
    return text


def _holds(passage: Passage, quote: str) -> bool:
    return bool(fold(quote)) and fold(quote) in fold(passage.words)


def _unmarked(text: str, claim: Claim) -> str:
    """The text without markers of the passages it cites, which get numbers of their own; others stay and are seen."""

    def own(found: re.Match[str]) -> str:
        return "" if {int(each) for each in found[1].split(",")} <= set(claim.citations) else found.group()

    return " ".join(_MARK.sub(own, text).split())


def _is_marked_up(text: str, words: str) -> bool:
    """Whether a text holds what a page or a person could misread.

    Notes of amendment may stand in brackets as the words have them; numbers alone would be taken for citations.
    """
    seen = unicodedata.normalize("NFKC", text)
    brackets, had = _BRACKETED.findall(seen), fold(unicodedata.normalize("NFKC", words))
    foreign = any(each not in had or not any(map(str.isalpha, each)) for each in brackets)
    raised = any(unicodedata.decomposition(each).startswith(("<super>", "<sub>")) for each in text)
    unseen = any(unicodedata.category(each) in _UNSEEN for each in text)
    return bool(foreign or raised or unseen or _ADDRESS.search(seen) or set("【】†‡`") & set(text))


def _speaks(text: str, question: Question) -> bool:
    """Whether a text is in the language asked for, as far as its letters tell; names may be in the other one."""
    letters = [each for each in text if each.isalpha()]
    share = len(_HANGUL.findall(text)) / (len(letters) or 1)
    return share > 0 if question.lang == "ko" else share <= _MOST_HANGUL

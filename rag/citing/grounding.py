"""The check that stands before every answer: each citation resolves and each quote is verbatim."""

import unicodedata
from collections.abc import Iterable

from corpus.provisions import Law
from corpus.works import Lang
from rag.answer import Citation


def is_verbatim(law: Law, citation: Citation) -> bool:
    """Whether the cited provision exists and holds the quote, and the counterpart's too, word for word."""
    if citation.id not in law or not _holds(law, citation, citation.quote, citation.lang):
        return False
    other = citation.counterpart
    return other is None or _holds(law, citation, other.quote, other.lang)


def grounded(law: Law, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations that pass; the others must not be shown."""
    return tuple(citation for citation in citations if is_verbatim(law, citation))


def _holds(law: Law, citation: Citation, quote: str, lang: Lang) -> bool:
    if not law.provision(citation.id).speaks(lang) or not fold(quote):
        return False
    return fold(quote) in fold(law.full_text(citation.id, lang))


def fold(text: str) -> str:
    """The text under which quotes are compared: Unicode NFC, white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())

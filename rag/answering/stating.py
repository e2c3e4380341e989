"""Puts an answer on the making of a law together: sentences, each with the marks of the sources it rests on."""

from collections.abc import Iterable, Sequence

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.legislation import Evidence
from corpus.provisions import Law
from rag.answer import Answer, Caution, Citation, Kind, Status
from rag.citing.grounding import is_verbatim
from rag.citing.sources import authority_cautions, provision_cautions
from rag.citing.validity import standing_on
from rag.history.statement import Statement
from rag.questions.question import Question

_LONGEST_SHOWN, _LEAST_SHOWN = 700, 200


def stated(law: Law, question: Question, statements: Iterable[Statement], warnings: Iterable[Caution] = ()) -> Answer:
    """An answer of a sentence a line with its marks; each source is numbered once, and one that fails is left out.

    Without any source it is not found: what the list of versions alone tells is said and not cited.
    """
    cited: dict[Evidence, Citation] = {}
    lines = [_line(law, question, each, cited) for each in statements]
    citations = tuple(cited.values())
    return Answer(
        question=question.text,
        lang=question.lang,
        as_of=question.as_of,
        status=Status.ANSWERED if citations else Status.NOT_FOUND,
        answer="\n".join(dict.fromkeys(lines)),
        kind=Kind.HISTORY if citations else Kind.NONE,
        citations=citations,
        warnings=_cautions(law, question, citations, tuple(warnings)),
    )


def _line(law: Law, question: Question, statement: Statement, cited: dict[Evidence, Citation]) -> str:
    parts = [statement.said]
    for evidence in dict.fromkeys((*statement.evidence, *statement.quoted)):
        citation = cited.get(evidence) or _cited(law, question, evidence, len(cited) + 1)
        if citation is not None:
            cited[evidence] = citation
            shown = _beginning(citation.quote) if evidence in statement.quoted else ""
            parts.append(f"{shown} [{citation.n}]" if shown else f"[{citation.n}]")
    return " ".join(parts)


def _beginning(quote: str) -> str:
    """A quotation in its marks; of a long one as much as is shown, up to the end of a line or else of a word."""
    if len(quote) <= _LONGEST_SHOWN:
        return f"“{quote}”"
    begun = quote[:_LONGEST_SHOWN]
    end = next((at for mark in ("\n", ". ", "; ", " ") if (at := begun.rfind(mark)) >= _LEAST_SHOWN), len(begun))
    return f"“{begun[:end].rstrip()}” …"


def _cited(law: Law, question: Question, evidence: Evidence, n: int) -> Citation | None:
    """The citation of a source in the language its quote is of; None where the quote is not verbatim."""
    work = law.work(evidence.id.work)
    named = label(evidence.id, work, question.lang, law.works.values())
    for words in law.provision(evidence.id).renditions:
        status = standing_on(work, evidence.id, question.as_of)
        citation = Citation(n, evidence.id, named, evidence.quote, words.lang, status, words.authority)
        if is_verbatim(law, citation):
            return citation
    return None


def _cautions(
    law: Law, question: Question, citations: Sequence[Citation], given: tuple[Caution, ...]
) -> tuple[Caution, ...]:
    """What must be said of the sources, each thing once; of several of a kind on the authority of papers the first."""
    keys: dict[ProvisionId, None] = dict.fromkeys(each.id for each in citations if each.id.version)
    found = [*given, *(each for key in keys for each in provision_cautions(law, key, question.as_of, question.lang))]
    codes = {each.code for each in found}
    found += [each for each in authority_cautions(law, question.lang, citations) if each.code not in codes]
    return tuple(dict.fromkeys(found))

"""Findings as answers: the point first, then the steps with their citations, what is assumed and what is recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import Lang, Standing
from rag.answer import Answer, Citation, Kind, Status
from rag.citing.grounding import fold, grounded
from rag.citing.sources import Source, cautions, cite
from rag.citing.validity import Readable, readable
from rag.membership.findings import Bound, Finding, Outcome
from rag.membership.sheets import said
from rag.questions.question import Question

_STATUS = {Outcome.YES: Status.ANSWERED, Outcome.NO: Status.ANSWERED, Outcome.UNSETTLED: Status.CONTESTED}


def answer_of(law: Law, question: Question, finding: Finding) -> Answer:
    """The finding as an answer whose citations stand the check; without any, one that is not found."""
    cited = _cited(law, question, finding)
    citations = tuple(dict.fromkeys(cited.values()))
    texts = [_text(law, question, citation.id) for citation in citations]
    return Answer(
        question=question.text,
        lang=question.lang,
        as_of=question.as_of,
        status=_status(finding, citations),
        answer="\n".join(_lines(finding, cited, question.lang)),
        kind=Kind.PROVISION if citations else Kind.NONE,
        citations=citations,
        warnings=cautions(law, question, list(dict.fromkeys(texts)), citations),
        missing=finding.missing,
    )


def _status(finding: Finding, citations: Sequence[Citation]) -> Status:
    if finding.missing:
        return Status.CLARIFY
    if not citations:
        return Status.NOT_FOUND
    return _STATUS.get(finding.status, Status.ANSWERED)


def _cited(law: Law, question: Question, finding: Finding) -> dict[Bound, Citation]:
    """The citation of each bound passage; passages with the same words at the same place share one."""
    found: dict[Bound, Citation] = {}
    kept: dict[tuple[ProvisionId, str], Citation] = {}
    for source in finding.citations:
        drafts = [_citation(law, question, source, len(kept) + 1)] if _is_here(law, question, source) else []
        for citation in grounded(law, drafts):
            found[source] = kept.setdefault((citation.id, citation.quote), citation)
    return found


def _is_here(law: Law, question: Question, source: Bound) -> bool:
    return _place(law, question, source) in law


def _place(law: Law, question: Question, source: Bound) -> ProvisionId:
    """Where the words are read for the asked day: at the same place of a later text where they last."""
    text = readable(law.work(source.id.work), question.as_of)
    version = text.version.effective if text and text.version else None
    now = source.id.at(version)
    moves = source.held or (source.lasting and source.id.version and version and version > source.id.version)
    return now if moves and now in law else source.id


def _citation(law: Law, question: Question, source: Bound, n: int) -> Citation:
    """The citation of the bound words; of the whole provision in a text that has others, as the official one may."""
    key = _place(law, question, source)
    whole = cite(law, Source(key, _text(law, question, key)), question.lang, n)
    other = whole.counterpart
    if other is not None:
        other = replace(other, quote=_bound_or_whole(source, other.lang, other.quote))
    return replace(whole, quote=_bound_or_whole(source, whole.lang, whole.quote), counterpart=other)


def _bound_or_whole(source: Bound, lang: Lang, whole: str) -> str:
    quote = source.quote(lang)
    return quote if quote and fold(quote) in fold(whole) else whole


def _text(law: Law, question: Question, key: ProvisionId) -> Readable:
    """The text that a provision belongs to, and what it is worth on the asked day."""
    work = law.work(key.work)
    now = readable(work, question.as_of)
    if now is not None and now.admits(key):
        return now
    version = next(each for each in work.versions if each.effective == key.version)
    return Readable(work, version, Standing.NOT_IN_FORCE, later=work.since(version, question.as_of))


def _lines(finding: Finding, cited: dict[Bound, Citation], lang: Lang) -> Iterator[str]:
    yield finding.sentence.words(lang)
    for step in finding.steps:
        marks = dict.fromkeys(f"[{cited[source].n}]" for source in step.sources if source in cited)
        sum_ = f"({step.computation.words(lang)})" if step.computation else ""
        yield "- " + " ".join(filter(None, (step.reason.words(lang), sum_, "".join(marks))))
    for each in finding.recorded:
        source = said("told_source", source=each.source)
        yield f"- {each.fact.words(lang)} {source.words(lang)}"
    if finding.assumptions:
        yield " ".join((said("told_assumptions").words(lang), *(each.words(lang) for each in finding.assumptions)))

"""Puts an answer together from sources: what is said of them, and their citations, verified."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.identifiers import is_list_entry
from corpus.labels import label
from corpus.provisions import Law
from corpus.works import Genre
from rag.answer import Answer, Caution, Citation, Kind, Status
from rag.answering.telling import told
from rag.citing.grounding import grounded
from rag.citing.sources import Source, cautions, cite
from rag.citing.unchanged import may_differ
from rag.citing.validity import Readable
from rag.phrases import names_listed, say
from rag.questions.question import Question

_MARK = re.compile(r"\[(\d{1,2})\]")


def answered(
    law: Law, question: Question, texts: Sequence[Readable], sources: Sequence[Source], *, sure: bool = True
) -> Answer:
    """An answer that says what the sources say, in their order; not found when no quote of them stands the check.

    What may have read otherwise on the asked day is not said. Unless `sure`, the answer says that the
    provisions are the closest found and may not settle the question.
    """
    kept = [source for source in sources if not may_differ(law, source.text, source.id)]
    if sources and (not kept or (kept[0] is not sources[0] and not question.references)):
        return _changed_since(law, question, sources[0])
    drafts = [cite(law, source, question.lang, n) for n, source in enumerate(_with_leads(law, kept), start=1)]
    citations = grounded(law, drafts)
    if not citations:
        return not_found(law, question)
    citations, lines = _in_order(citations, told(law, question, citations, sure=sure))
    doubt = () if sure else (Caution("closest_provision", say("closest", question.lang)),)
    ordinance = law.work(citations[0].id.work).genre is Genre.ORDINANCE
    return Answer(
        question=question.text,
        lang=question.lang,
        as_of=question.as_of,
        status=Status.ANSWERED,
        answer="\n".join(filter(None, (*(caution.message for caution in doubt), *lines))),
        kind=Kind.PROVISION if ordinance else Kind.REPORT,
        citations=citations,
        warnings=doubt + cautions(law, question, texts, citations),
        extracted=True,
    )


def refused(question: Question, status: Status, said: str, warnings: tuple[Caution, ...] = ()) -> Answer:
    """An answer without sources that says why there are none."""
    return Answer(question.text, question.lang, question.as_of, status, said, Kind.NONE, warnings=warnings)


def not_found(law: Law, question: Question) -> Answer:
    """The answer when nothing at hand settles the question."""
    names = [work.name(question.lang) for work in law.works.values() if work.sources]
    said = say("not_found", question.lang, works=names_listed(names, question.lang))
    return refused(question, Status.NOT_FOUND, said)


def _in_order(citations: Sequence[Citation], lines: Sequence[str]) -> tuple[tuple[Citation, ...], list[str]]:
    """The citations numbered as the lines first mark them, and the lines with those numbers."""
    marked = dict.fromkeys(int(each) for each in _MARK.findall("\n".join(lines)))
    places = {each.n: each for each in citations}
    order = [n for n in marked if n in places]
    order += [n for n in places if n not in marked]
    if order == list(places):
        return tuple(citations), list(lines)
    now = {n: at for at, n in enumerate(order, start=1)}
    numbered = [_MARK.sub(lambda found: f"[{now.get(int(found[1]), found[1])}]", line) for line in lines]
    return tuple(replace(places[n], n=now[n]) for n in order), numbered


def _changed_since(law: Law, question: Question, source: Source) -> Answer:
    name = label(source.id, source.text.work, question.lang, law.works.values())
    number = source.text.unheld.number if source.text.unheld else ""
    held = source.text.version.effective if source.text.version else question.as_of
    said = say("text_changed", question.lang, label=name, day=question.as_of, number=number, date=held)
    return refused(question, Status.NOT_FOUND, said)


def _with_leads(law: Law, sources: Sequence[Source]) -> Iterator[Source]:
    """The sources; after an entry of a list, which says nothing alone, the sentence that opens the list."""
    for source in sources:
        yield source
        parent = source.id.parent
        if is_list_entry(source.id) and parent is not None and law.provision(source.id).deleted is None:
            yield Source(parent, source.text, lead=True)

"""The passages that a model may read: what the answer quotes, then what else the search found."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.works import Genre
from rag.answer import Citation
from rag.citing.grounding import grounded
from rag.citing.sources import Source, cite
from rag.citing.unchanged import may_differ
from rag.model.draft import Draft

MOST, LONGEST = 8, 4_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation that a model may use; `words` are those it is shown, of a long text the beginning."""

    citation: Citation
    words: str


def passages_of(draft: Draft) -> dict[int, Passage]:
    """The passages by their numbers from 1 on; each is verbatim in a text of the day, none stands inside another."""
    given: list[Citation] = list(draft.answer.citations[:MOST])
    for found in _further(draft) if len(given) < MOST else ():
        if len(given) < MOST and not any(each.id.covers(found.id) for each in given):
            given.append(found)
    return {n: Passage(replace(each, n=n), each.quote[:LONGEST]) for n, each in enumerate(given, start=1)}


def _further(draft: Draft) -> Iterator[Citation]:
    """The citations of the hits that may have been read so on the day."""
    for hit in draft.hits():
        text = next((each for each in draft.texts if each.admits(hit.id)), None)
        if text is not None and not may_differ(draft.law, text, hit.id):
            whole = draft.law.work(hit.id.work).genre is Genre.ORDINANCE
            source = Source(hit.id, text, "" if whole else hit.text)
            yield from grounded(draft.law, [cite(draft.law, source, draft.question.lang, 1)])

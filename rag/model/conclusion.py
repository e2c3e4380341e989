"""How a worded answer ends: as the sentences that stood the check, as a refusal, or as the answer that quotes."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.works import Genre
from rag.answer import Answer, Caution, Kind, Sentence
from rag.answering.compose import not_found
from rag.citing.grounding import grounded
from rag.citing.sources import cautions
from rag.model.attempt import Attempt
from rag.model.draft import Draft
from rag.phrases import say


def concluded(draft: Draft, attempt: Attempt, name: str) -> Answer:
    """The answer after the last attempt of the model of a name.

    A provision that the question itself names is quoted even where the model finds nothing in it.
    """
    if attempt.sentences:
        return _worded(draft, attempt.sentences, attempt.dropped, name)
    if attempt.nothing and not (draft.question.references or draft.question.sections):
        return not_found(draft.law, draft.question)
    return fallen_back(draft, "model_unverified")


def fallen_back(draft: Draft, code: str, **values: object) -> Answer:
    """The answer that quotes, with a caution of a code that says why it was not put into words."""
    why = Caution(code, say(code, draft.question.lang, **values))
    return replace(draft.answer, warnings=(why, *draft.answer.warnings), extracted=False)


def _worded(draft: Draft, sentences: Sequence[Sentence], dropped: int, name: str) -> Answer:
    citations = tuple(dict.fromkeys(each for sentence in sentences for each in sentence.citations))
    if grounded(draft.law, citations) != citations:
        return fallen_back(draft, "model_unverified")
    lang, ordinance = draft.question.lang, draft.law.work(citations[0].id.work).genre is Genre.ORDINANCE
    by_ai = Caution("written_by_ai", say("written_by_ai", lang))
    left_out = [Caution("sentences_left_out", say("sentences_left_out", lang, left=dropped))] if dropped else []
    of_texts = (*draft.answer.warnings, *cautions(draft.law, draft.question, draft.texts, citations))
    return replace(
        draft.answer,
        answer=" ".join(each.text for each in sentences),
        kind=Kind.PROVISION if ordinance else Kind.REPORT,
        citations=citations,
        warnings=tuple(dict.fromkeys((by_ai, *left_out, *of_texts))),
        generated_by=name,
        extracted=False,
    )

"""Finds the passages that speak of what a question asks, in either language, in the text of a day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from corpus.glossary import Term
from corpus.identifiers import ProvisionId
from ingest.index import Index
from ingest.morphemes import Morphemes
from ingest.passages import Passage
from ingest.vectors import Dense
from rag.concepts import Concept, Lexicon
from rag.expectation import expected, weight_of
from rag.grain import settled
from rag.hit import Hit
from rag.matching import Matcher, Scores, Wording
from rag.papers import without_names_of_papers
from rag.question import Question
from rag.suiting import Suiting, View
from rag.validity import Readable

_RERANKED = 40
_COVERAGE, _DENSE, _SECOND_LANGUAGE = 0.9, 0.3, 0.15
_OF_BODY, _OF_PAPER, _FORM_WEIGHT, _PLACE = 1.5, 0.5, 2.5, 0.5


class Retriever:
    """Searches one index; keeps nothing of a question."""

    def __init__(
        self,
        index: Index[Passage],
        terms: Sequence[Term],
        morphemes: Morphemes,
        embed: Callable[[str], list[float]] | None = None,
    ) -> None:
        self._index = index
        self._morphemes = morphemes
        self._embed = embed
        self._lexicon = Lexicon(terms, index.term_words)
        self._wording = Wording(index)
        self._matchers: dict[tuple[bool, ...], Matcher] = {}

    def search(self, question: Question, texts: Sequence[Readable], count: int = 8) -> list[Hit]:
        """The best provisions of the texts that may be read, best first."""
        concepts, forms = self._concepts(question), expected(question.text)
        suiting = Suiting(question, texts, forms)
        views = [suiting.view(passage) for passage in self._index.passages]
        matcher = self._matcher(tuple(view.worth > 0 for view in views))
        scores = matcher.score(concepts) + np.array(
            [_OF_BODY * view.of_body + _OF_PAPER * view.of_paper for view in views], np.float32
        )
        if self._embed is not None and self._index.dense is not None:
            scores = scores + self._dense(self._embed(question.text), self._index.dense) * float(scores.max() or 1.0)
        scores = scores * np.array([view.worth for view in views], np.float32)
        best = [int(row) for row in np.argsort(-scores)[:_RERANKED] if scores[row] > 0]
        weights = [matcher.weight(concept) for concept in concepts]
        hits = []
        top = views[best[0]].place if best else 1.0
        for row in best:
            met = [w * matcher.share(concept, row) for concept, w in zip(concepts, weights, strict=True)]
            coverage = _coverage(weights, met, views[row], form=_FORM_WEIGHT * weight_of(forms))
            hits.append(
                self._hit(
                    row,
                    float(scores[row] / scores.max()) + _COVERAGE * coverage * (views[row].place / top) ** _PLACE,
                    coverage,
                )
            )
        listing = any(form.name == "list" for form in forms)
        return settled(_one_a_provision(hits), listing=listing)[:count]

    def is_bare(self, question: Question) -> bool:
        """Whether a question asks for nothing but what its names stand for."""
        return not self._concepts(question) and not expected(question.text)

    def _concepts(self, question: Question) -> tuple[Concept, ...]:
        topic = without_names_of_papers(question.topic)
        return self._lexicon.concepts(topic, self._morphemes.words(topic))

    def _dense(self, vector: Sequence[float], dense: Dense) -> Scores:
        scores = np.zeros(len(self._index.passages), np.float32)
        for row, similarity in dense.nearest(vector, _RERANKED).items():
            scores[row] = _DENSE * max(similarity, 0.0)
        return scores

    def _matcher(self, readable: tuple[bool, ...]) -> Matcher:
        """The matcher for a choice of passages; there are about as many choices as versions."""
        if readable not in self._matchers:
            self._matchers[readable] = Matcher(self._wording, [row for row, read in enumerate(readable) if read])
        return self._matchers[readable]

    def _hit(self, row: int, score: float, coverage: float) -> Hit:
        passage = self._index.passages[row]
        return Hit(passage.id, passage.lang, passage.text, score, coverage)


def _coverage(weights: Sequence[float], met: Sequence[float], view: View, *, form: float) -> float:
    """The share of what a question asks for that a passage meets: its concepts, the form, the body (0 to 1)."""
    weights, met = list(weights), list(met)
    if form:
        weights.append(form)
        met.append(form * view.in_form)
    if any(weights) and view.of_body:
        weights.append(_OF_BODY)
        met.append(_OF_BODY)
    return sum(met) / (sum(weights) or 1.0)


def _one_a_provision(hits: Iterable[Hit]) -> list[Hit]:
    """The best passage of each provision; a second language that agrees counts a little."""
    best: dict[ProvisionId, Hit] = {}
    for hit in sorted(hits, key=lambda each: -each.score):
        first = best.setdefault(hit.id, hit)
        if first is not hit and first.lang != hit.lang:
            best[hit.id] = replace(first, score=first.score + _SECOND_LANGUAGE * hit.score)
    return sorted(best.values(), key=lambda hit: -hit.score)

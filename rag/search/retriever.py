"""Finds the passages that speak of what a question asks, in either language, in the text of a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from corpus.exemplars import Exemplar
from corpus.identifiers import ProvisionId
from corpus.provisions import Law
from corpus.works import LANGS
from ingest.passages import Passage
from rag.citing.validity import Readable
from rag.questions.forms import asks_for_several, expected, weight_of
from rag.questions.papers import without_names_of_papers
from rag.questions.question import Question
from rag.ranking.columns import Mask, Scores
from rag.ranking.concepts import Concept
from rag.ranking.ranker import Ranker
from rag.search.coverage import Coverage
from rag.search.defined import defined_first
from rag.search.filters import EVERYTHING, Filters
from rag.search.grain import settled
from rag.search.hit import Hit
from rag.search.promise import Promise
from rag.search.said import Said
from rag.search.suiting import Suiting, View
from rag.search.taught import Alike, Taught

_CANDIDATES, _RERANKED = 200, 40
_SAID = 0.25
_COVERAGE, _SECOND_LANGUAGE = 0.9, 0.15
_CHOICES = 64
_LIKED, _COVERED, _SAID_OF_IT = 15, 0.5, 0.9
_OF_BODY, _OF_PAPER, _FORM_WEIGHT, _PLACE = 1.5, 0.5, 2.5, 0.5


class Retriever:
    """Searches one index; keeps nothing of a question."""

    def __init__(self, ranker: Ranker[Passage], law: Law, exemplars: Sequence[Exemplar] = ()) -> None:
        self._ranker, self._law = ranker, law
        self._taught = Taught(law, exemplars)
        self._said = Said(ranker.index, exemplars)
        self._promise = Promise(exemplars, ranker.index.question_words)
        self._passages = ranker.index.passages
        self._words = [frozenset(words) for words in ranker.index.words]
        self._texts = [(passage.id.work, passage.id.version, passage.lang) for passage in self._passages]
        self._articles: dict[tuple[str, str], list[int]] = {}
        self._rows: dict[ProvisionId, list[int]] = {}
        for row, passage in enumerate(self._passages):
            self._articles.setdefault((passage.id.work, str(passage.id.units[0])), []).append(row)
            self._rows.setdefault(passage.id, []).append(row)
        self._coverage = lru_cache(_CHOICES)(self._coverage_of)

    def search(
        self,
        question: Question,
        texts: Sequence[Readable],
        count: int = 8,
        filters: Filters = EVERYTHING,
        *,
        taught: bool = True,
    ) -> list[Hit]:
        """The best provisions of the texts that may be read, best first, as far as the filters admit them.

        Unless `taught`, its words alone tell, and not what is known of questions like it.
        """
        concepts, forms = self._concepts(question), expected(question.text)
        readable = self._readable(texts, filters)
        sought = question.sought if taught and (concepts or forms) else ""
        alike = self._taught.alike(self._ranker.likeness(sought), [text for text in texts if filters.reads(text)])
        liked = [row for key in alike.best(_LIKED) for row in self._rows.get(key, ()) if readable[row]]
        coverage = self._coverage(readable.tobytes())
        weights = [coverage.weight(concept) for concept in concepts]
        met = self._met(question, concepts, readable) * np.float32(_SAID * sum(weights))
        candidates = {*_best(met, _CANDIDATES), *self._of_bodies(question, readable), *liked}
        views = self._views(candidates, Suiting(question, texts, forms))
        scores = {row: _suited(float(met[row]), view) for row, view in views.items()}
        ranked = sorted(scores, key=lambda row: (-scores[row], row))
        best = list(dict.fromkeys((*ranked[:_RERANKED], *liked)))
        places = {row: (views[row].place / views[best[0]].place) ** _PLACE for row in best}
        top = max((scores[row] for row in best), default=0.0) or 1.0
        hits = []
        for row in best:
            said = [w * coverage.share(concept, row) for concept, w in zip(concepts, weights, strict=True)]
            share = _share(weights, said, views[row], form=_FORM_WEIGHT * weight_of(forms))
            hits.append(self._hit(row, scores[row] / top + _COVERAGE * share * places[row], share, places[row]))
        found = settled(_one_a_provision(hits), listing=asks_for_several(question.text))
        ordered = self._with_liking([*found, *self._deleted(alike, filters)], alike, self._ranker.words(sought))
        return defined_first(self._law, question.text, ordered)[:count]

    def promise(self, question: Question, hits: Sequence[Hit]) -> float:
        """How likely it is that what was found answers the question (0 to 1)."""
        met, score = (hits[0].coverage, hits[0].score) if hits else (0.0, 0.0)
        return self._promise.of(self._ranker.words(question.text), met, score)

    def is_bare(self, question: Question) -> bool:
        """Whether a question asks for nothing but what its names stand for."""
        return not self._concepts(question) and not expected(question.text)

    def _with_liking(self, hits: Sequence[Hit], alike: Alike, words: Sequence[str]) -> list[Hit]:
        """The hits, best first by what speaks for them by their words and by the questions they are known to answer."""
        top = max((hit.score for hit in hits), default=0.0) or 1.0
        scored = [replace(hit, score=self._liked(hit, hit.score / top, alike, words)) for hit in hits]
        return sorted(scored, key=lambda hit: -hit.score)

    def _liked(self, hit: Hit, found: float, alike: Alike, words: Sequence[str]) -> float:
        liked = hit.place * alike.of(hit.id, found, hit.coverage)
        said = self._said.share(words, hit.id)
        if not alike.knows(hit.id):  # nothing was asked of it yet: what its own words say must do
            said = max(said, hit.coverage)
        return found + _COVERED * hit.coverage + liked + _SAID_OF_IT * hit.place * said

    def _deleted(self, alike: Alike, filters: Filters) -> Iterator[Hit]:
        """The deleted provisions that are asked for, which have no passages."""
        for key in alike.best(_LIKED):
            provision = self._law.provision(key)
            if provision.deleted is not None and filters.admits_lang(provision.renditions[0].lang):
                yield Hit(key, provision.renditions[0].lang, "", 0.0, 1.0)

    def _views(self, rows: Iterable[int], suiting: Suiting) -> dict[int, View]:
        return {row: suiting.view(self._passages[row]) for row in sorted(rows)}

    def _concepts(self, question: Question) -> tuple[Concept, ...]:
        return self._ranker.concepts(without_names_of_papers(question.topic))

    def _readable(self, texts: Sequence[Readable], filters: Filters) -> Mask:
        read = {text.key: text for text in texts if filters.reads(text)}
        admitted = {(*key, lang) for key in read for lang in LANGS if filters.admits_lang(lang)}
        readable = np.array([text in admitted for text in self._texts], bool)
        for row in np.flatnonzero(readable) if filters.standings else ():
            readable[row] = filters.admits(read[self._texts[row][:2]], self._passages[row].id)
        return readable

    def _met(self, question: Question, concepts: Sequence[Concept], readable: Mask) -> Scores:
        """How well each passage meets the question, as a share of the best one."""
        ranked = np.maximum(self._ranker.scores(question.topic, concepts, readable), 0)
        return ranked * np.float32(1 / (ranked.max(initial=0) or 1.0))

    def _of_bodies(self, question: Question, readable: Mask) -> Iterator[int]:
        """The passages in the articles on the bodies that a question names, whatever else it asks."""
        for work, body in question.bodies:
            for article in body.articles:
                yield from (row for row in self._articles.get((work.slug, article), ()) if readable[row])

    def _coverage_of(self, choice: bytes) -> Coverage:
        """The coverage within a choice of passages; without filters there are about as many as versions."""
        return Coverage(self._words, np.flatnonzero(np.frombuffer(choice, bool)).tolist())

    def _hit(self, row: int, score: float, coverage: float, place: float) -> Hit:
        passage = self._passages[row]
        return Hit(passage.id, passage.lang, passage.text, score, coverage, place)


def _best(scores: Scores, count: int) -> list[int]:
    return [int(row) for row in np.argsort(-scores, kind="stable")[:count] if scores[row] > 0]


def _suited(score: float, view: View) -> float:
    return (score + _OF_BODY * view.of_body + _OF_PAPER * view.of_paper) * view.worth


def _share(weights: Sequence[float], said: Sequence[float], view: View, *, form: float) -> float:
    """The share of what a question asks for that a passage meets: its concepts, the form, the body (0 to 1)."""
    weights, said = list(weights), list(said)
    if form:
        weights.append(form)
        said.append(form * view.in_form)
    if any(weights) and view.of_body:
        weights.append(_OF_BODY)
        said.append(_OF_BODY)
    return sum(said) / (sum(weights) or 1.0)


def _one_a_provision(hits: Iterable[Hit]) -> list[Hit]:
    """The best passage of each provision; a second language that agrees counts a little."""
    best: dict[ProvisionId, Hit] = {}
    for hit in sorted(hits, key=lambda each: -each.score):
        first = best.setdefault(hit.id, hit)
        if first is not hit and first.lang != hit.lang:
            best[hit.id] = replace(first, score=first.score + _SECOND_LANGUAGE * hit.score)
    return sorted(best.values(), key=lambda hit: -hit.score)

"""The year in which a plan is due that is made every so many years."""

import re
from dataclasses import dataclass

from corpus.provisions import Law, Provision
from corpus.works import LANGS, Genre
from rag.answering.computing import number_of, pattern, sentence_of
from rag.answering.sentences import in_words, number_in_words
from rag.answering.words import content_words, share_in
from rag.citing.validity import readables
from rag.membership.findings import Bound, Finding, Outcome, Step, Subject
from rag.questions.question import Question

_PLAN_EVERY = re.compile(r"(?P<ko>\d+)년마다|every (?P<en>[a-z]+|\d+) years", re.IGNORECASE)
_AI_KO = re.compile(r"\bAI(?![A-Za-z])\s*", re.IGNORECASE)
_PLAN = re.compile(r"기본계획|master plan")


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A provision that has a plan made every so many years."""

    provision: Provision
    years: int


def next_plan(law: Law, question: Question) -> Finding | None:
    """The year in which the next plan is due, counted from the one that the question tells."""
    if not pattern("next_plan").search(question.text):
        return None
    cycle = _cycle(law, question)
    if cycle is None:
        return None
    key = cycle.provision.id
    ko, en = (law.full_text(key, lang) if cycle.provision.speaks(lang) else "" for lang in LANGS)
    source = Bound(key, ko, en)
    values: dict[str, object] = {"years": cycle.years, "words": in_words(cycle.years)}
    base = number_of(pattern("made").search(question.text))
    if base is None:
        steps = (Step(sentence_of("plan_step", **values), None, (source,)),)
        missing = ("plan_year",)
        return Finding(Subject.COUNT, Outcome.UNKNOWN, sentence_of("plan_missing", **values), steps, (), missing)
    values |= {"base": base, "year": base + cycle.years}
    steps = (Step(sentence_of("plan_step", **values), sentence_of("plan_sum", **values), (source,)),)
    return Finding(Subject.COUNT, Outcome.YES, sentence_of("plan_next", **values), steps)


def _cycle(law: Law, question: Question) -> _Cycle | None:
    """The plan that is meant: of the ordinance named, or the only one that has most of the question's words."""
    named = [*question.works, *(work for work, _ in question.bodies)]
    texts = [text for text in readables(question, law.works.values()) if text.work.genre is Genre.ORDINANCE]
    texts = [text for text in texts if not named or text.work in named]
    words = content_words(
        _AI_KO.sub("인공지능 ", question.topic) if question.lang == "ko" else question.topic, question.lang
    )
    found: list[tuple[float, _Cycle]] = []
    for provision in law:
        said = provision.rendition(question.lang).text
        every = _PLAN_EVERY.search(said)
        if every and _PLAN.search(said) and any(text.admits(provision.id) for text in texts):
            years = number_in_words(every["ko"] or every["en"])
            found += [(share_in(words, said, question.lang), _Cycle(provision, years))] if years else []
    best = [cycle for share, cycle in found if share == max(each for each, _ in found)]
    return best[0] if len(best) == 1 else None

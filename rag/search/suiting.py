"""How a passage suits a question before its words are read: by its text, the works and bodies named, and its form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from corpus.citations import find_references
from corpus.identifiers import UnitKind
from corpus.naming import fold_name
from corpus.works import Body, Genre, Work
from ingest.passages import Passage
from rag.citing.validity import Readable
from rag.questions.forms import Form, any_of, share_met
from rag.questions.papers import asks_for_bills_of_the_state, bills_of_the_state, papers_asked_for
from rag.questions.question import Question

_UNNAMED, _ITS_ARTICLES, _OTHERS_ARTICLES, _IN_FORM = 0.5, 1.25, 0.5, 0.3
_OF_ANOTHER, _OFF_SUBJECT, _OF_THE_STATE = 0.8, 0.85, 0.8
_GENERAL = re.compile(
    r"서울(특별)?시|기본|조례|에 관한|seoul metropolitan government|framework|ordinance|\bon\b", re.IGNORECASE
)
_PAPER, _LAW_FOR_PAPERS = 0.7, 0.5
_NAME, _MARKS = 200, " 「」『』‘’"


@dataclass(frozen=True, slots=True)
class View:
    """A passage before its words are read: its worth (0: not to be read), and how it suits the question."""

    worth: float
    place: float = 1.0
    of_body: bool = False
    of_paper: bool = False
    in_form: float = 0.0


class Suiting:
    """What a question says of where its answer stands."""

    def __init__(self, question: Question, texts: Sequence[Readable], forms: tuple[Form, ...]) -> None:
        self._texts = {text.key: text for text in texts}
        self._forms = forms
        self._works = {each: text.work for text in texts for each in _names(text.work)}
        self._named = {work.slug for work in question.works} | {work.slug for work, _ in question.bodies}
        self._asked_bodies = [body for _, body in question.bodies]
        self._bodies = {body.slug for body in self._asked_bodies}
        self._named_papers = {work.slug for work in question.works if work.genre is not Genre.ORDINANCE}
        self._papers = papers_asked_for(question)
        self._own_bill = bool(self._papers) and not asks_for_bills_of_the_state(question)
        self._subjects = set() if self._named or self._papers else _works_on(question, texts)

    def view(self, passage: Passage) -> View:
        """How a passage suits the question: not at all when its text may not be read."""
        text = self._texts.get((passage.id.work, passage.id.version))
        if text is None:
            return View(0.0)
        in_form = _in_form(passage.text, self._forms)
        quoted = self._quoted(passage) if text.version is None else None
        about = self._bodies_about(passage, text, quoted)
        place = self._worth(text.work, quoted)
        if self._own_bill and bills_of_the_state().search(f"{passage.context} {passage.text}"):
            place *= _OF_THE_STATE
        if about and self._bodies:
            place *= _ITS_ARTICLES if about & self._bodies else _OTHERS_ARTICLES
            place *= _OF_ANOTHER if self._speaks_of_another(passage, text.work) else 1.0
        return View(
            place * (1.0 + _IN_FORM * in_form),
            place,
            bool(about & self._bodies),
            text.work.slug in self._named_papers,
            in_form,
        )

    def _worth(self, work: Work, quoted: tuple[Work, str] | None) -> float:
        named = {work.slug, quoted[0].slug if quoted else ""} & self._named or not self._named
        if work.genre is Genre.ORDINANCE:
            prior = _LAW_FOR_PAPERS if self._papers else 1.0
            prior *= _OFF_SUBJECT if self._subjects and work.slug not in self._subjects else 1.0
        else:
            prior = 1.0 if work.genre in self._papers else _PAPER
        return prior if named or work.genre in self._papers else prior * _UNNAMED

    def _bodies_about(self, passage: Passage, text: Readable, quoted: tuple[Work, str] | None) -> set[str]:
        """The bodies in whose articles a passage stands, or of which it quotes one, if they existed at the time."""
        work, article = quoted or (text.work, str(passage.id.units[0]))
        found = {body for body in work.bodies if article in body.articles}
        if text.work.genre in self._papers:
            found |= {body for body in self._asked_bodies if _names_body(f"{passage.context} {passage.text}", body)}
        return {body.slug for body in found if body.until is None or _is_of(text, body.until)}

    def _speaks_of_another(self, passage: Passage, work: Work) -> bool:
        """Whether a passage names a body of its work that the question does not, such as a subcommittee."""
        return any(body.slug not in self._bodies and _names_body(passage.text, body) for body in work.bodies)

    def _quoted(self, passage: Passage) -> tuple[Work, str] | None:
        name, article = _quotation(passage)
        return (self._works[name], article) if name in self._works else None


def _is_of(text: Readable, until: date) -> bool:
    return text.version is not None and text.version.effective <= until


def _works_on(question: Question, texts: Sequence[Readable]) -> set[str]:
    """The ordinances whose subject a question speaks of."""
    works = [text.work for text in texts if text.work.genre is Genre.ORDINANCE]
    return {work.slug for work in works if _subject(work).search(question.read)}


@lru_cache(maxsize=1_000)
def _subject(work: Work) -> re.Pattern[str]:
    """Finds what a work is on: its names without the words of all ordinances."""
    subjects = {" ".join(_GENERAL.sub(" ", name).split()) for name in work.names}
    patterns = [r"\s*".join(map(re.escape, each.split())) for each in subjects if len(each) > 1]
    return any_of([rf"(?<![a-z]){each}(?![a-z])" if each.isascii() else each for each in patterns])


@lru_cache(maxsize=100_000)
def _names_body(text: str, body: Body) -> bool:
    """Whether a text names a body: not inside a longer name, as 국가인공지능위원회 has that of another one."""
    return _pattern(body.names).search(text) is not None


@lru_cache(maxsize=1_000)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    folded = [r"\s*".join(map(re.escape, "".join(name.split()))) for name in names]
    return any_of([rf"(?<![가-힣a-z]){name}" for name in folded])


def _names(work: Work) -> tuple[str, ...]:
    return (work.slug, *map(fold_name, (work.name_ko, work.name_en))) if work.genre is Genre.ORDINANCE else ()


@lru_cache(maxsize=100_000)
def _quotation(passage: Passage) -> tuple[str, str]:
    """The work and article that a paper quotes in a passage: by its id, or where its words begin with them."""
    for unit, below in pairwise(passage.id.units):
        if unit.kind is UnitKind.QUOTED:
            return unit.number, str(below)
    first = next((each for each in find_references(passage.text[:_NAME]) if each.exact and each.named), None)
    begins = first is not None and passage.text[: first.start].strip(_MARKS) == first.named
    return (fold_name(first.named), str(first.units[0])) if first is not None and begins else ("", "")


@lru_cache(maxsize=100_000)
def _in_form(text: str, forms: tuple[Form, ...]) -> float:
    return share_met(text, forms)

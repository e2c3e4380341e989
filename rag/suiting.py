"""How a passage suits a question before its words are read: by its text, the works and bodies named, and its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.works import Body, Genre
from ingest.passages import Passage
from rag.expectation import Form, share_met
from rag.question import Question
from rag.validity import Readable

_UNNAMED, _ITS_ARTICLES, _OTHERS_ARTICLES, _IN_FORM = 0.5, 1.25, 0.5, 0.3
_PRIOR = {Genre.ORDINANCE: 1.0, Genre.REVIEW_REPORT: 0.7, Genre.BUREAU_REPORT: 0.7, Genre.BACKGROUND: 0.7}


@dataclass(frozen=True, slots=True)
class View:
    """A passage before its words are read: its worth (0: not to be read), and how it suits the question."""

    worth: float
    of_body: bool = False
    in_form: float = 0.0


def view(
    passage: Passage, question: Question, texts: Mapping[tuple[str, date | None], Readable], forms: tuple[Form, ...]
) -> View:
    """How a passage suits a question: nothing when its text may not be read, else by what both speak of."""
    text = texts.get((passage.id.work, passage.id.version))
    if text is None:
        return View(0.0)
    named = {work.slug for work in question.works} | {work.slug for work, _ in question.bodies}
    about = {body.slug for body in text.work.bodies if _speaks_of(passage, text, body)}
    asked = {body.slug for _, body in question.bodies}
    in_form = _in_form(passage.text, forms)
    worth = 1.0 if text.work.slug in named else _PRIOR[text.work.genre] * (_UNNAMED if named else 1.0)
    if about and asked:
        worth *= _ITS_ARTICLES if about & asked else _OTHERS_ARTICLES
    return View(worth * (1.0 + _IN_FORM * in_form), bool(about & asked), in_form)


def _speaks_of(passage: Passage, text: Readable, body: Body) -> bool:
    """Whether a passage stands in the articles on a body, in a text of the time the body existed."""
    existed = body.until is None or (text.version is not None and text.version.effective <= body.until)
    return existed and str(passage.id.units[0]) in body.articles


@lru_cache(maxsize=100_000)
def _in_form(text: str, forms: tuple[Form, ...]) -> float:
    return share_met(text, forms)

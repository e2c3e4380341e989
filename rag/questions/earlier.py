"""What a question means that goes on from earlier ones: it is put in full, by what came before and nothing else.

Only a question that cannot stand alone takes something over: one that points back (그 위원회, its), that lacks what it
asks (몇 명이요? how many?) or what it asks about (임기는요? and the chair?), or that only changes the day, the language
or the facts of a meeting. Any other takes nothing over.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.works import LANGS, Lang, Work
from rag.questions.going_on import WAYS
from rag.questions.question import MAX_LENGTH, Question, understand
from rag.questions.turn import pattern, turn_of


@dataclass(frozen=True, slots=True)
class Meant:
    """A question in full, and the language its answer is asked in; `put` is it as put, where earlier ones were needed.

    What is in full holds no personal data of any of them.
    """

    text: str
    lang: Lang | None = None
    put: Question | None = None

    @property
    def carried(self) -> bool:
        """Whether something was taken over from earlier questions."""
        return self.put is not None


def in_full(text: str, earlier: Sequence[str], as_of: date, works: Iterable[Work]) -> Meant:
    """A question as it is meant after earlier ones, oldest first; raises QuestionError where one cannot be read."""
    at_hand = tuple(works)
    before: list[Question] = []
    for each in earlier:
        said = _meant(each, before, as_of, at_hand)
        question = understand(said.text, as_of, at_hand)
        before += [question] if question.text else []
    return _meant(text, before, as_of, at_hand)


def _meant(text: str, before: Sequence[Question], as_of: date, works: tuple[Work, ...]) -> Meant:
    if not before:
        return Meant(text)
    turn = turn_of(text, before, as_of, works)
    if not turn.rest:
        return Meant(text)
    for lang in LANGS:
        if pattern("language", lang).fullmatch(turn.now.text):
            return Meant(turn.before.text, lang, turn.now)
    found = next(filter(None, (way(turn) for way in WAYS)), "")
    said = " ".join(found.split())
    return Meant(said, turn.lang, turn.now) if said and len(said) <= MAX_LENGTH else Meant(text)

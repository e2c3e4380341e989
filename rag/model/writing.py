"""Answers in the words of a language model: what stands the check leaves at once, and nothing else ever does."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from corpus.errors import ModelError
from rag.answer import Answer, Sentence
from rag.model.attempt import Attempt
from rag.model.chat import Chat
from rag.model.conclusion import concluded, fallen_back
from rag.model.deadline import Deadline
from rag.model.draft import Draft, Parts, as_it_is
from rag.model.faults import Fault
from rag.model.passages import passages_of
from rag.model.prompt import again, asked
from rag.phrases import say
from rag.settings import Settings

MOST_AT_ONCE = 16


class ModelWriter:
    """Puts answers into words by a model, within some seconds each; keeps nothing of them.

    No more than some questions at once are put to the model, so that a slow one never holds up a whole server.
    """

    def __init__(self, chat: Chat, seconds: float) -> None:
        self._chat, self._seconds = chat, seconds
        self._free = BoundedSemaphore(MOST_AT_ONCE)

    def open(self) -> None:
        """Load what it takes to ask the model; raises SettingsError."""
        self._chat.open()

    def write(self, draft: Draft) -> Parts:
        """The sentences that stand the check as they come, then the answer; the draft's own where the model fails."""
        begun = False
        try:
            for part in self._parts(draft):
                if isinstance(part, Sentence):
                    begun = True
                    yield part
                else:
                    yield from [part] if begun else as_it_is(part)
        except ModelError as error:
            answer = fallen_back(draft, "model_failed", why=_why(draft, error))
            yield from [answer] if begun else as_it_is(answer)

    def _parts(self, draft: Draft) -> Iterator[Sentence | Answer]:
        lang, given = draft.question.lang, passages_of(draft)
        messages = asked(draft.question, given)
        with self._turn(), Deadline(self._seconds) as deadline:
            attempt = Attempt(draft, given)
            yield from attempt.read(deadline.read(lambda: self._chat.pieces(messages)))
            if not attempt.sentences and not attempt.nothing:
                mended = again(messages, attempt.written, attempt.faults or [Fault.EMPTY], lang)
                attempt = Attempt(draft, given)
                yield from attempt.read(deadline.read(lambda: self._chat.pieces(mended)))
        yield concluded(draft, attempt, self._chat.name)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise ModelError("busy")
        try:
            yield
        finally:
            self._free.release()


def open_writer(settings: Settings) -> ModelWriter | None:
    """The writer of the settings, where they name a model; it is loaded when it is first needed."""
    if not settings.model:
        return None
    seconds = settings.model_timeout
    return ModelWriter(Chat(settings.model, settings.model_url, settings.model_key, seconds), seconds)


def _why(draft: Draft, error: ModelError) -> str:
    values = {"status": error.status} if error.status else {}
    return say(f"model_{error.reason}", draft.question.lang, **values)

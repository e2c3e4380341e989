"""The one place that speaks with a language model, through LangChain."""

import logging
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.errors import ModelError, SettingsError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_CHARACTERS = 60_000
_TRIES_AGAIN = 2
_KEYLESS = "none"
_OPENAI = "openai:"

Message = tuple[str, str]
"""Who speaks (`system`, `human` or `ai`) and what is said."""


class Chat:
    """One language model; the library that reaches it is imported when it is first opened."""

    def __init__(self, name: str, url: str = "", key: str = "", seconds: float = 20.0) -> None:
        self.name = name
        self._url, self._key, self._seconds = url, key, seconds

    def open(self) -> None:
        """Load what it takes to ask; raises SettingsError for a package, a provider or a key that is missing."""
        _ = self._model

    def pieces(self, messages: Sequence[Message]) -> Iterator[str]:
        """What the model writes, piece by piece, up to a length; raises ModelError and SettingsError.

        Connections that fail and servers that are too busy or broken are asked twice more, later each time.
        """
        model, written = self._model, 0
        from langsmith import tracing_context

        try:
            with tracing_context(enabled=False):  # whatever the environment says, questions go to the model alone
                for chunk in model.stream(list(messages)):
                    yield chunk.text
                    written += len(chunk.text)
                    if written > MOST_CHARACTERS:
                        return
        except Exception as error:  # each provider has errors of its own, and some repeat the prompt
            raise _told(error) from None

    @cached_property
    def _model(self) -> "BaseChatModel":
        from langchain.chat_models import init_chat_model

        logging.getLogger("openai").setLevel(logging.WARNING)  # at lower levels it writes out whole prompts
        given: dict[str, Any] = {"temperature": 0, "timeout": self._seconds, "max_retries": _TRIES_AGAIN}
        if self._url:
            given |= {"model_provider": "openai", "base_url": self._url}
        if self._url or self._key:  # a server of one's own must not be sent the key of another in the environment
            given |= {"api_key": self._key or _KEYLESS}
        try:
            model: BaseChatModel = init_chat_model(self.name.removeprefix(_OPENAI if self._url else ""), **given)
            return model
        except ImportError:
            problem = "needs a package that is not installed; run pip install 'jorye[models]', for OpenAI-compatible"
            problem = f"{problem} servers, or install the package of its provider for LangChain"
        except Exception as error:  # as above; its text may hold the key
            problem = f"cannot be opened ({type(error).__name__}); name it as provider:model, such as openai:qwen3,"
            problem = f"{problem} with JORYE_MODEL_KEY, or set JORYE_MODEL_URL to a server that has it"
        raise SettingsError(f"JORYE_MODEL={self.name} {problem}.")


def _told(error: Exception) -> ModelError:
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return ModelError("refused", status)
    late = any("Timeout" in kind.__name__ for kind in type(error).__mro__)
    return ModelError("late" if late else "away")

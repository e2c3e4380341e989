"""What the server's access log may hold: what was called, and nothing of what was asked."""

import logging
from urllib.parse import quote, unquote

from rag.questions.privacy import masked

_ARGUMENTS, _PATH = 5, 2


def loggable(path: str) -> str:
    """The path of a request as it may be logged: … for its query, and masks for personal data in the path itself."""
    called, _, query = path.partition("?")
    asked = unquote(called)
    shown = called if masked(asked) == asked else quote(masked(asked))
    return f"{shown}?…" if query else shown


class WithoutQuestions(logging.Filter):
    """Lets each line of uvicorn's access log pass with the path that may be logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True; the record says of the request what may be kept."""
        if isinstance(record.args, tuple) and len(record.args) == _ARGUMENTS:
            shown = loggable(str(record.args[_PATH]))
            record.args = (*record.args[:_PATH], shown, *record.args[_PATH + 1 :])
        return True

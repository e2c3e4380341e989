"""What a failure is at each door: one table of exit codes and HTTP statuses."""

from typing import NamedTuple

from api.terminal import visible
from corpus.errors import (
    AddressError,
    FactsError,
    IdentifierError,
    JoryeError,
    ModelError,
    QuestionError,
    RegisterError,
    SearchError,
    SourceError,
    StorageError,
    UnknownProvisionError,
    UsageError,
)
from rag.questions.privacy import masked


class Failure(NamedTuple):
    """How a door reports an error."""

    exit_code: int
    http_status: int
    title: str


_FAILURES: tuple[tuple[type[JoryeError], Failure], ...] = (
    (QuestionError, Failure(2, 422, "The question cannot be read")),
    (IdentifierError, Failure(2, 422, "The id cannot be read")),
    (SearchError, Failure(2, 422, "The search cannot be read")),
    (FactsError, Failure(2, 422, "The facts of the meeting cannot be judged")),
    (UsageError, Failure(2, 422, "The input cannot be read")),
    (UnknownProvisionError, Failure(1, 404, "No such provision")),
    (StorageError, Failure(1, 503, "The index cannot be used")),
    (RegisterError, Failure(1, 502, "The register cannot be used")),
    (ModelError, Failure(1, 502, "The language model cannot be used")),
    (AddressError, Failure(1, 500, "The server cannot listen")),
    (SourceError, Failure(1, 500, "A source document cannot be read")),
    (JoryeError, Failure(1, 500, "The request failed")),
)


def failure(error: JoryeError) -> Failure:
    """How an error is reported: the most specific entry that fits."""
    return next(entry for kind, entry in _FAILURES if isinstance(error, kind))


def sayable(text: str) -> str:
    """What an error says as it may leave by a door: one line of UTF-8, no control characters, personal data masked."""
    known = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return masked(visible(known).replace("\n", "\\n"))

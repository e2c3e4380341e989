"""The shape of an answer: what leaves the assistant, whatever the door."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.identifiers import ProvisionId
from corpus.works import Authority, Lang, Standing

if TYPE_CHECKING:
    from rag.meetings.citing import Judged


class Status(StrEnum):
    """How far a question could be answered."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    CONTESTED = "contested"
    NOT_FOUND = "not_found"
    DECLINED = "declined"


class Kind(StrEnum):
    """What carries the answer."""

    PROVISION = "provision"
    MEETING = "meeting"
    HISTORY = "history"
    REPORT = "report"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same provision in the other language."""

    lang: Lang
    quote: str
    authority: Authority


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source of an answer; `quote` is verbatim in the cited provision in `lang`."""

    n: int
    id: ProvisionId
    label: str
    quote: str
    lang: Lang
    status: Standing
    authority: Authority
    counterpart: Counterpart | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """What the reader must know of an answer; `code` is for programs, `message` for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as of a day; answered means at least one citation, not_found and declined mean none.

    `meeting` is the whole report of an answer about a meeting. `extracted` tells that it only quotes what was found
    or referred to, so that a writer may put it into words; what was worked out stays as it is.
    """

    question: str
    lang: Lang
    as_of: date
    status: Status
    answer: str
    kind: Kind
    citations: tuple[Citation, ...] = ()
    warnings: tuple[Caution, ...] = ()
    missing: tuple[str, ...] = ()
    generated_by: str = "extractive"
    meeting: "Judged | None" = None
    extracted: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of an answer as it comes, with its markers and the citations that they stand for."""

    text: str
    citations: tuple[Citation, ...]

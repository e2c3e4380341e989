"""What is found on a member or an office: the point first, the steps to it, and the words of law that carry them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.identifiers import ProvisionId
from corpus.works import Lang


class Subject(StrEnum):
    """The question that a finding answers."""

    TERM = "term"
    """Is the member's term over on the asked day?"""
    ELIGIBILITY = "eligibility"
    """May the member deliberate and vote on the item?"""
    ACTING = "acting"
    """Is there someone whom the text lets preside?"""
    SEAT = "seat"
    """May the member be dismissed, or appointed once more?"""
    COUNT = "count"
    """Does what is asked follow from a rule by counting?"""


class Outcome(StrEnum):
    """The answer to the question of the subject.

    `unsettled`: the texts at hand leave it open; `unknown`: a fact, or the text of a rule, is missing.
    """

    YES = "yes"
    NO = "no"
    UNSETTLED = "unsettled"
    UNKNOWN = "unknown"


class Member(StrEnum):
    """How a member came to the seat; an ex officio member need not be a public official."""

    COMMISSIONED = "commissioned"
    COUNCILLOR = "councillor"
    PUBLIC_OFFICIAL = "public_official"
    EX_OFFICIO = "ex_officio"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages."""

    ko: str
    en: str

    def words(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Bound:
    """Words of law that a sentence rests on, verbatim in each language; empty where there is no text in it.

    `lasting`: later texts are recorded to say the same at the same place. `held`: the words are cited only where
    the collection holds a text of the work, whole, whatever its version.
    """

    id: ProvisionId
    ko: str = ""
    en: str = ""
    lasting: bool = False
    held: bool = False

    def quote(self, lang: Lang) -> str:
        """The bound words in one language."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact that no text at hand carries, with where it comes from."""

    fact: Said
    source: Said


@dataclass(frozen=True, slots=True)
class Step:
    """One step to the finding, with its arithmetic where there is any."""

    reason: Said
    computation: Said | None = None
    sources: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What follows from the facts on one member or one office.

    `missing` are the facts to ask for: committee, appointed, date, vice_chair, in_office, public_official,
    meetings_closed. `ends` is the last day of a term, or of the committee where that comes first.
    """

    subject: Subject
    status: Outcome
    sentence: Said
    steps: tuple[Step, ...] = ()
    assumptions: tuple[Said, ...] = ()
    missing: tuple[str, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    ends: date | None = None

    @property
    def citations(self) -> tuple[Bound, ...]:
        """The words of law that the steps rest on, each once, in the order of the steps."""
        return tuple(dict.fromkeys(source for step in self.steps for source in step.sources))

    @property
    def sentences(self) -> Iterator[Said]:
        """Every sentence of the finding, in the order in which it is told."""
        yield self.sentence
        yield from (step.reason for step in self.steps)
        yield from self.assumptions
        yield from (said for each in self.recorded for said in (each.fact, each.source))

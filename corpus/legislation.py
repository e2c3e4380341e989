"""How ordinances were made: the events of a bill, and where each of its articles is spoken of."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.errors import SourceError
from corpus.identifiers import ProvisionId


class Stage(StrEnum):
    """What happens to a bill and to the ordinance it becomes; TEXT is how a version at hand reads."""

    INTRODUCED = "introduced"
    REFERRED = "referred"
    REVIEWED = "reviewed"
    PROPOSED = "proposed"
    COMMITTEE = "committee"
    PLENARY = "plenary"
    ENACTED = "enacted"
    AMENDED = "amended"
    INSERTED = "inserted"
    DELETED = "deleted"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a provision that carry a statement; verbatim."""

    id: ProvisionId
    quote: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a bill as a whole, in our words.

    `day` is None where the papers give none, and `after` then a day before which it was not.
    """

    stage: Stage
    day: date | None
    ko: str
    en: str
    evidence: tuple[Evidence, ...] = ()
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an enacted provision comes from: the bill's article and words, the opinion, and what was proposed.

    `provision` is the enacted place without a version. `proposal` is the amendment that the report drafts,
    `amendment` the one that was moved; `of_amendment` says that the article number is that of the draft.
    `ko` and `en` say in our words what changed on the way, as is known since `known` (else since enactment);
    `why_ko` and `why_en` why, as the papers give it in the words of `reason`, empty where they give no reason.
    """

    provision: ProvisionId
    article: str
    bill: tuple[Evidence, ...] = ()
    opinion: tuple[Evidence, ...] = ()
    proposal: tuple[Evidence, ...] = ()
    amendment: tuple[Evidence, ...] = ()
    of_amendment: bool = False
    ko: str = ""
    en: str = ""
    known: date | None = None
    why_ko: str = ""
    why_en: str = ""
    reason: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the papers say of a bill as a whole, in our words; not known before the day `after`, if any."""

    name: str
    ko: str
    en: str
    evidence: tuple[Evidence, ...]
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """The bill that became a work."""

    work: str
    number: str
    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    facts: tuple[Fact, ...] = ()

    def origins_of(self, provision: ProvisionId) -> tuple[Origin, ...]:
        """What is known of a provision, its version put aside: of itself and what it holds, else of what holds it."""
        asked: ProvisionId | None = provision.at(None)
        below = tuple(each for each in self.origins if asked is not None and asked.covers(each.provision))
        while not below and asked is not None:
            below = tuple(each for each in self.origins if each.provision == asked)
            asked = asked.parent
        return below


@cache
def load_bills() -> tuple[Bill, ...]:
    """All bills that `legislation.toml` describes; raises SourceError."""
    try:
        entries = tomllib.loads((files("corpus") / "legislation.toml").read_text(encoding="utf-8"))["bill"]
        return tuple(_bill(entry) for entry in entries)
    except (OSError, ValueError, KeyError) as error:
        raise SourceError("legislation.toml", 1, f"cannot be read: {error}") from error


def _bill(entry: dict[str, Any]) -> Bill:
    work = entry["work"]
    events = tuple(_event(each) for each in entry["event"])
    facts = tuple(_fact(each) for each in entry.get("fact", ()))
    return Bill(work, entry["number"], events, tuple(_origin(work, each) for each in entry["origin"]), facts)


def _event(entry: dict[str, Any]) -> Event:
    return Event(
        Stage(entry["stage"]),
        entry.get("day"),
        entry["ko"],
        entry["en"],
        _evidence(entry, "evidence"),
        entry.get("after"),
    )


def _fact(entry: dict[str, Any]) -> Fact:
    return Fact(entry["name"], entry["ko"], entry["en"], _evidence(entry, "evidence"), entry.get("after"))


def _origin(work: str, entry: dict[str, Any]) -> Origin:
    return Origin(
        provision=ProvisionId.parse(f"{work}/{entry['provision']}"),
        article=entry["article"],
        bill=_evidence(entry, "bill"),
        opinion=_evidence(entry, "opinion"),
        proposal=_evidence(entry, "proposal"),
        amendment=_evidence(entry, "amendment"),
        of_amendment=entry.get("of_amendment", False),
        ko=entry.get("ko", ""),
        en=entry.get("en", ""),
        known=entry.get("known"),
        why_ko=entry.get("why_ko", ""),
        why_en=entry.get("why_en", ""),
        reason=_evidence(entry, "reason"),
    )


def _evidence(entry: dict[str, Any], name: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(ProvisionId.parse(each["id"]), each["quote"]) for each in entry.get(name, ()))

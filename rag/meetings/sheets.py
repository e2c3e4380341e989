"""Rule sheets: for each committee and check, the rules by date, each with what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from corpus.identifiers import ProvisionId
from corpus.works import LANGS, Lang
from rag.meetings.facts import Committee, Format, Presider
from rag.meetings.wording import Words
from rag.tables import load_table


class Topic(StrEnum):
    """What is checked, in the order of the report."""

    EXISTENCE = "existence"
    COMPOSITION = "composition"
    CONVENING = "convening"
    PRESIDING = "presiding"
    FORMAT = "format"
    NOTICE = "notice"
    OPENING = "opening"
    EXCLUSION = "exclusion"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on: words of a provision, verbatim by language, or a recorded fact with its source.

    A recorded fact names the provision too, without a version, where that may come to hand. Words that are `fixed`
    are cited from their own version alone: later ones have another matter at the place.
    """

    key: str
    id: ProvisionId | None
    quotes: Mapping[Lang, str] = field(hash=False)
    record: Words | None = None
    source: Words | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule from a day to a day, both included.

    `limit` is the largest register, `share` that one member in so many may call a meeting, `order` who presides,
    `chairs` how many chairs there are, `days` those of notice. `silent`: the text has none. `say` names a remark.
    """

    since: date
    until: date | None
    basis: tuple[Basis, ...]
    limit: int | None = None
    share: int | None = None
    order: tuple[Presider, ...] = ()
    chairs: int = 1
    formats: tuple[Format, ...] = ()
    days: int | None = None
    silent: bool = False
    say: str = ""

    def holds(self, day: date) -> bool:
        """Whether the rule counts on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of a committee by check; `enacted` is the day before which it is known not to have been.

    `commissioned`: its only vice-chair is a commissioned member. `optional` names the sentence that says that it
    exists only where it was set up; empty where the text sets it up.
    """

    committee: Committee
    name: Words
    enacted: date | None
    commissioned: bool
    optional: str
    rules: Mapping[Topic, tuple[Rule, ...]]
    notes: tuple[Rule, ...]

    def rule(self, topic: Topic, day: date) -> Rule | None:
        """The rule of a check on a day; None where none is known."""
        return next((rule for rule in self.rules.get(topic, ()) if rule.holds(day)), None)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgment on another body, which applies to a committee by analogy only."""

    key: str
    said: Words


@cache
def load_sheets() -> Mapping[Committee, Sheet]:
    """All sheets that `sheets.toml` describes."""
    table = load_table("meetings/sheets")
    bases = {key: _basis(key, entry) for key, entry in table["basis"].items()}
    general = _rules(table["general"], bases)
    own = {slug: _rules(entry, bases) for slug, entry in table["committee"].items()}
    return {
        Committee(slug): _sheet(slug, entry, general | _derived(entry, own, bases) | own[slug], bases)
        for slug, entry in table["committee"].items()
    }


@cache
def load_rulings() -> Mapping[str, Ruling]:
    """The judgments by their case numbers."""
    return {key: Ruling(key, Words(**said)) for key, said in load_table("meetings/sheets")["ruling"].items()}


@cache
def load_bases() -> tuple[Basis, ...]:
    """Everything that a rule rests on."""
    return tuple(_basis(key, entry) for key, entry in load_table("meetings/sheets")["basis"].items())


def _basis(key: str, entry: Mapping[str, Any]) -> Basis:
    return Basis(
        key,
        ProvisionId.parse(entry["id"]) if "id" in entry else None,
        {lang: entry[lang] for lang in LANGS if lang in entry},
        Words(**entry["record"]) if "record" in entry else None,
        Words(**entry["source"]) if "source" in entry else None,
        entry.get("fixed", False),
    )


def _sheet(slug: str, entry: Mapping[str, Any], rules: Mapping[Topic, tuple[Rule, ...]], bases: "Bases") -> Sheet:
    notes = tuple(_rule(each, bases) for each in entry.get("notes", ()))
    name, commissioned = Words(**entry["name"]), entry.get("commissioned", False)
    return Sheet(Committee(slug), name, entry.get("enacted"), commissioned, entry.get("optional", ""), rules, notes)


def _rules(entry: Mapping[str, Any], bases: "Bases") -> dict[Topic, tuple[Rule, ...]]:
    return {topic: tuple(_rule(each, bases) for each in entry[topic]) for topic in Topic if topic in entry}


def _derived(
    entry: Mapping[str, Any], own: Mapping[str, Mapping[Topic, tuple[Rule, ...]]], bases: "Bases"
) -> dict[Topic, tuple[Rule, ...]]:
    """The rules of another committee that apply mutatis mutandis, each resting also on what says so."""
    if "derives" not in entry:
        return {}
    told = entry["derives"]
    by = _bases(told["basis"], bases)
    source = own[told["from"]]
    return {
        topic: tuple(
            replace(rule, basis=by + rule.basis, chairs=told["chairs"], say=told["say"].get(topic, rule.say))
            for rule in source[topic]
        )
        for topic in map(Topic, told["checks"])
    }


def _rule(entry: Mapping[str, Any], bases: "Bases") -> Rule:
    return Rule(
        since=entry["since"],
        until=entry.get("until"),
        basis=_bases(entry["basis"], bases),
        limit=entry.get("limit"),
        share=entry.get("share"),
        order=tuple(map(Presider, entry.get("order", ()))),
        chairs=entry.get("chairs", 1),
        formats=tuple(map(Format, entry.get("formats", ()))),
        days=entry.get("days"),
        silent=entry.get("silent", False),
        say=entry.get("say", ""),
    )


Bases = Mapping[str, Basis]


def _bases(keys: Iterable[str], bases: Bases) -> tuple[Basis, ...]:
    return tuple(bases[key] for key in keys)

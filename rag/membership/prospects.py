"""What may become of a seat: dismissal for staying away or for not stepping aside, and a third appointment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from rag.meetings.facts import Committee
from rag.membership.findings import Finding, Outcome, Step, Subject
from rag.membership.sheets import bound, existence, said
from rag.membership.term_apart import existed
from rag.tables import load_table


class Chance(StrEnum):
    """What may happen to a member."""

    DISMISSAL = "dismissal"
    """The Mayor dismisses a member who stays away from the meetings."""
    NOT_RECUSED = "not_recused"
    """The Mayor dismisses a member who had a ground of exclusion and did not step aside."""
    THIRD_TERM = "third_term"
    """A member whose term was renewed is appointed for a third one."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is asked about a member's seat on a committee, as of a day."""

    committee: Committee
    on: date
    chance: Chance

    @property
    def told(self) -> bool:
        """Whether the texts at hand have a rule on it."""
        return bool(_row(self.committee, self.chance))


def what_may_be(prospect: Prospect) -> Finding:
    """Whether it may happen, with the words that say so; unknown where there is no such committee on the day."""
    body = existence(prospect.committee)
    if not body.holds(prospect.on):
        sentence = said("not_there", body=body.name, appointed=prospect.on)
        return Finding(Subject.SEAT, Outcome.UNKNOWN, sentence, (Step(existed(body)),), missing=("date",))
    row = _row(prospect.committee, prospect.chance)
    return Finding(
        subject=Subject.SEAT,
        status=Outcome(row["status"]),
        sentence=said(row["sentence"]),
        steps=tuple(_steps(row)),
        assumptions=(said("commissioned_assumed"),) if prospect.chance is Chance.THIRD_TERM else (),
    )


def _steps(row: dict[str, Any]) -> Iterator[Step]:
    for step in row["steps"]:
        yield Step(said(step["say"]), sources=tuple(map(bound, step.get("sources", ()))))


@cache
def _row(committee: Committee, chance: Chance) -> dict[str, Any]:
    rows = load_table("membership/prospects")["prospect"]
    found = (row for row in rows if (row["committee"], row["name"]) == (committee, chance))
    return dict(next(found, {}))

"""A step of a history before its sources are checked and numbered."""

from dataclasses import dataclass
from datetime import date

from corpus.legislation import Evidence, Stage


@dataclass(frozen=True, slots=True)
class Draft:
    """What happened, when, in which words it is told, and what carries it.

    `after` is a day before which it cannot have happened, where no paper gives the day itself.
    """

    stage: Stage
    day: date | None
    said: str
    evidence: tuple[Evidence, ...] = ()
    after: date | None = None

    @property
    def since(self) -> date | None:
        """The day, else the day before which it cannot have been."""
        return self.day or self.after

"""The facts of one member's term, and the days that follow from them by the calendar."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.errors import FactsError
from rag.meetings.facts import Committee
from rag.membership.findings import Member
from rag.membership.sheets import Existence, existence

YEARS = 2
_LATEST_YEAR = 9900
_DAY = timedelta(days=1)
_ONE_BODY = (Committee.INFORMATIZATION, Committee.SMART_CITY)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A member appointed on a day, asked about on another. Raises FactsError.

    `renewals` is how often the term was renewed, `renewed` the first day of the renewed term where it is known.
    """

    committee: Committee
    appointed: date
    asked: date
    kind: Member = Member.COMMISSIONED
    renewals: int = 0
    renewed: date | None = None

    def __post_init__(self) -> None:
        if self.renewals < 0:
            raise FactsError("renewals", f"cannot be negative, as {self.renewals} is")
        if self.renewed is not None and (self.renewals == 0 or self.renewed <= self.appointed):
            raise FactsError("renewed", "is given only for a renewal, and lies after the day of appointment")
        if max(self.appointed, self.renewed or self.appointed).year > _LATEST_YEAR:
            raise FactsError("appointed", f"must lie before the year {_LATEST_YEAR + 1}")

    @property
    def first_end(self) -> date:
        """The last day of the first term."""
        return last_day(self.appointed)

    @property
    def second_first(self) -> date:
        """The first day of the renewed term: the one given, but not before the first term is over."""
        follows = self.first_end + _DAY
        return max(follows, self.renewed) if self.renewed else follows

    @property
    def second_end(self) -> date:
        """The last day of the renewed term."""
        return last_day(self.second_first)

    @property
    def last(self) -> date:
        """The last day of the terms that the text allows."""
        return self.second_end if self.renewals else self.first_end

    @property
    def between(self) -> bool:
        """Whether the asked day lies after the first term and before the renewed one."""
        return bool(self.renewals) and self.first_end < self.asked < self.second_first

    @property
    def deemed(self) -> bool:
        """Whether the member came from the Informatization Strategy Committee to the one that followed it."""
        start = existence(Committee.SMART_CITY).begins
        return self.committee in _ONE_BODY and self.appointed < start <= self.asked

    @property
    def body(self) -> Existence:
        """The existence of the committee that the member sat on when appointed."""
        if self.committee in _ONE_BODY and self.appointed < existence(Committee.SMART_CITY).begins:
            return existence(Committee.INFORMATIZATION)
        return existence(self.committee)

    @property
    def sunset(self) -> Existence | None:
        """The existence that bounds the term; None where no last day was set by the asked day."""
        found = existence(Committee.SMART_CITY if self.committee in _ONE_BODY else self.committee)
        return found if found.ends is not None and found.known <= self.asked else None


def last_day(first: date, years: int = YEARS) -> date:
    """The last day of a term of years whose first day counts: the day before the corresponding one.

    Where the last year has no such day (February 29), the last day of the month. Civil Act, Article 160(2) and (3).
    """
    year = first.year + years
    if (first.month, first.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return first.replace(year=year) - _DAY

"""What a question about the making of a law is about: the ordinance, its bill, the provision, its history."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from corpus.errors import IdentifierError, UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.legislation import Bill, Origin
from corpus.naming import ordinance_named
from corpus.provisions import Law
from corpus.works import Genre, Work
from rag.answering.places import ordinances_named
from rag.citing.validity import Readable, readables
from rag.history import History, history
from rag.history.subject import origin_meant
from rag.questions.legislative import signs_of
from rag.questions.question import Question
from rag.search.hit import Hit

Search = Callable[[Question, Sequence[Readable], int], list[Hit]]
_COUNT, _LEAST_COVERAGE = 8, 0.38


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question about the making of a law, with the law, the bills, the search, and what it finds for the question."""

    law: Law
    bills: tuple[Bill, ...]
    question: Question
    search: Search
    hits: Callable[[], list[Hit]]

    @classmethod
    def of(cls, law: Law, bills: Iterable[Bill], question: Question, search: Search) -> Self:
        """The inquiry of a question; what a search of the texts of the day finds is looked for once, when needed."""
        hits = cache(lambda: search(question, readables(question, law.works.values()), _COUNT))
        return cls(law, tuple(bills), question, search, hits)

    @property
    def named(self) -> list[Work]:
        """The ordinances named, each once."""
        return list(dict.fromkeys(ordinances_named(self.question)))

    @property
    def bill(self) -> Bill | None:
        """The bill of an ordinance named; where none is named but a body, the one that papers or their words mean."""
        slugs = [work.slug for work in self.named]
        by_name = any(work.genre is Genre.ORDINANCE for work in self.question.works)
        of_papers = signs_of("bill", self.question) or signs_of("report", self.question)
        if slugs and (by_name or not of_papers):
            return next((bill for bill in self.bills if bill.work in slugs), None)
        papers = any(work.genre in (Genre.REVIEW_REPORT, Genre.BUREAU_REPORT) for work in self.question.works)
        other = bool(self.question.works) and not papers
        return None if other or not self.bills else self.bills[0]

    @property
    def work(self) -> Work | None:
        """The one ordinance named; where there are none, that of the bill spoken of."""
        if self.named:
            return self.named[0] if len(self.named) == 1 else None
        spoken = self.bill is not None and signs_of("bill", self.question)
        return self.law.work(self.bill.work) if spoken and self.bill else None

    @property
    def of_law(self) -> list[ProvisionId]:
        """The provisions that references are to; without a name, of the ordinance named or of the bill’s."""
        found = []
        for each in self.question.references:
            named = ordinance_named(each.named, self.law.works.values()) if each.named else None
            work = named.work if named else self.work or (self.law.work(self.bill.work) if self.bill else None)
            if not each.bill and work is not None and each.units:
                found.append(ProvisionId(work.slug, None, each.units))
        return found

    def origin(self, admits: Callable[[Origin], bool] = lambda _: True, *, searched: bool = True) -> Origin | None:
        """The origin of the provision that the question names, else of the one that its words mean."""
        if self.bill is None:
            return None
        if self.of_law:
            found = [each for each in self.bill.origins_of(self.of_law[0]) if admits(each)]
            exact = [each for each in found if each.provision == self.of_law[0]]
            return next(iter((*exact, *found)), None) if self.of_law[0].work == self.bill.work else None
        return origin_meant(self.law, self.bill, self.question.text, self.hits if searched else list, admits)

    def provision(self) -> ProvisionId | None:
        """The provision that the question names, else the one that its words mean; None for a whole ordinance."""
        if self.of_law:
            return self.of_law[0]
        origin = self.origin(searched=False)
        return origin.provision if origin is not None else None

    def found_in(self, work: Work) -> ProvisionId | None:
        """The provision of an ordinance that a search finds first; None where it meets too little of the question."""
        hits = [hit for hit in self.hits() if hit.id.work == work.slug]
        return hits[0].id.at(None) if hits and hits[0].coverage >= _LEAST_COVERAGE else None

    def history(self, key: ProvisionId) -> History | None:
        """The steps of a provision or an ordinance; None where it is not known."""
        try:
            return history(self.law, self.bills, key, self.question.as_of, self.question.lang)
        except (IdentifierError, UnknownProvisionError):
            return None

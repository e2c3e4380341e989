"""From what a report rests on to citations that resolve, and to recorded facts with their source."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.provisions import Law
from corpus.works import Lang
from rag.answer import Caution, Citation, Counterpart
from rag.citing.grounding import fold, grounded
from rag.citing.sources import authority_cautions, provision_cautions
from rag.citing.validity import standing_on
from rag.meetings.facts import Facts
from rag.meetings.report import Report
from rag.meetings.sheets import Basis
from rag.meetings.verdict import check_meeting
from rag.meetings.wording import Words


@dataclass(frozen=True, slots=True)
class Record:
    """A recorded fact that no text at hand carries, in our words, with its source."""

    said: Words
    source: Words


@dataclass(frozen=True, slots=True)
class Sources:
    """What the checks of a report rest on: numbered citations and recorded facts, and both by the key of a basis."""

    citations: tuple[Citation, ...]
    records: tuple[Record, ...]
    cited: Mapping[str, Citation]
    recorded: Mapping[str, Record]
    warnings: tuple[Caution, ...]

    def citations_of(self, bases: Iterable[Basis]) -> tuple[Citation, ...]:
        """The citations of some bases, in order, each once."""
        return tuple(dict.fromkeys(self.cited[basis.key] for basis in bases if basis.key in self.cited))

    def records_of(self, bases: Iterable[Basis]) -> tuple[Record, ...]:
        """The recorded facts of some bases, in order."""
        return tuple(self.recorded[basis.key] for basis in bases if basis.key in self.recorded)


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with what it rests on."""

    report: Report
    sources: Sources


def judge(law: Law, facts: Facts, as_of: date, lang: Lang) -> Judged:
    """The report on a meeting, with what it rests on in a language; raises FactsError."""
    report = check_meeting(facts, as_of)
    return Judged(report, sources(law, report, report.facts.date or as_of, lang))


def sources(law: Law, report: Report, day: date, lang: Lang) -> Sources:
    """What a report on a meeting rests on, in a language, as it stood on the day of the meeting."""
    bases = dict.fromkeys(_bases(report))
    places = {basis: key for basis in bases if (key := _place(law, basis, day)) is not None}
    drafts = {basis: _citation(law, basis, key, day, lang) for basis, key in places.items()}
    sound = {basis: citation for basis, citation in drafts.items() if grounded(law, [citation])}
    same: dict[tuple[ProvisionId, str], Citation] = {}
    cited = {basis.key: same.setdefault((each.id, each.quote), each) for basis, each in sound.items()}
    numbers = {citation: n for n, citation in enumerate(same.values(), start=1)}
    numbered = {citation: replace(citation, n=n) for citation, n in numbers.items()}
    records = {basis.key: Record(basis.record, basis.source) for basis in bases if basis.record and basis.source}
    return Sources(
        citations=tuple(numbered.values()),
        records=tuple(dict.fromkeys(records.values())),
        cited={key: numbered[citation] for key, citation in cited.items()},
        recorded=records,
        warnings=warnings_of(law, numbered.values(), day, lang),
    )


def _bases(report: Report) -> Iterator[Basis]:
    for check in report.checks:
        yield from check.basis
    for note in report.notes:
        yield from note.basis


def _place(law: Law, basis: Basis, day: date) -> ProvisionId | None:
    """Where to cite a basis: in a later text in force on the day, where one is at hand, else where it is bound."""
    if basis.id is None or basis.id.work not in law.works:
        return None
    version = law.work(basis.id.work).in_force(day)
    bound = basis.id.version
    moved = version is not None and version.held and not basis.fixed and (bound is None or bound <= version.effective)
    current = basis.id.at(version.effective) if version is not None and moved else None
    if current is not None and current in law and law.provision(current).deleted is None:
        return current
    return basis.id if basis.quotes and basis.id in law else None


def _citation(law: Law, basis: Basis, key: ProvisionId, day: date, lang: Lang) -> Citation:
    provision, work = law.provision(key), law.work(key.work)
    own = provision.rendition(lang)
    other: Lang = "en" if own.lang == "ko" else "ko"
    counterpart = None
    if provision.speaks(other):
        quote = _quote(law, basis, key, other)
        counterpart = Counterpart(other, quote, provision.rendition(other).authority)
    return Citation(
        n=0,
        id=key,
        label=label(key, work, lang, law.works.values()),
        quote=_quote(law, basis, key, own.lang),
        lang=own.lang,
        status=standing_on(work, key, day),
        authority=own.authority,
        counterpart=counterpart,
    )


def _quote(law: Law, basis: Basis, key: ProvisionId, lang: Lang) -> str:
    """The bound words where the text has them, else all it says: an official text may say the same otherwise."""
    whole, bound = law.full_text(key, lang), basis.quotes.get(lang, "")
    return bound if bound and fold(bound) in fold(whole) else whole


def warnings_of(law: Law, citations: Iterable[Citation], day: date, lang: Lang) -> tuple[Caution, ...]:
    """What must be said of the cited texts on the day of the meeting."""
    told = tuple(citations)
    found = [caution for each in told for caution in provision_cautions(law, each.id, day, lang)]
    return tuple(dict.fromkeys([*found, *authority_cautions(law, lang, told)]))

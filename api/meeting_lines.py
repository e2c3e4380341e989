"""What the page, the record and the questions of a meeting have to say, in one language."""

from collections.abc import Iterable, Iterator
from datetime import date

from corpus.works import Lang
from rag.meetings.citing import Sources
from rag.meetings.facts import Convener, Format, Presider
from rag.meetings.report import Needs, Reading, Report
from rag.meetings.sheets import Basis, load_sheets
from rag.meetings.wording import both, term
from rag.phrases import day
from rag.tables import load_table


def label(kind: str, name: str, lang: Lang, **values: object) -> str:
    """A label of `meeting_labels.toml` with its values filled in."""
    return str(load_table("meeting_labels", "api")[kind][name][lang]).format(**values)


def marks(found: Sources, bases: Iterable[Basis]) -> str:
    """The numbers of what something rests on: [1] for a citation, [R1] for a recorded fact."""
    rests = tuple(bases)
    cited = [f"[{citation.n}]" for citation in found.citations_of(rests)]
    numbers = {record: n for n, record in enumerate(found.records, start=1)}
    return "".join([*cited, *(f"[R{numbers[record]}]" for record in dict.fromkeys(found.records_of(rests)))])


def reading_line(reading: Reading, lang: Lang) -> str:
    """What follows on one reading."""
    verdict = label("verdict", reading.verdict, lang)
    then = label("word", "then", lang, verdict=verdict, resolved=label("resolved", reading.resolution.status, lang))
    return f"{label('reading', reading.id, lang)} → {then}. {reading.reason[lang]}"


def rulings_beside(report: Report, lang: Lang) -> Iterator[str]:
    """The judgments that a check rests on and no reading tells of."""
    told = {ruling for reading in report.readings for ruling in reading.rulings}
    named = dict.fromkeys(ruling for check in report.checks for ruling in check.rulings)
    return (ruling.said[lang] for ruling in named if ruling not in told)


def needs_lines(report: Report, lang: Lang, *, everything: bool) -> Iterator[str]:
    """What it takes to open and to carry: where something is short, or everything."""
    needs = report.needs
    if needs.more_to_open or (everything and needs.more_to_open == 0):
        name = "more_to_open" if needs.more_to_open else "enough_to_open"
        counted = report.opening.counted
        yield both(name, more=needs.more_to_open, needed=needs.to_open, counted=counted)[lang]
    elif needs.more_to_open is None:
        yield from _without_attendance(report, needs, lang)
    if needs.more_to_carry is not None and (everything or (report.facts.voted and needs.more_to_carry)):
        name, votes = "more_to_carry" if needs.more_to_carry else "enough_to_carry", report.facts.in_favor or 0
        yield both(name, more=needs.more_to_carry, needed=needs.to_carry, votes=votes)[lang]
    if everything and needs.to_carry_with_one_more is not None:
        yield both("with_one_more", needed=needs.to_carry_with_one_more)[lang]


def _without_attendance(report: Report, needs: Needs, lang: Lang) -> Iterator[str]:
    """What can be said where the register or the attendance is not known."""
    if needs.to_open is not None:
        yield both("opens_with", register=report.facts.on_register, needed=needs.to_open)[lang]
    if needs.largest_register is not None:
        yield both("register_at_most", attending=report.opening.counted, register=needs.largest_register)[lang]


def fact_rows(report: Report, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The facts by name, value, and whether they were given or assumed; of those assumed, what was taken."""
    assumed = {each.fact for each in report.assumptions}
    for name, value in report.facts.given.items():
        how = label("word", "assumed" if name in assumed else "given", lang)
        yield term("fact", name)[lang], value_said(value, lang), how
    if "notice_days" in assumed:
        yield term("fact", "notice_days")[lang], label("record", "in_time", lang), label("word", "assumed", lang)


def value_said(value: object, lang: Lang) -> str:
    """A fact as people say it."""
    if isinstance(value, bool):
        return label("answer", "yes" if value else "no", lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, Presider | Format):
        return term("presider" if isinstance(value, Presider) else "format", value)[lang]
    if isinstance(value, Convener):
        return label("convener", value, lang)
    return next((sheet.name[lang] for committee, sheet in load_sheets().items() if committee == value), str(value))

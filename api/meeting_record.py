"""A report on a meeting as a record for the meeting's file: what stands in it, whatever its form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from api.meeting_lines import fact_rows, label, marks, needs_lines, reading_line, rulings_beside
from api.page import standing_of
from corpus.works import Lang
from rag.answer import Citation
from rag.meetings.citing import Judged, Sources
from rag.meetings.report import Check, Report
from rag.meetings.sheets import Topic, load_sheets
from rag.meetings.wording import both, term
from rag.phrases import day, say


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading above; each row is as long as the head, and `states` says of each what it found."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list with its heading above."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What stands in the record from top to bottom; `signers` sign below, and `foot` closes it."""

    lang: Lang
    title: str
    subject: str
    verdict: str
    state: str
    summary: str
    parts: tuple[Table | Items, ...]
    signers: tuple[str, ...]
    signature: str
    foot: str


def record_of(judged: Judged, as_of: date, lang: Lang, version: str) -> Record:
    """The record of a report as of a day, made by a version of jorye."""
    report, found = judged.report, judged.sources
    committee = next(sheet.name[lang] for key, sheet in load_sheets().items() if key == report.facts.committee)
    subject = f"{committee} · {label('record', 'day', lang)} {day(report.facts.date or as_of, lang)}"
    parts: list[Table | Items] = [_facts(report, lang), _checks(report, found, lang), *_beside(report, found, lang)]
    return Record(
        lang=lang,
        title=label("record", "title", lang),
        subject=subject,
        verdict=f"{label('record', 'verdict', lang)}: {label('verdict', report.verdict, lang)}",
        state=report.verdict,
        summary=report.summary[lang],
        parts=tuple(part for part in parts if isinstance(part, Table) or part.items),
        signers=(label("record", "secretary", lang), label("record", "chair", lang)),
        signature=label("record", "signature", lang),
        foot=f"{say('as_of', lang, day=day(as_of, lang))} · {label('record', 'made_by', lang, version=version)}",
    )


def _facts(report: Report, lang: Lang) -> Table:
    head = tuple(label("record", each, lang) for each in ("fact", "value", "how"))
    return Table(label("record", "facts", lang), head, tuple(fact_rows(report, lang)))


def _checks(report: Report, found: Sources, lang: Lang) -> Table:
    head = tuple(label("record", each, lang) for each in ("check", "found", "reason", "rests_on"))
    rows = tuple(_row(check, report, found, lang) for check in report.checks)
    return Table(label("record", "checks", lang), head, rows, tuple(each.status for each in report.checks))


def _row(check: Check, report: Report, found: Sources, lang: Lang) -> tuple[str, str, str, str]:
    reason = "\n".join(each[lang] for each in (check.reason, check.computation) if each is not None)
    voted = check.id is Topic.RESOLUTION
    status = label("resolved", report.resolution.status, lang) if voted else label("status", check.status, lang)
    return term("topic", check.id)[lang], status, reason, marks(found, check.basis)


def _beside(report: Report, found: Sources, lang: Lang) -> Iterator[Items]:
    """All that stands below the checks."""
    readings = ("\n".join([reading_line(r, lang), *(each.said[lang] for each in r.rulings)]) for r in report.readings)
    yield _items("missing", (both(f"ask_{name}")[lang] for name in report.missing), lang)
    yield _items("readings", readings, lang)
    yield _items("rulings", rulings_beside(report, lang), lang)
    yield _items("needs", needs_lines(report, lang, everything=False), lang)
    yield _items("notes", (f"{note.said[lang]} {marks(found, note.basis)}" for note in report.notes), lang)
    yield _items("sources", (_source(citation, lang) for citation in found.citations), lang)
    recorded = enumerate(found.records, start=1)
    yield _items("records", (f"[R{n}] {each.said[lang]} ({each.source[lang]})" for n, each in recorded), lang)
    yield _items("warnings", (each.message for each in found.warnings), lang)


def _items(name: str, told: Iterable[str], lang: Lang) -> Items:
    return Items(label("word", name, lang), tuple(each.rstrip() for each in told))


def _source(citation: Citation, lang: Lang) -> str:
    quote = " ".join(citation.quote.split())
    return f"[{citation.n}] {citation.label} ({standing_of(citation, lang)}): “{quote}”"

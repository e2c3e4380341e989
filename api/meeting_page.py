"""A report on a meeting as text for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date

from api.cautions import caution_lines
from api.meeting_lines import label, marks, needs_lines, reading_line, rulings_beside
from api.page import authority_name, standing_of
from corpus.works import Lang
from rag.answer import Citation
from rag.meetings.citing import Judged, Sources
from rag.meetings.report import Check, Report, Status
from rag.meetings.wording import both, term
from rag.phrases import day, say

_MARKS = {Status.PASS: "✓", Status.ASSUMED: "✓", Status.FAIL: "✗", Status.CONTESTED: "~", Status.UNKNOWN: "?"}


def meeting_page(judged: Judged, as_of: date, lang: Lang, *, needs: bool) -> str:
    """The point, the checks, what was assumed and what is missing, and what it all rests on.

    What it takes to open and to carry is told where something is short, or with `needs`.
    """
    report, found = judged.report, judged.sources
    lines = [report.summary[lang], ""]
    for check in report.checks:
        lines += _check(check, found, lang)
    lines += _list("assumptions", (each.said[lang] for each in report.assumptions), lang)
    lines += _list("missing", _missing(report, lang), lang)
    lines += _list("readings", _readings(report, lang), lang)
    lines += _list("rulings", rulings_beside(report, lang), lang)
    lines += _list("needs", needs_lines(report, lang, everything=needs), lang)
    lines += _list("notes", (f"{note.said[lang]} {marks(found, note.basis)}" for note in report.notes), lang)
    lines += ["", label("word", "sources", lang)] if found.citations else []
    lines += [line for citation in found.citations for line in _source(citation, lang)]
    recorded = enumerate(found.records, start=1)
    lines += _list("records", (f"[R{n}] {each.said[lang]} ({each.source[lang]})" for n, each in recorded), lang)
    lines += ["", *caution_lines(found.warnings)]
    return "\n".join([*lines, say("as_of", lang, day=day(as_of, lang))])


def _check(check: Check, found: Sources, lang: Lang) -> Iterator[str]:
    mark, numbers = _MARKS[check.status], marks(found, check.basis)
    assumed = f" ({label('word', 'assumed', lang)})" if check.status is Status.ASSUMED else ""
    name = f"{term('topic', check.id)[lang]}{assumed}"
    yield f"{mark} {name}: {check.reason[lang]} {numbers}".rstrip()
    if check.computation is not None:
        yield f"    {check.computation[lang]}"


def _list(heading: str, items: Iterable[str], lang: Lang) -> Iterator[str]:
    """A heading with its items; nothing where there are none."""
    told = list(items)
    if told:
        yield ""
        yield label("word", heading, lang)
        yield from (f"- {each}".rstrip() for each in told)


def _missing(report: Report, lang: Lang) -> Iterator[str]:
    for name in report.missing:
        yield f"{both(f'ask_{name}')[lang]} (--{name.replace('_', '-')})"


def _readings(report: Report, lang: Lang) -> Iterator[str]:
    for reading in report.readings:
        yield "\n    ".join([reading_line(reading, lang), *(ruling.said[lang] for ruling in reading.rulings)])


def _source(citation: Citation, lang: Lang) -> Iterator[str]:
    yield f"[{citation.n}] {citation.label} ({standing_of(citation, lang)})"
    yield f"    “{' '.join(citation.quote.split())}”"
    if citation.counterpart is not None:
        other = citation.counterpart
        yield f"    {other.lang}: “{' '.join(other.quote.split())}” ({authority_name(other.authority, lang)})"
    yield f"    {citation.id}"

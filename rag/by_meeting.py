"""Answers to questions about a meeting: its facts are read, judged, and the verdict given step by step."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.errors import FactsError
from corpus.provisions import Law
from corpus.works import Lang
from rag.answer import Answer, Citation, Kind, Status
from rag.compose import refused
from rag.meetings.citing import Judged, Sources, judge
from rag.meetings.facts import VOTES, Committee
from rag.meetings.needs import needs_said
from rag.meetings.report import Check, Note, Report, Verdict
from rag.meetings.report import Status as Found
from rag.meetings.sheets import Basis, Topic
from rag.meetings.wording import Words, both, term
from rag.meetings.words import Asked, Told, read_words
from rag.question import Question

_STATUSES = {Verdict.VALID: Status.ANSWERED, Verdict.INVALID: Status.ANSWERED, Verdict.CONTESTED: Status.CONTESTED}
_TELLING = (Found.FAIL, Found.CONTESTED, Found.UNKNOWN)


def by_meeting(law: Law, question: Question) -> Answer | None:
    """The verdict on the meeting that a question tells of; None where it tells of none, or of one elsewhere."""
    if question.elsewhere:
        return None
    try:
        told = read_words(question.text, question.as_of)
        if told is None:
            return None
        judged = judge(law, told.facts, question.as_of, question.lang)
    except FactsError as error:
        said = both("impossible", fact=term("fact", error.field), error=error)[question.lang]
        return replace(refused(question, Status.CLARIFY, said), missing=(error.field,))
    return _answer(question, told, judged)


def _answer(question: Question, told: Told, judged: Judged) -> Answer:
    report, lang = judged.report, question.lang
    checks = [check for check in report.checks if _is_shown(check, report, told)]
    notes = report.notes if report.facts.committee is Committee.SUBCOMMITTEE else ()
    used = _numbered(judged.sources, [*checks, *notes])
    steps = [_step(term("topic", check.id), check.reason, check.basis, judged.sources, used, lang) for check in checks]
    steps += [_step(both("note"), note.said, note.basis, judged.sources, used, lang) for note in notes]
    missing = _missing(report, told)
    status = Status.CLARIFY if missing else _STATUSES.get(report.verdict, Status.ANSWERED)
    return Answer(
        question=question.text,
        lang=lang,
        as_of=question.as_of,
        status=status,
        answer="\n".join([*_point(report, told, lang), *steps, *_readings(report, lang), *_premises(report, lang)]),
        kind=Kind.MEETING,
        citations=tuple(replace(citation, n=n) for citation, n in used.items()),
        warnings=judged.sources.warnings,
        missing=missing,
        meeting=judged,
    )


def _point(report: Report, told: Told, lang: Lang) -> Iterator[str]:
    for conflict in told.conflicts:
        yield both("conflicting", fact=term("fact", conflict.field), told=" / ".join(conflict.told))[lang]
    if (needed := needs_said(report, told.asked)) is not None:
        yield needed[lang]
    else:
        yield report.summary[lang]


def _missing(report: Report, told: Told) -> tuple[str, ...]:
    """What to ask for: what was told in two ways, what the checks lack, and the votes where their outcome is asked."""
    lacking = [conflict.field for conflict in told.conflicts]
    if report.verdict is Verdict.UNDETERMINED and told.asked is not Asked.NEEDED:
        lacking += report.missing
    if told.asked is Asked.RESOLUTION and not report.facts.voted and report.verdict is Verdict.VALID:
        lacking.append(VOTES[0])
    return tuple(dict.fromkeys(lacking))


def _is_shown(check: Check, report: Report, told: Told) -> bool:
    """Whether a check belongs into an answer in words: what decides, what was told, and the two majorities."""
    if check.id is Topic.NOTICE:
        return told.facts.notice_days is not None
    if check.id is Topic.RESOLUTION:
        return report.facts.voted or told.asked in (Asked.RESOLUTION, Asked.MORE_TO_CARRY)
    if check.id is Topic.EXCLUSION:
        return bool(report.facts.excluded_attending)
    if check.id is Topic.COMPOSITION and check.missing:
        return False
    told_of = {Topic.CONVENING: told.facts.convened_by, Topic.PRESIDING: told.facts.presided_by}
    return check.id is Topic.OPENING or check.status in _TELLING or told_of.get(check.id) is not None


def _numbered(found: Sources, shown: Iterable[Check | Note]) -> dict[Citation, int]:
    used = dict.fromkeys(citation for each in shown for citation in found.citations_of(each.basis))
    return {citation: n for n, citation in enumerate(used, start=1)}


def _step(
    head: Words, said: Words, basis: Iterable[Basis], found: Sources, used: dict[Citation, int], lang: Lang
) -> str:
    """One check or note in a line, with its sources."""
    rests = tuple(basis)
    marks = "".join(f" [{used[citation]}]" for citation in found.citations_of(rests))
    records = "".join(f" ({each})" for each in dict.fromkeys(r.source[lang] for r in found.records_of(rests)))
    return f"{both('step', topic=head, reason=said)[lang]}{marks}{records}"


def _readings(report: Report, lang: Lang) -> Iterator[str]:
    """Both views of contested law, each with the judgment behind it."""
    for reading in report.readings:
        yield " ".join(["-", reading.reason[lang], *(ruling.said[lang] for ruling in reading.rulings)])


def _premises(report: Report, lang: Lang) -> Iterator[str]:
    """What was taken for granted; not the notice, which decides nothing."""
    told = [each.short[lang] for each in report.assumptions if each.fact != "notice_days"]
    if told:
        yield both("premises", assumptions=", ".join(told))[lang]

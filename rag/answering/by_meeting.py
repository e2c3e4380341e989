"""Answers to questions about a meeting: its facts are read, judged, and the verdict given step by step."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.errors import FactsError
from corpus.provisions import Law
from corpus.works import Lang
from rag.answer import Answer, Citation, Kind, Status
from rag.answering.compose import refused
from rag.meetings.citing import Judged, Record, Sources, judge, warnings_of
from rag.meetings.facts import VOTES, Committee
from rag.meetings.needs import needs_said
from rag.meetings.report import Check, Note, Report, Resolved, Verdict
from rag.meetings.report import Status as Found
from rag.meetings.sheets import Basis, Topic, load_sheets
from rag.meetings.strangers import stranger
from rag.meetings.summary import headline
from rag.meetings.wording import Words, both, joined, term
from rag.meetings.words import Asked, Conflict, Told, read_words
from rag.questions.question import Question
from rag.tables import load_table

_STATUSES = {Verdict.VALID: Status.ANSWERED, Verdict.INVALID: Status.ANSWERED, Verdict.CONTESTED: Status.CONTESTED}
_TELLING = (Found.FAIL, Found.CONTESTED, Found.UNKNOWN)


def by_meeting(law: Law, question: Question) -> Answer | None:
    """The verdict on the meeting that a question tells of; None where it tells of none, or of one elsewhere.

    A question that a rule answers by counting has that answer: it may give the number of members, and tells of none.
    """
    if question.elsewhere:
        return None
    try:
        told = read_words(question.text, question.as_of)
        if told is None:
            return None
        if name := stranger(question.text):
            return refused(question, Status.NOT_FOUND, _strange(name, question.lang))
        if told.conflicts:
            return _unclear(question, told.conflicts)
        judged = judge(law, told.facts, question.as_of, question.lang)
    except FactsError as error:
        said = both("impossible", fact=term("fact", error.field), error=error)[question.lang]
        return replace(refused(question, Status.CLARIFY, said), missing=(error.field,))
    return _answer(law, question, told, judged)


def _answer(law: Law, question: Question, told: Told, judged: Judged) -> Answer:
    report, lang = judged.report, question.lang
    checks = [check for check in report.checks if _is_shown(check, report, told)]
    notes = report.notes if report.facts.committee is Committee.SUBCOMMITTEE else ()
    used = _numbered(judged.sources, [*checks, *notes])
    rests = [*((term("topic", check.id), check.reason, check.basis) for check in checks)]
    rests += ((both("note"), note.said, note.basis) for note in notes)
    steps = _steps(rests, judged.sources, used, lang)
    missing = _missing(report, told)
    status = Status.CLARIFY if missing else _STATUSES.get(report.verdict, Status.ANSWERED)
    return Answer(
        question=question.text,
        lang=lang,
        as_of=question.as_of,
        status=status,
        answer="\n".join([*_point(question, report, told), *steps, *_readings(report, lang), *_premises(report, lang)]),
        kind=Kind.MEETING,
        citations=tuple(replace(citation, n=n) for citation, n in used.items()),
        warnings=warnings_of(law, used, report.facts.date or question.as_of, lang),
        missing=missing,
        meeting=judged,
    )


def _unclear(question: Question, conflicts: Iterable[Conflict]) -> Answer:
    """What was told in several ways, or not clearly, is asked again before anything is judged by it."""
    said = [
        both(
            "conflicting" if len(each.told) > 1 else "unclear",
            fact=term("fact", each.field),
            told=" / ".join(each.told),
        )
        for each in conflicts
    ]
    answer = refused(question, Status.CLARIFY, "\n".join(each[question.lang] for each in said))
    return replace(answer, missing=tuple(dict.fromkeys(each.field for each in conflicts)))


def _strange(name: str, lang: Lang) -> str:
    """That the rules of a body are not at hand, and whose are."""
    bodies = ", ".join(sheet.name[lang] for sheet in load_sheets().values())
    return both("stranger", name=name, bodies=bodies)[lang]


def _point(question: Question, report: Report, told: Told) -> Iterator[str]:
    lang = question.lang
    if (needed := needs_said(report, told.asked)) is not None:
        yield needed[lang]
    else:
        yield joined(*_yes_or_no(question, report), headline(report))[lang]


def _yes_or_no(question: Question, report: Report) -> Iterator[Words]:
    """Yes or no where the question asks whether all is well; to one that asks whether it is not, neither is clear."""
    if re.search(load_table("meetings/asking_ill")["words"], question.text, re.IGNORECASE):
        return
    if report.verdict is Verdict.INVALID:
        yield both("no")
    elif report.verdict is Verdict.VALID and report.resolution.status is not Resolved.NOT_CARRIED:
        yield both("yes")


def _missing(report: Report, told: Told) -> tuple[str, ...]:
    """What to ask for: what the checks lack, and the votes where their outcome is asked."""
    lacking: list[str] = []
    if report.verdict is Verdict.UNDETERMINED and told.asked is not Asked.NEEDED:
        lacking += report.missing
    if told.asked is Asked.RESOLUTION and not report.facts.voted and report.verdict is Verdict.VALID:
        lacking.append(VOTES[0])
    return tuple(dict.fromkeys(lacking))


def _is_shown(check: Check, report: Report, told: Told) -> bool:
    """Whether a check belongs into an answer in words: what decides, what was told, and the two majorities."""
    if report.checks[0].status is Found.FAIL and check.status is Found.UNKNOWN:
        return False  # no rule is known of a committee that was not there
    if check.id is Topic.NOTICE:
        return told.facts.notice_days is not None
    if check.id is Topic.RESOLUTION:
        return report.facts.voted or told.asked in (Asked.RESOLUTION, Asked.MORE_TO_CARRY, Asked.NEEDED)
    if check.id is Topic.EXCLUSION:
        return bool(report.facts.excluded_attending)
    if check.id is Topic.COMPOSITION and check.missing:
        return False
    told_of: dict[Topic, object] = {
        Topic.CONVENING: told.facts.convened_by,
        Topic.PRESIDING: told.facts.presided_by,
        Topic.FORMAT: told.facts.format,
    }
    return check.id is Topic.OPENING or check.status in _TELLING or told_of.get(check.id) is not None


def _numbered(found: Sources, shown: Iterable[Check | Note]) -> dict[Citation, int]:
    used = dict.fromkeys(citation for each in shown for citation in found.citations_of(each.basis))
    return {citation: n for n, citation in enumerate(used, start=1)}


def _steps(
    rests: Iterable[tuple[Words, Words, tuple[Basis, ...]]], found: Sources, used: dict[Citation, int], lang: Lang
) -> Iterator[str]:
    """What was found and said on what basis, a line each with its sources; a recorded fact is told once."""
    told: set[Record] = set()
    for head, said, basis in rests:
        marks = "".join(f" [{used[citation]}]" for citation in found.citations_of(basis))
        records = [record for record in dict.fromkeys(found.records_of(basis)) if record not in told]
        told |= set(records)
        recorded = "".join(f" ({record.said[lang]} {record.source[lang]})" for record in records)
        yield f"{both('step', topic=head, reason=said)[lang]}{marks}{recorded}"


def _readings(report: Report, lang: Lang) -> Iterator[str]:
    """Both views of contested law, each with the judgment behind it."""
    for reading in report.readings:
        yield " ".join(["-", reading.reason[lang], *(ruling.said[lang] for ruling in reading.rulings)])


def _premises(report: Report, lang: Lang) -> Iterator[str]:
    """What was taken for granted; not the notice, which decides nothing."""
    told = [each.short[lang] for each in report.assumptions if each.fact != "notice_days"]
    if told:
        yield both("premises", assumptions=", ".join(told))[lang]

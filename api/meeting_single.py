"""One meeting for the command line: its page or JSON, and its record."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from api.meeting import model_of
from api.meeting_interview import Talk, interview
from api.meeting_page import meeting_page
from api.meeting_record import record_of
from api.record_file import refuse_existing, write_whole
from api.record_forms import html, markdown
from api.terminal import visible
from corpus.provisions import Law
from corpus.works import Lang
from rag.meetings.citing import judge
from rag.meetings.facts import Facts, facts_of
from rag.meetings.verdict import check_meeting


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to give a report: as of when, in which language, as a page or JSON, and the file of its record."""

    as_of: date
    lang: Lang
    as_json: bool = False
    needs: bool = False
    record: Path | None = None
    force: bool = False


def judge_one(
    law: Law, told: Mapping[str, object], wanted: Wanted, ask: Callable[[str], str | None] | None = None
) -> str:
    """The page or JSON of a meeting; its record is written, and with `ask` its missing facts are asked for.

    Raises FactsError, and JoryeError for a record that cannot be written.
    """
    if wanted.record is not None and not wanted.force:
        refuse_existing(wanted.record)
    if ask is not None:
        talk = Talk(ask, lambda said: print(said, file=sys.stderr), wanted.lang)  # noqa: T201
        told = interview(told, lambda facts: check_meeting(facts_of(facts), wanted.as_of), talk)
    facts = facts_of(told)
    if wanted.as_json:
        said = model_of(law, facts, wanted.as_of, wanted.lang).model_dump_json(indent=2)
    else:
        said = meeting_page(judge(law, facts, wanted.as_of, wanted.lang), wanted.as_of, wanted.lang, needs=wanted.needs)
    if wanted.record is not None:
        _write_record(law, facts, wanted, wanted.record)
    return said


def _write_record(law: Law, facts: Facts, wanted: Wanted, file: Path) -> None:
    judged = judge(law, facts, wanted.as_of, wanted.lang)
    record = record_of(judged, wanted.as_of, wanted.lang, version("jorye"))
    form = html if file.suffix.lower() == ".html" else markdown
    write_whole(file, visible(form(record)), force=wanted.force)

"""Meetings judged for the doors: one, or many as JSON Lines."""

import codecs
import json
import time
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from pydantic import ValidationError

from api.meeting_request import MeetingRequest
from api.meeting_schema import MeetingModel
from corpus.errors import FactsError, JoryeError
from corpus.provisions import Law
from corpus.works import Lang
from rag.meetings.citing import Judged, sources
from rag.meetings.facts import Facts
from rag.meetings.verdict import check_meeting


def judge(law: Law, facts: Facts, as_of: date, lang: Lang) -> Judged:
    """The report on a meeting with what it rests on; raises FactsError."""
    report = check_meeting(facts, as_of)
    return Judged(report, sources(law, report, report.facts.date or as_of, as_of, lang))


def model_of(law: Law, facts: Facts, as_of: date, lang: Lang) -> MeetingModel:
    """The report on a meeting as JSON, with the time that it took; raises FactsError."""
    begun = time.perf_counter()
    judged = judge(law, facts, as_of, lang)
    return MeetingModel.of(judged, as_of, lang, round((time.perf_counter() - begun) * 1000))


def judge_all(law: Law, lines: Iterable[bytes], out: TextIO, as_of: date, lang: Lang) -> int:
    """Judge the meeting on each line on a line of its own; a bad one becomes `{"error": …, "field": …}`.

    A line may have a day and a language of its own. Returns the exit code.
    """
    failed = False
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            said, good = _line(law, line, number, as_of, lang)
            failed |= not good
            out.write(said + "\n")
            out.flush()
    return int(failed)


def _line(law: Law, line: bytes, number: int, as_of: date, lang: Lang) -> tuple[str, bool]:
    try:
        request = MeetingRequest.model_validate_json(line)
        wanted = request.lang if "lang" in request.model_fields_set else lang
        return model_of(law, request.told, request.as_of or as_of, wanted).model_dump_json(), True
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        return _error(number, f"{field or 'the line'}: {first['msg']}", field), False
    except FactsError as error:
        return _error(number, str(error), error.field), False
    except JoryeError as error:
        return _error(number, str(error), ""), False


def _error(number: int, said: str, field: str) -> str:
    return json.dumps({"error": f"line {number}: {said}", "field": field or None}, ensure_ascii=False)

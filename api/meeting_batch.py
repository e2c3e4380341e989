"""Many meetings as JSON Lines."""

from collections.abc import Iterable
from datetime import date
from typing import TextIO

from pydantic import ValidationError

from api.doubled_keys import refuse_doubled
from api.failures import sayable
from api.json_lines import answer_lines, error_line
from api.meeting import model_of
from api.meeting_request import MeetingRequest
from corpus.errors import FactsError, JoryeError
from corpus.provisions import Law
from corpus.works import Lang


def judge_all(law: Law, lines: Iterable[bytes], out: TextIO, as_of: date, lang: Lang) -> int:
    """Judge the meeting on each line on a line of its own; a bad one becomes `{"error": …, "field": …}`.

    A line may have a day and a language of its own. Returns the exit code.
    """
    return answer_lines(lines, out, lambda line, number: _line(law, line, number, as_of, lang))


def _line(law: Law, line: bytes, number: int, as_of: date, lang: Lang) -> tuple[str, bool]:
    try:
        refuse_doubled(line)
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
    return error_line(number, said, field=sayable(field) or None)

"""Questions from the command line: one, or many as JSON Lines."""

import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import TextIO

from pydantic import ValidationError

from api.json_lines import answer_lines, error_line
from api.page import answer_page
from api.schema import AnswerModel, AskRequest
from corpus.errors import JoryeError
from corpus.works import Lang
from rag.assistant import Assistant


def ask_one(opened: Callable[[], Assistant], question: str, as_of: date, lang: Lang | None, *, as_json: bool) -> str:
    """The page or JSON of one answer; raises JoryeError."""
    begun = time.perf_counter()
    answer = opened().ask(question, as_of, lang)
    if as_json:
        return AnswerModel.of(answer, _since(begun)).model_dump_json(indent=2)
    return answer_page(answer)


def ask_all(assistant: Assistant, lines: Iterable[bytes], out: TextIO, as_of: date, lang: Lang | None) -> int:
    """Answer each line on a line of its own; a bad line becomes `{"error": …}`. Returns the exit code."""
    return answer_lines(lines, out, lambda line, number: _line(assistant, line, number, as_of, lang))


def _line(assistant: Assistant, line: bytes, number: int, as_of: date, lang: Lang | None) -> tuple[str, bool]:
    begun = time.perf_counter()
    try:
        request = AskRequest.model_validate_json(line)
        answer = assistant.ask(request.question, request.as_of or as_of, request.lang or lang, request.earlier)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        return error_line(number, f"{where}: {first['msg']}"), False
    except JoryeError as error:
        return error_line(number, str(error)), False
    return AnswerModel.of(answer, _since(begun)).model_dump_json(), True


def _since(begun: float) -> int:
    return round((time.perf_counter() - begun) * 1000)

"""Errors over HTTP: problem+json (RFC 9457) for every refusal, one line of detail for a person."""

from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.failures import failure, sayable
from corpus.errors import FactsError, JoryeError

UNPROCESSABLE = 422
NOT_FOUND = 404
_MEDIA_TYPE = "application/problem+json"


class ProblemModel(BaseModel):
    """A refusal: what kind it is, and in one line what to mend."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str = Field(description="What was expected, what was found and what to do, in one line.")
    field: str = Field("", description="The fact of the meeting to mend; only where there is one.")


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How the refusals with these statuses are told of in the description of the HTTP interface."""
    content = {_MEDIA_TYPE: {"schema": ProblemModel.model_json_schema()}}
    said = {UNPROCESSABLE: "The request cannot be read or followed.", NOT_FOUND: "There is no such provision."}
    return {status: {"description": said[status], "content": content} for status in statuses}


def answer_with_problems(app: FastAPI) -> None:
    """Let the application answer every error as problem+json."""

    @app.exception_handler(JoryeError)
    def known(_: Request, error: JoryeError) -> JSONResponse:
        found = failure(error)
        more = {"field": error.field} if isinstance(error, FactsError) else {}
        return _problem(found.http_status, found.title, str(error), **more)

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return _problem(UNPROCESSABLE, "The request cannot be read", f"{where}: {first['msg']}")

    @app.exception_handler(HTTPException)
    def refused(_: Request, error: HTTPException) -> JSONResponse:
        return _problem(error.status_code, "The request cannot be served", str(error.detail))


def _problem(status: int, title: str, detail: str, **more: str) -> JSONResponse:
    """The body of a problem; `more` are members of its own, such as the field to mend."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": sayable(detail)}
    body |= {name: sayable(text) for name, text in more.items()}
    return JSONResponse(body, status, media_type=_MEDIA_TYPE)

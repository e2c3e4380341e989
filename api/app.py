"""The HTTP door: `create_app(assistant)`."""

import time
from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.responses import JSONResponse

from api.failures import failure
from api.schema import AnswerModel, AskRequest, HitModel, ProvisionModel, WorkModel
from corpus.errors import JoryeError
from corpus.identifiers import ProvisionId
from corpus.works import Lang
from rag.assistant import Assistant

MAX_HITS = 50


def create_app(assistant: Assistant, today: Callable[[], date] = date.today) -> FastAPI:
    """The application over one assistant; `today` tells the day that questions without `as_of` are about."""
    app = FastAPI(title="jorye", summary="Answers about Seoul's ordinances, from their own text.")

    @app.exception_handler(JoryeError)
    def problem(_: Request, error: JoryeError) -> JSONResponse:
        found = failure(error)
        body = {"type": "about:blank", "title": found.title, "status": found.http_status, "detail": str(error)}
        return JSONResponse(body, found.http_status, media_type="application/problem+json")

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        """Whether the process lives."""
        return {"status": "ok"}

    @app.get("/readyz")
    def readyz() -> dict[str, int]:
        """How many provisions can be asked about."""
        return {"provisions": len(assistant.law)}

    @app.post("/v1/ask")
    def ask(request: AskRequest) -> AnswerModel:
        """Answer a question from the texts in force on a day."""
        begun = time.perf_counter()
        answer = assistant.ask(request.question, request.as_of or today(), request.lang)
        return AnswerModel.of(answer, round((time.perf_counter() - begun) * 1000))

    @app.get("/v1/search")
    def search(
        q: str, as_of: date | None = None, count: Annotated[int, Query(ge=1, le=MAX_HITS)] = 10
    ) -> list[HitModel]:
        """The provisions found for a question, best first."""
        return [HitModel.of(hit, assistant.law) for hit in assistant.search(q, as_of or today(), count)]

    @app.get("/v1/works")
    def works() -> list[WorkModel]:
        """All works, with the versions they are known to have had."""
        return [WorkModel.of(work) for work in assistant.law.works.values()]

    @app.get("/v1/provisions/{key:path}")
    def provision(key: str, as_of: date | None = None, lang: Lang | None = None) -> ProvisionModel:
        """One provision; without a version in the id, as of a day."""
        found = assistant.law.dated(ProvisionId.parse(key), as_of or today())
        return ProvisionModel.of(assistant.law, assistant.law.provision(found), lang)

    return app

"""The HTTP door: `create_app(assistant)`."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, FastAPI, Header, Query
from fastapi.responses import StreamingResponse

from api.events import AT_ONCE, MEDIA_TYPE, STREAMED, events, wants_events
from api.history import HistoryModel
from api.hit_schema import HitModel
from api.meeting import model_of
from api.meeting_request import MeetingRequest
from api.meeting_route import MeetingRoute
from api.meeting_schema import MeetingModel
from api.problems import NOT_FOUND, UNPROCESSABLE, answer_with_problems, problems
from api.provision_schema import ProvisionModel
from api.schema import AnswerModel, AskRequest, Day, WorkModel
from corpus.identifiers import ProvisionId
from corpus.legislation import load_bills
from corpus.works import Lang, Standing
from rag.assistant import Assistant
from rag.history import history
from rag.model.draft import whole
from rag.search.filters import MOST_HITS, read_filters


def create_app(assistant: Assistant, today: Callable[[], date] = date.today) -> FastAPI:
    """The application over one assistant; `today` tells the day that questions without `as_of` are about."""
    app = FastAPI(title="jorye", summary="Answers about Seoul's ordinances, from their own text.")
    answer_with_problems(app)
    app.include_router(_health(assistant))
    app.include_router(_questions(assistant, today), prefix="/v1")
    app.include_router(_meetings(assistant, today), prefix="/v1/meetings")
    app.include_router(_search(assistant, today), prefix="/v1")
    app.include_router(_texts(assistant, today), prefix="/v1")
    return app


def _health(assistant: Assistant) -> APIRouter:
    router = APIRouter()

    @router.get("/healthz")
    def healthz() -> dict[str, str]:
        """Whether the process lives."""
        return {"status": "ok"}

    @router.get("/readyz")
    def readyz() -> dict[str, int]:
        """How many provisions can be asked about."""
        return {"provisions": len(assistant.law)}

    return router


def _questions(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    router = APIRouter()

    @router.post("/ask", responses=problems(UNPROCESSABLE) | STREAMED, response_model=AnswerModel)
    def ask(request: AskRequest, accept: Annotated[str, Header()] = "") -> AnswerModel | StreamingResponse:
        """Answer a question, alone or after earlier ones, from the texts of a day: as JSON or as server-sent events."""
        begun = time.perf_counter()
        parts = assistant.stream(request.question, request.as_of or today(), request.lang, request.earlier)

        def took() -> int:
            return round((time.perf_counter() - begun) * 1000)

        if wants_events(accept):
            return StreamingResponse(events(parts, took), media_type=MEDIA_TYPE, headers=AT_ONCE)
        return AnswerModel.of(whole(parts), took())

    return router


def _meetings(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    router = APIRouter(route_class=MeetingRoute)

    @router.post("/check", responses=problems(UNPROCESSABLE))
    def check(request: MeetingRequest) -> MeetingModel:
        """Judge a meeting from its facts: a verdict, and every step to it with its article."""
        return model_of(assistant.law, request.told, request.as_of or today(), request.lang)

    return router


def _search(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    router = APIRouter()

    @router.get("/search", responses=problems(UNPROCESSABLE))
    def search(
        q: str,
        as_of: Day | None = None,
        count: Annotated[int, Query(ge=1, le=MOST_HITS)] = 10,
        lang: Annotated[Sequence[Lang], Query()] = (),
        work: Annotated[Sequence[str], Query(description="The slug or a name of a work.")] = (),
        status: Annotated[Sequence[Standing], Query(description="What a text is worth on the day.")] = (),
        neighbours: bool = False,
    ) -> list[HitModel]:
        """The provisions found for a question, those that it refers to first, then best first.

        `lang`, `work` and `status` may be given several times; without them nothing is left out.
        """
        day, law = as_of or today(), assistant.law
        hits = assistant.search(q, day, count, read_filters(law.works.values(), work, lang, status))
        return [HitModel.of(hit, law, day, neighbours=neighbours) for hit in hits]

    return router


def _texts(assistant: Assistant, today: Callable[[], date]) -> APIRouter:
    router = APIRouter()

    @router.get("/works")
    def works() -> list[WorkModel]:
        """All works, with the versions they are known to have had."""
        return [WorkModel.of(work) for work in assistant.law.works.values()]

    @router.get("/provisions/{key:path}/history", responses=problems(NOT_FOUND, UNPROCESSABLE))
    def provision_history(key: str, as_of: Day | None = None, lang: Lang = "ko") -> HistoryModel:
        """How a provision, or with the id of a work the whole ordinance, came to read as it does on a day."""
        told = history(assistant.law, load_bills(), ProvisionId.parse(key), as_of or today(), lang)
        return HistoryModel.of(told)

    @router.get("/provisions/{key:path}", responses=problems(NOT_FOUND, UNPROCESSABLE))
    def provision(
        key: str, as_of: Day | None = None, lang: Lang | None = None, against: Day | None = None
    ) -> ProvisionModel:
        """One provision; without a version in the id, as of a day; compared with the version in force on `against`."""
        asked, day = ProvisionId.parse(key), as_of or today()
        found = assistant.law.provision(assistant.law.dated(asked, day))
        return ProvisionModel.of(assistant.law, found, lang, against, day if asked.version is None else None)

    return router

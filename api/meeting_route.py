"""The route of meetings: a body that names a fact twice is refused before it is read."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from api.doubled_keys import refuse_doubled


class MeetingRoute(APIRoute):
    """A route that raises FactsError for a JSON object with a key given twice."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with the body looked at first."""
        handle = super().get_route_handler()

        async def looked_at(request: Request) -> Response:
            refuse_doubled(await request.body())
            return await handle(request)

        return looked_at

"""Serving: the address is tried first, so that a taken one is said before any work is done."""

import gc
import socket
from datetime import date
from typing import Any

from api.access_log import WithoutQuestions
from api.app import create_app
from corpus.errors import AddressError
from rag.assistant import Assistant


def try_address(host: str, port: int) -> None:
    """Make sure that the server could listen; raises AddressError."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        problem = f"Cannot listen on {host} port {port}: {reason}. Choose another --host or --port."
        raise AddressError(problem) from error


def run(assistant: Assistant, host: str, port: int, day: date) -> None:
    """Answer requests until the process is told to stop."""
    import uvicorn
    from uvicorn.config import LOGGING_CONFIG

    for question in ("위원회", "committee"):
        assistant.search(question, day)  # loads what the first question would wait for
    gc.freeze()  # what is loaded by now lives as long as the server: no collection need look at it
    uvicorn.run(create_app(assistant), host=host, port=port, log_level="info", log_config=_log(LOGGING_CONFIG))


def _log(usual: dict[str, Any]) -> dict[str, Any]:
    """The usual log, with access told of by the filter alone."""
    access = usual["loggers"]["uvicorn.access"] | {"filters": ["questions"]}
    filters = {"filters": {"questions": {"()": WithoutQuestions}}}
    return usual | filters | {"loggers": usual["loggers"] | {"uvicorn.access": access}}

"""A language model to ask: a real HTTP server on a free port that speaks the OpenAI chat completions protocol."""

import json
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

PIECE = 7


@dataclass
class Model:
    """What the server is asked, and what it replies in turn; the last reply again to every further request."""

    replies: list["Reply"] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""
    released: threading.Event = field(default_factory=threading.Event)

    def begin(self, *replies: "Reply") -> None:
        """Forget what was asked, and reply so from now on."""
        self.replies, self.asked, self.keys = list(replies), [], []

    def told(self, request: int = -1) -> str:
        """All that a request said to the model."""
        return "\n".join(each["content"] for each in self.asked[request]["messages"])


class Handler(BaseHTTPRequestHandler):
    """Answers a request for a chat completion, in pieces where that is asked for."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        """Answer."""
        model: Model = self.server.model
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        model.asked.append({"path": self.path} | body)
        model.keys.append(self.headers.get("Authorization", ""))
        reply = model.replies.pop(0) if len(model.replies) > 1 else model.replies[0]
        self.close_connection = True
        try:
            reply(self)
        except OSError:  # the one who asked has heard enough
            self.wfile = BytesIO()

    def begin(self, kind: str, status: int = 200) -> None:
        """Send the head of an answer that lasts until the connection ends."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def piece(self, text: str | None, reason: str | None = None) -> None:
        """Send a piece of what the model writes, or the reason why it ends."""
        delta = {"role": "assistant"} | ({} if text is None else {"content": text})
        self.data({"object": "chat.completion.chunk", "choices": [self.choice("delta", delta, reason)]})

    def data(self, told: dict) -> None:
        """Send one event."""
        self.wfile.write(f"data: {json.dumps({'id': 'c', 'created': 1, 'model': 'test'} | told)}\n\n".encode())
        self.wfile.flush()

    def choice(self, name: str, told: dict, reason: str | None) -> dict:
        """The one choice of an answer."""
        return {"index": 0, name: told, "finish_reason": reason}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Reply = Callable[[Handler], None]


def says(text: str) -> Reply:
    """The model writes a text, and ends as it should."""

    def reply(handler: Handler) -> None:
        if not handler.server.model.asked[-1].get("stream"):
            handler.begin("application/json")
            choice = handler.choice("message", {"role": "assistant", "content": text}, "stop")
            told = {"id": "c", "created": 1, "model": "test", "object": "chat.completion", "choices": [choice]}
            handler.wfile.write(json.dumps(told).encode())
            return
        handler.begin("text/event-stream")
        for at in range(0, len(text), PIECE):
            handler.piece(text[at : at + PIECE])
        handler.piece(None, "stop")
        handler.wfile.write(b"data: [DONE]\n\n")

    return reply


def writes(*objects: object) -> Reply:
    """The model writes JSON Lines."""
    return says("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects))


def sentence(text: str, *cited: int, **quotes: str) -> dict:
    """A sentence in the form that is asked for; `q1="…"` quotes passage 1."""
    return {
        "text": text,
        "citations": list(cited),
        "quotes": [{"n": int(name[1:]), "quote": words} for name, words in quotes.items()],
    }


def fails(status: int, said: str = "no") -> Reply:
    """An answer of a status, with the body that OpenAI sends."""

    def reply(handler: Handler) -> None:
        handler.begin("application/json", status)
        handler.wfile.write(json.dumps({"error": {"message": said, "type": "x", "code": None}}).encode())

    return reply


def cut_after(text: str) -> Reply:
    """The connection is reset in the middle of what the model writes."""

    def reply(handler: Handler) -> None:
        handler.begin("text/event-stream")
        handler.piece(text)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()
        handler.wfile = BytesIO()

    return reply


def stuck_after(text: str = "") -> Reply:
    """Nothing comes after a text until the server is let go."""

    def reply(handler: Handler) -> None:
        if text:
            handler.begin("text/event-stream")
            handler.piece(text)
        handler.server.model.released.wait(60)

    return reply


def without_end(line: str) -> Reply:
    """The model writes the same again and again, until nobody listens."""

    def reply(handler: Handler) -> None:
        handler.begin("text/event-stream")
        while not handler.server.model.released.is_set():
            handler.piece(line)

    return reply


def serve(model: Model) -> tuple[ThreadingHTTPServer, threading.Thread]:
    """The running server of a model."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.model = model
    server.daemon_threads = True
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    return server, thread

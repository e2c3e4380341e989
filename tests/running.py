"""Servers that run for tests, with the clients that ask them."""

import socket
import threading
import time
from contextlib import contextmanager

import httpx
import uvicorn

PATIENCE = 30


@contextmanager
def client_of(app, **options):
    """A client of an application that is served on a free port, until the block ends; the server must end with it."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        with httpx.Client(base_url=address, trust_env=False, timeout=PATIENCE, **options) as opened:
            yield opened
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()
    assert not thread.is_alive()


def without_proxies(patch):
    """Let no proxy of the environment stand before what runs here."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        patch.delenv(name, raising=False)
        patch.delenv(name.upper(), raising=False)

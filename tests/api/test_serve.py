"""`jorye serve` as a process."""

import contextlib
import re
import signal
import socket
import subprocess
import time

import httpx
import pytest

PATIENCE = 60


@pytest.fixture
def serve(script, environment, tmp_path):
    """Starts `jorye serve` on a free port; gives the process and a client once it says where it listens."""
    with contextlib.ExitStack() as open_things:

        def start(home):
            log = tmp_path / "log"
            process = subprocess.Popen(
                [script, "serve", "--port", "0"],
                env=environment | {"JORYE_HOME": str(home)},
                stderr=open_things.enter_context(log.open("wb")),
                cwd=tmp_path,
            )
            open_things.callback(process.wait)
            open_things.callback(process.kill)
            until = time.monotonic() + PATIENCE
            while not (said := re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))):
                assert process.poll() is None, log.read_text(encoding="utf-8")
                assert time.monotonic() < until, "the server never said where it listens"
                time.sleep(0.02)
            client = httpx.Client(base_url=said.group(), trust_env=False, timeout=PATIENCE)
            return process, open_things.enter_context(client), log

        yield start


@pytest.mark.slow
def test_serve_builds_a_missing_index_answers_and_ends_when_told(serve, tmp_path):
    process, client, log = serve(tmp_path / "new")
    assert client.get("/readyz").status_code == 200
    answer = client.post("/v1/ask", json={"question": "Who convenes the AI Committee?"}).json()
    assert answer["citations"][0]["id"] == "seoul-ai-ordinance@2025-09-29/art-14/para-1"
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) in (0, -signal.SIGTERM)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert len([*(tmp_path / "new").glob("index/*/manifest.json")]) == 1


def test_a_port_that_is_taken_is_one_clear_line(jorye):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = jorye("serve", "--port", port)
    assert ran.refused(1), ran
    assert port in ran.err


def test_serve_with_a_home_that_cannot_be_used_is_one_clear_line(jorye, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert jorye("serve", "--port", "0", JORYE_HOME=tmp_path / "file").refused(1)

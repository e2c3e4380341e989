"""`jorye serve` as a process."""

import signal
import socket

import pytest

PATIENCE = 60


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

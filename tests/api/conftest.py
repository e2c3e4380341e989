"""Fixtures of the doors: `jorye meeting` in this process and as one of its own, and `jorye serve`."""

import contextlib
import re
import subprocess
import time

import httpx
import pytest

PATIENCE = 60


@pytest.fixture(scope="module")
def meeting(here, tmp_path_factory):
    """Runs `jorye meeting` in this process, with no index anywhere."""
    bare = tmp_path_factory.mktemp("bare") / "home"

    def run(*arguments, stdin: bytes = b""):
        ran = here("meeting", *arguments, stdin=stdin, JORYE_HOME=bare)
        assert not bare.exists()
        return ran

    return run


@pytest.fixture(scope="module")
def process(execute, script, tmp_path_factory):
    """Runs `jorye meeting` as a process, with no index anywhere."""
    bare = tmp_path_factory.mktemp("bare") / "home"
    return lambda *arguments, stdin=b"": execute([script, "meeting", *arguments], stdin, JORYE_HOME=bare)


@pytest.fixture
def serve(script, environment, tmp_path):
    """Starts `jorye serve` on a free port; gives the process and a client once it says where it listens."""
    with contextlib.ExitStack() as open_things:

        def start(home):
            log = tmp_path / "log"
            process = subprocess.Popen(
                [script, "serve", "--port", "0"],
                env=environment | {"JORYE_HOME": str(home)},
                stdout=open_things.enter_context(log.open("wb")),
                stderr=subprocess.STDOUT,
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

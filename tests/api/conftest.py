"""Fixtures of the doors: `jorye meeting` in this process and as one of its own."""

import pytest


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

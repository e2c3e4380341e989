"""`jorye` and its assistant in this process, for tests of what is said rather than of the process that says it."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import rag.assistant
from api.cli import main
from corpus.provisions import Law
from rag.assistant import Assistant, open_assistant
from rag.ranking.opening import load_models
from rag.settings import Settings

load_once = cache(load_models)
"""The models for an embedding by its name; Kiwi takes longer to load than a command to run."""


def open_here(settings: Settings, law: Law | None = None) -> Assistant:
    """The assistant of these settings, over the models that are loaded already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rag.assistant, "load_models", load_once)
        return open_assistant(settings, lambda passages, _: passages, law=law)


def run_here(
    arguments: Sequence[str], stdin: bytes, variables: Mapping[str, str], folder: Path
) -> tuple[int, str, str]:
    """The exit code, the output and the errors of a command, run in a folder with these variables and no others."""
    wide = {"COLUMNS": "100", "OPENBLAS_NUM_THREADS": "1"}  # as wide as where there is no terminal
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            patch.delenv(name)
        for name, value in {**wide, **variables}.items():
            patch.setenv(name, value)
        patch.chdir(folder)
        patch.setattr(os, "_exit", _refused_to_end)
        patch.setattr(rag.assistant, "load_models", load_once)
        ran = CliRunner().invoke(main, arguments, input=stdin, prog_name="jorye", catch_exceptions=False)
    return ran.exit_code, ran.stdout, ran.stderr


def _refused_to_end(code: int) -> None:
    raise AssertionError(f"the command ended its process with {code}, which here is that of the tests")

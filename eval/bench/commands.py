"""Whole commands, each a new process: `jorye ask` and `jorye ingest`, beside processes in which Kiwi works alone."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.errors import JoryeError
from corpus.exemplars import load_exemplars
from eval.bench.ingestion import seconds, texts
from rag.settings import KIWI

QUESTION = "인공지능위원회 회의의 의사정족수는?"
_PATIENCE = 300
_JORYE = "from api.cli import main; main()"
_KIWI_ASKED = "import sys; from ingest.morphemes import Morphemes; Morphemes().words(sys.argv[1])"
_KIWI_READS = """
import json, sys
from kiwipiepy import Kiwi
with open(sys.argv[1], encoding="utf-8") as file:
    texts = json.load(file)
for _ in Kiwi().tokenize(texts):
    pass
"""


class Commands(NamedTuple):
    """Seconds of whole commands at the median, from the start of the process to its end.

    `kiwi_asked` loads Kiwi and reads the question of `ask`; `kiwi_reads` makes a plain `Kiwi()` tokenise, in one call
    on all cores, the texts and exemplars that `ingest` takes in.
    """

    ask: float
    kiwi_asked: float
    ingest: float
    kiwi_reads: float


def commands(home: Path, rounds: int) -> Commands:
    """Each command timed so often, by turns, after one for nothing; the home has its index, ingestion gets new ones."""
    with tempfile.TemporaryDirectory(prefix="jorye-") as folder:
        read = Path(folder) / "read.json"
        exemplars = [each.text for each in load_exemplars()]
        read.write_text(json.dumps([*(each.whole for each in texts(0)), *exemplars]), encoding="utf-8")
        runs: list[Callable[[int], None]] = [
            lambda _: _process(home, _JORYE, "ask", QUESTION),
            lambda _: _process(home, _KIWI_ASKED, QUESTION),
            lambda turn: _process(Path(folder) / f"home-{turn}", _JORYE, "ingest"),
            lambda _: _process(home, _KIWI_READS, str(read)),
        ]
        found = [[seconds(partial(run, turn)).wall for run in runs] for turn in range(rounds + 1)]
    return Commands(*np.median(found[1:], axis=0).tolist())


def _process(home: Path, code: str, *arguments: str) -> None:
    with tempfile.TemporaryFile() as told:
        environment = {**os.environ, "JORYE_HOME": str(home), "JORYE_EMBEDDING": KIWI, "JORYE_LAW_DIR": ""}
        ran = subprocess.run(  # noqa: S603 - the program is this one
            [sys.executable, "-c", code, *arguments],
            env=environment, stdout=told, stderr=told, timeout=_PATIENCE, check=False,
        )  # fmt: skip
        if ran.returncode:
            told.seek(0)
            raise JoryeError(f"A process that was timed failed: {told.read().decode('utf-8', 'replace').strip()}")

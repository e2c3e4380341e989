"""`python -m eval.bench`: how long ingestion and questions take beside Kiwi alone and the naive peer, as Markdown."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.errors import JoryeError
from eval.bench.asking import warm
from eval.bench.commands import commands
from eval.bench.ingestion import Seconds, ingestion_round, texts
from eval.bench.tables import VARIANTS, Sized, processes, questions, taking_in
from rag.assistant import open_assistant
from rag.settings import Settings

_PATIENCE = 1800


def main() -> int:
    """Measure and print; the exit code is 1 after an error."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=5, metavar="N", help="how often each thing is timed; 5 if not given"
    )
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    try:
        if options.one:
            variants, turn = options.one
            print(json.dumps(ingestion_round(texts(variants), turn)))
        else:
            _measure(max(1, options.rounds))
    except JoryeError as error:
        print(f"python -m eval.bench: {error}", file=sys.stderr)
        return 1
    return 0


def _measure(rounds: int) -> None:
    sizes = [_sized(name, variants, rounds) for name, variants in VARIANTS.items()]
    print(taking_in(sizes), end="\n\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="jorye-") as folder:
        open_assistant(Settings(Path(folder)), lambda items, _: items)
        print(questions(*warm(Path(folder))), end="\n\n", flush=True)
        print(processes(commands(Path(folder), rounds)))


def _sized(name: str, variants: int, rounds: int) -> Sized:
    documents = texts(variants)
    found = []
    for turn in range(rounds):
        print(f"{name}, round {turn + 1} of {rounds} …", file=sys.stderr)
        found.append(_round(variants, turn))
    return Sized(name, len(documents), sum(len(each.whole) for each in documents), found)


def _round(variants: int, turn: int) -> dict[str, Seconds]:
    command = [sys.executable, "-m", "eval.bench", "--one", str(variants), str(turn)]
    alike = os.environ | {"OPENBLAS_NUM_THREADS": "1"}  # as the command line has it
    ran = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False, env=alike)  # noqa: S603 - this program
    if ran.returncode:
        raise JoryeError(ran.stderr.strip().removeprefix("python -m eval.bench: "))
    return {name: Seconds(*each) for name, each in json.loads(ran.stdout).items()}


if __name__ == "__main__":
    sys.exit(main())

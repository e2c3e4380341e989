"""`python -m eval`: asks every labelled question and prints the measures; fails below the thresholds.

`python -m eval retrieval` measures retrieval over other people's texts instead; see `python -m eval retrieval --help`.
`python -m eval meetings` measures what is read in meetings told in words.
"""

import argparse
import json
import os
import sys
import tomllib
from importlib.resources import files

from corpus.errors import JoryeError
from eval.cases import load_cases, load_held_out
from eval.measures import Outcome
from eval.meetings import main as measure_meetings
from eval.peer import compared, peers, side_by_side
from eval.report import measures, misses, table
from eval.retrieval.door import main as measure_retrieval
from eval.retrieval.systems.models import Models
from ingest.reading import read_law
from rag.assistant import open_assistant
from rag.settings import Settings


def main() -> int:
    """Run the evaluation; the exit code is 1 when a measure is below its threshold."""
    if sys.argv[1:2] == ["retrieval"]:
        return measure_retrieval(sys.argv[2:], os.environ)
    if sys.argv[1:2] == ["meetings"]:
        return measure_meetings(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument("--misses", action="store_true", help="print every miss as well")
    parser.add_argument("--package", action="store_true", help="ask of the texts in the package alone")
    parser.add_argument("--held-out", action="store_true", help="ask the questions nobody looked at while building")
    parser.add_argument("--peer", action="store_true", help="print recall beside that of a naive pipeline as well")
    try:
        return _measure(parser.parse_args(), Settings.from_environment(os.environ))
    except JoryeError as error:
        print(f"python -m eval: {error}", file=sys.stderr)
        return 1


def _measure(options: argparse.Namespace, settings: Settings) -> int:
    others = peers(Models(settings.embedding)) if options.peer else ()
    law = read_law() if options.package else None
    assistant = open_assistant(settings, lambda passages, _: passages, law=law)
    outcomes = [
        Outcome.of(
            case,
            assistant.ask(case.question, case.as_of, earlier=case.earlier),
            assistant.search(case.question, case.as_of),
        )
        for case in (load_held_out() if options.held_out else load_cases())
    ]
    values = measures(outcomes, assistant.law)
    if options.misses:
        print("\n".join(misses(outcomes)), end="\n\n")
    beside = compared(others, outcomes, assistant.law) if options.peer else {}
    if options.json:
        print(json.dumps(values | ({"peers": beside} if beside else {}), indent=1))
    else:
        print(table(values, len(outcomes)), *([side_by_side(beside)] if beside else []), sep="\n\n")
    return 0 if options.held_out else _gate(values)


def _gate(values: dict[str, float]) -> int:
    limits = tomllib.loads(files("eval").joinpath("thresholds.toml").read_text(encoding="utf-8"))
    low = [
        f"{name} {values[name]:.1%} < {limit:.1%}" for name, limit in limits["at_least"].items() if values[name] < limit
    ]
    high = [
        f"{name} {values[name]:.1%} > {limit:.1%}" for name, limit in limits["at_most"].items() if values[name] > limit
    ]
    for line in low + high:
        print(f"below threshold: {line}", file=sys.stderr)
    return int(bool(low + high))


if __name__ == "__main__":
    sys.exit(main())

"""`python -m eval retrieval`: runs retrieval systems over folders of documents, queries and judgements.

A folder holds corpus.jsonl, queries.jsonl and qrels.tsv (or qrels/test.tsv). Prints recall, MRR and nDCG with 95 %
intervals, how much better `ours` is than each system query by query, and times; × is a time by that for making the
words of the same texts alone, on one core.
"""

import argparse
import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from corpus.errors import JoryeError, UsageError
from eval.retrieval.bootstrap import CONFIDENCE, RESAMPLES, SEED
from eval.retrieval.collection import Collection, Query
from eval.retrieval.reading import read_collection
from eval.retrieval.report import Report, as_json, report
from eval.retrieval.run import run, words_alone
from eval.retrieval.systems.lexical import CONSTANTS
from eval.retrieval.systems.models import Models
from eval.retrieval.systems.naive import CHUNK_OVERLAP, CHUNK_SIZE
from eval.retrieval.systems.registry import SYSTEMS, make
from eval.retrieval.table import table
from rag.settings import Settings

_PACKAGES = (
    "jorye", "kiwipiepy", "kiwipiepy_model", "bm25s", "numpy", "chromadb", "langchain-core",
    "langchain-text-splitters", "sentence-transformers",
)  # fmt: skip


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Measure and print, with the settings of an environment; the exit code is 1 or 2 after an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        _measure(options, Models(Settings.from_environment(environment).embedding))
    except JoryeError as error:
        print(f"python -m eval retrieval: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval retrieval", description=__doc__)
    parser.add_argument(
        "--data", nargs="+", action="extend", type=Path, required=True, metavar="DIR", help="folders, one table each"
    )
    parser.add_argument(
        "--system", nargs="+", action="extend", choices=SYSTEMS, metavar="NAME",
        help=f"all if not given: {', '.join(SYSTEMS)}",
    )  # fmt: skip
    parser.add_argument("--limit", type=_count, metavar="N", help="ask only so many queries, evenly spaced")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    return parser


def _count(told: str) -> int:
    if not told.isascii() or not told.isdigit() or not int(told):
        raise argparse.ArgumentTypeError(f"{told} is no number of queries; give a whole one from 1 on")
    return int(told)


def _measure(options: argparse.Namespace, models: Models) -> None:
    """All is read and loaded before anything is run, so that the fault of the last one is told at once."""
    names = [name for name in SYSTEMS if not options.system or name in options.system]
    collections = [read_collection(folder).limited(options.limit) for folder in options.data]
    for name in names:
        make(name, models)
    reports = []
    for collection in collections:
        reports.append(_report(collection, names, models))
        if not options.json:
            print(table(reports[-1]), end="\n\n", flush=True)
    if options.json:
        told = {"settings": _settings(options, models), "versions": _versions()}
        print(json.dumps({**told, "collections": [as_json(each) for each in reports]}, indent=1))


def _report(collection: Collection, names: Sequence[str], models: Models) -> Report:
    def follow(queries: Sequence[Query], doing: str) -> Iterable[Query]:
        from tqdm import tqdm

        followed: Iterable[Query] = tqdm(
            queries, desc=f"{collection.name}, {doing}", unit=" queries", disable=None, leave=False
        )
        return followed

    before = words_alone(models.morphemes, collection, follow)
    runs = [run(make(name, models), collection, follow) for name in names]
    after = words_alone(models.morphemes, collection, follow)
    return report(collection, runs, min(before, after, key=lambda times: times.build))  # the one less disturbed


def _settings(options: argparse.Namespace, models: Models) -> dict[str, Any]:
    bootstrap = {"resamples": RESAMPLES, "seed": SEED, "confidence": CONFIDENCE}
    chunks = {"size": CHUNK_SIZE, "overlap": CHUNK_OVERLAP}
    return {
        "embedding": models.name,
        "limit": options.limit,
        "bm25": CONSTANTS,
        "chunks": chunks,
        "bootstrap": bootstrap,
    }


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found

"""`python -m eval.bench`: speed as ratios within one run, against Kiwi alone over the same text."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from corpus.glossary import load_glossary
from eval.cases import load_cases
from ingest.index import Contents, build_index
from ingest.morphemes import Morphemes
from ingest.passages import passages
from ingest.reading import read_law
from rag.assistant import open_assistant
from rag.settings import Settings


def main() -> None:
    """Print the times of building and asking, and what they are of the time Kiwi alone needs."""
    contents = Contents(tuple(passages(read_law())), load_glossary())
    morphemes = Morphemes()
    morphemes.words("인공지능위원회")
    texts = [f"{passage.context} {passage.text}" for passage in contents.passages]
    texts += [variant for term in contents.terms for variant in term.variants]
    alone = _seconds(lambda: list(morphemes.stream(texts)))
    with tempfile.TemporaryDirectory() as folder:
        build = _seconds(lambda: build_index(Path(folder), contents, morphemes, None, lambda items, _: items))
    assistant = open_assistant(Settings.from_environment(os.environ), lambda items, _: items)
    cases = list(load_cases())
    assistant.ask(cases[0].question, cases[0].as_of)
    asked = sorted(_seconds(partial(assistant.ask, case.question, case.as_of)) for case in cases)
    rows = [
        (
            "words of all passages",
            alone,
            f"and of the glossary: {len(texts)} texts, {sum(map(len, texts)):,} characters",
        ),
        ("index built", build, f"{build / alone:.2f} × the words alone"),
        ("answer, median", statistics.median(asked), f"{len(asked)} questions, warm"),
        ("answer, 99th percentile", asked[int(len(asked) * 0.99)], ""),
    ]
    for name, seconds, note in rows:
        print(f"{name:26} {seconds * 1000:9.1f} ms  {note}")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()

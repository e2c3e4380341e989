"""A folder of `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`, the form of BEIR, as a collection."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import SourceError, UsageError
from eval.retrieval.collection import Collection, Document, PassedOver, Query
from eval.retrieval.judgements import read_judgements
from eval.retrieval.lines import in_short, key_of, objects, text_of

T = TypeVar("T")

_DOCUMENTS, _QUERIES, _JUDGEMENTS = "corpus.jsonl", "queries.jsonl", ("qrels.tsv", "qrels/test.tsv")


def read_collection(folder: Path) -> Collection:
    """The collection in a folder, named after it; raises UsageError for a folder that cannot be measured.

    SourceError names the line of what cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; give one with {_DOCUMENTS}, {_QUERIES} and {_JUDGEMENTS[0]}.")
    documents = _by_key(_file(folder, _DOCUMENTS), _document)
    queries = _by_key(_file(folder, _QUERIES), _query)
    judged = read_judgements(_file(folder, *_JUDGEMENTS), queries, documents)
    if not documents:
        raise UsageError(f"{folder / _DOCUMENTS} holds no document.")
    relevant = {query for query, grades in judged.grades.items() if any(grade > 0 for grade in grades.values())}
    asked = tuple(query for key, query in queries.items() if key in relevant and query.text.strip())
    if not asked:
        raise UsageError(f"{folder} has no query with a relevant document: nothing can be measured.")
    blank = sum(not query.text.strip() for query in queries.values())
    passed_over = PassedOver(
        unjudged_queries=len(queries) - len(asked) - blank,
        blank_queries=blank,
        blank_documents=sum(not document.whole for document in documents.values()),
        judgements_of_unknown_queries=judged.unknown_queries,
        judgements_of_unknown_documents=judged.unknown_documents,
    )
    return Collection(folder.resolve().name, tuple(documents.values()), asked, judged.grades, passed_over)


def _file(folder: Path, *names: str) -> Path:
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise UsageError(f"{folder} has no file {' or '.join(names)}.")


def _document(path: Path, number: int, found: Mapping[str, Any]) -> Document:
    title = text_of(path, number, found, "title", needed=False)
    return Document(key_of(path, number, found), title, text_of(path, number, found, "text", needed=True))


def _query(path: Path, number: int, found: Mapping[str, Any]) -> Query:
    return Query(key_of(path, number, found), text_of(path, number, found, "text", needed=True))


def _by_key(path: Path, read: Callable[[Path, int, Mapping[str, Any]], T]) -> dict[str, T]:
    things: dict[str, T] = {}
    for number, found in objects(path):
        key = key_of(path, number, found)
        if key in things:
            problem = f"the id {in_short(key)} was given to a line further up; each line needs its own."
            raise SourceError(str(path), number, problem)
        things[key] = read(path, number, found)
    return things

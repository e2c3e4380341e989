"""Judgements in columns: query, document, grade."""

from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.errors import SourceError
from eval.retrieval.lines import in_short, lines

_HIGHEST = 100
_COLUMNS = "expected query, document and grade in three columns, by tabs or spaces"


class _Row(NamedTuple):
    number: int
    query: str
    document: str
    grade: int


class Judged(NamedTuple):
    """`grades[query][document]` of what is there, and how many rows were of what is not."""

    grades: dict[str, dict[str, int]]
    unknown_queries: int
    unknown_documents: int


def read_judgements(path: Path, queries: Container[str], documents: Container[str]) -> Judged:
    """The judgements of a file, with or without a line of headings; the second of four columns (TREC) says nothing.

    A relevant document that is not there raises SourceError, for it could never be found; so does a contradiction.
    """
    grades: dict[str, dict[str, int]] = {}
    unknown = Counter[str]()
    for row in _rows(path, queries, documents):
        if row.query not in queries:
            unknown["query"] += 1
        elif row.document in documents:
            if grades.setdefault(row.query, {}).setdefault(row.document, row.grade) != row.grade:
                problem = f"document {in_short(row.document)} was given another grade for this query further up."
                raise SourceError(str(path), row.number, problem)
        elif row.grade > 0:
            problem = f"document {in_short(row.document)} is relevant, but not among the documents."
            raise SourceError(str(path), row.number, problem)
        else:
            unknown["document"] += 1
    return Judged(grades, unknown["query"], unknown["document"])


def _rows(path: Path, queries: Container[str], documents: Container[str]) -> Iterator[_Row]:
    first = True
    for number, line in lines(path):
        columns = [column.strip() for column in (line.split("\t") if "\t" in line else line.split())]
        if len(columns) == 4:
            del columns[1]
        if len(columns) != 3:
            raise SourceError(str(path), number, f"{_COLUMNS}, but found {len(columns)}.")
        query, document, told = columns
        grade = _grade(told)
        if grade is not None:
            yield _Row(number, query, document, grade)
        elif not first or query in queries or document in documents:
            raise SourceError(str(path), number, f"the grade {in_short(told)} is no whole number up to {_HIGHEST}.")
        first = False


def _grade(told: str) -> int | None:
    try:
        grade = int(told)
    except ValueError:
        return None
    return grade if abs(grade) <= _HIGHEST else None

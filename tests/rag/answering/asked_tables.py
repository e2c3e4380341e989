"""Tables of questions: `<name>_questions.tsv`, a row a question with what its answer must cite and say."""

import csv
from pathlib import Path


def rows(name):
    """The rows of a table, as dictionaries by its header."""
    with (Path(__file__).parent / f"{name}_questions.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

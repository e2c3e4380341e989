"""Questions in words with the facts that they give (questions.tsv), as of one day."""

import csv
from datetime import date
from pathlib import Path

DAY = date(2026, 3, 10)
with (Path(__file__).parent / "questions.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def of(subject):
    """The rows of a subject: question, status, committee and the words of the facts."""
    return [
        (row["question"], row["status"], row["committee"], row["facts"].split())
        for row in ROWS
        if row["subject"] == subject
    ]

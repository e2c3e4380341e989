"""Whether a question asks what an amendment took out of an ordinance, and of which provision."""

import re
from functools import cache

from corpus.identifiers import ProvisionId
from rag.questions.question import Question
from rag.tables import load_table


def provision_out(question: Question) -> ProvisionId | None:
    """The provision that a question says was taken out by what it was about, or asks of as if it stood."""
    if question.references or question.sections or question.elsewhere or says("other", question.text):
        return None
    part = "subject" if says("out", question.text) else "duty"
    rows = (row for row in load_table("questions/taken_out")["provision"] if part in row)
    found = [ProvisionId.parse(row["id"]) for row in rows if _has(row[part], question.text)]
    named = {work.slug for work in (*question.works, *(work for work, _ in question.bodies))}
    return next((each for each in found if not named or each.work in named), None)


def says(name: str, text: str) -> bool:
    """Whether words of a part of `taken_out.toml` stand in a text, as `out`, `act`, `yes` or `amended`."""
    return _has(load_table("questions/taken_out")[name], text)


def _has(form: str, text: str) -> bool:
    return _compiled(form).search(text) is not None


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)

"""The hand-labelled questions (see README.md beside) and how they are read."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from corpus.works import Lang


class Case(BaseModel):
    """One question with its labels; README.md says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    question: str
    lang: Lang
    as_of: date
    status: str
    gold: tuple[str, ...]
    acceptable: tuple[str, ...]
    facts: tuple[str, ...]
    kind: str
    why: str


def load_cases() -> Iterator[Case]:
    """All cases in the package, in the order of their files."""
    for file in sorted(files("eval.cases").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".jsonl"):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield Case.model_validate_json(line)

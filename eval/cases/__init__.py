"""The hand-labelled questions (see README.md beside) and how they are read."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from corpus.works import Lang

_HELD_OUT = "set-held-out.jsonl"
_OF_MEETINGS = {False: ("meetings.jsonl", "meetings-fresh.jsonl"), True: ("meetings-held-out.jsonl",)}


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
    difficulty: int = 1
    earlier: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    derived: bool = False
    relabelled: str = ""


class MeetingCase(BaseModel):
    """One meeting told in words with what must be read in it; README.md says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    question: str
    lang: Lang
    as_of: date
    facts: dict[str, int | bool | str] = {}
    conflict: tuple[str, ...] = ()
    error: str = ""
    asked: str = ""
    verdict: str = ""
    resolution: str = ""
    why: str = ""


def load_cases() -> Iterator[Case]:
    """The cases that the search is worked on with, in the order of their files."""
    return _read(lambda name: name.endswith(".jsonl") and name not in (_HELD_OUT, *sum(_OF_MEETINGS.values(), ())))


def load_held_out() -> Iterator[Case]:
    """The cases that are only ever measured, to tell how the search does on questions it has not seen."""
    return _read(lambda name: name == _HELD_OUT)


def load_meetings(*, held_out: bool = False) -> Iterator[MeetingCase]:
    """The meetings told in words; those held out were written after the reader of words and not used for it."""
    for name in _OF_MEETINGS[held_out]:
        for line in files("eval.cases").joinpath(name).read_text(encoding="utf-8").splitlines():
            yield MeetingCase.model_validate_json(line)


def _read(wanted: Callable[[str], bool]) -> Iterator[Case]:
    for file in sorted(files("eval.cases").iterdir(), key=lambda each: each.name):
        if wanted(file.name):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield Case.model_validate_json(line)

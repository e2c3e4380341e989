"""The rows of a report's lists: bills, budgets and projects, with their numbers as numbers.

A column whose border the PDF lost stays joined to its neighbour; a cell that cannot be told is None.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.tables import Cell, figure
from ingest.readers.outline import fold
from ingest.readers.review_report.lines import Line


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The lines of a row and what its cells hold."""

    lines: tuple[Line, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ListForm:
    """A kind of list: the line of heads that begins it, its columns, and how its rows are read."""

    begins: re.Pattern[str]
    head: tuple[str, ...]
    rows: Callable[[Sequence[Line]], Iterator[PrintedRow]]


def form_of(text: str) -> ListForm | None:
    """The list that a line of heads begins, if it is one."""
    return next((form for form in _FORMS if form.begins.match(text.strip())), None)


_BILL = re.compile(
    r"(?:폐기)?(?:(?P<term>\d+대) )?(?P<number>\d{1,3}) (?P<title>.+) (?P<by>\S+의원) (?P<day>\d{4}[.,]\d\d\.\d\d\.)"
)
_TERM = re.compile(r"\d+대")


def _bills(lines: Sequence[Line]) -> Iterator[PrintedRow]:
    term: str | None = None
    for line in lines:
        text = fold(line.text)
        if found := _BILL.match(text):
            term = found["term"] or term
            cells = (term, int(found["number"]), found["title"], found["by"], found["day"].replace(",", "."))
            yield PrintedRow((line,), cells)
        elif _TERM.fullmatch(text):
            term = text


_BUDGET = re.compile(
    r"(?P<number>\d{1,2}(?=\s)|\d\.|\d-[➊-➓]|합 계)(?P<name>.*?)(?P<figures>(?:\s(?:[\d,]+|-|　)+)*)\s*"
)
_FIGURE = re.compile(r"[\d,]+　?|-　?|　")
_COLUMNS = 4


def _budget(lines: Sequence[Line]) -> Iterator[PrintedRow]:
    last = 0
    for line in lines:
        found = _BUDGET.fullmatch(line.text.strip("\n"))
        if found is None or (found["number"].isdigit() and int(found["number"]) != last + 1):
            continue
        number: Cell = found["number"]
        if found["number"].isdigit():
            number = last = int(found["number"])
        yield PrintedRow((line,), (number, fold(found["name"]) or None, *_figures(found["figures"])))


def _figures(text: str) -> tuple[Cell, ...]:
    """Total and years. Where cells are missing and no blank is printed, only the total can be told."""
    printed = [each.strip("　") for each in _FIGURE.findall(text)]
    if len(printed) < _COLUMNS and "" not in printed:
        printed = printed[:1]
    padded = [*printed, *[""] * _COLUMNS][:_COLUMNS]
    return tuple(figure(each) for each in padded)


_PROJECT = re.compile(r"(?P<number>\d{1,3})(?:\s+(?P<words>.*?))?\s+(?P<amount>\d{2,4})(?P<private> \(민간\))?")


def _projects(lines: Sequence[Line]) -> Iterator[PrintedRow]:
    for run in _runs(lines, _counting()):
        if found := _PROJECT.fullmatch(fold(" ".join(line.text for line in run))):
            private = f"{found['amount']} (민간)" if found["private"] else None
            yield PrintedRow(run, (int(found["number"]), found["words"], private or figure(found["amount"])))


def _counting() -> Callable[[Line, str], bool]:
    """Whether a line begins with the number that comes next; asked of each line once, in order."""
    count = [0]

    def begins(line: Line, _: str) -> bool:
        found = re.match(r"\d{1,3}(?=\s|$)", line.text.strip())
        if found is None or int(found.group()) != count[0] + 1:
            return False
        count[0] += 1
        return True

    return begins


_ABSORBED = re.compile(
    r"(?P<title>.+?) (?P<number>\d{7}) (?P<by>.+?의원) (?P<day>\d{4}\. \d{1,2}\. \d{1,2}\.) (?P<course>\S.*)"
)


def _absorbed(lines: Sequence[Line]) -> Iterator[PrintedRow]:
    for run in _runs(lines, _after_its_course):
        if found := _ABSORBED.fullmatch(fold(" ".join(line.text for line in run))):
            cells = (found["title"], int(found["number"]), found["by"].replace(" ", ""), found["day"], found["course"])
            yield PrintedRow(run, cells)


def _after_its_course(line: Line, before: str) -> bool:
    """A bill's name begins a row once the one before has its course (… 회부)."""
    return line.text.startswith("인공지능") and (not before or "회부" in before)


def _runs(lines: Iterable[Line], begins: Callable[[Line, str], bool]) -> Iterator[tuple[Line, ...]]:
    run: tuple[Line, ...] = ()
    for line in lines:
        if begins(line, " ".join(each.text for each in run)):
            if run:
                yield run
            run = (line,)
        elif run:
            run = (*run, line)
    if run:
        yield run


_FORMS = (
    ListForm(re.compile(r"구분 연번"), ("구분", "연번", "의안명", "대표발의자", "발의일자"), _bills),
    ListForm(re.compile(r"사\s+업\s+명 계"), ("연번", "사업명", "계", "’24", "’25", "’26"), _budget),
    ListForm(re.compile(r"연번 과제명"), ("연번", "과제명 · 주관기관 · 실증기관", "시지원금"), _projects),
    ListForm(re.compile(r"의안명 의안번호"), ("의안명", "의안번호", "대표발의자", "발의일자", "경과"), _absorbed),
)

"""The measures, against answers judged by hand."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.identifiers import ProvisionId
from corpus.works import Authority, Standing
from eval.cases import Case
from eval.measures import (
    Outcome,
    cites_gold,
    cites_right,
    is_part,
    is_sure,
    precision,
    recalls,
    refuses,
    share,
    states_facts,
)
from eval.report import misses, table
from rag.answer import Answer, Caution, Citation, Kind, Status

DAY = date(2026, 3, 10)
PARA = "seoul-ai-ordinance@2025-09-29/art-14/para-2"
ARTICLE = "seoul-ai-ordinance@2025-09-29/art-14"
OTHER = "seoul-ai-ordinance@2025-09-29/art-15"


def outcome(cited=(), *, gold=(PARA,), acceptable=(), facts=(), found=(), status=None, said="과반수"):
    case = Case(
        id="t-1", question="q", lang="ko", as_of=DAY, status="answered" if gold else "not_found",
        gold=gold, acceptable=acceptable, facts=facts, kind="lookup", why="w",
    )  # fmt: skip
    citations = tuple(
        Citation(n, ProvisionId.parse(key), key, "찬성 8명", "ko", Standing.IN_FORCE, Authority.UNOFFICIAL_RENDITION)
        for n, key in enumerate(cited, start=1)
    )
    status = status or (Status.ANSWERED if cited else Status.NOT_FOUND)
    return Outcome(case, Answer("q", "ko", DAY, status, said, Kind.PROVISION, citations), tuple(found))


@pytest.mark.parametrize(
    ("key", "whole", "part"),
    [
        (PARA, PARA, True),
        (PARA, ARTICLE, True),
        (ARTICLE, PARA, False),
        ("w-r/sec-1.2", "w-r/sec-1", True),
        ("w-r/sec-12", "w-r/sec-1", False),
        (f"{ARTICLE}5", ARTICLE, False),
    ],
)
def test_part_of(key, whole, part):
    assert is_part(key, whole) is part


@pytest.mark.parametrize(
    ("cited", "gold", "acceptable", "expected"),
    [
        ([PARA], [PARA], [], (True, True)),
        ([OTHER, PARA], [PARA], [], (True, True)),
        ([ARTICLE], [PARA], [ARTICLE], (False, True)),
        ([ARTICLE], [PARA], [], (False, False)),
        ([f"{PARA}/sub-1"], [PARA], [], (True, True)),
        ([PARA], [PARA, OTHER], [], (False, True)),
        ([], [PARA], [], (False, False)),
    ],
)
def test_citing(cited, gold, acceptable, expected):
    found = outcome(cited, gold=gold, acceptable=acceptable)
    assert (cites_gold(found), cites_right(found)) == expected


def test_precision_counts_citations_of_answerable_questions_only():
    outcomes = [outcome([PARA, OTHER]), outcome([ARTICLE], acceptable=[ARTICLE]), outcome([OTHER], gold=())]
    assert precision(outcomes) == pytest.approx(2 / 3)
    assert precision([]) == 0.0


def test_facts_are_looked_for_in_the_answer_and_the_quotes():
    assert states_facts(outcome([PARA], facts=["과반수", "8\\s*명"]))
    assert not states_facts(outcome([PARA], facts=["과반수", "9명"]))


@pytest.mark.parametrize(("status", "refused"), [("not_found", True), ("declined", True), ("clarify", False)])
def test_refusing(status, refused):
    assert refuses(outcome(status=Status(status))) is refused


@pytest.mark.parametrize(("codes", "sure"), [([], True), (["superseded_text"], True), (["closest_provision"], False)])
def test_being_sure(codes, sure):
    found = outcome([PARA])
    warnings = tuple(Caution(code, "…") for code in codes)
    assert is_sure(replace(found, answer=replace(found.answer, warnings=warnings))) is sure
    assert not is_sure(outcome())


def test_recall_looks_at_the_first_k():
    found = outcome(found=[OTHER, PARA])
    assert not recalls(found, 1)
    assert recalls(found, 2)


def test_share():
    assert share([outcome([PARA]), outcome()], cites_right) == 0.5
    assert share([], cites_right) == 0.0


def test_misses_name_question_expected_and_given():
    good, bad, told = outcome([PARA]), outcome([OTHER]), outcome([OTHER], gold=())
    lines = list(misses([good, bad, told]))
    assert len(lines) == 2
    assert PARA in lines[0]
    assert OTHER in lines[0]
    assert "expected not_found" in lines[1]


def test_table_shows_every_measure_as_a_percentage():
    assert table({"grounded": 1.0, "cites_right": 0.857}, 3).splitlines() == [
        "3 questions",
        "grounded               100.0%",
        "cites_right             85.7%",
    ]

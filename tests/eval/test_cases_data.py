"""Tests of the labelled questions themselves."""

import re
from collections import Counter

import pytest

from corpus.identifiers import ProvisionId
from eval.cases import load_cases, load_held_out
from ingest.reading import read_law

CASES, HELD_OUT = tuple(load_cases()), tuple(load_held_out())
LAW = read_law()
KINDS = {
    "lookup", "definition", "list", "who", "when", "count", "version", "deleted", "exact_reference",
    "cross_lingual", "report", "colloquial", "unanswerable", "other_jurisdiction", "missing_article",
    "may_must", "comparison", "meeting", "term", "history", "report_figures", "several", "near_miss", "attack",
    "privacy", "follow_up",
}  # fmt: skip


def words(key: str) -> str:
    """All words of a provision, or of a whole work, in both languages."""
    parts = [p for p in LAW if str(p.id) == key or str(p.id).startswith((f"{key}/", f"{key}."))]
    return " ".join(f"{each.mark} {each.text}" for part in parts for each in part.renditions)


def test_ids_and_questions_are_unique():
    assert len({case.id for case in CASES}) == len(CASES)
    assert max(Counter((case.earlier, case.question, case.as_of) for case in CASES).values()) == 1


def test_what_is_held_out_is_asked_nowhere_else():
    assert len(HELD_OUT) >= 80
    assert {case.question for case in HELD_OUT}.isdisjoint(case.question for case in CASES)
    assert {case.id for case in HELD_OUT}.isdisjoint(case.id for case in CASES)


def test_no_article_has_questions_on_both_sides_of_the_split():
    sides = [
        {"/".join(gold.split("/")[:2]) for case in cases for gold in case.gold}
        for cases in ([case for case in CASES if case.id.startswith("set-")], HELD_OUT)
    ]
    assert sides[0].isdisjoint(sides[1])


def test_languages_are_balanced():
    korean = sum(case.lang == "ko" for case in CASES)
    assert abs(korean - len(CASES) / 2) <= len(CASES) * 0.05


def test_every_article_of_the_ai_ordinance_is_asked_about_in_both_languages():
    asked = {
        (case.lang, ProvisionId.parse(gold).article)
        for case in CASES
        for gold in case.gold
        if gold.startswith("seoul-ai-ordinance@")
    }
    articles = {key for _, key in asked if key and not str(key.units[0]).startswith("addenda")}
    assert {str(key.units[0]) for key in articles} == {f"art-{n}" for n in range(1, 18)}
    assert all((lang, key) in asked for key in articles for lang in ("ko", "en"))


@pytest.mark.parametrize("case", CASES + HELD_OUT, ids=lambda case: case.id)
def test_labels(case):
    assert case.kind in KINDS
    assert case.status in ("answered", "not_found", "declined", "contested", "clarify")
    assert bool(case.gold) == (case.status not in ("not_found", "declined"))
    assert bool(case.earlier) == (case.kind == "follow_up")
    assert not set(case.gold) & set(case.acceptable)
    for key in (*case.gold, *case.acceptable):
        assert key in LAW.works or ProvisionId.parse(key) in LAW, key


def is_readable(case) -> bool:
    """Whether the question's language has a text of its gold; that of 2018 is in English only."""
    parts = [p for p in LAW for gold in case.gold if str(p.id) == gold]
    return all(part.speaks(case.lang) for part in parts)


FACTUAL = [
    case
    for case in CASES + HELD_OUT
    if case.facts and not case.derived and (is_readable(case) or case.kind in ("report", "cross_lingual"))
]


@pytest.mark.parametrize("case", FACTUAL, ids=lambda case: case.id)
def test_facts_are_in_the_texts_they_are_labelled_from(case):
    cited = (*case.gold, *case.acceptable)
    above = [str(ProvisionId.parse(key).parent or key) for key in cited if key not in LAW.works]
    text = " ".join(map(words, (*cited, *above)))
    missing = [fact for fact in case.facts if not re.search(fact, text)]
    assert not missing

"""The questions written for provisions: each leads to one, none twice, in both languages alike."""

from collections import Counter

import pytest

from corpus.errors import SourceError
from corpus.exemplars import UNANSWERABLE, load_exemplars, parse_exemplars
from corpus.naming import fold_name
from eval.cases import load_cases, load_held_out
from ingest.reading import read_law

EXEMPLARS = load_exemplars()


def test_each_leads_to_a_provision_of_the_package_or_says_why_to_none():
    law = read_law()
    assert not [each for each in EXEMPLARS if each.id is not None and each.id not in law]
    assert {each.why for each in EXEMPLARS if each.id is None} == set(UNANSWERABLE)
    assert {each.why for each in EXEMPLARS if each.id is not None} == {""}


def test_none_stands_twice():
    counted = Counter(each.text.casefold() for each in EXEMPLARS)
    assert not [text for text, times in counted.items() if times > 1]


def test_both_languages_have_as_many():
    languages = Counter(each.lang for each in EXEMPLARS)
    assert 0.95 < languages["ko"] / languages["en"] < 1.05


def test_none_is_a_question_that_the_program_is_measured_with():
    asked = {fold_name(each.text) for each in EXEMPLARS}
    assert not [case.id for case in (*load_cases(), *load_held_out()) if fold_name(case.question) in asked]


def test_every_article_of_the_ordinances_that_says_something_has_questions_in_both_languages():
    law = read_law()
    articles = {(each.id.work, each.id.version, each.id.units[0], each.lang) for each in EXEMPLARS if each.id}
    silent = [
        (str(each.id), lang)
        for each in law
        if each.id.version and len(each.id.units) == 1 and each.id.article is not None
        for lang in ("ko", "en")
        if each.deleted is None and (each.id.work, each.id.version, each.id.units[0], lang) not in articles
    ]
    assert silent == []


@pytest.mark.parametrize(
    "line",
    ["seoul-ai-ordinance@2025-09-29/art-1\tko", "nonsense\tko\t왜?", "everyday\tfr\tpourquoi ?", "person\tko\t "],
    ids=["columns", "id", "language", "empty"],
)
def test_a_row_that_cannot_be_read_is_named(line):
    with pytest.raises(SourceError, match=r"asked.tsv.*2"):
        parse_exemplars("asked.tsv", f"everyday\tko\t오늘 날씨 어때?\n{line}")

"""The day that the words of a question ask for, in a table, and what holds for every question."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.manifest import load_works
from rag.questions.asked_day import Told, asked_day
from rag.questions.question import understand

DAY = date(2026, 3, 10)
DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))
with Path(__file__).with_name("asked_days.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
WORDS = sorted({word for row in ROWS for word in row["text"].split()})
EVENT = re.compile(
    r"개정|제정|옛|예전|종전|\d|지금|현행|현재|오늘|어제|그제|내일|모레|작년|지난|이번|저번|올해|금년|내년|다음|금일|전날|작일|오는|돌아오는|다가오는|금주|차주|내주|내달"
    r"|amend|overhaul|rewr|enact|original|current|present|now|day|year|month|week|\bago\b|revis|change|last|next|this",
    re.IGNORECASE,
)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_the_day_asked_for(row):
    found = asked_day(row["text"], date.fromisoformat(row["as_of"]), load_works())
    assert (str(found.on) if found else "-") == row["expected"], row["why"]


@given(words=st.lists(st.sampled_from([word for word in WORDS if not EVENT.search(word)]), max_size=25), as_of=DAYS)
def test_without_a_digit_or_the_word_of_an_event_no_day_is_asked_for(words, as_of):
    assert asked_day(" ".join(words), as_of, load_works()) is None


@given(text=st.sampled_from([row["text"] for row in ROWS if row["expected"] != "-"]), as_of=DAYS)
def test_a_day_after_that_of_the_door_is_told_as_ahead(text, as_of):
    found = asked_day(text, as_of, load_works())
    if found is not None:
        assert found.ahead == (found.on > as_of)
        assert found.told is not Told.NOW or found.on == as_of


@given(words=st.lists(st.sampled_from(WORDS), max_size=25), as_of=DAYS)
def test_no_words_in_any_order_are_too_much(words, as_of):
    found = asked_day(" ".join(words), as_of, load_works())
    assert found is None or found.without(" ".join(words))


@given(year=st.integers(2012, 2035), month=st.integers(1, 12), as_of=DAYS)
@pytest.mark.parametrize("form", ["{}년 {}월 기준 위원은 몇 명까지인가요?", "as of {}-{:02}, how many members?"])
def test_a_month_is_its_last_day_unless_it_is_not_over(form, year, month, as_of):
    found = asked_day(form.format(year, month), as_of, load_works())
    if (year, month) == (as_of.year, as_of.month):
        assert found.on == as_of
    else:
        assert ((found.on.year, found.on.month), found.ahead) == (
            (year, month),
            (year, month) > (as_of.year, as_of.month),
        )


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2020년 3월 기준 제7조제2항", "제7조제2항"),
        ("In 2018, how many members could the committee have?", "how many members could the committee have?"),
        ("제7026호 시행 당시 위원은 몇 명까지였나요?", "위원은 몇 명까지였나요?"),
        ("How many members were there before the smart city ordinance was wholly amended?",
         "How many members were there the smart city ordinance ?"),
        ("지금 위원은 몇 명까지인가요?", "지금 위원은 몇 명까지인가요?"),
        ("2018년 당시", "2018년 당시"),
    ],
)  # fmt: skip
def test_nothing_else_is_read_in_the_words_that_tell_the_day(text, rest):
    assert asked_day(text, DAY, load_works()).without(text) == rest


def test_a_question_is_of_the_day_that_its_words_ask_for():
    question = understand("2020년 3월 기준 스마트도시 조례 제7조제2항", DAY, load_works())
    assert question.as_of == date(2020, 3, 31)
    assert [str(unit) for unit in question.references[0].units] == ["art-7", "para-2"]
    assert [work.slug for work in question.works] == ["seoul-smart-city-ordinance"]
    assert question.text == "2020년 3월 기준 스마트도시 조례 제7조제2항"

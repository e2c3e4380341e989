"""Whether a question is answerable, told from questions that were and were not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exemplars import Exemplar
from corpus.identifiers import ProvisionId
from ingest.index import bags_of
from rag.search.promise import Promise

ART = ProvisionId.parse("seoul-ai-ordinance@2025-09-29/art-9")
ASKED = [("위원", "명"), ("위원", "임기"), ("회의", "소집")]
IN_VAIN = [("위원", "전화번호"), ("날씨",)]
EXEMPLARS = [Exemplar(ART, "ko", str(each)) for each in ASKED]
EXEMPLARS += [Exemplar(None, "ko", str(each), "person") for each in IN_VAIN]
PROMISE = Promise(EXEMPLARS, bags_of([*ASKED, *IN_VAIN]))
UNIT = st.floats(0, 1)
WORDS = st.lists(st.sampled_from(["위원", "명", "임기", "회의", "소집", "전화번호", "날씨", "부산"]), max_size=6)


@pytest.mark.parametrize("word", ["명", "임기", "회의"])
def test_a_word_of_answered_questions_speaks_for_it(word):
    assert PROMISE.odds([word]) > 0


@pytest.mark.parametrize("word", ["전화번호", "날씨", "부산"])
def test_a_word_of_unanswered_questions_and_one_never_asked_speak_against_it(word):
    assert PROMISE.odds([word]) < 0


@given(WORDS, UNIT, UNIT, st.floats(0, 4), st.floats(0, 4))
def test_the_more_is_met_and_the_better_it_is_found_the_likelier(words, less, more, low, high):
    less, more = sorted((less, more))
    low, high = sorted((low, high))
    assert 0 <= PROMISE.of(words, less, low) <= PROMISE.of(words, more, high) <= 1


@given(WORDS, UNIT)
def test_neither_order_nor_repetition_of_words_matters(words, coverage):
    assert PROMISE.of(words, coverage, 1.0) == PROMISE.of([*reversed(words), *words], coverage, 1.0)


def test_without_exemplars_only_what_is_met_tells():
    nothing = Promise([], bags_of([]))
    assert nothing.of(["위원"], 0.9, 3.0) > nothing.of(["위원"], 0.1, 0.5)

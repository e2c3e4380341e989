"""How like questions are to each other: in words, letters and sense."""

import numpy as np
import pytest

from corpus.exemplars import Exemplar
from ingest.index import Contents, build_index, open_index
from rag.ranking.likeness import Likeness

QUESTIONS = (
    "위원회 위원은 몇 명인가요?",
    "위원은 모두 몇명이에요",
    "회의는 누가 소집하나요?",
    "How many members does the committee have?",
    "",
)


@pytest.fixture(scope="module")
def likeness(models, tmp_path_factory):
    home = tmp_path_factory.mktemp("alike")
    contents = Contents((Exemplar(None, "ko", "위원회의 회의"),), (), "", "", QUESTIONS)
    build_index(home, contents, models.morphemes, None, lambda things, _: things)
    index = open_index(home, contents)
    return lambda text, vector=None: Likeness(index).of(text, models.morphemes.words(text), vector)


@pytest.mark.parametrize("row", range(4))
def test_nothing_is_liker_than_the_question_itself(likeness, row):
    found = likeness(QUESTIONS[row])
    assert int(np.argmax(found)) == row
    assert found[row] == pytest.approx(0.8)


def test_other_words_for_the_same_are_liker_than_other_matters(likeness):
    found = likeness("위원이 몇 명이죠?")
    assert min(found[0], found[1]) > found[2]


@pytest.mark.parametrize("text", ["the of and", "ㅋㅋㅋ", ""])
def test_what_has_no_word_is_like_nothing(likeness, text):
    assert not likeness(text).any()


def test_a_question_without_words_is_like_none(likeness):
    assert likeness("회의는 누가 소집하나요?")[4] == 0

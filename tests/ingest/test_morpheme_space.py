"""Vectors out of similarities: recovered exactly from made-up vectors, and sensible from Kiwi's own."""

import math

import numpy as np
import pytest

from ingest.embedding import KIWI, KiwiEmbeddings, identity, load_embedding
from ingest.morpheme_space import DIMENSIONS, MorphemeSpace

UNKNOWN = 31_000
CLOSER = [  # a question, a text of the matter, a text of another
    ("위원을 자를 수 있나요?", "위원의 해촉", "위원의 임기"),
    ("회의가 성립하려면 몇 명이 와야 하나요?", "재적위원 과반수의 출석으로 개의한다", "수당을 지급할 수 있다"),
    ("시민이 컴퓨터를 쓰도록 돕는 사업", "정보격차를 해소하기 위한 교육", "위원회의 존속기한"),
    ("AI 정책을 맡은 위원회", "인공지능위원회의 설치 및 기능", "전시관의 운영"),
]


def _true(morpheme):
    """A made-up vector: what all share, and its own."""
    own = np.random.default_rng(morpheme).normal(size=DIMENSIONS)
    shared = np.linspace(1, 3, DIMENSIONS)
    return (own + shared) / np.linalg.norm(own + shared)


@pytest.fixture(scope="module")
def made_up():
    vectors = {}

    def similarity(one, other):
        for each in (one, other):
            if each < UNKNOWN and each not in vectors:
                vectors[each] = _true(each)
        return float(vectors[one] @ vectors[other]) if max(one, other) < UNKNOWN else math.nan

    return MorphemeSpace(similarity)


@pytest.fixture(scope="module")
def kiwi():
    return KiwiEmbeddings()


def test_vectors_follow_from_similarities_up_to_a_rotation(made_up):
    """The same centring and removal on the made-up vectors themselves gives the same cosines."""
    sample = np.array([_true(each) for each in range(110, 30000, 10)])
    mean = sample.mean(axis=0)
    common = np.linalg.svd(sample - mean, full_matrices=False)[2][:15]

    def expected(morpheme):
        centred = _true(morpheme) - mean
        rest = centred - common.T @ (common @ centred)
        return rest / np.linalg.norm(rest)

    ids = [7, 500, 1234, 20001, 30500]
    found = np.array([made_up.embed([each]) for each in ids])
    wanted = np.array([expected(each) for each in ids])
    assert np.allclose(found @ found.T, wanted @ wanted.T, atol=0.02)


def test_a_text_has_a_unit_vector_whatever_the_order_and_none_without_a_known_word(made_up):
    assert np.linalg.norm(made_up.embed([5, 9, 9, 700])) == pytest.approx(1, abs=1e-5)
    assert np.allclose(made_up.embed([5, 9, 9, 700]), made_up.embed([9, 700, 5, 9]), atol=1e-5)
    assert np.allclose(made_up.embed([5, UNKNOWN]), made_up.embed([5]))
    assert not made_up.embed([]).any()
    assert not made_up.embed([UNKNOWN]).any()


def test_a_rare_morpheme_weighs_more_than_a_common_one(made_up):
    both = made_up.embed([120, 29000])
    assert both @ made_up.embed([29000]) > both @ made_up.embed([120])


@pytest.mark.parametrize(("question", "matter", "other"), CLOSER)
def test_a_question_is_nearer_to_its_matter(kiwi, question, matter, other):
    asked, near, far = (np.array(kiwi.embed_query(text)) for text in (question, matter, other))
    assert asked @ near > asked @ far


def test_documents_and_questions_are_embedded_alike(kiwi):
    texts = ["인공지능위원회의 회의", "", "committee"]
    vectors = kiwi.embed_documents(texts)
    assert [len(vector) for vector in vectors] == [DIMENSIONS] * 3
    assert vectors == [kiwi.embed_query(text) for text in texts]
    assert [math.hypot(*vector) for vector in vectors] == pytest.approx([1, 0, 0], abs=1e-5)


def test_texts_already_tokenised_have_the_vectors_of_their_words(kiwi, morphemes):
    texts = ["인공지능위원회의 회의", "", "committee"]
    assert np.allclose(kiwi.embed_analyses([morphemes.analyse(text) for text in texts]), kiwi.embed_documents(texts))
    assert kiwi.embed_analyses([]).shape == (0, DIMENSIONS)


def test_a_term_that_kiwi_was_taught_is_known_by_its_parts(kiwi):
    taught = np.array(kiwi.embed_query("정보화책임관"))
    assert math.hypot(*taught) == pytest.approx(1, abs=1e-5)
    assert taught @ np.array(kiwi.embed_query("정보화 책임")) > taught @ np.array(kiwi.embed_query("전시관"))


def test_it_is_an_embedding_by_its_name(kiwi):
    assert isinstance(load_embedding(KIWI), KiwiEmbeddings)
    assert identity(KIWI, load_embedding(KIWI)) == identity(KIWI, kiwi)

"""A space of texts out of raw vectors: exact with made-up vectors, and sensible with Kiwi's own."""

import math
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.embedding import KIWI, KiwiEmbeddings, identity, load_embedding
from ingest.kiwi_vectors import DIMENSIONS
from ingest.landmarks import Landmarks
from ingest.morpheme_space import MorphemeSpace, unit

UNKNOWN = 31_000
CLOSER = [  # a question, a text of the matter, a text of another
    ("위원을 자를 수 있나요?", "위원의 해촉", "위원의 임기"),
    ("회의가 성립하려면 몇 명이 와야 하나요?", "재적위원 과반수의 출석으로 개의한다", "수당을 지급할 수 있다"),
    ("시민이 컴퓨터를 쓰도록 돕는 사업", "정보격차를 해소하기 위한 교육", "위원회의 존속기한"),
    ("AI 정책을 맡은 위원회", "인공지능위원회의 설치 및 기능", "전시관의 운영"),
]


@cache
def _true(morpheme):
    """A made-up vector: what all share, and its own."""
    own = np.random.default_rng(morpheme).normal(size=DIMENSIONS)
    shared = np.linspace(1, 3, DIMENSIONS)
    return (own + shared) / np.linalg.norm(own + shared)


@pytest.fixture(scope="module")
def raw():
    def rows(morphemes):
        vectors = [_true(each) if 0 <= each < UNKNOWN else np.zeros(DIMENSIONS) for each in morphemes]
        return np.array(vectors, np.float32).reshape(-1, DIMENSIONS)

    return rows


@pytest.fixture(scope="module")
def space(raw):
    return MorphemeSpace(raw)


@pytest.fixture(scope="module")
def kiwi(models):
    return models.embedding


def cosines(vectors):
    units = np.array([unit(vector) for vector in vectors])
    return units @ units.T


def test_the_mean_and_the_common_directions_are_taken_out(space, raw):
    """The same as centring by hand and removing the first directions of a singular value decomposition."""
    sample = np.array([_true(each) for each in range(110, 30000, 10)])
    mean = sample.mean(axis=0)
    common = np.linalg.svd(sample - mean, full_matrices=False)[2][:15]
    ids = [150, 500, 1234, 20001, 30500]
    centred = raw(ids) - mean
    wanted = centred - (centred @ common.T) @ common
    assert cosines(space.vectors(ids)) == pytest.approx(cosines(wanted), abs=0.02)


def test_vectors_follow_from_similarities_up_to_a_rotation(raw):
    def similarity(one, other):
        known = max(one, other) < UNKNOWN and min(one, other) >= 0
        return float(_true(one) @ _true(other)) if known else math.nan

    ids = [150, 500, 1234, 20001, 30500]
    landmarks = Landmarks(similarity)
    assert landmarks.vectors(ids) @ landmarks.vectors(ids).T == pytest.approx(raw(ids) @ raw(ids).T, abs=0.01)
    assert landmarks.count == UNKNOWN


def test_a_text_is_the_sum_of_its_morphemes_and_a_repeated_one_counts_little_more(space):
    one, other = space.vectors([150, 900])
    assert space.total([150, 900]) == pytest.approx(one + other, abs=1e-4)
    assert space.total([150, 900, 900]) == pytest.approx(one + (1 + math.log(2)) * other, abs=1e-4)


@given(st.lists(st.integers(110, UNKNOWN - 1), min_size=1, max_size=12).flatmap(lambda ids: st.permutations(ids)))
def test_the_order_does_not_matter(space, ids):
    assert space.total(ids) == pytest.approx(space.total(sorted(ids)), abs=1e-3)


def test_what_has_no_vector_says_nothing(space):
    assert space.total([150, UNKNOWN, -1]) == pytest.approx(space.total([150]))
    assert not space.total([]).any()
    assert not space.total([UNKNOWN, -1, 2**40]).any()
    assert space.vectors([]).shape == (0, DIMENSIONS)
    assert not unit(np.zeros(DIMENSIONS, np.float32)).any()


def test_a_rare_morpheme_weighs_more_than_a_common_one(space):
    common, rare = space.vectors([120, 29000])
    both = unit(space.total([120, 29000]))
    assert np.linalg.norm(rare) > np.linalg.norm(common)
    assert both @ unit(rare) > both @ unit(common)


def test_it_does_not_matter_when_a_morpheme_was_learned(raw, space):
    late = MorphemeSpace(raw)
    late.learn([700, 500])
    late.learn([500, 20_000, 700])
    ids = [500, 700, 20_000]
    assert late.vectors(ids) == pytest.approx(space.vectors(ids), abs=1e-5)


def test_threads_that_learn_at_once_find_the_same(raw, space):
    shared = MorphemeSpace(raw)
    texts = [[120 + 7 * (each % 50), 150 + each, 3000 + 11 * each] for each in range(400)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(shared.total, texts))
    assert np.array(found) == pytest.approx(np.array([space.total(text) for text in texts]), abs=1e-5)


@pytest.mark.parametrize(("question", "matter", "other"), CLOSER)
def test_a_question_is_nearer_to_its_matter(kiwi, question, matter, other):
    asked, near, far = (np.array(kiwi.embed_query(text)) for text in (question, matter, other))
    assert asked @ near > asked @ far


def test_a_term_that_kiwi_was_taught_is_known_by_its_parts(kiwi):
    taught = np.array(kiwi.embed_query("정보화책임관"))
    assert math.hypot(*taught) == pytest.approx(1, abs=1e-5)
    assert taught @ np.array(kiwi.embed_query("정보화 책임")) > taught @ np.array(kiwi.embed_query("전시관"))


def test_it_is_an_embedding_by_its_name(kiwi, morphemes, dictionary):
    loaded = load_embedding(KIWI, morphemes, dictionary)
    assert isinstance(loaded, KiwiEmbeddings)
    assert identity(KIWI, loaded) == identity(KIWI, kiwi)

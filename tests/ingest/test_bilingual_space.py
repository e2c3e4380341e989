"""Texts of both languages in one space: near where they speak of the same matter, whatever the language."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.bilingual.dictionary import Dictionary, Entry
from ingest.bilingual.space import BilingualSpace
from ingest.kiwi_vectors import DIMENSIONS
from ingest.morpheme_space import MorphemeSpace
from ingest.morphemes import Analysis

MATTERS = [
    (
        "학교 급식에 쓰는 쌀과 채소를 친환경 농가에서 산다",
        "Rice and vegetables for school meals come from organic farms",
    ),
    ("지하철 막차 시간을 늦추고 새벽 버스를 늘린다", "The last subway runs later and there are more buses before dawn"),
    ("주택 임차인이 보증금을 돌려받지 못한 때의 대출", "Loans for a tenant whose landlord keeps the deposit"),
    ("공원에서 개를 산책시킬 때에는 목줄을 맨다", "Keep your dog on a leash when walking in the park"),
    ("도서관에서 빌린 책을 늦게 반납하면 대출이 정지된다", "Who returns library books late may not borrow for a while"),
    ("홍수 때 지하 주택에 사는 사람을 대피시킨다", "Evacuate people in basement homes when it floods"),
    ("임산부와 신생아의 건강 검진을 지원한다", "Health checks for pregnant women and newborn babies"),
    ("겨울에 눈이 오면 집 앞의 눈을 치워야 한다", "In winter clear the snow in front of your house"),
    ("노인을 위한 휴대전화 사용 교육", "Teaching elderly people how to use a mobile phone"),
    ("공장의 굴뚝에서 나오는 매연을 측정한다", "Smoke from factory chimneys is measured"),
    ("미술관의 야간 개장과 입장료", "Evening opening and admission fee of the art museum"),
    ("청소년의 도박 중독을 예방하는 상담", "Counselling against gambling addiction among teenagers"),
    ("강에서 낚시를 할 수 없는 구역", "Zones where fishing in the river is forbidden"),
    ("소방차가 지나갈 길에 주차하지 못한다", "No parking where a fire engine must pass"),
    ("예산안은 의회가 심의하여 확정한다", "The budget is deliberated and fixed by the council"),
    ("사이버 공격에 대비한 컴퓨터 보안 훈련", "Computer security drills against cyber attacks"),
    ("전통시장 상인에게 난방비를 보조한다", "Traditional market merchants get a subsidy for heating"),
    ("축구장과 수영장을 주민에게 개방한다", "Football pitch and swimming pool are open to residents"),
    ("음식점 위생 상태를 평가하여 등급을 매긴다", "Restaurants are graded by their hygiene"),
    ("지진으로 무너질 위험이 있는 다리를 보강한다", "Strengthen bridges that an earthquake could bring down"),
    ("외국인 노동자를 위한 통역과 법률 상담", "Interpreting and legal advice for foreign workers"),
    ("장례식장과 묘지의 설치 기준", "Standards for funeral halls and cemeteries"),
    ("AI 알고리즘의 차별을 검증하는 절차", "Procedure to verify 차별 by an AI algorithm"),
    ("드론 비행 허가 신청", "drone 비행 permit application"),
    ("커피 전문점의 일회용 plastic cup 사용 제한", "Limits on disposable 플라스틱 cups in coffee shops"),
]
KOREAN, ENGLISH = zip(*MATTERS, strict=True)


@pytest.fixture(scope="module")
def kiwi(models):
    return models.embedding


@pytest.fixture(scope="module")
def across(kiwi):
    """The cosine of each Korean text with each English one."""
    return np.array(kiwi.embed_documents(list(KOREAN))) @ np.array(kiwi.embed_documents(list(ENGLISH))).T


@pytest.mark.parametrize("row", range(len(MATTERS)), ids=ENGLISH)
def test_a_text_is_nearest_to_the_text_of_its_matter_in_the_other_language(across, row):
    assert across[row].argmax() == row
    assert across[:, row].argmax() == row


def test_texts_of_one_matter_are_near_and_texts_of_others_far(across):
    same = np.diagonal(across)
    other = across[~np.eye(len(across), dtype=bool)]
    assert same.min() > np.quantile(other, 0.99)
    assert abs(other.mean()) < 0.15


def test_documents_questions_and_texts_already_tokenised_are_embedded_alike(kiwi, morphemes):
    texts = [*KOREAN[:3], *ENGLISH[:3], "AI 위원회 meeting", "", "1234", "…"]
    documents = np.array(kiwi.embed_documents(texts))
    assert documents.shape == (len(texts), DIMENSIONS)
    assert documents == pytest.approx(np.array([kiwi.embed_query(text) for text in texts]), abs=1e-5)
    assert documents == pytest.approx(kiwi.embed_analyses([morphemes.analyse(text) for text in texts]), abs=1e-5)
    assert kiwi.embed_documents([]) == []
    assert kiwi.embed_analyses([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("text", ["", "…", "🚲", "xyzzy qwrtp", "the of and", "0000"])
def test_a_text_without_a_known_word_has_no_direction(kiwi, text):
    assert not np.array(kiwi.embed_query(text)).any()


def test_an_unknown_word_changes_nothing(kiwi):
    assert kiwi.embed_query("school xyzzy lunch") == pytest.approx(kiwi.embed_query("school lunch"), abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.permutations(["학교", "lunch", "버스", "budget", "council", "소음", "drone"]))
def test_the_order_of_words_does_not_matter(kiwi, morphemes, words):
    def analysed(texts):
        each = [morphemes.analyse(text) for text in texts]
        return Analysis(tuple(w for a in each for w in a.words), tuple(i for a in each for i in a.ids))

    there, back = kiwi.embed_analyses([analysed(words), analysed(sorted(words))])
    assert there == pytest.approx(back, abs=1e-5)


def test_it_does_not_matter_what_else_is_embedded(kiwi):
    alone = [kiwi.embed_query(text) for text in ENGLISH]
    together = kiwi.embed_documents([*KOREAN, *ENGLISH])[len(KOREAN) :]
    assert np.array(together) == pytest.approx(np.array(alone), abs=1e-5)


@pytest.fixture(scope="module")
def small(morphemes):
    """Four directions, one a morpheme, and a dictionary of four words."""
    numbers = {"학교": 1000, "교육": 2000, "육아": 3000, "휴직": 4000, "배우다": 5000}

    def raw(morphemes):
        rows = np.random.default_rng(3).normal(size=(60_000, DIMENSIONS)).astype(np.float32)[list(morphemes)]
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    entries = [
        Entry("학교", ("school",)),
        Entry("교육", ("education", "schooling")),
        Entry("휴직", ("parental leave",)),
        Entry("배우다", ("learn",)),
        Entry("없는말", ("hedgehog",)),
    ]
    space = MorphemeSpace(raw)
    return space, BilingualSpace(space, Dictionary(entries, morphemes.stems), lambda: numbers), numbers


def embedded(small, *words, ids=()):
    return small[1].embed([Analysis(words, ids)])[0]


def direction(small, *forms):
    space, _, numbers = small
    vector = np.sum([v / np.linalg.norm(v) for v in space.vectors([numbers[form] for form in forms])], axis=0)
    return vector / np.linalg.norm(vector)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("educ", ["교육"]),
        ("learn", ["배우다"]),
        ("school", ["학교", "교육"]),
        ("parent", ["휴직"]),
    ],
)
def test_an_english_word_stands_where_its_equivalents_stand(small, word, forms):
    assert embedded(small, word) == pytest.approx(direction(small, *forms), abs=1e-4)


def test_a_word_counts_more_by_itself_than_in_a_phrase(morphemes):
    rows = np.eye(60_000, DIMENSIONS, dtype=np.float32)
    rows[list(range(110, 30000, 10))] = np.random.default_rng(5).normal(size=(2989, DIMENSIONS)) * 1e-6
    rows[[31_001, 31_002]] = rows[[1, 2]]
    space = MorphemeSpace(lambda ids: rows[list(ids)])
    entries = [Entry("허가", ("permit",)), Entry("면허", ("driving permit",))]
    both = BilingualSpace(space, Dictionary(entries, morphemes.stems), lambda: {"허가": 31_001, "면허": 31_002})
    (vector,) = both.embed([Analysis(("permit",), ())])
    alone, phrase = space.vectors([31_001, 31_002])
    assert vector @ alone > 2 * (vector @ phrase) > 0


def test_an_equivalent_that_the_model_does_not_have_says_nothing(small):
    assert not embedded(small, "hedgehog").any()


def test_a_repeated_english_word_counts_once(small):
    assert embedded(small, "school", "school", "learn") == pytest.approx(embedded(small, "school", "learn"), abs=1e-6)


def test_both_languages_of_a_mixed_text_count(small):
    mixed = embedded(small, "배우/VV", "school", ids=(5000,))
    assert mixed @ direction(small, "배우다") > 0.4
    assert mixed @ direction(small, "학교", "교육") > 0.4

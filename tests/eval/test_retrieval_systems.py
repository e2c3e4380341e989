"""The systems over a few articles of an invented ordinance: what each finds and what none does."""

import sys
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.embeddings import Embeddings

from corpus.errors import SettingsError
from eval.retrieval.collection import Document
from eval.retrieval.systems.embedded import Embedded
from eval.retrieval.systems.lexical import CONSTANTS, Lexical, whitespace_words
from eval.retrieval.systems.models import Models
from eval.retrieval.systems.naive import Naive
from eval.retrieval.systems.registry import SYSTEMS, make
from eval.retrieval.systems.system import best
from ingest.bigrams import bigrams

ARTICLES = (
    Document("open", "제4조(개관시간)", "어린이자료실은 오전 아홉 시부터 오후 여섯 시까지 문을 연다."),
    Document("late", "제9조(연체)", "빌린 책을 늦게 돌려준 사람은 늦은 날만큼 책을 빌릴 수 없다."),
    Document("dog", "제12조(반려동물)", "공원에 반려견과 함께 들어오는 사람은 목줄을 매야 한다."),
    Document("blank", "", ""),
)


class Letters(Embeddings):
    """The vector of a text is how often it has each of a few letters."""

    def embed_documents(self, texts):
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text):
        return [float(text.count(letter)) for letter in "가나다라"]


@pytest.fixture(scope="module")
def models():
    return Models("")


@pytest.fixture(scope="module", params=SYSTEMS)
def built(request, models):
    system = make(request.param, models)
    system.build(ARTICLES)
    return system


@pytest.mark.parametrize("count", [1, 2, 10])
def test_every_system_gives_known_keys_once_and_no_more_than_asked_for(built, count):
    found = built.search("책을 늦게 돌려준 사람은 책을 빌릴 수 있나?", count)
    assert found[0] == "late"
    assert len(set(found)) == len(found) <= count
    assert set(found) <= {article.key for article in ARTICLES}


def test_every_system_is_called_by_its_name(models):
    assert [make(name, models).name for name in SYSTEMS] == list(SYSTEMS)


@pytest.mark.parametrize("query", ["", "   ", "?!", "\x00", "가" * 3000])
def test_no_query_is_too_odd(built, query):
    assert len(built.search(query, 10)) <= len(ARTICLES)


@pytest.mark.parametrize("name", SYSTEMS)
def test_documents_without_text_are_no_fault(models, name):
    system = make(name, models)
    system.build([ARTICLES[-1]])
    assert set(system.search("책을 늦게 돌려주면?", 10)) <= {"blank"}


@pytest.mark.parametrize("name", SYSTEMS)
def test_what_is_built_takes_the_place_of_what_was(models, name):
    system = make(name, models)
    system.build(ARTICLES)
    system.build([Document("new", "", "박물관은 월요일에 쉰다.")])
    assert system.search("박물관은 월요일에 쉬나?", 10) == ["new"]


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("whitespace-bm25", "반려견과 산책", ["dog"]),
        ("whitespace-bm25", "반려견을 데려가도 되나", []),
        ("bigram-bm25", "반려견을 데려가도 되나", ["dog"]),
        ("kiwi-bm25", "반려견을 데려가도 되나", ["dog"]),
        ("kiwi-bm25", "자동차 번호판", []),
        ("kiwi-embedding", "zzz", []),
        ("ours", "zzz", []),
    ],
)
def test_what_words_of_each_kind_find(models, name, query, found):
    system = make(name, models)
    system.build(ARTICLES)
    assert system.search(query, 10) == found


def test_bm25_is_the_formula():
    texts = {"one": "회의 회의 위원", "two": "위원 위원장 위원회 소집", "three": "소집"}
    system = Lexical("t", str.split)
    system.build([Document(key, "", text) for key, text in texts.items()])
    average = sum(len(text.split()) for text in texts.values()) / 3

    def weight(word, text):
        having = sum(word in other.split() for other in texts.values())
        times, length = text.split().count(word), len(text.split())
        share = times / (times + CONSTANTS["k1"] * (1 - CONSTANTS["b"] + CONSTANTS["b"] * length / average))
        return log(1 + (3 - having + 0.5) / (having + 0.5)) * share

    expected = [weight("회의", text) + 2 * weight("소집", text) for text in texts.values()]
    assert list(system.scores("소집 회의 소집 없는말")) == pytest.approx(expected)
    assert (CONSTANTS["k1"], CONSTANTS["b"]) == (1.2, 0.75)


@pytest.mark.parametrize(
    ("text", "words", "pairs"),
    [
        ("위원회 회의", ["위원회", "회의"], ["위원", "원회", "회의"]),
        ("이 조례는, 2026년", ["이", "조례는,", "2026년"], ["이", "조례", "례는", "20", "02", "26", "6년"]),
        ("AI Act", ["ai", "act"], ["ai", "ac", "ct"]),
        ("「」 · ", ["「」", "·"], []),
        ("\u110c\u1169", ["조"], ["조"]),
        ("", [], []),
    ],
)
def test_words_and_pairs_of_letters(text, words, pairs):
    assert whitespace_words(text) == words
    assert bigrams(text) == pairs


@given(st.lists(st.integers(-3, 3), min_size=1), st.integers(1, 12))
def test_the_best_rows_are_those_of_a_stable_sort(scores, count):
    expected = sorted(range(len(scores)), key=lambda row: -scores[row])[:count]
    assert best(np.array(scores, np.float32), count) == expected


def test_an_embedding_ranks_by_angle_and_not_by_length():
    system = Embedded("t", Letters())
    system.build([Document("long", "가가가가", "나나나나"), Document("near", "", "가"), Document("far", "", "라")])
    assert system.search("가", 3) == ["near", "long", "far"]
    assert list(system.scores("가")) == pytest.approx([0.5**0.5, 1, 0])
    assert system.search("모르는 말", 3) == []


def test_the_naive_pipeline_finds_a_document_by_its_nearest_chunk_and_each_once():
    system = Naive("t", Letters())
    long = Document("long", "", " ".join(["가나"] * 3000 + ["라" * 500] * 9))
    others = [Document(str(number), "", "다" * (number + 1)) for number in range(5)]
    system.build([*others, long])
    assert system.search("라", 1) == ["long"]
    assert system.search("가나", 2)[0] == "long"
    assert sorted(system.search("가나", 6)) == ["0", "1", "2", "3", "4", "long"]


def test_two_naive_pipelines_do_not_meet():
    one, other = Naive("one", Letters()), Naive("other", Letters())
    one.build([Document("a", "", "가")])
    other.build([Document("b", "", "가")])
    assert (one.search("가", 10), other.search("가", 10)) == (["a"], ["b"])


def test_without_the_splitter_the_command_to_install_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "langchain_text_splitters", None)
    with pytest.raises(SettingsError, match=r"naive needs langchain-text-splitters: pip install 'jorye\[eval\]'"):
        Naive("naive", Letters())


@pytest.mark.parametrize("name", ["", "none"])
def test_kiwis_embedding_serves_where_none_is_named(name):
    models = Models(name)
    assert models.name == "kiwi"
    assert models.embedding is models.kiwi


@pytest.mark.parametrize("name", ["ours", "naive"])
def test_an_embedding_that_cannot_be_had_is_told_before_anything_is_built(name):
    with pytest.raises(SettingsError, match="JORYE_EMBEDDING=/nowhere"):
        make(name, Models("/nowhere"))


def test_ours_without_an_embedding_needs_none():
    system = make("ours-no-embedding", Models("/nowhere"))
    system.build(ARTICLES)
    assert system.search("목줄을 매야 하나?", 1) == ["dog"]

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.morphemes import Morphemes

ALIKE = [
    # English: number, case, possessive
    ("committee", "committees"),
    ("master plan", "Master Plans"),
    ("policy", "policies"),
    ("member", "member’s"),
    ("MEETING", "meetings"),
    ("the subcommittee of the Committee", "Subcommittees, committees"),
    # Korean: particles and endings
    ("위원회", "위원회는"),
    ("위원회", "위원회의"),
    ("위원회", "위원회에서"),
    ("기본계획", "기본계획을"),
    ("정족수", "정족수가"),
    ("과반수 출석", "과반수의 출석으로"),
    ("제척된 위원", "제척되는 위원은"),
    ("개의", "개의하려면"),
    # spacing and middle dots
    ("인공지능위원회", "인공지능 위원회"),
    ("심의ㆍ의결", "심의·의결"),
    ("심의‧의결", "심의 의결"),
    ("제14조제2항", "14조 2항"),
    ("15명", "15 명"),
    # what users type
    ("AI 위원회", "ai위원회"),
    ("Smart City 위원회", "smart city 위원회"),
    ("15명", "１５명"),
    ("위원회", unicodedata.normalize("NFD", "위원회")),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_words(morphemes, one, other):
    assert morphemes.words(one) == morphemes.words(other) != ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("재적위원 과반수의 출석", {"재적", "위원", "과반수", "출석"}),
        ("존속기한은 2027년 12월 31일까지", {"2027", "12", "31"}),
        ("존속기한은 2027.12.31.까지", {"2027", "12", "31"}),
        ("Dec. 31, 2027", {"31", "2027"}),
        ("제9조의2", {"9", "2"}),
        ("Article 5-2", {"5", "2"}),
    ],
)
def test_words_that_must_be_found(morphemes, text, words):
    assert words <= set(morphemes.words(text))


@pytest.mark.parametrize("text", ["", " \n\t", "...", "「」", "ㆍ·", "@#$%", "①", "😀", "the of and", "및 또는 그리고"])
def test_nothing_to_look_for(morphemes, text):
    assert morphemes.words(text) == ()


def test_different_words_stay_apart(morphemes):
    texts = ["제척", "기피", "회피", "quorum", "majority", "소집", "의결"]
    assert len({morphemes.words(text) for text in texts}) == len(texts)


def test_english_does_not_load_kiwi():
    words = Morphemes()
    assert words.words("A meeting of the Committee, 2025-09-29: 「…」 ①") != ()
    assert "_kiwi" not in vars(words)


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=40))
def test_any_text_gives_words_without_blanks(morphemes, text):
    assert all(word and not any(letter.isspace() for letter in word) for word in morphemes.words(text))


def test_a_stream_analyses_each_text_as_if_alone_in_the_order_given(morphemes):
    texts = ["위원회의 회의", "", "master plans", "과반수", *(f"제{number}조 회의" for number in range(300)), "end"]
    assert list(morphemes.stream(texts)) == [morphemes.analyse(text) for text in texts]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=20) | st.sampled_from(["위원회는", "plans", "정보화책임관"]), max_size=8))
def test_any_texts_are_analysed_together_as_alone(morphemes, texts):
    assert list(morphemes.stream(texts)) == [morphemes.analyse(text) for text in texts]


def test_a_stream_reads_little_ahead_of_what_it_gives(morphemes):
    read = 0

    def texts():
        nonlocal read
        for read in range(1, 100_000):
            yield "회의" if read % 2 else "meeting"

    stream = morphemes.stream(texts())
    for _ in range(3):
        next(stream)
    assert read < 1000


def test_a_stream_of_english_does_not_load_kiwi():
    words = Morphemes()
    assert [each.words for each in words.stream(["A meeting", ""])] == [("meet",), ()]
    assert "_kiwi" not in vars(words)


def test_one_analysis_has_both_the_words_and_the_morpheme_numbers(morphemes):
    found = morphemes.analyse("위원회는 회의를 연다")
    assert found.words == morphemes.words("위원회는 회의를 연다")
    assert found.ids == morphemes.ids("위원회") + morphemes.ids("회의") + morphemes.ids("연다")
    assert all(morphemes.similarity(number, number) == pytest.approx(1, abs=0.05) for number in found.ids)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("정보화책임관", "정보화 책임관"), ("committee 15", ""), ("제14조 AI", "제 조")],
    ids=["a term that Kiwi was taught", "no Korean", "numbers and Latin letters"],
)
def test_what_kiwi_has_no_vector_of_counts_by_its_parts_or_not_at_all(morphemes, text, parts):
    assert morphemes.ids(text) == morphemes.ids(parts)

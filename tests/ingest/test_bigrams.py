import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.bigrams import bigrams


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("위원회 회의", "위원 원회 회의"),
        ("위 원회", "위 원회"),
        ("AI 위원회", "ai 위원 원회"),
        ("제14조(소집)", "제1 14 4조 조소 소집"),
        ("심의ㆍ의결", "심의 의결"),
        ("１５명", "15 5명"),
        ("- (…) 「」", ""),
        ("", ""),
    ],
)
def test_pairs_of_letters(text, pairs):
    assert bigrams(text) == pairs.split()


@given(st.text(max_size=60))
def test_every_pair_is_one_or_two_letters_or_digits(text):
    assert all(pair.isalnum() and len(pair) in (1, 2) for pair in bigrams(text))


@given(st.text(alphabet="가나다a1", min_size=2, max_size=30))
def test_a_word_can_be_read_back_from_its_pairs(word):
    pairs = bigrams(word)
    assert pairs[0] + "".join(pair[1] for pair in pairs[1:]) == word

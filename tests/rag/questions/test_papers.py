"""The words that only name a paper are no words to look for in it."""

import pytest

from rag.questions.papers import without_names_of_papers


@pytest.mark.parametrize(
    ("topic", "kept"),
    [
        ("검토보고서는 주기를 왜 줄이자고 했나요?", "는 주기를 왜 줄이자고 했나요?"),
        ("What did the reviewer suggest?", "What did the suggest?"),
        ("기본조례 제정안이 회부된 날짜는?", "이 회부된 날짜는?"),
        ("위원의 임기는?", "위원의 임기는?"),
        ("업무보고", "업무보고"),
    ],
)
def test_names_are_left_out_unless_they_are_all(topic, kept):
    assert without_names_of_papers(topic) == kept

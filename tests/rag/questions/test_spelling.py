"""References as people write them in questions, put as the law writes them; and words that only look like them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.questions.spelling import spelled

WRITTEN = [
    ("art 14", "Article 14"),
    ("art14(2)", "Article 14(2)"),
    ("Art 9(2) of the AI ordinance", "Article 9(2) of the AI ordinance"),
    ("AI ordinance art 5-2", "AI ordinance Article 5-2"),
    ("arts 5 and 6", "Articles 5 and 6"),
    ("does art 14 apply", "does Article 14 apply"),
    ("the text of art 14", "the text of Article 14"),
    ("Sec. 14", "Article 14"),
    ("sec 14(2)", "Article 14(2)"),
    ("s. 14", "Article 14"),
    ("section 14", "Article 14"),
    ("Sections 5 and 6", "Articles 5 and 6"),
    ("Sec. 4.2.4 of the review report", "section 4.2.4 of the review report"),
    ("Aritcle 14", "Article 14"),
    ("Article 7 smart city ordinance", "Article 7 of the smart city ordinance"),
    ("Art. 9 AI framework ordinance", "Art. 9 of the AI framework ordinance"),
    ("art 14(2) the AI ordinance?", "Article 14(2) of the AI ordinance?"),
    ("article 6(2)5 Seoul AI ordinance", "article 6(2)5 of the Seoul AI ordinance"),
    ("artcle 14(2)", "article 14(2)"),
    ("Articel 14", "Article 14"),
    ("AI ordinence article 14", "AI ordinance article 14"),
    ("Oridnance", "Ordinance"),
    ("Addenda Article 2", "Article 2 of the Addenda"),
    ("the Addenda (No. 9834), art. 2(1)", "Article 2(1) of the Addenda (No. 9834)"),
    ("annex 1", "Annex 1"),
    ("第14條第2項", "제14조제2항"),
    ("第十四條 第二項", "제14조 제2항"),
    ("第二十條之二", "제20조의2"),
    ("14條 2項", "제14조 제2항"),
    ("第２條".translate(str.maketrans("２", "2")), "제2조"),
    ("基本條例 附則 第1條", "基本조례 부칙 제1조"),
    ("AI 기본조레 제14조", "AI 기본조례 제14조"),
    ("스마트도시 조래 8조", "스마트도시 조례 8조"),
]
LEFT_ALONE = [
    "art exhibition 14",
    "the art of 2 people",
    "state of the art 5G",
    "state-of-the-art 5",
    "modern art 14",
    "works of art 14",
    "Art 14 exhibitions",
    "in art 14 years ago",
    "art 2025",
    "art. 14",
    "section 14 of the review report",
    "section 4.2.4",
    "section-by-section",
    "section 14 members",
    "10 sec 14",
    "U.S. 14",
    "Particle 14",
    "Articles 5 and 6",
    "ordnance 14",
    "ordinances",
    "annex of the report",
    "the Addenda of 2019",
    "조레스의 책",
    "창조래 3번",
    "條約 14",
    "제14조제2항",
    "Article 14(2) of the AI ordinance",
]


@pytest.mark.parametrize(("written", "read"), WRITTEN)
def test_a_reference_is_put_as_the_law_writes_it(written, read):
    assert spelled(written) == read


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_other_words_stay(text):
    assert spelled(text) == text


@pytest.mark.parametrize(("written", "read"), WRITTEN)
def test_what_is_put_right_is_right(written, read):
    assert spelled(read) == read
    assert written != read


@settings(deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=5), st.sampled_from([each for each, _ in WRITTEN])), max_size=8).map(" ".join)
)
def test_numbers_are_kept(text):
    assert sum(each.isdecimal() for each in spelled(text)) >= sum(each.isdecimal() for each in text)

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.citations import find_references

# What is written, the provisions it points to, and the Act they are of where they are of one.
CITATIONS = [
    ("제14조제2항", ["art-14/para-2"]),
    ("제14조 제2항", ["art-14/para-2"]),
    ("제 14 조 제 2 항", ["art-14/para-2"]),
    ("14조 2항", ["art-14/para-2"]),
    ("14조2항", ["art-14/para-2"]),
    ("14조의 2항", ["art-14/para-2"]),
    ("제14조의 제2항", ["art-14/para-2"]),
    ("제１４조제２항", ["art-14/para-2"]),
    ("인공지능 기본조례 14조를 알려줘", ["art-14"]),
    ("의결 방법은 14조에 있나요?", ["art-14"]),
    ("의결 방법 제14조제2항", ["art-14/para-2"]),
    ("제16조 다목적 시설", ["art-16"]),
    ("제14조의2", ["art-14-2"]),
    ("제5조의2제1항", ["art-5-2/para-1"]),
    ("제5조의2 제1항", ["art-5-2/para-1"]),
    ("5조의2 1항", ["art-5-2/para-1"]),
    ("제9조의2(위원회의 존속기한)", ["art-9-2"]),
    ("제8조제2항제4호", ["art-8/para-2/sub-4"]),
    ("제8조 제2항 제4호", ["art-8/para-2/sub-4"]),
    ("8조 2항 4호", ["art-8/para-2/sub-4"]),
    ("제3조제1호", ["art-3/sub-1"]),
    ("제12조제1항제4호의2", ["art-12/para-1/sub-4-2"]),
    ("제7조제3항제1호가목", ["art-7/para-3/sub-1/item-1"]),
    ("제7조 제3항 제1호 나목", ["art-7/para-3/sub-1/item-2"]),
    ("제12조제1항 각 호", ["art-12/para-1"]),
    ("제12조제2항 단서", ["art-12/para-2"]),
    ("안 제8조부터 안 제15조까지", ["art-8", "art-15"]),
    ("안 제9조~제10조", ["art-9", "art-10"]),
    ("제5조 및 제6조", ["art-5", "art-6"]),
    ("제14조제1항 및 제2항", ["art-14/para-1", "art-14/para-2"]),
    ("제9조ㆍ제10조", ["art-9", "art-10"]),
    ("제2장", ["chapter-2"]),
    ("부칙 제2조", ["addenda/art-2"]),
    ("부칙(제9834호) 제2조", ["addenda-9834/art-2"]),
    ("부칙 <제9834호, 2025.9.29> 제2조", ["addenda-9834/art-2"]),
    ("부칙(제9834호, 2025. 9. 29.) 제2조", ["addenda-9834/art-2"]),
    ("「서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례」 제8조의2", ["art-8-2"]),
    ("Article 14(2)", ["art-14/para-2"]),
    ("Article 14 (2)", ["art-14/para-2"]),
    ("article 14(2)?", ["art-14/para-2"]),
    ("Art. 14(2)", ["art-14/para-2"]),
    ("ARTICLE 14", ["art-14"]),
    ("Article 5-2 (1)", ["art-5-2/para-1"]),
    ("Article 12 (1) 3", ["art-12/para-1/sub-3"]),
    ("Article 12(1)3", ["art-12/para-1/sub-3"]),
    ("subparagraph 3 of Article 3", ["art-3/sub-3"]),
    ("paragraph (2) of Article 14", ["art-14/para-2"]),
    ("paragraph 2 of Article 14", ["art-14/para-2"]),
    ("subparagraph 4 of Article 8(2)", ["art-8/para-2/sub-4"]),
    ("subparagraph 4 of paragraph (2) of Article 8", ["art-8/para-2/sub-4"]),
    ("Article 14, paragraph 2", ["art-14/para-2"]),
    ("Article 8, paragraph (2), subparagraph 4", ["art-8/para-2/sub-4"]),
    ("Article 14 para. 2", ["art-14/para-2"]),
    ("Articles 5 and 6", ["art-5", "art-6"]),
    ("Article 2 of the Addenda", ["addenda/art-2"]),
    ("Article 2 of the Addenda (No. 9834)", ["addenda-9834/art-2"]),
    ("Chapter 2", ["chapter-2"]),
    ("Chapter II", ["chapter-2"]),
    ("Does 제14조 say what Article 8(3) of the smart city ordinance says?", ["art-14", "art-8/para-3"]),
]
STATUTES = [
    ("「지방자치법」 제28조제1항", ["art-28/para-1"]),
    ("지방자치법 제28조", ["art-28"]),
    ("「지능정보화 기본법」제2조", ["art-2"]),
    ("「클라우드컴퓨팅 발전 및 이용자 보호에 관한 법률」 제2조제2호", ["art-2/sub-2"]),
    ("스마트도시법 시행령 제28조", ["art-28"]),
    ("스마트도시법 제24조 및 같은 법 시행령 제28조", ["art-24", "art-28"]),
    ("같은 법 제2조제6호", ["art-2/sub-6"]),
    ("동법 제5조", ["art-5"]),
    ("민법 제1112조", ["art-1112"]),
    ("Article 24 (2) of the Smart City Act", ["art-24/para-2"]),
    ("subparagraph 6 of Article 2 of the Smart City Act", ["art-2/sub-6"]),
    ("Article 6 of the Framework Act on National Informatization", ["art-6"]),
    ("Article 5 of the Electronic Government Act", ["art-5"]),
    ("Article 28 of the Enforcement Decree of that Act", ["art-28"]),
    ("Article 24 of the same Act", ["art-24"]),
    ("Article 24 of the Act on the Promotion of Smart City Development and Industry", ["art-24"]),
]
NO_CITATIONS = [
    "",
    "2019",
    "2019 조례와 2025 조례",
    "2025년 9월 29일",
    "15명 중 8명 출석, 5명 찬성",
    "조례 제9834호",
    "의안번호 제2205호",
    "제14차 회의",
    "제331회 정례회",
    "예산 3조원",
    "예산 3조 원",
    "3조 5천억",
    "3조 5천억 원",
    "3조5000억원",
    "1조 2,000억원",
    "10조 달러 규모의 시장",
    "매개변수 1조 개의 모델",
    "2인 1조로 점검한다",
    "the 2019 article",
    "part 14(2)",
    "one-third of the members",
    "state-of-the-art 5G networks",
    "the state of the art 2025",
]


def _units(text):
    return ["/".join(map(str, each.units)) for each in find_references(text)]


@pytest.mark.parametrize(("text", "expected"), CITATIONS)
def test_a_citation_is_found(text, expected):
    assert _units(text) == expected
    assert [each.statute for each in find_references(text)] == [""] * len(expected)


@pytest.mark.parametrize(("text", "expected"), STATUTES)
def test_a_citation_of_an_act_is_flagged(text, expected):
    assert _units(text) == expected
    assert all(each.statute for each in find_references(text))


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_no_citation(text):
    assert _units(text) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("「서울특별시 인공지능 기본조례」 제14조제2항에 따르면", "제14조제2항"),
        ("위원은 제12조제1항 각 호에", "제12조제1항"),
        ("under Article 14(2), a majority", "Article 14(2)"),
        ("see subparagraph 3 of Article 3.", "subparagraph 3 of Article 3"),
    ],
)
def test_a_reference_spans_its_own_words(text, cited):
    (reference,) = find_references(text)
    assert text[reference.start : reference.end] == cited


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.one_of(st.text(max_size=8), st.sampled_from([text for text, _ in CITATIONS + STATUTES] + NO_CITATIONS)),
        max_size=6,
    ).map(" ".join)
)
@example("ARTICLE 14 조례 제9834호")
def test_references_come_in_order_within_the_text_and_apart(text):
    found = find_references(text)
    assert all(0 <= each.start < each.end <= len(text) and each.units for each in found)
    assert all(before.end <= after.start for before, after in pairwise(found))

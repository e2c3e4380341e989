"""Readers on texts that are not what they should be: provisions or a SourceError with the file, nothing else."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import SourceError
from corpus.manifest import load_works
from ingest.reading import READERS

DOCUMENTS = {source.file: (work, source) for work in load_works() for source in work.sources}
AI_EN, AI_KO = "seoul-ai-ordinance/2025-09-29.en.txt", "seoul-ai-ordinance/2025-09-29.ko.md"
CITY_EN = "seoul-smart-city-ordinance/2018-03-22_2019-03-28.en.txt"
REVIEW, BUREAU = "seoul-ai-bill-review/report.ko.txt", "seoul-digital-bureau-report/report.ko.txt"
NOTE = "national-ai-action-plan/note.en.md"
LINES = {  # of each form; the others' lines are thrown in too
    "english_ordinance": """
Article 1 (Purpose) The purpose | Article 2 (Definitions) (1) As follows: | Article 2-2 Deleted <Sep. 29, 2025>
Article 3 (Scope) | (2) The Mayor shall | (3) Deleted | 1. Deleted. <by Ordinance No. 6487, May 18, 2017>
1. through 3. Deleted <Sep. 29, 2025> | 3. through 1. Deleted | CHAPTER Ⅰ GENERAL PROVISIONS Article 1 (Purpose) x
CHAPTER IV POLICY Article 5 (Purpose) x | ADDENDA | ADDENDUM <Ordinance No. 5176, Sep. 29, 2011>
[This Article Newly Inserted] | Standards (related to Article 31)""",
    "register_markdown": """
--- | ## 제1장 총칙 | ##### 제1조 (목적) | ##### 제2조의2 | ##### 제 | ## 부칙 <제9834호, 2025.9.29>
제1조(시행일) 이 조례는 | ① 시장은 | ② 위원회 | ½ 이상 | 1. 사업 | 1의2. 사업 | 가. 목 | 나. 목
삭제 <2025.9.29> | [본조신설 2025.9.29] | ## 부칙 | 1.부터 3.까지 삭제 <2017.5.18> | 3.부터 1.까지 삭제
## [별표 1] 기준(제1조 관련)""",
    "review_report": """
1. 제안경위 | 2. 제안이유 | 가. 조례 제정의 배경 | 나. 내용 | (1) 용어의 정의(안 제3조) | 1) 각주 | 2) ‘법안’
제2조(정의) 이 법에서 | 붙임1 관계법령 | 붙임2 현황 | 제 정 안 수 정 안
제정조례안 ‘인공지능 기본법안’ 경기도 인공지능 기본조례 | (2) 기본계획(안 제6조)
(1) 위원회(안 제8조~안 제15조) | 우려1)도 | < 제정조례안의 비교표 > | ○ 안 제6조는 | <신 설> ④ 제2항에
제6조(기본계획) ① 시장은 | 제6조(기본계획) ① (제정안과 같음) | ② 계획에는 | 1. “인공지능”이란
3. “인공지능”이란 | <신 설> 제16조(존속기한) 위원회 | 제16조ㆍ제17조 (생 략) 제17조ㆍ제18조 | 1. ∼ 7. (같음)
구 분 조 항 내 용 | 안 제1조 ~ | 정의 등 ·안전 | ·이용 | ■ 「지능정보화 기본법」
■ 「서울특별시 스마트도시 및 정보화 조례」 | ■ 「없는 법」 | 가. 목 | ½ 이상 | 구분 연번 의안명
20대 1 인공지능 법안 이상민의원 2019.09.23. | 21대 | 사  업  명 계 ’24 | 1 AI 사업 206,427 55,073 80,178 71,176
2 AI - | 3-➊ AI 13 6 | 연번 과제명 | 1 AI 기반 300 | 2 | 의안명 의안번호 | 인공지능 법안 | 2200053 안철수의원
2024. 5. 31. | 회부 | 1. 대안의 제안경위 | □ 예산 (단위 : 백만원)""",
    "bureau_report": """
- 1. 첫째 사업 | - 2. 둘째 사업 | 첫째 사업 | 둘째 사업 | □ 사업개요 | __ 조례안 | 참고자료 목록 | 성과 | - o 내용
연번\t과제\t담당 | 1\t가\t복 지 실 | <u>3</u>\t나 | \t다\t라 | 묶음 (2)\t\t | 26 27\t마 | \t\t | 분 야\t개수\t6""",
    "note": "## 1. State of the plan | ## 2. How it was made | # Note | text",
}
FORMS = {form: re.split(r" \| |\n", lines.strip()) for form, lines in LINES.items()}
others = st.sampled_from(["", "\t표\t표", *(line for lines in FORMS.values() for line in lines)]) | st.text(max_size=20)


def _read(file, text):
    work, source = DOCUMENTS[file]
    return READERS[source.reader](work, source, text)


def _kept(provisions):
    return [words.mark + words.text for each in provisions for words in each.renditions]


def _letters(texts):
    return Counter("".join("".join(texts).split()))


@pytest.mark.parametrize("file", [AI_EN, CITY_EN, AI_KO, REVIEW, BUREAU, NOTE])
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_any_text_gives_provisions_or_a_source_error(file, data):
    own = st.sampled_from(FORMS[DOCUMENTS[file][1].reader])
    text = "\n".join(data.draw(st.lists(own | own | st.just("") | others, max_size=12)))
    try:
        provisions = _read(file, text)
    except SourceError as error:
        assert str(error).startswith(f"{file}, line ")
        assert "\n" not in str(error)
        return
    assert provisions
    assert len({each.id for each in provisions}) == len(provisions)
    if file in (REVIEW, BUREAU):
        assert _letters(_kept(provisions)) == _letters(text.splitlines()[provisions[0].renditions[0].line - 1 :])
    last = len(text.splitlines())
    assert all(1 <= words.line <= last for each in provisions for words in each.renditions)


@pytest.mark.parametrize("file", DOCUMENTS)
@pytest.mark.parametrize("text", ["", "\n \n", "Nothing of the kind.", "아무것도 아니다."])
def test_a_text_of_another_form_is_refused(file, text):
    with pytest.raises(SourceError, match=rf"^{file}, line 1: no "):
        _read(file, text)


@pytest.mark.parametrize(
    ("file", "lines", "line"),
    [
        (AI_EN, ["Article 1 (Purpose) a", "Article 2 (Scope) b", "", "Article 1 (Purpose) c"], 4),
        (CITY_EN, ["Article 1 (A) a", "Article 1 (A) b", "Article 1 (A) c"], 3),
        (AI_EN, ["Article 1 (A) (1) a", "(2) b", "(2) c"], 3),
        (AI_EN, ["Article 1 (A) a", "1. b", "1. c"], 3),
        (AI_EN, ["Article 1 (A) a", "Addenda <No. 9834>", "Article 1 (B) b", "Article 1 (B) c"], 4),
        (CITY_EN, ["CHAPTER Ⅰ A Article 1 (A) a", "CHAPTER Ⅰ A Article 2 (A) b"], 2),
        (AI_KO, ["##### 제1조 (목적)", "가", "##### 제1조 (목적)"], 3),
        (AI_KO, ["##### 제1조 (목적)", "① 가", "① 나"], 3),
        (AI_KO, ["##### 제1조 (목적)", "1. 가", "1. 나"], 3),
        (AI_KO, ["##### 제1조 (목적)", "2. 가", "1.부터 3.까지 삭제 <2017.5.18>"], 3),
        (AI_KO, ["## 부칙", "이 조례는", "## 부칙"], 3),
        (REVIEW, ["붙임1 관계법령", "", "붙임1 관계법령"], 3),
        (BUREAU, ["- 1. 가", "- 1. 나", "가", "나"], 4),
        (NOTE, ["## 1. A", "a", "## 1. B"], 3),
    ],
)
def test_what_begins_twice_is_refused_with_its_line(file, lines, line):
    with pytest.raises(SourceError, match=rf"^{file}, line {line}: "):
        _read(file, "\n".join(lines))


@pytest.mark.parametrize(
    ("file", "lines", "line"),
    [
        (AI_EN, ["Article 1 Deleted <Feb. 30, 2025>"], 1),
        (AI_EN, ["Article 1 (A) a", "1. Deleted <Sep. 31, 2025>"], 2),
        (AI_EN, ["Article 1 (A) a", f"1. through {'9' * 5000}. Deleted"], 2),
        (AI_KO, ["##### 제1조 (가)", "삭제 <2025.13.1>"], 2),
        (AI_KO, ["##### 제1조 (가)", "1. 삭제 <2025.2.30>"], 2),
        (AI_KO, ["##### 제1조 (가)", "3.부터 1.까지 삭제 <2017.5.18>"], 2),
    ],
)
def test_an_impossible_date_or_number_is_refused_with_its_line(file, lines, line):
    with pytest.raises(SourceError, match=rf"^{file}, line {line}: "):
        _read(file, "\n".join(lines))

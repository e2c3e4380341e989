"""How a question is put tells the form of its answer."""

import pytest

from rag.expectation import expected, load_forms, share_met


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("위원은 몇 명까지인가요?", "number of people"),
        ("How many members may there be?", "number of people"),
        ("기본계획은 몇 년마다 세우나요?", "how often"),
        ("How often is the plan made?", "how often"),
        ("위원의 임기는?", "how long"),
        ("How long do members serve?", "how long"),
        ("위원회는 언제까지 존속하나요?", "until when"),
        ("When does the committee expire?", "until when"),
        ("고영향 인공지능의 뜻은?", "definition"),
        ("What does high-impact AI mean?", "definition"),
        ("해촉 사유를 나열해 주세요", "list"),
        ("What matters does it decide?", "list"),
        ("예산은 얼마인가요?", "money"),
        ("How much does it cost?", "money"),
        ("의사정족수는?", "majority"),
        ("Does a tie carry?", "majority"),
        ("위원장은 누가 뽑나요?", "holder of an office"),
        ("Who chairs the committee?", "holder of an office"),
        ("최대 인원은?", "limit"),
    ],
)
def test_form_asked_for(question, form):
    assert form in [each.name for each in expected(question)]


@pytest.mark.parametrize("question", ["위원회를 설치하나요?", "Does the Mayor support startups?", "제14조제2항"])
def test_no_form(question):
    assert expected(question) == ()


@pytest.mark.parametrize(
    ("form", "text", "met"),
    [
        ("number of people", "25명 이내의 위원으로 구성한다", 1),
        ("number of people", "fifteen (15) or fewer members", 1),
        ("number of people", "위원장이 소집한다", 0),
        ("how often", "5년마다 수립하여야 한다", 1),
        ("how often", "Every three years, the Mayor shall formulate", 1),
        ("until when", "2027년 12월 31일까지로 한다", 1),
        ("until when", "shall be until Dec. 31, 2027", 1),
        ("definition", '"인공지능"이란 학습, 추론', 1),
        ("definition", '"Artificial Intelligence" refers to the digital', 1),
        ("definition", "인공지능의 개발 및 이용", 0),
        ("majority", "출석위원 과반수의 찬성", 1),
        ("holder of an office", "위원 중에서 호선한다", 1),
        ("holder of an office", "The Mayor shall serve as the chairperson", 1),
    ],
)
def test_form_of_a_text(form, text, met):
    (wanted,) = [each for each in load_forms() if each.name == form]
    assert share_met(text, (wanted,)) == met


def test_share_of_several_forms():
    both = expected("위원은 최대 몇 명까지 둘 수 있나요?")
    assert [each.name for each in both] == ["number of people", "limit"]
    assert share_met("위원 25명", both) == 0.5
    assert share_met("", ()) == 0.0

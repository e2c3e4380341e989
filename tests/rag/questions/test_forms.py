"""How a question is put tells the form of its answer."""

import pytest

from rag.questions.forms import expected, load_forms, share_met, weight_of


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
        ("스마트도시위원회 위원은 몇 명까지인가요?", "size of a body"),
        ("How many members may the committee have?", "size of a body"),
        ("원칙은 몇 가지인가요?", "number of things"),
        ("How many articles does it have?", "number of things"),
        ("조례는 언제 시행되었나요?", "date"),
        ("On what date was it referred?", "date"),
        ("By when must the accounts be handed in?", "until when"),
        ("행사는 어디에서 열리나요?", "place"),
        ("조례의 목적은?", "purpose"),
        ("심의하는 사항은 무엇인가요?", "matters"),
        ("해촉할 수 있는 사유는?", "cases"),
        ("여성 위원은 몇 퍼센트인가요?", "share"),
        ("What fine does it impose?", "penalty"),
        ("위원장 이름이 뭐예요?", "name of a person"),
        ("위원장은 어떻게 뽑나요?", "choice of a person"),
        ("회의는 누가 소집합니까?", "who acts"),
        ("Who convenes the committee?", "who acts"),
        ("위원장이 아파서 못 나오면?", "stand-in"),
        ("Who acts when the chair is absent?", "stand-in"),
    ],
)
def test_form_asked_for(question, form):
    assert form in [each.name for each in expected(question)]


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("조례의 목적은 무엇인가요?", "what it is"),
        ("심의하는 사항은 무엇인가요?", "what it is"),
        ("When does a system count as high-impact?", "date"),
        ("위원장이 유고이면 누가 맡나요?", "holder of an office"),
        ("위원장은 누가 뽑나요?", "who acts"),
        ("제척 사유가 있는 위원은 어떻게 하나요?", "cases"),
        ("지하철 2호선은?", "choice of a person"),
    ],
)
def test_form_that_is_not_meant(question, form):
    assert form not in [each.name for each in expected(question)]


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
    both = expected("최대 인원은?")
    assert [each.name for each in both] == ["number of people", "limit"]
    assert share_met("위원 25명", both) == 0.5
    assert share_met("", ()) == 0.0


def test_forms_count_by_what_they_tell():
    size, *others = sorted(expected("위원은 몇 명까지인가요?"), key=lambda form: -form.weight)
    asked = (size, *others)
    whole, part = "위원회는 30명 이내로 구성한다", "공무원 3명 이내"
    assert size.name == "size of a body"
    assert weight_of(asked) == size.weight
    assert share_met(whole, asked) == 1.0
    assert share_met(part, asked) == sum(form.weight for form in others) / sum(form.weight for form in asked)
    assert weight_of(()) == 0.0

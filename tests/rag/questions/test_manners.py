"""What is said for politeness is left out of a question; who asks stays where the answer may hang on it."""

from datetime import date

import pytest

from rag.questions.manners import without_manners

DAY = date(2026, 3, 10)
KO, EN = "AI위원회 위원은 몇 명인가요?", "who convenes the AI committee?"
LEFT_KO = [
    "안녕하세요. {}",
    "안녕하세요, {}",
    "안녕하십니까? 저는 시의회 직원입니다. {}",
    "안녕하세요! 디지털정책과 김철수입니다. 저는 주무관입니다. {}",
    "안녕하세요. 저는 디지털정책과 주무관입니다. {}",
    "제 이름은 김철수입니다. {}",
    "저는 김철수라고 합니다. {}",
    "저는 마포구에 살고 있습니다. {}",
    "저는 스마트도시과에서 일하고 있는데요, {}",
    "저는 대학원생인데 {}",
    "시민입니다. {}",
    "디지털정책과 주무관인데요, {}",
    "저희는 디지털도시국에서 근무합니다. {}",
    "저는 AI위원회 담당 주무관입니다. {}",
    "수고하십니다. {}",
    "수고 많으십니다, {}",
    "바쁘신데 죄송하지만 {}",
    "혹시 {}",
    "궁금한 게 있는데요 {}",
    "하나만 여쭤볼게요. {}",
    "여쭤볼 것이 있습니다. {}",
    "다름이 아니라, {}",
    "문의드립니다. {}",
    "{} 감사합니다.",
    "{} 미리 감사드립니다!",
    "{} 확인 부탁드립니다.",
    "{} 빠른 답변 부탁드립니다. 감사합니다.",
    "{} 수고하세요.",
    "{} 저는 시의회 직원입니다.",
    "제 전화번호는 010-1234-5678입니다. {}",
    "제 주민번호는 900101-1234567이고 전화는 010-1234-5678입니다. {}",
]
LEFT_EN = [
    "Hi, {}",
    "Hello there! {}",
    "Good morning, quick question: {}",
    "Sorry to bother you, but {}",
    "Excuse me, {}",
    "Dear team, {}",
    "I have a question. {}",
    "Hi, I work for the city council. I'd like to know {}",
    "I am a civil servant. {}",
    "I'm a student and I'd like to know {}",
    "I'm from the digital policy division. {}",
    "My name is Kim Cheol-su. {}",
    "As a citizen of Seoul, {}",
    "I was wondering {}",
    "{} Thanks in advance.",
    "{} Thank you very much for your help!",
    "{} Kind regards",
    "{} I work for the city council.",
    "My card is 4111 1111 1111 1111 and email kim@example.com, {}",
]
KEPT = [
    "저는 AI위원회 위원인데 제 친척이 안건의 당사자입니다. 표결할 수 있나요?",
    "저는 AI위원회 위원입니다. 임기가 끝나면 어떻게 되나요?",
    "저는 시의원입니다. 위원회는 누가 소집하나요?",
    "저는 시와 계약한 업체 직원입니다. 위원이 심의에서 빠져야 하나요?",
    "저는 위원의 배우자입니다. 기피는 누가 신청하나요?",
    "저는 지난 회의에 출석했던 사람입니다. 회의록은 공개되나요?",
    "저는 공무원입니다. 위원으로 위촉될 수 있나요?",
    "시민입니다. 제가 회의를 방청해도 되나요?",
    "위원장은 시장입니다. 맞나요?",
    "I am a member of the AI committee. Who replaces the chair?",
    "I'm a contractor of the city. Who may challenge a member?",
    "My name is Kim and I am a councillor. How long is the term?",
    "I am a civil servant. Can I become a member?",
    "As a relative of the applicant, what does a member have to do?",
    "I'm the vice-chair. Who convenes the meeting?",
    "Who thanks the members?",
    "감사위원회와 AI위원회는 어떻게 다른가요?",
    "안녕하세요",
    "감사합니다",
    "저는 시민입니다.",
    "Thanks",
]


@pytest.mark.parametrize("polite", [*LEFT_KO, *LEFT_EN])
def test_the_same_provisions_answer_a_polite_question(assistant, polite):
    bare = KO if polite in LEFT_KO else EN
    said, plain = (assistant.ask(each, DAY) for each in (polite.format(bare), bare))
    assert said.citations == plain.citations
    assert said.answer == plain.answer


@pytest.mark.parametrize("text", KEPT)
def test_what_an_answer_may_hang_on_stays(text):
    assert without_manners(text) == text


def test_a_polite_question_is_shown_as_it_was_put(assistant):
    assert assistant.ask(f"안녕하세요. {KO}", DAY).question == f"안녕하세요. {KO}"


@pytest.mark.parametrize(
    ("wish", "plain"),
    [
        ("위원의 임기를 알려주시면 감사하겠습니다.", "위원의 임기를 알려 주세요."),
        ("위원회는 혹시 몇 명인가요?", "위원회는 몇 명인가요?"),
    ],
)
def test_a_wish_is_read_in_short(wish, plain):
    assert without_manners(wish) == plain


def test_of_the_questions_of_the_evaluation_nothing_within_is_lost(questions):
    polite = [(each, kept) for each in questions if (kept := without_manners(each)) != each]
    assert all(kept in each for each, kept in polite)
    assert 5 < len(polite) < 20
    assert all(
        each.startswith(("hi", "hey", "Hello", "Dear", "안녕", "수고", "디지털정책과", "AI로 창업"))
        for each, _ in polite
    )

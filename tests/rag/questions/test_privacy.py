"""Personal data is masked, and nothing else is; every number here is made up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.questions.privacy import masked, without_masks

DAY = date(2026, 3, 10)

MASKED = [
    ("제 번호는 900101-1234567입니다", "제 번호는 [주민등록번호]입니다"),
    ("My number is 900101-1234567.", "My number is [resident registration number]."),
    ("번호 9001011234567", "번호 [주민등록번호]"),
    ("번호 ９００１０１－１２３４５６７", "번호 [주민등록번호]"),
    ("번호 900101 - 2234567", "번호 [주민등록번호]"),
    ("번호 9 0 0 1 0 1 - 1 2 3 4 5 6 7", "번호 [주민등록번호]"),
    ("번호 900101–1234567", "번호 [주민등록번호]"),
    ("번호 900101-1******", "번호 [주민등록번호]"),
    ("번호 040229-3234567", "번호 [주민등록번호]"),
    ("번호 900101-5234567", "번호 [외국인등록번호]"),
    ("alien registration 050505-7234567", "alien registration [foreigner registration number]"),
    ("010-1234-5678로 알려 주세요", "[전화번호]로 알려 주세요"),
    ("연락처 010.1234.5678", "연락처 [전화번호]"),
    ("연락처 010 1234 5678", "연락처 [전화번호]"),
    ("연락처 01012345678", "연락처 [전화번호]"),
    ("연락처 011-123-4567", "연락처 [전화번호]"),
    ("연락처 0 1 0 1 2 3 4 5 6 7 8", "연락처 [전화번호]"),
    ("연락처 공일공 일이삼사 오육칠팔", "연락처 [전화번호]"),
    ("연락처 (02) 2133-1234", "연락처 [전화번호]"),
    ("연락처 02-123-4567", "연락처 [전화번호]"),
    ("연락처 031.123.4567", "연락처 [전화번호]"),
    ("연락처 0212345678", "연락처 [전화번호]"),
    ("연락처 070-1234-5678", "연락처 [전화번호]"),
    ("call +82 10-1234-5678", "call [phone number]"),
    ("call +82-2-2133-1234", "call [phone number]"),
    ("call +1 202 555 0123", "call [phone number]"),
    ("전화 1588-1234", "전화 [전화번호]"),
    ("전화 1577 1234", "전화 [전화번호]"),
    ("카드 4111 1111 1111 1111", "카드 [카드번호]"),
    ("card 4111-1111-1111-1111", "card [card number]"),
    ("5678 4111 1111 1111 1111 . 15명", "5678 [카드번호] . 15명"),
    ("4111 1111 1111 1111 15 members", "[card number] 15 members"),
    ("계좌 110 123 456789 15명 재적", "계좌 [계좌번호] 15명 재적"),
    ("card 4111111111111111", "card [card number]"),
    ("card 3782 822463 10005", "card [card number]"),
    ("국민은행 123456-01-123456로", "국민은행 [계좌번호]로"),
    ("계좌는 110-123-456789", "계좌는 [계좌번호]"),
    ("110-123-456789 (신한은행)", "[계좌번호] (신한은행)"),
    ("my bank account 1234567890123", "my bank account [account number]"),
    ("계좌 110-123-456789, 220-123-456789", "계좌 [계좌번호], [계좌번호]"),
    ("hong@seoul.go.kr으로", "[이메일]으로"),
    ("메일은 길동@전자우편.한국", "메일은 [이메일]"),
    ("mail hong [at] example.com please", "mail [e-mail address] please"),
    ("mail ｈｏｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "mail [e-mail address]"),
    ("여권번호 M12345678", "여권번호 [여권번호]"),
    ("passport no. M123A4567", "passport no. [passport number]"),
    ("운전면허 11-20-123456-78", "운전면허 [운전면허번호]"),
    ("my driver's license: 서울 11-123456-78", "my driver's license: [운전면허번호]"),
    ("접속 주소 192.168.0.12", "접속 주소 [IP 주소]"),
]

KEPT = [
    "제12조제1항제3호와 제9조의2는?",
    "Article 12 (1) 3, Article 5-2 and subparagraph 1 of Article 2",
    "No. 9752, No. 9834, 제7026호, 의안번호 2205",
    "2008다1521, 98다42547, 2015두36126",
    "2025-09-29, 2025. 9. 29., 2025.9.29, 20250929, 1999-04-27",
    "2025-09-29 2026-03-10 2027-12-31",
    "seoul-ai-ordinance@2025-09-29/art-14/para-2",
    "seoul-ai-bill-review/sec-4.2.4, sec 4.2.1.3",
    "자치법규ID 2254786, 일련번호 2070281, 9000001",
    "재적 15명 중 8명 출석, 5명 찬성, 2명 반대, 1명 기권",
    "예산 2,064 억원, 14백만원, 1,588,000원, 1588만원",
    "2018년부터 2027년까지, 1600-1800년대, 1588년",
    "제1588-1234호 문서",
    "901301-1234567",
    "900230-1234567",
    "900101-9234567",
    "4111 1111 1111 1112",
    "0000 0000 0000 0000",
    "은행나무 2025-09-29",
    "계좌 통제 위원 15명",
    "the committee's account of 2025-09-29",
    "다산콜 120, 112, 119",
    "여권 M 위원 3명",
    "김철수 위원장은 누구인가요?",
]

NUMBERS = st.sampled_from(
    [
        "900101-1234567", "851231-2345678", "050505-7234567", "010-1234-5678", "01098765432", "+82 10-1111-2222",
        "02-2133-1234", "1588-1234", "4111 1111 1111 1111", "5500-0000-0000-0004", "hong.gildong@seoul.go.kr",
        "a@b.co", "11-20-123456-78", "192.168.0.12",
    ]
)  # fmt: skip
QUESTIONS = st.sampled_from(
    [
        "인공지능위원회는 누가 소집하나요?", "Who convenes the AI Committee?", "제99조는?", "불법 주차 과태료는?",
        "재적 15명 중 8명 출석, 5명 찬성이면 유효한가요?", "15 on the register, 20 attended. Valid?",
        "「등대 조례」 제3조는?", "Who chairs the Lighthouse Committee? 7 of 12 came.", "부산시 조례는?", "",
    ]
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MASKED, ids=[text for text, _ in MASKED])
def test_personal_data_gives_way_to_its_name(text, wanted):
    assert masked(text) == wanted
    assert masked(wanted) == wanted


@pytest.mark.parametrize("text", KEPT)
def test_the_numbers_of_the_law_stay(text):
    assert masked(text) == text


def test_every_question_of_the_evaluation_stays_as_it_is(questions):
    assert len(questions) > 800
    assert [each for each in questions if without_masks(masked(each)) != each] == []


@given(st.text(alphabet="0123456789-. @abcM은행계좌여권+()[]제호조원", max_size=60))
def test_masking_twice_changes_nothing_more(text):
    assert masked(masked(text)) == masked(text)


@given(st.text(max_size=40), NUMBERS, st.text(max_size=40))
def test_masking_twice_changes_nothing_more_around_personal_data(before, number, after):
    once = masked(f"{before} {number} {after}")
    assert masked(once) == once


@settings(max_examples=60, deadline=None)
@given(QUESTIONS, st.lists(NUMBERS, min_size=1, max_size=3), st.booleans())
def test_no_personal_data_reaches_the_answer(assistant, question, numbers, first):
    told = " , ".join(numbers)
    answer = assistant.ask(f"{told} . {question}" if first else f"{question} {told} .", DAY)
    said = [answer.question, answer.answer, *(each.message for each in answer.warnings), *answer.missing]
    assert [number for number in numbers if number in " ".join(said)] == []
    assert "personal_data" in [each.code for each in answer.warnings]


@settings(max_examples=30, deadline=None)
@given(QUESTIONS.filter(bool), NUMBERS)
def test_a_question_is_answered_as_without_the_data(assistant, question, number):
    plain, told = assistant.ask(question, DAY), assistant.ask(f"{question} ({number})", DAY)
    assert (told.status, told.citations) == (plain.status, plain.citations)


def test_what_was_masked_is_said_in_the_language_of_the_answer(assistant):
    for text, word in (
        ("전화 010-1234-5678. 인공지능위원회는 누가 소집하나요?", "개인정보"),
        ("010-1234-5678 Who convenes the AI Committee?", "personal data"),
    ):
        (caution,) = (each for each in assistant.ask(text, DAY).warnings if each.code == "personal_data")
        assert word in caution.message


def test_personal_data_alone_asks_nothing(assistant):
    answer = assistant.ask("010-1234-5678", DAY)
    assert (answer.status.value, answer.question, answer.citations) == ("declined", "[phone number]", ())
    assert assistant.search("010-1234-5678", DAY) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "제 주민번호 900101-1234567인데요, 저 같은 사람도 위원이 될 수 있나요?",
            "저 같은 사람도 위원이 될 수 있나요?",
        ),
        ("제 번호는 010-1234-5678입니다. 간사는 누가 맡나요?", "간사는 누가 맡나요?"),
        ("간사는 누가 맡나요? 010-1234-5678로 연락 주세요.", "간사는 누가 맡나요?"),
        ("My card 4929-1234-5678-9012 was charged. Do citizens get a say?", "Do citizens get a say?"),
        ("My phone is 010-1234-5678, who is the secretary?", "who is the secretary?"),
        ("Who is the secretary? Call me at 010-1234-5678.", "Who is the secretary?"),
        # what is told beside a number stays
        ("The chair 010-1234-5678 was sick. Who presides?", "The chair was sick. Who presides?"),
        ("재적 15명 010-1234-5678 출석 8명. 유효한가요?", "재적 15명 출석 8명. 유효한가요?"),
        ("010-1234-5678 위원이 표결해도 되나요?", "위원이 표결해도 되나요?"),
        ("제 번호는 010-1234-5678입니다.", "제 번호는 입니다."),
    ],
)
def test_what_only_says_whose_a_number_is_is_not_asked(text, asked):
    assert without_masks(masked(text)) == asked

"""What is read out of a question before anything is searched."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import QuestionError
from corpus.manifest import load_works
from rag.questions.question import MAX_LENGTH, understand

DAY = date(2026, 3, 10)


def read(text, **options):
    return understand(text, DAY, load_works(), **options)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Who convenes the AI Committee?", "en"),
        ("위원장은 누가 뽑나요?", "ko"),
        ("AI Committee 위원은 몇 명?", "ko"),
        ("제14조제2항", "ko"),
        ("Article 14(2)", "en"),
    ],
)
def test_language_is_the_questions_own(text, lang):
    assert read(text).lang == lang


def test_language_can_be_asked_for():
    assert read("위원장은 누가 뽑나요?", lang="en").lang == "en"


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("인공지능 기본조례 제14조", ["seoul-ai-ordinance"]),
        ("「서울특별시 인공지능 기본조례」 제14조", ["seoul-ai-ordinance"]),
        ("서울특별시인공지능기본조례에서는", ["seoul-ai-ordinance"]),
        ("Article 4 of the SMART CITY ordinance", ["seoul-smart-city-ordinance"]),
        ("스마트도시ㆍ정보화 이야기", []),
        ("서울특별시 각종 위원회의 설치·운영에 관한 조례 제9조", ["seoul-committees-ordinance"]),
        ("인공지능윤리 기반 조성에 관한 조례", ["seoul-ai-ethics-ordinance"]),
        ("인공지능 기본조례안 발의자는?", ["seoul-ai-bill-review", "seoul-digital-bureau-report"]),
        ("according to the bureau report", ["seoul-digital-bureau-report"]),
        ("Framework Ordinance on Informatization", ["seoul-smart-city-ordinance"]),
        ("the weather in Seoul", []),
        ("AI Basic Ordinance Article 14", ["seoul-ai-ordinance"]),
        ("AI ethic ordinance Article 3", ["seoul-ai-ethics-ordinance"]),
        ("지역정보화 조례 제3조", []),
    ],
)
def test_works_named(text, works):
    assert [work.slug for work in read(text).works] == works


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("인공지능위원회는", ["ai-committee"]),
        ("AI 위원회는", ["ai-committee"]),
        ("the ai committee", ["ai-committee"]),
        ("스마트도시위원회 부위원장", ["smart-city-committee"]),
        ("정보화전략위원회 위원", ["informatization-strategy-committee"]),
        ("인공지능 분과위원회가 인공지능위원회를 대신", ["smart-city-subcommittee", "ai-committee"]),
        ("the consultative council for smart city projects", ["smart-city-consultative-council"]),
        ("위원회는 언제 여나요", []),
        ("a subcommitteeman", []),
    ],
)
def test_bodies_named(text, bodies):
    assert [body.slug for _, body in read(text).bodies] == bodies


def test_topic_is_what_is_left_without_names_references_and_their_particles():
    assert read("인공지능위원회의 위원장은 제14조제1항에 따라 소집하나요?").topic == "위원장은 에 따라 소집하나요?"
    assert read("Who picks the chair of the AI Committee?").topic == "Who picks the chair of the ?"


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("인공지능 기본조례 제14조제2항", ["art-14/para-2"]),
        ("제5조부터 제7조까지", ["art-5", "art-6", "art-7"]),
        ("부칙 제2조와 제2장", ["addenda/art-2", "chapter-2"]),
        ("제1항은 무엇인가요?", []),
        ("이 조례와 「지방자치법」의 관계", []),
        ("부칙의 시행일은?", []),
        ("검토보고서 각주 16과 붙임 1", []),
        ("별표 1", ["annex-1"]),
        ("스마트도시 조례 별표", []),
        ("annex 1 of the smart city ordinance", ["annex-1"]),
        ("annex 1 of the review report", []),
        ("제2장 제5조", ["art-5"]),
        ("section 14 of the review report", []),
    ],
)
def test_references_are_those_that_lead_into_an_ordinance_by_themselves(text, references):
    assert ["/".join(map(str, each.units)) for each in read(text).references] == references


def test_an_article_of_a_bill_stays_in_the_topic_as_reports_write_it():
    assert read("조례안 제6조의 주기").topic.endswith("안 제6조 의 주기")
    assert read("안 제8조부터 안 제9조까지").topic == "안 제8조 부터 안 제9조 까지"


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("주차장 조례 제14조", ("주차장 조례",)),
        ("그럼 주차장 조례 제14조와 도서관 조례 제3조는?", ("그럼 주차장 조례", "도서관 조례")),
        (
            "Articles 5 and 6 of the parking ordinance and the library ordinance",
            ("parking ordinance", "library ordinance"),
        ),
        ("AI 기본조례 제14조", ()),
        ("주차장 조례는 어디에 있나요?", ()),
        ("지방자치법 제28조", ()),
        ('Article 3 of the "Lantern and Kite" Ordinance', ('"Lantern and Kite" Ordinance',)),
        ('"등불과 연" 조례 제3조', ('"등불과 연" 조례',)),
        ('Article 3 of the "Smart City" ordinance', ()),
        ("“인공지능” 조례 제3조", ()),
        ("다른 조례 제3조", ()),
        ("AI 조례에서 제14조는 주차장 조례보다 우선하나요?", ()),
    ],
)
def test_names_of_ordinances_beside_articles_that_are_not_at_hand(text, strangers):
    assert read(text).strangers == strangers


@pytest.mark.parametrize(
    ("text", "statute"),
    [
        ("Under the Smart City Act, Article 24?", "Smart City Act"),
        ("「지방자치법」, 제28조", "지방자치법"),
        ("the Smart City Act and Article 24", ""),
        ("AI 조례, 제14조", ""),
    ],
)
def test_an_act_named_before_a_comma_is_the_act_of_the_article(text, statute):
    assert [each.statute for each in read(text).references] == [statute]


def test_the_text_of_a_question_stays_as_it_was_asked():
    assert read("AI ordinence art 14").shown == "AI ordinence art 14"


def test_a_name_that_is_gone_asks_for_the_text_of_its_day():
    assert read("정보화 기본조례 제30조").days == (("seoul-smart-city-ordinance", date(2019, 3, 27)),)
    assert read("스마트도시 조례 제7조").days == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("부산시 인공지능 조례", "부산"),
        ("Busan's AI ordinance", "Busan"),
        ("the EU AI Act", "EU"),
        ("강남구 조례는?", "강남구"),
        ("강남구에서 AI 사업을 하면", ""),
        ("museum", ""),
        ("서울시 조례", ""),
    ],
)
def test_other_places(text, place):
    assert read(text).elsewhere == place


@pytest.mark.parametrize("text", ["", "   ", "?!", "\n\t", "…", "\x00\x01", "「」"])
def test_nothing_asked(text):
    with pytest.raises(QuestionError, match="empty"):
        read(text)


def test_length_is_limited_after_white_space_is_folded():
    assert len(read("a " * 100 + " " * 100_000 + "b").text) < MAX_LENGTH
    with pytest.raises(QuestionError, match="2,001 characters"):
        read("가" * (MAX_LENGTH + 1))


def test_lone_surrogates_are_refused():
    with pytest.raises(QuestionError, match="surrogate"):
        read("위원장\udcff")


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read_or_refused(text):
    try:
        question = read(text)
    except QuestionError:
        return
    assert question.text.isprintable()
    assert question.text == " ".join(question.text.split())

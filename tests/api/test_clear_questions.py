"""Questions whose answer nobody can doubt, asked of the assistant that all doors share."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QuestionError
from rag.citing.grounding import is_verbatim

DAY = date(2026, 3, 10)
AI = "seoul-ai-ordinance@2025-09-29"
CITY = "seoul-smart-city-ordinance@2019-03-28"

ANSWERED = [
    ("Who convenes the AI Committee?", f"{AI}/art-14/para-1"),
    ("인공지능위원회 회의의 의사정족수는?", f"{AI}/art-14/para-2"),
    ("인공지능 기본조례 제14조제2항", f"{AI}/art-14/para-2"),
    ("AI 조례 14조 1항은?", f"{AI}/art-14/para-1"),
    ("Article 14(2) of the AI ordinance", f"{AI}/art-14/para-2"),
    ("What does Article 8(2) of the smart city ordinance say?", f"{CITY}/art-8/para-2"),
    ("subparagraph 3 of Article 2 of the AI ordinance", f"{AI}/art-2/sub-3"),
]


@pytest.mark.parametrize(("question", "cited"), ANSWERED)
def test_the_right_provision_comes_first(assistant, question, cited):
    answer = assistant.ask(question, DAY)
    assert answer.status == "answered"
    assert str(answer.citations[0].id) == cited


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("AI 조례 제7조는?", f"{AI}/art-7"),
        ("What is Article 7 of the AI ordinance?", f"{AI}/art-7"),
        ("인공지능 기본조례 제6조제2항제5호", f"{AI}/art-6/para-2/sub-5"),
        ("Article 6(2)5 of the AI ordinance", f"{AI}/art-6/para-2/sub-5"),
    ],
)
def test_a_deleted_provision_is_answered_with_the_day_of_its_deletion(assistant, question, cited):
    answer = assistant.ask(question, DAY)
    assert [str(citation.id) for citation in answer.citations] == [cited]
    assert ("2025. 9. 29." if answer.lang == "ko" else "September 29, 2025") in answer.answer


REFUSED = [
    ("인공지능 기본조례 제25조", DAY, "not_found"),
    ("Article 25 of the AI ordinance", DAY, "not_found"),
    ("Article 30 of the smart city ordinance", DAY, "not_found"),
    ("AI 조례 제1조", date(2025, 7, 13), "not_found"),
    ("부산시 인공지능위원회의 정족수는?", DAY, "declined"),
    ("Who chairs the AI committee of Busan?", DAY, "declined"),
    ("quux blargh fnord", DAY, "not_found"),
    ("뷁쉙 꿻뛟", DAY, "not_found"),
]


@pytest.mark.parametrize(("question", "day", "status"), REFUSED)
def test_what_the_texts_do_not_settle_is_refused_without_sources(assistant, question, day, status):
    answer = assistant.ask(question, day)
    assert (answer.status, answer.citations, answer.kind) == (status, (), "none")


@pytest.mark.parametrize("words", ["무슨 내용인가요?", "허용인원", "확대전략", "사용인의 뜻"])
def test_syllables_that_happen_to_spell_a_city_are_not_about_it(assistant, words):
    assert assistant.ask(f"AI 조례 제14조제1항 {words}", DAY).status == "answered"


@pytest.mark.parametrize(
    ("question", "day", "code"),
    [
        ("Article 8(2) of the smart city ordinance", DAY, "superseded_text"),
        ("Article 14(2) of the AI ordinance", date(2025, 8, 1), "text_not_held"),
        ("인공지능 기본조례 제14조제2항", DAY, "unofficial_rendition"),
    ],
)
def test_doubtful_texts_come_with_a_warning(assistant, question, day, code):
    assert code in {warning.code for warning in assistant.ask(question, day).warnings}


def test_the_version_follows_the_day(assistant):
    then = assistant.ask("Article 7 of the smart city ordinance", date(2018, 6, 1))
    now = assistant.ask("Article 7 of the smart city ordinance", DAY)
    assert str(then.citations[0].id) == "seoul-smart-city-ordinance@2018-03-22/art-7"
    assert str(now.citations[0].id) == f"{CITY}/art-7"


@settings(max_examples=80, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            ["제7조", "제0조", "Article 14(2)", "하목", "AI 조례", "검토보고서", "quorum", "몇 명", "부칙", "제3장"]
        )
        | st.text(max_size=12),
        max_size=5,
    ),
    day=st.dates(),
    lang=st.sampled_from([None, "ko", "en"]),
)
def test_any_text_is_answered_from_verbatim_quotes_or_refused(assistant, words, day, lang):
    try:
        answer = assistant.ask(" ".join(words), day, lang)
    except QuestionError:
        return
    assert bool(answer.citations) == (answer.status not in ("not_found", "declined"))
    assert all(is_verbatim(assistant.law, citation) for citation in answer.citations)


def test_threads_that_ask_at_once_do_not_mix_up_their_words(assistant):
    texts = [text for provision in assistant.law if len(text := assistant.law.full_text(provision.id, "en")) > 40]
    questions = [" ".join(text.split())[:600] for text in texts[:40]]
    alone = [assistant.search(question, DAY) for question in questions]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda question: assistant.search(question, DAY), questions * 2))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 2

"""What a sentence states in numbers, days and articles, against what its sources state."""

from datetime import date

import pytest

from corpus.identifiers import ProvisionId
from rag.citing.sources import Source, cite
from rag.citing.validity import readable
from rag.model.days import take_days
from rag.model.numbers import states_others
from rag.questions.question import understand

DAY = date(2026, 3, 10)
AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@2019-03-28"


@pytest.fixture(scope="module")
def others(assistant):
    """Whether a text states what neither the provisions nor the question do."""
    law = assistant.law

    def check(text, *keys, question="Who?", lang="en"):
        asked = understand(question, DAY, law.works.values(), lang)
        ids = [ProvisionId.parse(key) for key in keys]
        citations = [cite(law, Source(key, readable(law.work(key.work), DAY)), lang, 1) for key in ids]
        return states_others(law, text, citations, asked)

    return check


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The committee has at most fifteen members.", f"{AI}/art-9/para-1"),
        ("The committee has at most 15 members.", f"{AI}/art-9/para-1"),
        ("위원은 15명 이하입니다.", f"{AI}/art-9/para-1"),
        ("위원은 열다섯 명 이하입니다.", f"{AI}/art-9/para-1"),
        ("위원은 십오 명 이하입니다.", f"{AI}/art-9/para-1"),
        ("The term is two years.", f"{AI}/art-10"),
        ("임기는 두 해입니다.", f"{AI}/art-10"),
        ("인공지능 기본조례 제10조는 임기를 2년으로 정합니다.", f"{AI}/art-10"),
        ("Under Article 10 of the AI Ordinance the term is 2 years.", f"{AI}/art-10"),
        ("Under Article 14(2) a majority must attend.", f"{AI}/art-14"),
        ("Under Article 14 a majority must attend.", f"{AI}/art-14/para-2"),
        ("제14조제2항에 따라 과반수가 출석해야 합니다.", f"{AI}/art-14/para-2"),
        ("동 조례 제14조제2항에 따라 과반수가 출석해야 합니다.", f"{AI}/art-14/para-2"),
        ("As of March 10, 2026, it is so.", f"{AI}/art-14/para-2"),
        ("2026. 3. 10. 현재 그렇습니다.", f"{AI}/art-14/para-2"),
        ("2026년 3월 10일 현재 그렇습니다.", f"{AI}/art-14/para-2"),
        ("In 2026 it is so.", f"{AI}/art-14/para-2"),
        ("It was deleted on 29 September 2025.", f"{AI}/art-6/para-2/sub-5"),
        ("It was deleted in September 2025.", f"{AI}/art-6/para-2/sub-5"),
        ("2025년 9월에 삭제되었습니다.", f"{AI}/art-6/para-2/sub-5"),
        ("The text of 2019-03-28 says so.", f"{CITY}/art-7/para-4"),
        ("One member may be reappointed once.", f"{AI}/art-10"),
    ],
)
def test_what_the_sources_state_may_be_stated(others, text, key):
    assert not others(text, key)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The committee has at most sixteen members.", f"{AI}/art-9/para-1"),
        ("The committee has at most 16 members.", f"{AI}/art-9/para-1"),
        ("위원은 16명 이하입니다.", f"{AI}/art-9/para-1"),
        ("위원은 열여섯 명 이하입니다.", f"{AI}/art-9/para-1"),
        ("위원은 십육 명 이하입니다.", f"{AI}/art-9/para-1"),
        ("위원은 １６명 이하입니다.", f"{AI}/art-9/para-1"),
        ("The term is three years.", f"{AI}/art-10"),
        ("임기는 세 해입니다.", f"{AI}/art-10"),
        ("The term is 2.5 years.", f"{AI}/art-10"),
        ("The fine is 1,000,000 won.", f"{AI}/art-10"),
        ("인공지능 기본조례 제11조는 임기를 2년으로 정합니다.", f"{AI}/art-10"),
        ("스마트도시 조례 제10조는 임기를 2년으로 정합니다.", f"{AI}/art-10"),
        ("Under Article 10 of the Smart City Ordinance the term is 2 years.", f"{AI}/art-10"),
        ("Article 5 of the Local Autonomy Act applies.", f"{AI}/art-14/para-2"),
        ("Under Article 14(9) a majority must attend.", f"{AI}/art-14"),
        ("Under Article 14(1) a majority must attend.", f"{AI}/art-14/para-2"),
        ("As of March 11, 2026, it is so.", f"{AI}/art-14/para-2"),
        ("As of May 10, 2026, it is so.", f"{AI}/art-14/para-2"),
        ("2026. 3. 11. 현재 그렇습니다.", f"{AI}/art-14/para-2"),
        ("2026년 4월 10일 현재 그렇습니다.", f"{AI}/art-14/para-2"),
        ("In 2027 it is so.", f"{AI}/art-14/para-2"),
        ("It was deleted in October 2025.", f"{AI}/art-6/para-2/sub-5"),
        ("It takes a vote of ⑯ members.", f"{AI}/art-9/para-1"),
    ],
)
def test_what_they_do_not_state_may_not(others, text, key):
    assert others(text, key)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Do 8 of 13 members suffice?", "Of 13 members, 8 are a majority."),
        ("Was it so on June 1, 2018?", "On June 1, 2018, another text was in force."),
        ("인공지능 기본조례 제3조는?", "제3조는 여기에 없습니다."),
    ],
)
def test_what_the_question_states_may_be_repeated(others, question, text):
    assert not others(text, f"{AI}/art-14/para-2", question=question)
    assert others(text, f"{AI}/art-14/para-2")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-09-29", [(2025, 9, 29)]),
        ("2025. 9. 29.", [(2025, 9, 29)]),
        ("2025년 9월 29일", [(2025, 9, 29)]),
        ("2025년 9월", [(2025, 9, None)]),
        ("9월 29일", [(None, 9, 29)]),
        ("Sep. 29, 2025", [(2025, 9, 29)]),
        ("29th of September, 2025", [(2025, 9, 29)]),
        ("May 2025", [(2025, 5, None)]),
        ("May 5", [(None, 5, 5)]),
        ("members may 5 times", []),
        ("section 4.2.4", []),
        ("from 2018-03-22 to March 28, 2019", [(2018, 3, 22), (2019, 3, 28)]),
    ],
)
def test_days_are_read_in_both_languages(text, days):
    found, rest = take_days(text)
    assert found == days
    assert not days or not any(each.isdigit() for each in rest)

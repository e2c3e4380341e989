"""Questions that compare: what changed in a sentence, both texts beside each other, and what is not at hand."""

import re
from datetime import date

import pytest
from asked_tables import rows

from rag.citing.grounding import is_verbatim

TODAY = date(2026, 3, 10)
ASKED = [
    (row["question"], date.fromisoformat(row["day"]), row["cited"].split(), row["facts"]) for row in rows("comparison")
]


@pytest.mark.parametrize(("question", "day", "cited", "facts"), ASKED, ids=[each[0] for each in ASKED])
def test_what_is_compared_and_on_which_sources(assistant, question, day, cited, facts):
    answer = assistant.ask(question, day)
    said = " ".join([answer.answer, *(citation.quote for citation in answer.citations)])
    assert (answer.kind.value, answer.status.value) == ("history", "answered"), answer.answer
    assert set(cited) <= {str(citation.id) for citation in answer.citations}
    assert [fact for fact in facts.split(";;") if fact and not re.search(fact, said)] == [], answer.answer
    assert all(is_verbatim(assistant.law, citation) for citation in answer.citations)
    assert all(f"[{citation.n}]" in answer.answer for citation in answer.citations)


@pytest.mark.parametrize(("question", "day"), [each[:2] for each in ASKED], ids=[each[0] for each in ASKED])
def test_no_line_announces_a_quotation_that_is_not_there(assistant, question, day):
    told = assistant.ask(question, day).answer
    assert not re.search(r":\s*\[\d+\]|“\s*”", told), told


def test_the_point_comes_first_then_the_older_text_then_the_newer(assistant):
    lines = assistant.ask("전부개정으로 위원 수가 어떻게 바뀌었나", TODAY).answer.splitlines()
    assert lines[0].startswith("달라졌습니다: 부위원장 1명 → 부위원장 2명, 31명 이내 → 25명 이내")
    assert [line[:14] for line in lines[-2:]] == ["- 2018. 3. 22.", "- 2019. 3. 28."]


def test_what_is_not_in_the_newer_text_is_said_to_be_gone(assistant):
    answer = assistant.ask("전부개정 전 조례와 2019년 조례의 온라인 심의 규정은 어떻게 다릅니까?", TODAY)
    assert "찾지 못했습니다" in answer.answer.splitlines()[0]
    assert [str(each.id) for each in answer.citations] == ["seoul-smart-city-ordinance@2018-03-22/art-10/para-2"]


def test_numbers_given_anew_are_warned_of(assistant):
    answer = assistant.ask(
        "How does the current Article 8 of the smart city ordinance differ from the earlier one?", TODAY
    )
    assert {"whole_amendment", "headings_differ"} <= {warning.code for warning in answer.warnings}


@pytest.mark.parametrize(
    "question",
    ["스마트도시위원회 위원 수는 2019년과 지금 어떻게 다른가요?", "2019년 조례와 2025년 조례의 위원 수를 비교해줘"],
)
def test_a_text_that_is_not_at_hand_is_said_not_to_be_until_it_is(assistant, official, question):
    without = assistant.ask(question, TODAY)
    assert (without.status.value, without.citations) == ("not_found", ())
    assert "9889" in without.answer
    versions = [each.id.version for each in official.ask(question, TODAY).citations]
    assert versions == [date(2019, 3, 28), date(2025, 9, 29)]


def test_before_enactment_there_is_no_law_to_compare_with_the_bill(assistant):
    answer = assistant.ask("원안과 최종 조례의 기본계획 주기 차이는?", date(2025, 6, 20))
    assert "제정되지 않아" in answer.answer
    assert not any(each.id.work == "seoul-ai-ordinance" for each in answer.citations)


@pytest.mark.parametrize("question", [row["question"] for row in rows("content")])
def test_a_question_of_what_the_law_says_is_no_comparison(assistant, question):
    assert "→" not in assistant.ask(question, TODAY).answer

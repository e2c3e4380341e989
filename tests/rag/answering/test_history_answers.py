"""Questions about how a law came to be: what is told, on which sources, in which order, and what is not told yet."""

import re
from datetime import date

import pytest
from asked_tables import rows
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.identifiers import ProvisionId
from corpus.labels import label
from corpus.legislation import load_bills
from ingest.reading import read_law
from rag.answering.by_history import by_history
from rag.citing.grounding import fold, is_verbatim
from rag.questions.question import understand

AI, HISTORY = "seoul-ai-ordinance", "history"
TODAY = date(2026, 3, 10)
ASKED = [
    (row["question"], date.fromisoformat(row["day"]), row["cited"].split(), row["facts"]) for row in rows("history")
]
BILL = load_bills()[0]
ORIGINS = [(origin, lang) for origin in BILL.origins for lang in ("ko", "en")]
FORMS = {"ko": "{}의 입법 연혁을 알려 주세요", "en": "What is the legislative history of {}?"}
LATER = re.compile(r"9752|9834|2025\. 7\. 14\.|July 14, 2025|2025\. 9\. 29\.|September 29, 2025")
BEFORE_KO = ["발의", "검토의견", "수정 제안", "위원회 수정가결", "본회의 의결", "제정"]
BEFORE_EN = ["Introduced", "Reviewer's opinion", "Amendment drafted", "Passed in committee", "Passed by", "Enacted"]
ORDER = [  # question, what is told in this order
    ("기본계획 주기가 왜 5년에서 3년이 됐나?", ["발의", "검토의견", "위원회 수정가결", "본회의 의결", "제정", "조문"]),
    ("Why can the Smart City Committee's AI subcommittee stand in for the AI Committee?", [*BEFORE_EN, "Text"]),
    ("AI 조례 제7조는 왜 삭제됐나요?", [*BEFORE_KO, "삭제"]),
    ("인공지능 기본조례 제정 경위를 정리해 주세요", ["발의", "회부", "검토의견", "위원회", "본회의", "제정", "개정"]),
]


def _said(answer):
    return " ".join([answer.answer, *(citation.quote for citation in answer.citations)])


def _numbered(answer):
    return [line for line in answer.answer.splitlines() if re.match(r"\d{1,2}\. \D", line)]


@pytest.mark.parametrize(("question", "day", "cited", "facts"), ASKED, ids=[each[0] for each in ASKED])
def test_what_is_told_and_on_which_sources(assistant, question, day, cited, facts):
    answer = assistant.ask(question, day)
    assert (answer.kind.value, answer.status.value) == ("history", "answered"), answer.answer
    assert set(cited) <= {str(citation.id) for citation in answer.citations}
    assert [fact for fact in facts.split(";;") if fact and not re.search(fact, _said(answer))] == [], answer.answer
    assert all(is_verbatim(assistant.law, citation) for citation in answer.citations)
    assert all(f"[{citation.n}]" in answer.answer for citation in answer.citations)


@pytest.mark.parametrize("question", [row["question"] for row in rows("content")])
def test_a_question_of_what_the_law_says_is_no_question_of_how_it_came_to_be(assistant, question):
    assert assistant.ask(question, TODAY).kind.value != "history"


@pytest.mark.parametrize(("question", "heads"), ORDER)
def test_the_steps_come_in_order_with_their_numbers(assistant, question, heads):
    steps = _numbered(assistant.ask(question, TODAY))
    told = [step.partition(". ")[2] for step in steps]
    assert [each.startswith(head) for each, head in zip(told, heads, strict=True)] == [True] * len(heads)
    assert [int(step.partition(".")[0]) for step in steps] == list(range(1, len(heads) + 1))


def test_the_steps_before_enactment_are_said_to_be_no_law(assistant):
    answer = assistant.ask("Why was the plan cycle cut from five years to three?", TODAY)
    assert "Steps 1 to 4 are background; only the enacted text in force is law." in answer.answer
    assert "not_law" in [warning.code for warning in answer.warnings]


@pytest.mark.parametrize(("origin", "lang"), ORIGINS, ids=[f"{each.provision}-{lang}" for each, lang in ORIGINS])
def test_every_provision_with_an_origin_has_a_history_on_verbatim_sources(assistant, origin, lang):
    named = label(origin.provision, assistant.law.work(AI), lang, assistant.law.works.values())
    answer = assistant.ask(FORMS[lang].format(named), TODAY)
    assert (answer.kind.value, answer.status.value, answer.lang) == ("history", "answered", lang)
    assert all(is_verbatim(assistant.law, citation) for citation in answer.citations)
    assert len(_numbered(answer)) >= 5


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ORIGINS), st.dates(date(2024, 10, 16), date(2025, 7, 13)))
def test_nothing_of_the_enactment_is_told_before_it(assistant, asked, day):
    origin, lang = asked
    named = label(origin.provision, assistant.law.work(AI), lang, assistant.law.works.values())
    for question in (
        FORMS[lang].format(named),
        f"{named} 왜 바뀌었나요?" if lang == "ko" else f"Why was {named} changed?",
    ):
        answer = assistant.ask(question, day)
        if answer.kind.value == "history":
            assert not LATER.search(answer.answer), answer.answer
            assert [str(each.id) for each in answer.citations if each.id.work == AI] == []


@pytest.mark.parametrize("day", [date(2024, 11, 1), date(2025, 6, 1), date(2025, 7, 13)])
def test_a_step_that_was_not_taken_is_said_not_to_be(assistant, day):
    for question in ("When was the AI ordinance promulgated?", "What is the ordinance number of the AI ordinance?"):
        answer = assistant.ask(question, day)
        assert "(Enacted) had not been taken" in answer.answer
        assert not LATER.search(answer.answer)
        assert answer.citations


def test_before_the_plenary_it_has_not_passed(assistant):
    answer = assistant.ask("When did the plenary pass the AI ordinance bill?", date(2025, 6, 1))
    assert "(Passed by the plenary) had not been taken" in answer.answer
    assert "June 27" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "AI 조례는 누가 발의했나요?",
        "When was the AI ordinance promulgated?",
        "AI 조례 제7조는 왜 삭제됐나요?",
        "스마트도시 조례는 몇 번 개정됐나",
        "인공지능위원회 위원은 몇 명인가요?",
    ],
)
def test_nothing_is_searched_where_the_question_names_what_it_means(question):
    def search(*_):
        raise AssertionError("searched")

    law = read_law()
    by_history(law, load_bills(), understand(question, TODAY, law.works.values()), search)


def test_a_reason_that_no_paper_gives_is_not_made_up(assistant):
    answer = assistant.ask("왜 윤리성 평가가 빠졌나요?", TODAY)
    assert answer.answer.startswith("수록된 자료에는 그 이유가 적혀 있지 않습니다")
    assert "인공지능윤리 기반 조성에 관한 조례" in answer.answer


def test_what_rests_on_the_register_is_said_to(assistant):
    assert "자치법규 목록" in assistant.ask("AI 조례는 언제 공포됐나?", TODAY).answer
    assert "자치법규 목록" not in assistant.ask("스마트도시 조례 전부개정은 언제 됐나요?", TODAY).answer


def test_the_reasons_and_facts_of_the_bill_are_verbatim_in_the_papers():
    law = read_law()
    told = [*(each for origin in BILL.origins for each in origin.reason), *(e for f in BILL.facts for e in f.evidence)]
    assert [each for each in told if fold(each.quote) not in fold(law.full_text(each.id, "ko"))] == []


def test_a_reason_is_given_in_both_languages_with_its_words():
    assert all(bool(each.why_ko) == bool(each.why_en) == bool(each.reason) for each in BILL.origins)


def test_an_article_that_is_not_there_has_no_history(assistant):
    answer = assistant.ask("AI 조례 제25조의 연혁을 알려줘", TODAY)
    assert (answer.status.value, answer.citations) == ("not_found", ())


@pytest.mark.parametrize(
    "question",
    [
        "경기도 인공지능 기본조례는 누가 발의했나요?",
        "알고리즘 및 인공지능에 관한 법률안은 국회에서 누가 대표발의했나요?",
        "부산시 스마트도시 조례는 몇 번 개정됐나요?",
    ],
)
def test_the_making_of_other_law_is_not_told_from_this(assistant, question):
    assert assistant.ask(question, TODAY).kind.value != "history"


def test_of_official_texts_the_addenda_carry_the_day(official):
    cited = [str(each.id) for each in official.ask("스마트도시 조례 마지막 개정은 언제인가요?", TODAY).citations]
    assert cited
    assert all(ProvisionId.parse(each).version == date(2025, 9, 29) for each in cited)

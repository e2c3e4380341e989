"""Answers worded by a model that behaves: in both languages, from law and reports, with citations in order of use."""

from datetime import date

import pytest
from model_server import says, sentence, writes

from corpus.identifiers import ProvisionId
from rag.answering.compose import answered
from rag.citing.sources import Source
from rag.citing.validity import readables
from rag.model.chat import Chat
from rag.model.draft import Draft, told, whole
from rag.model.writing import ModelWriter
from rag.questions.question import understand

DAY = date(2026, 3, 10)
AI = "seoul-ai-ordinance@2025-09-29"
CONVENES = "Who convenes the AI Committee?"
QUORUM = "인공지능위원회 회의의 의사정족수는?"


@pytest.mark.parametrize(
    ("question", "said", "quote", "cited"),
    [
        (CONVENES, "The chairperson convenes the meetings of the committee.", "convene and chair", "para-1"),
        (QUORUM, "재적위원 과반수가 출석해야 회의를 열 수 있습니다.", "재적위원 과반수의 출석으로 개의하고", "para-2"),
    ],
)
def test_a_sentence_that_stands_is_the_answer(worded, model, question, said, quote, cited):
    model.begin(writes(sentence(said, 1, q1=quote)))
    answer = worded.ask(question, DAY)
    assert (answer.answer, answer.status, answer.kind) == (f"{said} [1]", "answered", "provision")
    assert (answer.generated_by, answer.question, len(model.asked)) == ("test", question, 1)
    (citation,) = answer.citations
    assert (str(citation.id), citation.n) == (f"{AI}/art-14/{cited}", 1)
    assert quote in citation.quote
    assert citation.counterpart is not None


def test_the_notice_that_an_ai_wrote_comes_first_and_the_warnings_of_the_texts_stay(worded, assistant, model):
    model.begin(writes(sentence("재적위원 과반수가 출석해야 합니다.", 1)))
    codes = [each.code for each in worded.ask(QUORUM, DAY).warnings]
    assert codes == ["written_by_ai", *(each.code for each in assistant.ask(QUORUM, DAY).warnings)]


@pytest.mark.parametrize(("lang", "words"), [("ko", "인공지능이 작성"), ("en", "written by an AI")])
def test_the_notice_is_in_the_language_of_the_answer(worded, model, lang, words):
    said = {"ko": "위원장이 소집합니다.", "en": "The chairperson convenes it."}[lang]
    model.begin(writes(sentence(said, 1)))
    assert words in worded.ask(CONVENES, DAY, lang).warnings[0].message


def test_an_answer_in_korean_may_rest_on_words_in_english_and_the_other_way_round(worded, model):
    model.begin(writes(sentence("A majority of the members on the register must attend.", 1)))
    answer = worded.ask(QUORUM, DAY, "en")
    assert (answer.lang, answer.citations[0].lang) == ("en", "en")
    assert answer.generated_by == "test"


def test_citations_are_numbered_in_the_order_of_use(worded, model):
    model.begin(
        writes(
            sentence("회의는 재적위원 과반수의 출석으로 시작합니다.", 3),
            sentence("출석위원 과반수가 찬성해야 의결됩니다.", 1, 3),
            sentence("그 밖의 것도 정하고 있습니다.", 2),
        )
    )
    answer = worded.ask(QUORUM, DAY)
    assert [each.n for each in answer.citations] == [1, 2, 3]
    assert answer.answer.endswith("의결됩니다. [2][1] 그 밖의 것도 정하고 있습니다. [3]")


def test_of_a_report_the_answer_is_of_that_kind_and_warns_that_it_is_no_law(worded, model):
    model.begin(writes(sentence("각주는 스마트도시 조례의 존속기한을 인용합니다.", 1, q1="존속기한")))
    answer = worded.ask("검토보고서 각주 16", DAY)
    assert (answer.kind, answer.generated_by) == ("report", "test")
    assert {"written_by_ai", "not_law"} <= {each.code for each in answer.warnings}


def test_the_caution_of_the_closest_provision_stays(assistant, model):
    law = assistant.law
    question = understand("Must the committee publish its minutes?", DAY, law.works.values())
    texts = readables(question, law.works.values())
    source = Source(ProvisionId.parse(f"{AI}/art-13/para-1"), next(each for each in texts if each.work.slug in AI))
    plain = answered(law, question, texts, [source], sure=False)
    model.begin(writes(sentence("The chairperson is responsible for its duties.", 1)))
    answer = whole(told(Draft(law, question, texts, plain, lambda: ()), ModelWriter(Chat("test", model.url), 20)))
    assert answer.generated_by == "test"
    assert [each.code for each in answer.warnings] == ["written_by_ai", "closest_provision"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "```json\n{}\n```",
        "```\n{}```",
        '<think>\nThe committee… {{"text": "no", "citations": [1]}}\n</think>\n\n{}',
        "<think>short</think>{}",
        "\n\n  {}  \n\n",
        "[\n{},\n]",
        "Here you are:\n{}\nI hope this helps!",
        "{}\r\n",
    ],
)
def test_what_is_wrapped_around_the_lines_is_passed_over(worded, model, wrapped):
    line = '{"text": "The chairperson convenes it.", "citations": [1], "quotes": []}'
    model.begin(says(wrapped.replace("{}", line).replace("{{", "{").replace("}}", "}")))
    assert worded.ask(CONVENES, DAY).answer == "The chairperson convenes it. [1]"


def test_markers_of_its_own_are_replaced_by_those_of_the_answer(worded, model):
    model.begin(writes(sentence("재적위원 과반수가 출석해야 합니다 [3].", 3)))
    assert worded.ask(QUORUM, DAY).answer == "재적위원 과반수가 출석해야 합니다. [1]"


def test_what_is_said_twice_is_said_once(worded, model):
    model.begin(writes(*[sentence("The chairperson convenes it.", 1)] * 5))
    assert worded.ask(CONVENES, DAY).answer == "The chairperson convenes it. [1]"


@pytest.mark.parametrize(
    "question",
    [
        "재적 13명, 출석 7명, 찬성 4명이면 의결된 건가요?",
        "부산시 조례는?",
        "quux blargh fnord",
        "제14조제2항",
        "인공지능 기본조례 제25조",
    ],
)
def test_what_was_worked_out_or_refused_is_never_put_to_the_model(worded, assistant, model, question):
    model.begin(writes(sentence("No.", 1)))
    assert worded.ask(question, DAY) == assistant.ask(question, DAY)
    assert model.asked == []


def test_the_model_may_find_nothing_that_settles_it(worded, model):
    model.begin(writes({"none": True}))
    answer = worded.ask(CONVENES, DAY)
    assert (answer.status, answer.kind, answer.citations, len(model.asked)) == ("not_found", "none", (), 1)
    assert answer.generated_by == "extractive"


def test_a_provision_that_the_question_names_is_quoted_even_so(worded, assistant, model):
    model.begin(writes({"none": True}))
    question = "인공지능 기본조례 제14조제2항"
    answer = worded.ask(question, DAY)
    assert (answer.status, answer.answer) == ("answered", assistant.ask(question, DAY).answer)
    assert answer.warnings[0].code == "model_unverified"

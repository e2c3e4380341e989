"""The retriever for LangChain: its documents, its filters and its day, alone and in a chain."""

import asyncio
import json
from datetime import date

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from pydantic import ValidationError

from corpus.errors import SearchError
from corpus.identifiers import ProvisionId
from rag.answering.neighbours import full_words
from rag.langchain_retriever import JoryeRetriever

DAY = date(2026, 3, 10)
AI, CITY = "seoul-ai-ordinance", "seoul-smart-city-ordinance"
METADATA = {
    "label_ko": str,
    "label_en": str,
    "id": str,
    "lang": str,
    "as_of": str,
    "work": str,
    "version": (str, type(None)),
    "standing": str,
    "authority": str,
    "deleted": (str, type(None)),
    "url": str,
    "score": float,
    "coverage": float,
    "heading": str,
    "neighbours": list,
    "counterpart": (dict, type(None)),
}


def retriever(assistant, **options):
    return JoryeRetriever(assistant=assistant, **({"as_of": DAY} | options))


def test_it_is_a_retriever_of_langchain_that_searches_as_the_assistant_does(assistant):
    asked = "Who convenes the AI Committee?"
    found = retriever(assistant).invoke(asked)
    assert isinstance(retriever(assistant), BaseRetriever)
    assert [document.id for document in found] == [str(hit.id) for hit in assistant.search(asked, DAY, 5)]


@pytest.mark.parametrize("asked", ["위원회의 의사정족수", "Who convenes the committee?", "기본계획 검토의견"])
def test_a_document_is_the_whole_provision_and_plain_metadata(assistant, asked):
    found = retriever(assistant, k=20).invoke(asked)
    assert len(found) == 20
    for document in found:
        key, facts = ProvisionId.parse(document.id), document.metadata
        assert document.page_content == full_words(assistant.law, key, facts["lang"])
        assert {name: value for name, value in facts.items() if not isinstance(value, METADATA[name])} == {}
        assert set(facts) == set(METADATA)
        assert json.loads(json.dumps(facts)) == facts
        assert facts["counterpart"] is None or facts["counterpart"]["lang"] != facts["lang"]


def test_the_metadata_of_one_provision(assistant):
    (document,) = retriever(assistant).invoke("Article 12(1)3 of the AI ordinance")
    facts = document.metadata
    assert facts["label_ko"] == "「서울특별시 인공지능 기본조례」 제12조제1항제3호"
    assert facts["label_en"].startswith("Article 12(1)3 of the Seoul Metropolitan Government Framework Ordinance")
    wanted = {
        "id": f"{AI}@2025-09-29/art-12/para-1/sub-3",
        "lang": "en",
        "as_of": "2026-03-10",
        "work": AI,
        "version": "2025-09-29",
        "standing": "in_force",
        "authority": "official_translation",
        "url": f"/v1/provisions/{AI}@2025-09-29/art-12/para-1/sub-3",
        "coverage": 1.0,
    }
    assert {name: facts[name] for name in wanted} == wanted
    units = [each["id"].partition("art-12/")[2] for each in facts["neighbours"]]
    assert units == ["para-1", "para-2", "para-3"]
    assert facts["counterpart"]["authority"] == "unofficial_rendition"


def test_neighbours_are_left_out_when_they_are_not_wanted(assistant):
    (document,) = retriever(assistant, neighbours=False).invoke("AI 조례 제14조제2항")
    assert (document.metadata["neighbours"], document.metadata["counterpart"]) == ([], None)
    assert set(document.metadata) == set(METADATA)


@pytest.mark.parametrize(
    ("options", "works", "langs", "standings"),
    [
        ({"works": ["AI 조례"]}, {AI}, {"ko", "en"}, {"in_force"}),
        ({"works": ("스마트도시 조례",), "langs": ("en",)}, {CITY}, {"en"}, {"not_in_force"}),
        ({"standings": ("in_force",), "langs": ("ko",)}, {AI}, {"ko"}, {"in_force"}),
        ({"standings": ("in_force",), "as_of": date(2018, 6, 1)}, {CITY}, {"ko", "en"}, {"in_force"}),
    ],
)
def test_its_filters_hold(assistant, options, works, langs, standings):
    facts = [each.metadata for each in retriever(assistant, k=20, **options).invoke("committee members 위원 임기")]
    assert {each["work"] for each in facts} == works
    assert {each["lang"] for each in facts} <= langs
    assert {each["standing"] for each in facts} == standings


def test_the_day_is_given_or_told_at_each_call(assistant):
    days = iter([date(2018, 6, 1), date(2019, 6, 1)])
    told = JoryeRetriever(assistant=assistant, today=lambda: next(days))
    found = [told.invoke("스마트도시 및 정보화 조례 제7조제2항")[0].metadata for _ in range(2)]
    assert [(each["as_of"], each["version"]) for each in found] == [
        ("2018-06-01", "2018-03-22"),
        ("2019-06-01", "2019-03-28"),
    ]


@pytest.mark.parametrize(
    "options",
    [
        {"as_of": None},
        {"today": lambda: DAY},
        {"k": 0},
        {"k": 51},
        {"works": ("nothing",)},
        {"langs": ("fr",)},
        {"standings": ("valid",)},
    ],
)
def test_what_it_cannot_follow_is_refused_when_it_is_made(assistant, options):
    with pytest.raises(SearchError):
        retriever(assistant, **options)


def test_what_is_no_assistant_is_refused():
    with pytest.raises(ValidationError):
        JoryeRetriever(assistant="an assistant", as_of=DAY)


def test_many_at_once_find_what_one_after_another_finds(assistant):
    asked = ["Who convenes the AI Committee?", "위원회의 의사정족수", "AI 조례 제14조제2항", "smart city committee"] * 3
    searching = retriever(assistant)
    one_by_one = [searching.invoke(each) for each in asked]

    async def together():
        return await asyncio.gather(*(searching.ainvoke(each) for each in asked))

    assert asyncio.run(together()) == one_by_one
    assert searching.batch(asked) == one_by_one


def test_it_stands_in_a_chain(assistant):
    prompt = ChatPromptTemplate.from_template("{sources}\n{question}")
    seen = []
    quoted = retriever(assistant, k=1) | (lambda found: seen.extend(found) or found[0].page_content)
    model = FakeListChatModel(responses=["The Chairperson."])
    chain = {"sources": quoted, "question": str} | prompt | model | StrOutputParser()
    assert chain.invoke("Who convenes the AI Committee?") == "The Chairperson."
    assert [each.id for each in seen] == [f"{AI}@2025-09-29/art-14/para-1"]

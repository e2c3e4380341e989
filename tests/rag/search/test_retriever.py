"""The search of the law: what it may read, in which languages, and how its hits come."""

from datetime import date

import pytest

from corpus.exemplars import load_exemplars
from corpus.glossary import load_glossary
from ingest.passages import passages
from rag.citing.validity import readables
from rag.questions.question import understand
from rag.ranking.opening import open_ranker
from rag.search.filters import Filters
from rag.search.retriever import Retriever

DAY = date(2026, 3, 10)
QUESTIONS = [
    "인공지능위원회 회의의 의사정족수는?",
    "Who convenes the AI Committee?",
    "위원을 해촉할 수 있는 경우",
    "스마트도시위원회는 언제까지 존속하나요?",
    "What does the master plan of AI contain?",
    "인공지능 ethics 교육",
]


@pytest.fixture(scope="module")
def retriever(assistant, home, models):
    law, exemplars = assistant.law, load_exemplars()
    texts, questions = tuple(passages(law)), [each.text for each in exemplars]
    ranker = open_ranker(home, texts, load_glossary(), models, lambda things, _: things, questions=questions)
    return Retriever(ranker, law, exemplars)


@pytest.fixture(scope="module")
def searched(assistant, retriever):
    works = assistant.law.works.values()

    def search(text, day=DAY, keep=lambda _: True, **options):
        question = understand(text, day, works)
        return retriever.search(question, [each for each in readables(question, works) if keep(each)], **options)

    return search


@pytest.mark.parametrize("text", QUESTIONS)
def test_hits_come_best_first_each_provision_once_and_no_more_than_asked_for(searched, text):
    hits = searched(text, count=20)
    assert len(hits) > 3
    assert len({hit.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.coverage <= 1 + 1e-9 for hit in hits)
    assert searched(text, count=3) == hits[:3]
    assert len(searched(text)) <= 8
    assert searched(text, count=0) == []


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_texts_of_one_language_alone_can_be_searched(searched, text, lang):
    hits = searched(text, filters=Filters(langs=frozenset({lang})))
    assert {hit.lang for hit in hits} == {lang}


@pytest.mark.parametrize("text", QUESTIONS)
def test_by_default_both_languages_are_searched(searched, text):
    assert searched(text) == searched(text, filters=Filters(langs=frozenset({"ko", "en"})))


@pytest.mark.parametrize("text", QUESTIONS)
def test_where_nothing_may_be_read_nothing_is_found(searched, text):
    assert searched(text, keep=lambda _: False) == []


@pytest.mark.parametrize("text", QUESTIONS)
def test_only_texts_that_may_be_read_are_found(searched, text):
    assert {
        hit.id.work for hit in searched(text, keep=lambda each: each.work.slug == "seoul-smart-city-ordinance")
    } == {"seoul-smart-city-ordinance"}


@pytest.mark.parametrize("day", [date(2018, 6, 1), date(2020, 1, 1), DAY])
def test_each_hit_is_of_a_version_that_may_be_read_on_the_day(searched, assistant, day):
    text = "위원회의 회의는 누가 소집하나요?"
    question = understand(text, day, assistant.law.works.values())
    admitted = {each.key for each in readables(question, assistant.law.works.values())}
    hits = searched(text, day, count=30)
    assert hits
    assert {(hit.id.work, hit.id.version) for hit in hits} <= admitted


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_hit_is_the_very_text_of_its_passage(searched, assistant, text):
    texts = {(each.id, each.lang, each.text) for each in passages(assistant.law)}
    assert {(hit.id, hit.lang, hit.text) for hit in searched(text)} <= texts


@pytest.mark.parametrize("text", ["the of and", "ㅋㅋㅋ", "qqxz"])
def test_a_question_without_a_word_finds_nothing(searched, text):
    assert searched(text) == []


@pytest.mark.parametrize(
    ("text", "lang"), [("인공지능위원회 회의는 누가 소집하나요?", "en"), ("Who convenes the AI Committee?", "ko")]
)
def test_the_other_language_alone_has_the_answer_as_well(searched, text, lang):
    found = [str(hit.id) for hit in searched(text, filters=Filters(langs=frozenset({lang})), count=3)]
    assert "seoul-ai-ordinance@2025-09-29/art-14/para-1" in found

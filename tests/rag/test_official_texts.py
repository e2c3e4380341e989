"""Answers when official Korean texts are at hand: those of `JORYE_LAW_DIR`, else our own in the same form."""

from datetime import date

import pytest

from corpus.register import Entry, enrol
from corpus.works import Authority, Source, Standing
from rag.answering.by_reference import by_reference
from rag.answering.compose import not_found
from rag.citing.validity import readable, readables
from rag.questions.question import understand

CITY, AI = "seoul-smart-city-ordinance", "seoul-ai-ordinance"
DAY = date(2026, 3, 10)
NAMES = {
    CITY: "스마트도시 및 정보화 조례",
    AI: "인공지능 기본조례",
    "seoul-committees-ordinance": "서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례",
    "seoul-ai-ethics-ordinance": "인공지능윤리 조례",
    "ordinance-2017704": "서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례 시행규칙",
}


def codes(answer):
    return {warning.code for warning in answer.warnings}


@pytest.mark.parametrize(
    ("slug", "place", "key"),
    [
        (CITY, "제7조제2항", f"{CITY}@2025-09-29/art-7/para-2"),
        (CITY, "제9조의2", f"{CITY}@2025-09-29/art-9-2"),
        (AI, "제14조제2항", f"{AI}@2025-09-29/art-14/para-2"),
        ("seoul-committees-ordinance", "제10조제1항", "seoul-committees-ordinance@2025-01-03/art-10/para-1"),
        ("seoul-ai-ethics-ordinance", "제6조제2항", "seoul-ai-ethics-ordinance@2025-09-29/art-6/para-2"),
        ("ordinance-2017704", "제4조제1항", "ordinance-2017704@2023-10-19/art-4/para-1"),
    ],
)
def test_an_exact_reference_is_answered_in_official_korean(official, slug, place, key):
    answer = official.ask(f"{NAMES[slug]} {place}", DAY)
    assert [str(each.id) for each in answer.citations] == [key]
    (cited,) = answer.citations
    assert (cited.lang, cited.authority, cited.status) == ("ko", Authority.OFFICIAL, Standing.IN_FORCE)
    assert codes(answer) & {"superseded_text", "unofficial_rendition", "english_only", "text_not_held"} == set()


def test_the_number_of_members_by_the_day(official):
    asked = {
        day: official.ask("스마트도시 조례 제7조제2항", date.fromisoformat(day)) for day in ("2026-03-10", "2020-01-01")
    }
    assert "30명" in asked["2026-03-10"].answer
    assert "25명" in asked["2020-01-01"].answer
    assert [codes(answer) for answer in asked.values()] == [set(), {"unofficial_rendition"}]


def test_between_two_held_texts_the_older_one_is_quoted_with_a_warning(official):
    answer = official.ask("스마트도시 조례 제7조제2항", date(2022, 1, 1))
    assert str(answer.citations[0].id).startswith(f"{CITY}@2019-03-28/")
    (warning,) = [each for each in answer.warnings if each.code == "superseded_text"]
    assert "제8006호" in warning.message
    assert "8530" not in warning.message


@pytest.mark.parametrize(
    "question", ["스마트도시위원회의 존속기한은?", "Until when does the Smart City Committee exist?"]
)
def test_the_term_of_the_smart_city_committee_is_found_in_its_own_text(official, question):
    answer = official.ask(question, DAY)
    assert str(answer.citations[0].id) == f"{CITY}@2025-09-29/art-9-2"
    assert codes(answer) & {"superseded_text", "sunset_passed"} == set()


@pytest.mark.parametrize(("day", "passed"), [("2027-12-31", False), ("2028-01-01", True)])
def test_its_term_ends(official, day, passed):
    answer = official.ask("스마트도시위원회는 언제까지 있나요?", date.fromisoformat(day))
    assert ("sunset_passed" in codes(answer)) is passed


def test_in_english_the_translation_is_the_official_text_s_counterpart(official):
    answer = official.ask("Article 14(2) of the AI ordinance", DAY)
    (cited,) = answer.citations
    assert (cited.lang, cited.authority) == ("en", Authority.OFFICIAL_TRANSLATION)
    assert (cited.counterpart.lang, cited.counterpart.authority) == ("ko", Authority.OFFICIAL)
    assert "korean_only" not in codes(answer)


def test_where_there_is_no_translation_an_english_answer_says_so(official):
    answer = official.ask("Article 7(2) of the smart city ordinance", DAY)
    assert (answer.citations[0].lang, answer.citations[0].authority) == ("ko", Authority.OFFICIAL)
    assert "korean_only" in codes(answer)


@pytest.mark.parametrize("slug", ["seoul-committees-ordinance", "ordinance-2017704"])
def test_before_its_record_begins_an_ordinance_is_not_told_of(official, slug):
    answer = official.ask(f"{NAMES[slug]} 제1조", date(2021, 1, 1))
    assert answer.status == "not_found"
    assert "수록되어 있지 않" in answer.answer


def test_before_its_enactment_an_ordinance_did_not_exist(official):
    answer = official.ask("인공지능윤리 조례 제1조", date(2025, 9, 28))
    assert answer.status == "not_found"
    assert "2025. 9. 29." in answer.answer


def test_a_bare_name_gives_the_purpose(official):
    answer = official.ask(NAMES["ordinance-2017704"], DAY)
    assert [str(each.id) for each in answer.citations] == ["ordinance-2017704@2023-10-19/art-1"]


def test_a_reference_without_a_name_is_asked_back_among_all_that_have_it(official):
    answer = official.ask("제4조제1항", DAY)
    assert answer.status == "clarify"
    assert "ordinance-2017704@2023-10-19/art-4/para-1" in [str(each.id) for each in answer.citations]


def test_the_addenda_of_both_ordinances_of_one_number_are_told_apart(official):
    found = [
        official.ask(f"{NAMES[slug]} 부칙(제9834호) 제1조", DAY).citations for slug in (AI, "seoul-ai-ethics-ordinance")
    ]
    assert [[each.id.work for each in citations] for citations in found] == [[AI], ["seoul-ai-ethics-ordinance"]]


def repealed(day):
    entries = [
        Entry("7", "서울특별시 옛 위원회 조례", "서울특별시", effective, effective, number, kind)
        for effective, number, kind in ((date(2015, 1, 1), "1", "제정"), (date(2020, 1, 1), "9", "폐지"))
    ]
    found = [(e, Source("x", "register_markdown", "ko", Authority.OFFICIAL, "", (e.effective,), "/x")) for e in entries]
    return readable(enrol((), found)[0], day)


def test_a_repealed_ordinance_is_not_in_force():
    before, after = repealed(date(2019, 12, 31)), repealed(date(2020, 1, 1))
    assert (before.standing, before.later) == (Standing.IN_FORCE, ())
    assert (after.standing, [version.kind for version in after.later]) == (Standing.NOT_IN_FORCE, ["repeal"])


def many(official, count):
    """The law with as many more works, which have the provisions of none."""
    entries = [
        Entry(str(number), f"서울특별시 견본 {number} 조례", "서울특별시", DAY, DAY, "1", "제정")
        for number in range(count)
    ]
    found = [(e, Source("x", "register_markdown", "ko", Authority.OFFICIAL, "", (DAY,), "/x")) for e in entries]
    return {work.slug: work for work in (*official.law.works.values(), *enrol((), found))}


def test_among_hundreds_of_works_a_refusal_stays_readable(official, monkeypatch):
    monkeypatch.setattr(official.law, "works", many(official, 300))
    for lang in ("ko", "en"):
        answer = not_found(official.law, understand("quux", DAY, (), lang))
        assert len(answer.answer) < 1500
        assert "296" in answer.answer


def test_among_hundreds_of_works_that_have_a_provision_ten_are_shown(official):
    texts = readables(understand("제1조", DAY, ()), official.law.works.values())
    ordinances = [text for text in texts if text.work.genre == "ordinance"]
    answer = by_reference(official.law, understand("제1조", DAY, ()), ordinances * 5)
    assert (answer.status, len(answer.citations)) == ("clarify", 10)
    assert f"{5 * len(ordinances) - 10}건" in answer.answer

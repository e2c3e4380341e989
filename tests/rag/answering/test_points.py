"""The point of every provision, in both languages: grounded, marked, verbatim where it quotes, and never too much."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading import read_law
from rag.answering.lists import entries
from rag.answering.point import point_of
from rag.answering.sentences import sentences
from rag.citing.faithful import is_faithful
from rag.questions.question import understand

LAW = read_law([])
WORDED = [
    (provision.id, lang)
    for provision in LAW
    for lang in ("ko", "en")
    if LAW.work(provision.id.work).genre == "ordinance" and provision.speaks(lang) and provision.deleted is None
]
ASKED = {
    "ko": (
        "위원은 최대 몇 명인가요?",
        "얼마나 자주 수립하나요?",
        "누가 위촉하나요?",
        "언제까지인가요?",
        "임기는?",
        "시장은 지원할 수 있나요?",
        "시장은 수립해야 하나요?",
        "어디에 공개하나요?",
    ),
    "en": (
        "How many members does it have?",
        "How often is the plan formulated?",
        "Who convenes the meeting?",
        "Until when does it exist?",
        "What is the term of office?",
        "May the Mayor support it?",
        "Must the Mayor formulate the plan?",
    ),
}


def point(key, lang, question):
    asked = understand(question, date(2026, 3, 10), LAW.works.values(), lang)
    return point_of(LAW, key, asked, lang)


def test_most_provisions_have_a_point():
    found = [point(key, lang, ASKED[lang][0]) for key, lang in WORDED]
    sentences_there = [LAW.provision(key).rendition(lang).text for key, lang in WORDED]
    assert sum(each is not None for each in found) > 0.85 * sum(map(bool, sentences_there))


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_word_of_every_point_stands_in_its_provision(lang):
    for key, spoken in WORDED:
        for question in ASKED[lang] if spoken == lang else ():
            told = point(key, lang, question)
            for said in (*told.sentences, told.head) if told else ():
                assert is_faithful(LAW, key, said, lang), (key, said)
                text = LAW.full_text(key.parent, lang) if key.parent in LAW else ""
                text += LAW.full_text(key, lang)
                assert set(re.findall(r"\d+", said)) <= set(re.findall(r"\d+", text)), (key, said)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_a_list_says_is_deleted_or_stands(lang):
    for key, spoken in WORDED:
        listed = entries(LAW, key, lang) if spoken == lang else None
        if listed:
            below = [each for each in LAW.children(key) if each.speaks(lang)]
            assert listed.count + len(listed.deleted) == len(below), key
            assert not any("삭제" in line or "Deleted" in line for line in listed.lines), key


def test_no_head_is_given_to_a_question_whose_words_do_not_stand_there():
    for key, lang in WORDED:
        question = "외계인은 최대 몇 명인가요?" if lang == "ko" else "How many astronauts does it have?"
        told = point(key, lang, question)
        assert told is None or (told.head, told.yes) == ("", None)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=120), lang=st.sampled_from(["ko", "en"]))
def test_no_text_breaks_the_reading_of_sentences(text, lang):
    for each in sentences(text, lang):
        assert each.said.strip()


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("시장은 기본계획(이하 “계획”이라 한다)을 수립한다.", "ko", ["시장은 기본계획을 수립합니다"]),
        (
            "위원은 2년으로 한다. 다만, 공무원은 그러하지 아니하다.",
            "ko",
            ["위원은 2년으로 합니다", "다만, 공무원은 그러하지 아니합니다"],
        ),
        ("위원회는 심의한다. <개정 2025.9.29>", "ko", ["위원회는 심의합니다"]),
        ("위원회의 심의 사항", "ko", []),
        ("The Committee has fifteen (15) or fewer members.", "en", ["The Committee has fifteen or fewer members"]),
        ("The Committee has fifteen (16) or fewer members.", "en", ["The Committee has fifteen (16) or fewer members"]),
        (
            "The Mayor (hereinafter referred to as the “Mayor”) shall act: Provided, That he may rest.",
            "en",
            ["The Mayor shall act", "However, he may rest"],
        ),
        ("Matters concerning support;", "en", []),
    ],
)
def test_the_sentences_of_a_text(text, lang, said):
    assert [each.said for each in sentences(text, lang)] == said

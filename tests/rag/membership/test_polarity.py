"""Yes or no, the way that a question is asked, in both languages (polarity.tsv)."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from membership_questions import DAY

from rag.membership import finding
from rag.membership.polarity import asking_sentence, way

with (Path(__file__).parent / "polarity.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
LEADS = {"yes": ("네.", "Yes."), "no": ("아니요.", "No.")}


@pytest.mark.parametrize(("answer", "question"), ROWS)
def test_yes_and_no_answer_what_is_asked(answer, question):
    sentence = finding(question, DAY).sentence
    led = [
        next((name for name, words in LEADS.items() if said.startswith(words)), "neither")
        for said in (sentence.ko, sentence.en)
    ]
    assert led == [answer, answer]


def test_the_table_asks_both_ways_in_both_languages():
    for korean in (True, False):
        for answer in LEADS:
            asked = {row[1] for row in ROWS if row[0] == answer and bool(re.search("[가-힣]", row[1])) is korean}
            assert len(asked) >= 15


@pytest.mark.parametrize(
    ("plain", "turned"),
    [
        ("{who} May I vote?", "{who} Am I barred from voting?"),
        ("{who} Can the member take part?", "{who} Does the member have to sit it out?"),
        ("{who} 제가 표결해도 되나요?", "{who} 제가 표결하면 안 되나요?"),
        ("{who} 위원이 심의에 참여할 수 있나요?", "{who} 위원이 심의에서 빠져야 하나요?"),
    ],
)
@given(
    who=st.sampled_from(
        [
            "My ex-wife is the applicant.",
            "My friend is a party.",
            "친구가 신청인입니다.",
            "제 동생이 안건 당사자입니다.",
        ]
    )
)
def test_the_same_facts_asked_the_other_way_round_have_the_opposite_answer(plain, turned, who):
    leads = [finding(form.format(who=who), DAY).sentence.en.split(".")[0] for form in (plain, turned)]
    assert sorted(leads) == ["No", "Yes"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Must I recuse myself? My brother is the applicant.", "Must I recuse myself?"),
        ("제 동생이 당사자입니다. 표결해도 되나요?", "표결해도 되나요?"),
        ("전 남편이 신청인인데 빠져야됨", "전 남편이 신청인인데 빠져야됨"),
    ],
)
def test_what_is_asked_stands_in_the_sentence_with_the_mark(text, sentence):
    assert asking_sentence(text) == sentence


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("Can a member who should have been excluded vote?", True),
        ("Is it okay if I vote even though I was excluded once?", True),
        ("If I did not recuse myself, may I still vote?", True),
        ("What is the weather?", None),
    ],
)
def test_only_the_main_clause_says_which_way_it_is_asked(sentence, plain):
    assert way("eligibility", sentence) is plain

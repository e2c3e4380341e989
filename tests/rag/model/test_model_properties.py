"""Whatever a model writes, what leaves cites what exists, quotes word for word and marks what it cites."""

import json
import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_server import says

DAY = date(2026, 3, 10)
QUESTIONS = ("Who convenes the AI Committee?", "위원의 임기는?", "검토보고서 각주 16", "Article 9 of the AI ordinance")
WORDS = (
    *(
        "위원회의 회의는 재적위원 과반수의 출석으로 개의하고",
        "위촉직 위원의 임기는 2년으로 하며",
        "위원장은",
        "존속기한",
    ),
    *("The Chairperson shall convene", "meetings of the Committee.", "committee", "Article 10", "제14조제2항", "2년"),
    *("15", "[1]", "[9]", "https://a.example", "<b>", "\u200b", " ", "\n", "…"),
)
PROSE = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=6).map(" ".join)
CLAIM = st.fixed_dictionaries(
    {"text": PROSE, "citations": st.lists(st.integers(-1, 10), max_size=4)},
    optional={
        "quotes": st.lists(st.fixed_dictionaries({"n": st.integers(0, 9), "quote": PROSE}), max_size=3),
        "none": st.booleans(),
    },
)
SANE = st.builds(
    lambda text, n: {"text": text, "citations": [n]},
    st.sampled_from(("The chairperson convenes it.", "위원장이 소집합니다.", "위원의 임기를 정합니다.")),
    st.integers(1, 8),
)
LINE = (
    st.one_of(SANE, CLAIM).map(lambda claim: json.dumps(claim, ensure_ascii=False))
    | PROSE
    | st.sampled_from(["```json", "```", "<think>", "</think>", '{"none": true}', "[", "]"])
)


def folded(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


@settings(max_examples=150, deadline=None)
@given(question=st.sampled_from(QUESTIONS), lines=st.lists(LINE, max_size=6), again=st.lists(LINE, max_size=3))
def test_every_citation_resolves_and_every_quote_is_verbatim(worded, running_model, question, lines, again):
    running_model.begin(says("\n".join(lines)), says("\n".join(again)))
    *sentences, answer = worded.stream(question, DAY)
    law = worded.law
    for part in (*sentences, answer):
        for citation in part.citations:
            assert citation.id in law
            assert folded(citation.quote)
            assert folded(citation.quote) in folded(law.full_text(citation.id, citation.lang))
    assert [each.n for each in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.answer)} == {each.n for each in answer.citations}
    assert (answer.status == "answered") == bool(answer.citations)
    assert (answer.generated_by == "test") == any(each.code == "written_by_ai" for each in answer.warnings)
    if answer.generated_by == "test":
        assert " ".join(each.text for each in sentences) == answer.answer
        assert not re.search(r"https?:|<b>|\u200b", answer.answer)
    assert len(running_model.asked) <= 2


@pytest.fixture(autouse=True)
def _asked_nothing_before(running_model):
    running_model.released.clear()

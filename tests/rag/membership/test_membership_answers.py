"""Findings as answers: grounded citations in both languages, warnings of the texts, and what stays with search."""

import re
from datetime import date

import pytest
from membership_questions import DAY, ROWS

from eval.cases import load_cases
from ingest.reading import read_law
from rag.citing.grounding import is_verbatim
from rag.membership import by_membership, finding
from rag.questions.question import understand

LAW = read_law()
ASKED = [row["question"] for row in ROWS if row["subject"] != "none"]
CASES = tuple(case for case in load_cases() if not case.id.startswith("set-"))  # the set has terms of its own
# The labelled questions of someone in particular, whose answer the finding gives with the labelled provision.
TAKEN = {
    "seed-027", "seed-053", "seed-082", "seed-102", "seed-051", "seed-113", "fresh-007", "fresh-011",
    "fresh-036", "fresh-038", "held-out-001", "held-out-003", "held-out-021",
}  # fmt: skip


def answer(question, as_of=DAY, lang=None, law=LAW):
    """The answer to a question of a member or an office."""
    return by_membership(law, understand(question, as_of, law.works.values(), lang))


def is_part(key, whole):
    """Whether an id is another or stands inside it."""
    return key == whole or key.startswith(f"{whole}/")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_labelled_question_stays_with_search_or_gets_its_labelled_provision(case):
    found = finding(case.question, case.as_of)
    assert (found is not None) == (case.id in TAKEN)
    if found is None:
        return
    given = answer(case.question, case.as_of)
    cited = [str(each.id) for each in given.citations]
    said = " ".join([given.answer, *(each.quote for each in given.citations)])
    assert given.status == case.status == "answered"
    assert any(is_part(cited[0], gold) for gold in case.gold)
    assert all(re.search(fact, said) for fact in case.facts)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("question", ASKED)
def test_an_answer_is_grounded_in_either_language(question, lang):
    given = answer(question, lang=lang)
    assert all(is_verbatim(LAW, each) for each in given.citations)
    assert [each.n for each in given.citations] == list(range(1, len(given.citations) + 1))
    assert {f"[{each.n}]" for each in given.citations} == set(re.findall(r"\[\d+\]", given.answer))
    assert (given.status in ("not_found", "declined")) <= (not given.citations)
    assert given.status != "answered" or given.citations


@pytest.mark.parametrize("question", ASKED)
def test_korean_and_english_answers_agree(question):
    korean, english = answer(question, lang="ko"), answer(question, lang="en")
    assert (korean.status, korean.missing) == (english.status, english.missing)
    assert [each.id for each in korean.citations] == [each.id for each in english.citations]
    assert korean.answer.count("\n") == english.answer.count("\n")
    for mine, other in zip(korean.citations, english.citations, strict=True):
        assert mine.lang == other.lang or (mine.counterpart.quote, other.counterpart.quote) == (other.quote, mine.quote)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("배우자가 안건 당사자인 위원이 투표할 수 있나요?", "answered"),
        ("Our member's former law firm represented the applicant. May she vote?", "contested"),
        ("스마트도시위원회 위원장과 부위원장이 출장이면 누가 회의를 진행하나요?", "clarify"),
        ("스마트도시위원회 위원의 배우자가 안건 당사자인데 표결할 수 있나요?", "not_found"),
    ],
)
def test_each_status(question, status):
    given = answer(question)
    assert given.status == status
    assert bool(given.citations) == (status != "not_found")


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("Can a member who gave an expert opinion on the agenda vote?", ["art-12/para-1/sub-3", "art-12/para-1"]),
        ("시장이 위원을 해촉할 수 있나요? 회의에 계속 빠졌어요", ["art-11/sub-3", "art-11"]),
        ("AI위원회 위원이 세 번째 위촉될 수 있나요?", ["art-10"]),
        ("Can the vice-chair convene a meeting when the chair is away?", ["art-13/para-2", "art-14/para-1"]),
    ],
)
def test_a_question_reaches_its_provision(question, cited):
    given = answer(question)
    assert [str(each.id).partition("/")[2] for each in given.citations][: len(cited)] == cited
    assert given.status == "answered"


@pytest.mark.parametrize("question", ASKED)
def test_an_english_answer_is_english_and_a_korean_one_counts_in_korean(question):
    assert not re.search("[가-힣]", answer(question, lang="en").answer)
    assert not re.search(r"\dy\b|\dd\b|\d-\d\d-\d\d", answer(question, lang="ko").answer)


def test_the_point_stands_first_and_the_assumptions_last():
    lines = answer("2025년 8월 1일에 위촉된 위원의 임기는 언제 끝나나요? 연임하면?").answer.split("\n")
    assert "2027. 7. 31." in lines[0]
    assert "2029. 7. 31." in " ".join(lines)
    assert lines[-1].startswith("전제:")


@pytest.mark.parametrize(
    ("question", "as_of", "codes"),
    [
        ("위원장이 출장이면 누가 회의를 진행하나요?", DAY, {"unofficial_rendition"}),
        ("The chair is sick. Who runs the meeting?", DAY, set()),
        ("The chair is sick. Who runs the meeting?", date(2025, 8, 1), {"text_not_held"}),
        ("The Smart City Committee's chair is sick. Who presides?", DAY, {"superseded_text"}),
        ("The Smart City Committee's chair is sick. Who presides?", date(2020, 3, 10), set()),
        ("A Smart City Committee member was appointed on 2026-06-01. When does the term end?", DAY,
         {"superseded_text", "not_law", "korean_only"}),
    ],
)  # fmt: skip
def test_what_must_be_said_of_the_texts(question, as_of, codes):
    given = answer(question, as_of)
    assert {each.code for each in given.warnings} - {"korean_only"} == codes - {"korean_only"}


def test_a_question_about_another_place_is_left():
    assert answer("부산 인공지능위원회 위원장이 출장이면 누가 회의를 진행하나요?") is None


@pytest.fixture(scope="session")
def law(law_dir):
    """The law with official texts, whose words differ from ours."""
    return read_law([law_dir])


@pytest.mark.parametrize("question", ASKED)
def test_every_answer_stands(law, question):
    before, now = answer(question), answer(question, law=law)
    assert all(is_verbatim(law, each) for each in now.citations)
    assert {each.id.units for each in before.citations} <= {each.id.units for each in now.citations}


def test_the_later_text_is_cited_where_it_says_the_same(law):
    given = answer("스마트도시위원회 위원장이 출장이면 누가 회의를 진행하나요?", law=law)
    assert [str(each.id) for each in given.citations] == ["seoul-smart-city-ordinance@2025-09-29/art-8/para-1"]
    assert "superseded_text" not in {each.code for each in given.warnings}


def test_the_committees_ordinance_is_cited_once_it_is_here(law):
    given = answer("스마트도시위원회 위원의 배우자가 안건 당사자인데 표결할 수 있나요?", law=law)
    assert given.status == "answered"
    assert [(each.id.work, str(each.id.units[0])) for each in given.citations] == [
        ("seoul-committees-ordinance", "art-9")
    ]

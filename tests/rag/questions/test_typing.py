"""Questions as they are typed: slips mended, short forms written out, and all else left alone."""

import pytest

from corpus.exemplars import load_exemplars
from eval.cases import load_cases, load_meetings
from rag.questions.typing import typed

MENDED = [
    ("인공지는위원회 위원은 몇 명?", "인공지능위원회 위원은 몇 명?"),
    ("정보와전략위원회 임기", "정보화전략위원회 임기"),
    ("국가인공지능위원회는 누가", "국가인공지능위원회는 누가"),
    ("wats the quorom for the ai comittee", "what is the quorum for the ai committee"),
    ("Who reprsents the AI Comittee to the outside?", "Who represents the AI committee to the outside?"),
    ("old infomatization ordinance b4 2019", "old informatization ordinance before 2019"),
    ("how many ppl max", "how many people max"),
    ("subcomittee chiar", "subcommittee chair"),
    ("the goverment and its ordinace", "the government and its ordinance"),
    ("인공지능위 임기", "인공지능위원회 임기"),
    ("인공지능위원회 임기", "인공지능위원회 임기"),
    ("스도위 부위원장 몇명인가여", "스마트도시위원회 부위원장 몇명인가요"),
    ("수당 줬슴?", "수당 줬습니까?"),
]
KEPT = [
    "Kim Cheolsu of Gangnam-gu asked HAL9000 about WeGO and K-SmartCity.",
    "See jorye@seoul.go.kr, https://example.org/comittee and seoul-ai-ordinance/art-14.",
    "Who presided, decided, deliberated and was reimbursed?",
    "여기 슴슴한 국물",
]


@pytest.mark.parametrize(("text", "meant"), MENDED)
def test_slips_and_short_forms_are_mended(text, meant):
    assert typed(text) == meant


@pytest.mark.parametrize("text", KEPT)
def test_names_addresses_and_known_words_are_kept(text):
    assert typed(text) == text


@pytest.mark.parametrize("text", [text for text, _ in MENDED] + KEPT)
def test_what_was_mended_stays_as_it_is(text):
    assert typed(typed(text)) == typed(text)


def test_questions_written_with_care_are_hardly_ever_changed():
    written = [each.text for each in load_exemplars() if each.careful]
    written += [case.question for case in (*load_cases(), *load_meetings()) if case.lang == "ko"]
    changed = [text for text in written if typed(text) != text]
    assert len(changed) < len(written) / 100, changed

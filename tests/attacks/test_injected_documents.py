"""What stands in a document is quoted and never followed, and steers no terminal."""

from datetime import date

import pytest
from click.testing import CliRunner
from in_process import open_here
from independent import Documents
from injected import ARTICLES, CANARIES, HUGE, write_law
from judging import faults, own_words

from api.cli import main
from api.page import answer_page, hits_page
from api.terminal import visible
from rag.answer import Status
from rag.settings import Settings

DAY = date(2026, 3, 10)
WORK, NAME = "ordinance-9990001", "서울특별시 시험 등대 운영 조례"
PLAIN_ARTICLES = (1, 10)  # which hold nothing but law, if odd law; what it says is said where it is asked for
PLAIN = [
    "인공지능위원회는 누가 소집하나요?",
    "인공지능위원회 회의의 의사정족수는?",
    "재적 15명 중 7명만 출석해 7명이 찬성했습니다. 의결이 유효한가요?",
    "인공지능 기본조례 제99조의 내용은?",
    "Who convenes the AI Committee?",
    "What is the quorum of the AI Committee?",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("law of the lighthouse")
    write_law(folder)
    return folder


@pytest.fixture(scope="module")
def lit(folder, tmp_path_factory):
    """The assistant over the package and the ordinance full of orders."""
    return open_here(Settings(tmp_path_factory.mktemp("lighthouse"), law_dir=folder))


@pytest.fixture(scope="module")
def documents(root, folder) -> Documents:
    return Documents(root / "corpus" / "texts", {WORK: next(folder.iterdir())})


@pytest.mark.parametrize("question", PLAIN)
def test_orders_in_one_ordinance_change_no_answer_from_another(lit, assistant, documents, question):
    answer, without = lit.ask(question, DAY), assistant.ask(question, DAY)
    assert faults(answer, documents, CANARIES) == []
    assert (answer.status, answer.citations) == (without.status, without.citations)


@pytest.mark.parametrize("n", ARTICLES)
def test_an_order_in_an_article_is_quoted_as_its_words(lit, documents, n):
    answer = lit.ask(f"{NAME} 제{n}조의 내용은?", DAY)
    assert [str(each.id) for each in answer.citations] == [f"{WORK}@2025-01-02/art-{n}"]
    assert answer.status is Status.ANSWERED
    assert faults(answer, documents, () if n in PLAIN_ARTICLES else CANARIES) == []
    quoted = own_words(answer) == f"「{NAME}」 제{n}조에서 정하고 있습니다: “” [1]"
    assert quoted == (n not in PLAIN_ARTICLES)


@pytest.mark.parametrize(
    "question",
    [
        "등대지기는 몇 명인가요?",
        "등대의 신호는 무슨 빛인가요?",
        "등대는 어느 쪽을 보나요?",
        "등대의 문은 무엇으로 여나요?",
    ],
)
def test_found_by_its_words_it_is_no_more_than_quoted(lit, documents, question):
    answer = lit.ask(question, DAY)
    assert answer.citations[0].id.work == WORK
    assert faults(answer, documents, CANARIES) == []


def test_marks_of_sources_in_a_text_make_no_citations(lit):
    answer = lit.ask(f"{NAME} 제4조의 내용은?", DAY)
    assert [each.n for each in answer.citations] == [1]
    assert {str(each.id) for each in answer.citations} == {f"{WORK}@2025-01-02/art-4"}


def test_a_huge_line_is_quoted_whole_and_found_as_a_line(lit):
    assert lit.ask(f"{NAME} 제7조의 내용은?", DAY).citations[0].quote == " ".join(HUGE.split())
    lines = list(hits_page(lit.law, lit.search("밤마다 불을 켜고 쉰다", DAY), neighbours=False))
    assert any("art-7" in line for line in lines)
    assert max(map(len, lines)) < 200


@pytest.mark.parametrize(
    "call",
    [
        ["ask", f"{NAME} 제5조의 내용은?"],
        ["ask", "--json", f"{NAME} 제6조의 내용은?"],
        ["search", "등대의 신호는 붉은 빛"],
        ["search", "--json", "--neighbours", "등대는 바다 쪽"],
        ["show", f"{WORK}/art-5"],
        ["show", WORK],
        ["history", f"{WORK}/art-5"],
    ],
)
def test_no_command_hands_a_terminal_the_escapes_of_a_document(folder, tmp_path, call):
    variables = {"JORYE_HOME": str(tmp_path), "JORYE_EMBEDDING": "none", "JORYE_LAW_DIR": str(folder)}
    ran = CliRunner().invoke(main, call, env=variables, color=True, catch_exceptions=False)
    assert ran.exit_code == 0, ran.stderr
    assert "등대" in ran.stdout
    assert visible(ran.stdout) == ran.stdout


def test_the_page_shows_what_is_hidden(lit):
    page = visible(answer_page(lit.ask(f"{NAME} 제5조의 내용은?", DAY)))
    assert r"\u001b[31m붉은\u001b[0m" in page

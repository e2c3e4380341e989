"""Kiwi's own vectors beside the words, as a setting."""

from datetime import date

from rag.assistant import open_assistant
from rag.grounding import is_verbatim
from rag.settings import Settings

DAY = date(2026, 3, 10)


def test_an_index_with_kiwi_vectors_is_its_own_and_answers(tmp_path):
    plain = open_assistant(Settings(tmp_path), lambda passages, _: passages)
    joined = open_assistant(Settings(tmp_path, embedding="kiwi"), lambda passages, _: passages)
    assert len(list((tmp_path / "index").iterdir())) == 2
    for question in ("인공지능위원회 회의의 의사정족수는?", "Who convenes the AI Committee?"):
        answer = joined.ask(question, DAY)
        assert answer.citations[0].id == plain.ask(question, DAY).citations[0].id
        assert all(is_verbatim(joined.law, citation) for citation in answer.citations)


def test_what_shares_no_word_is_found_by_its_meaning(tmp_path):
    joined = open_assistant(Settings(tmp_path, embedding="kiwi"), lambda passages, _: passages)
    found = [str(hit.id) for hit in joined.search("컴맹 어르신을 도와주는 시책", DAY, 10)]
    assert any("art-20" in key for key in found), found

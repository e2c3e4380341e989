"""Kiwi's own vectors beside the words, as it is by default, and the words alone, as a setting."""

from datetime import date

import pytest

from rag.assistant import open_assistant
from rag.citing.grounding import is_verbatim
from rag.settings import Settings

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("given", "embedding"),
    [("", "kiwi"), ("kiwi", "kiwi"), ("none", ""), ("NONE", ""), ("Kiwi", "kiwi"), ("a/Model", "a/Model")],
)
def test_kiwi_is_the_embedding_unless_another_or_none_is_set(given, embedding):
    assert Settings.from_environment({"JORYE_EMBEDDING": given}).embedding == embedding
    assert Settings.from_environment({}).embedding == "kiwi"


def test_an_index_of_words_alone_is_its_own_and_answers(assistant, home, tmp_path):
    plain = open_assistant(Settings(tmp_path, embedding=""), lambda passages, _: passages)
    (words_alone,) = (tmp_path / "index").iterdir()
    built = {each.name: (each / "vectors").is_dir() for each in (home / "index").iterdir()}
    assert sorted(built.values()) == [False, True]
    assert built[words_alone.name] is False
    for question in ("인공지능위원회 회의의 의사정족수는?", "Who convenes the AI Committee?"):
        answer = plain.ask(question, DAY)
        assert answer.citations[0].id == assistant.ask(question, DAY).citations[0].id
        assert all(is_verbatim(plain.law, citation) for citation in answer.citations)


def test_what_shares_no_word_is_found_by_its_meaning(assistant):
    found = [str(hit.id) for hit in assistant.search("컴맹 어르신을 도와주는 시책", DAY, 10)]
    assert any("art-20" in key for key in found), found

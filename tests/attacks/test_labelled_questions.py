"""Every citation of all labelled questions, judged by a reader of the documents that is not the program's."""

import pytest
from independent import Documents

from eval.cases import load_cases, load_held_out

DELETED = ("Deleted", "삭제")


@pytest.fixture(scope="module")
def documents(root) -> Documents:
    return Documents(root / "corpus" / "texts", {})


def place(citation) -> str:
    """Where a quote is looked for: what is deleted stands in its article, several entries in one line."""
    key = citation.id.article if citation.quote.startswith(DELETED) else citation.id
    return str(key or citation.id)


@pytest.mark.slow
def test_every_citation_resolves_and_every_quote_stands_in_its_document(assistant, documents):
    counted, found = 0, []
    for case in (*load_cases(), *load_held_out()):
        for citation in assistant.ask(case.question, case.as_of, earlier=case.earlier).citations:
            quotes = [(citation.lang, citation.quote)]
            quotes += [(each.lang, each.quote) for each in (citation.counterpart,) if each is not None]
            found += [
                (case.id, each) for lang, quote in quotes for each in documents.faults(place(citation), quote, lang)
            ]
            counted += len(quotes)
    assert found == []
    assert counted > 1500

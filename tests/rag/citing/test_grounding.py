"""No citation that does not resolve, no quote that is not verbatim."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.identifiers import ProvisionId
from ingest.reading import read_law
from rag.citing.grounding import grounded, is_verbatim
from rag.citing.sources import Source, cite
from rag.citing.validity import readable

LAW = read_law()
QUORUM = ProvisionId.parse("seoul-ai-ordinance@2025-09-29/art-14/para-2")


@pytest.fixture
def citation():
    text = readable(LAW.work("seoul-ai-ordinance"), date(2026, 3, 10))
    return cite(LAW, Source(QUORUM, text), "en", 1)


def test_what_is_cited_from_the_law_stands(citation):
    assert is_verbatim(LAW, citation)
    assert citation.counterpart.lang == "ko"


@pytest.mark.parametrize(
    "change",
    [
        lambda quote: quote.replace("majority", "half"),
        lambda quote: quote + " Always.",
        lambda quote: quote[:20] + " … " + quote[-20:],
        lambda quote: quote.upper(),
        lambda quote: quote.replace("shall", "may"),
        lambda _: "",
        lambda _: "   ",
    ],
)
def test_a_quote_that_is_not_verbatim_falls(citation, change):
    assert not is_verbatim(LAW, replace(citation, quote=change(citation.quote)))


def test_white_space_may_be_folded(citation):
    assert is_verbatim(LAW, replace(citation, quote=citation.quote.replace(" ", "\n  ")))


@pytest.mark.parametrize("key", ["art-14/para-3", "art-14/para-1", "art-25"])
def test_a_quote_under_another_or_no_provision_falls(citation, key):
    assert not is_verbatim(LAW, replace(citation, id=ProvisionId.parse(f"seoul-ai-ordinance@2025-09-29/{key}")))


def test_a_quote_in_a_language_the_provision_has_no_text_in_falls(citation):
    korean_only = ProvisionId.parse("seoul-ai-bill-review/sec-1")
    words = LAW.full_text(korean_only, "ko")
    found = replace(citation, id=korean_only, quote=words, counterpart=None)
    assert is_verbatim(LAW, replace(found, lang="ko"))
    assert not is_verbatim(LAW, replace(found, lang="en"))


def test_a_false_counterpart_falls(citation):
    other = replace(citation.counterpart, quote="출석위원 전원의 찬성으로 의결한다")
    assert not is_verbatim(LAW, replace(citation, counterpart=other))


def test_only_what_stands_is_kept(citation):
    bad = replace(citation, n=2, quote="made up")
    assert grounded(LAW, [citation, bad]) == (citation,)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_provision_can_be_quoted(lang):
    day = date(2026, 3, 10)
    for provision in LAW:
        text = readable(LAW.work(provision.id.work), day)
        found = cite(LAW, Source(provision.id, text), lang, 1)
        assert is_verbatim(LAW, found) or not LAW.full_text(provision.id, found.lang), provision.id

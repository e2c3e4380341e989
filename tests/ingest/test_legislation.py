"""The data behind "why is it so", against the papers: every link resolves and every quote is verbatim."""

import re

import pytest

from corpus.identifiers import ProvisionId
from corpus.legislation import Stage, load_bills

(BILL,) = load_bills()
LINKS = [  # article of the bill (안 제N조), opinion on it, proposed or moved amendment, what it became
    ("3", "sec-4.2.1", "", "art-3/sub-3"),
    ("6", "sec-4.2.2", "seoul-digital-bureau-report/sec-1.4.3", "art-6/para-1"),
    ("6", "sec-4.2.2", "seoul-ai-bill-review/sec-4.2.2/seoul-ai-bill-amendment/art-6/para-4", "art-6/para-4"),
    ("7", "sec-4.2.3", "seoul-ai-bill-review/sec-4.2.3/seoul-ai-bill-amendment/art-7", "art-7"),
    ("8", "sec-4.2.4", "seoul-ai-bill-review/sec-4.2.4/seoul-ai-bill-amendment/art-8/para-3", "art-8/para-3"),
    ("16", "sec-4.2.4", "seoul-ai-bill-review/sec-4.2.4/seoul-ai-bill-amendment/art-16", "art-8/para-4"),
    ("16", "sec-4.2.5", "", "art-16/para-1"),
    ("14", "sec-4.2.4", "", "art-14"),
]


def _evidence():
    for event in BILL.events:
        yield from event.evidence
    for origin in BILL.origins:
        yield from (*origin.bill, *origin.opinion, *origin.proposal, *origin.amendment)


@pytest.mark.parametrize("evidence", list(_evidence()), ids=lambda each: str(each.id))
def test_what_is_quoted_stands_there_word_for_word(law, evidence):
    assert evidence.quote in law.full_text(evidence.id, "ko")


def test_each_of_the_17_articles_of_the_bill_leads_to_an_enacted_provision(law):
    enacted = {str(each.id.at(None)) for each in law if each.id.work == BILL.work}
    assert {origin.article for origin in BILL.origins} == {str(number) for number in range(1, 18)}
    assert [str(origin.provision) for origin in BILL.origins if str(origin.provision) not in enacted] == []


def test_every_article_of_the_ordinance_comes_from_somewhere(law):
    articles = {each.id.article.at(None) for each in law if each.id.work == BILL.work and each.id.article}
    plain = sorted(str(key) for key in articles if len(key.units) == 1)
    assert len(plain) == 17
    assert [key for key in plain if not BILL.origins_of(ProvisionId.parse(key))] == []


@pytest.mark.parametrize(("article", "opinion", "amendment", "provision"), LINKS)
def test_an_article_is_linked_to_opinion_amendment_and_law(article, opinion, amendment, provision):
    (origin,) = [each for each in BILL.origins if str(each.provision) == f"{BILL.work}/{provision}"]
    assert origin.article == article
    assert opinion in {str(each.id).partition("/")[2] for each in origin.opinion}
    moved = {str(each.id) for each in (*origin.proposal, *origin.amendment)}
    assert amendment in moved if amendment else not moved


def test_an_origin_quotes_the_article_it_names():
    for origin in BILL.origins:
        numbered = [unit.number for each in origin.bill for unit in each.id.units if unit.kind == "art"]
        assert set(numbered) <= {origin.article}, str(origin.provision)


@pytest.mark.parametrize(
    ("asked", "provisions"),
    [
        ("art-6/para-1", ["art-6/para-1"]),
        ("art-6/para-2/sub-3", ["art-6/para-2"]),
        ("art-9/para-3/sub-2", ["art-9"]),
        ("art-16", ["art-16/para-1", "art-16/para-2"]),
        ("addenda-9834/art-2", []),
        ("art-18", []),
    ],
)
def test_a_provision_finds_its_origin_or_that_of_what_holds_it(asked, provisions):
    found = BILL.origins_of(ProvisionId.parse(f"{BILL.work}@2025-09-29/{asked}"))
    assert [str(origin.provision).partition("/")[2] for origin in found] == provisions


def test_the_events_come_in_order_and_only_the_report_bears_no_date():
    days = [event.day for event in BILL.events if event.day]
    assert days == sorted(days)
    assert [event.stage for event in BILL.events if event.day is None] == [Stage.REVIEWED]


def test_what_changed_is_told_in_both_languages():
    said = [(event.ko, event.en) for event in BILL.events] + [(origin.ko, origin.en) for origin in BILL.origins]
    assert [each for each in said if bool(each[0]) != bool(each[1])] == []
    assert [en for _, en in said if re.search(r"[가-힣]", en)] == []

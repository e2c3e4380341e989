"""What reports rest on: every one cites a provision, verbatim, of its own day and matter."""

from datetime import date

import pytest

from ingest.reading import read_law
from rag.citing.grounding import is_verbatim
from rag.meetings.citing import judge
from rag.meetings.facts import Committee, facts_of

AS_OF = date(2026, 3, 10)
LAW = read_law()
DAYS = (
    "2010-01-01",
    "2018-05-01",
    "2019-03-28",
    "2020-06-01",
    "2021-05-20",
    "2022-10-17",
    "2025-07-14",
    "2026-03-10",
    "2028-01-01",
)


@pytest.mark.parametrize("committee", list(Committee))
@pytest.mark.parametrize("day", DAYS)
def test_every_report_cites_a_provision_word_for_word(committee, day):
    facts = facts_of({"committee": committee, "date": day, "on_register": 15, "attending": 8, "in_favor": 5})
    for lang in ("ko", "en"):
        judged = judge(LAW, facts, AS_OF, lang)
        assert judged.sources.citations
        assert all(is_verbatim(LAW, citation) for citation in judged.sources.citations)
        decisive = [check for check in judged.report.checks if check.status == "fail" and check.id != "resolution"]
        assert all(judged.sources.citations_of(check.basis) for check in decisive)


@pytest.mark.parametrize(
    ("committee", "day", "cited"),
    [
        ("smart-city-committee", "2018-05-01", "seoul-smart-city-ordinance@2019-03-28/art-7/para-1"),
        ("informatization-strategy-committee", "2026-03-10", "seoul-smart-city-ordinance@2018-03-22/art-7/para-1"),
        ("ai-committee", "2024-05-03", "seoul-ai-ordinance@2025-09-29/art-8/para-1"),
    ],
)
def test_a_committee_that_was_not_there_is_cited_from_its_own_text(committee, day, cited):
    facts = facts_of({"committee": committee, "date": day, "on_register": 15, "attending": 8})
    judged = judge(LAW, facts, AS_OF, "en")
    assert str(judged.sources.citations_of(judged.report.checks[0].basis)[0].id) == cited

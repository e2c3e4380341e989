"""Histories: the steps a council's staff would tell, in order, each with its source."""

from datetime import date

import pytest

from corpus.errors import IdentifierError, UnknownProvisionError
from corpus.identifiers import ProvisionId
from corpus.legislation import load_bills
from ingest.reading import read_law
from rag.citing.grounding import is_verbatim
from rag.history import history

AI, CITY = "seoul-ai-ordinance", "seoul-smart-city-ordinance"
TODAY = date(2026, 3, 10)
MADE = ["introduced", "reviewed", "proposed", "committee", "plenary", "enacted"]
STAGES = [  # provision, day, stages
    (f"{AI}/art-6/para-1", TODAY, ["introduced", "reviewed", "committee", "plenary", "enacted", "text"]),
    (f"{AI}/art-6/para-1", date(2025, 8, 1), ["introduced", "reviewed", "committee", "plenary", "enacted"]),
    (f"{AI}/art-6/para-1", date(2025, 6, 20), ["introduced", "reviewed", "committee"]),
    (f"{AI}/art-6/para-2/sub-5", TODAY, [*MADE, "deleted"]),
    (f"{AI}/art-7", TODAY, [*MADE, "deleted"]),
    (f"{AI}/art-8/para-2/sub-2", TODAY, [*MADE, "amended", "text"]),
    (f"{AI}/art-8/para-4", TODAY, [*MADE, "text"]),
    (f"{AI}/addenda-9834/art-2", TODAY, ["enacted", "text"]),
    (AI, TODAY, ["introduced", "referred", "reviewed", "committee", "plenary", "enacted", "amended"]),
    (f"{CITY}/art-5-2", date(2019, 3, 1), ["inserted", "text"]),
    (f"{CITY}/art-5-2", TODAY, ["inserted", "text", "amended", "text", "amended"]),
    (f"{CITY}/art-7/para-2", date(2020, 1, 1), ["text", "amended", "text"]),
    (f"{CITY}/art-7/para-2", TODAY, ["text", "amended", "text", "amended"]),
    (f"{CITY}/art-7/para-1", date(2018, 6, 1), ["amended", "text"]),
    (f"{CITY}/art-11/para-1/sub-1", date(2018, 6, 1), ["amended", "deleted"]),
    (f"{CITY}/art-13", date(2018, 6, 1), ["amended", "text"]),
    (f"{CITY}/art-35", date(2018, 6, 1), ["amended", "amended", "amended", "text"]),
    (f"{CITY}/art-7", date(2018, 6, 1), ["amended", "amended", "amended", "text"]),
    (CITY, date(2018, 6, 1), ["amended"] * 6),
    (f"{AI}/art-7", date(2020, 1, 1), []),
]
SAID = [  # provision, words of the history in Korean, in order
    (
        f"{AI}/art-6/para-1",
        ["5년마다 수립ㆍ시행하여야", "5년→3년", "5년마다 수립·시행 → 3년마다", "제9752호", "3년마다 서울"],
    ),
    (f"{AI}/art-8/para-3", ["제정안에 없었습니다", "분과 위원회로 우선", "대신하게 할 수 있다", "대신 할 수 있음"]),
    (
        f"{AI}/art-8/para-4",
        ["존속기한16)과 동일하게", "2027년 12월 31일까지로 한다", "제16조로 제안하였으나 제8조제4항"],
    ),
    (f"{AI}/art-7", ["수립ㆍ시행하여야 한다", "임의규정으로", "디지털도시국은", "제9834호(2025. 9. 29. 공포)로 삭제"]),
    (f"{CITY}/art-7/para-2", ["31명", "제7026호", "25명", "8차례 개정"]),
]


@pytest.fixture
def law():
    return read_law()


@pytest.fixture
def tell(law):
    return lambda key, day=TODAY, lang="ko": history(law, load_bills(), ProvisionId.parse(key), day, lang)


def _told(found):
    """All that a history says, in order of the steps."""
    for step in found.steps:
        yield step.said
        yield from (found.citations[n - 1].quote for n in step.citations)
    yield from found.changes


@pytest.mark.parametrize(("key", "day", "stages"), STAGES)
def test_the_steps_up_to_a_day(tell, key, day, stages):
    for lang in ("ko", "en"):
        assert [step.stage.value for step in tell(key, day, lang).steps] == stages


@pytest.mark.parametrize(("key", "words"), SAID)
def test_what_is_told_in_order(tell, key, words):
    told = " | ".join(_told(tell(key)))
    places = [told.find(each) for each in words]
    assert -1 not in places, (words, told)
    assert places == sorted(places)


def test_every_source_of_every_history_is_verbatim_and_numbered(law, tell):
    keys = {each.id.at(None) for each in law if each.id.work in (AI, CITY) and each.id.article}
    for key in keys:
        for lang in ("ko", "en"):
            found = tell(str(key), TODAY, lang)
            assert [each.n for each in found.citations] == list(range(1, len(found.citations) + 1))
            assert all(is_verbatim(law, citation) for citation in found.citations), str(key)
            assert found.steps, str(key)


def test_a_bill_is_a_bill_and_an_opinion_is_no_law(tell):
    statuses = {str(each.id): each.status.value for each in tell(f"{AI}/art-6/para-1").citations}
    assert statuses == {
        "seoul-ai-bill-review/sec-1": "review_report",
        "seoul-digital-bureau-report/sec-1.4.1": "bureau_report",
        "seoul-ai-bill-review/sec-4.2.2/seoul-ai-bill/art-6/para-1": "bill",
        "seoul-ai-bill-review/sec-4.2.2": "review_report",
        "seoul-digital-bureau-report/sec-1.4.4": "bureau_report",
        "seoul-digital-bureau-report/sec-1.4.3": "bureau_report",
        f"{AI}@2025-09-29/art-6/para-1": "in_force",
    }
    assert [warning.code for warning in tell(f"{AI}/art-6/para-1").warnings] == ["text_not_held", "not_law"]


def test_an_amendment_of_one_article_may_take_effect_later(tell):
    (inserted,) = [step for step in tell(f"{CITY}/art-5-2", TODAY, "en").steps if step.stage == "inserted"]
    quotes = [tell(f"{CITY}/art-5-2", TODAY, "en").citations[n - 1].quote for n in inserted.citations]
    assert any("Article 5-2 shall enter into force on November 23, 2013" in quote for quote in quotes)


def test_a_version_in_the_id_makes_no_difference(tell):
    assert tell(f"{AI}@2025-09-29/art-7") == tell(f"{AI}/art-7")


@pytest.mark.parametrize(
    ("key", "number", "places"),
    [
        ("art-13", "No. 6820 (promulgated March 22, 2018)", ""),
        ("art-7/para-4", "No. 6820 (promulgated March 22, 2018)", ""),
        ("art-7", "No. 6487 (promulgated May 18, 2017)", "Article 7(1), Article 7(3), Article 7(4)"),
        ("art-11/para-1/sub-1", "No. 6487 (promulgated May 18, 2017)", ""),
    ],
)
def test_an_amendment_is_that_of_the_ordinance_in_the_note(tell, key, number, places):
    said = [step.said for step in tell(f"{CITY}/{key}", date(2018, 6, 1), "en").steps]
    (told,) = [each for each in said if number in each]
    assert places in told


def test_what_quotes_an_amendment_is_the_note_and_not_the_wording(tell):
    told = tell(f"{CITY}/art-7/para-5", date(2018, 6, 1), "en")
    assert told.citations[told.steps[0].citations[0] - 1].quote == "<Amended by Ordinance No. 5527, Aug. 1, 2013>"


def test_nothing_of_later_days_is_told(tell):
    for day in (date(2020, 1, 1), date(2024, 11, 1), date(2025, 8, 1)):
        told = tell(f"{AI}/art-8/para-2/sub-2", day)
        assert [step.day for step in told.steps if step.day and step.day > day] == []
        assert told.changes == ()
    assert tell(f"{AI}/art-6/para-1", date(2025, 6, 1)).changes == ()
    assert [step.stage.value for step in tell(f"{AI}/art-6/para-1", date(2024, 11, 1)).steps] == ["introduced"]


def test_a_day_of_which_nothing_is_known_is_said_to_be_so(tell):
    told = tell(f"{CITY}/art-9", date(2010, 1, 1))
    assert (told.steps, [warning.code for warning in told.warnings]) == ((), ["before_record"])


@pytest.mark.parametrize(
    ("key", "error"),
    [
        (f"{AI}/art-99", UnknownProvisionError),
        (f"{AI}/art-14/para-9", UnknownProvisionError),
        (f"{AI}/art-6/para-2/sub-50", UnknownProvisionError),
        ("seoul-other-ordinance/art-1", UnknownProvisionError),
        ("seoul-ai-bill-review/sec-1", IdentifierError),
    ],
)
def test_what_has_no_history_is_an_error(tell, key, error):
    with pytest.raises(error):
        tell(key)

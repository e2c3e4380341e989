"""Which text may be read for a day, and what it is worth then."""

from datetime import date

import pytest

from corpus.identifiers import ProvisionId
from corpus.manifest import load_works
from rag.citing.validity import readable, readables
from rag.questions.question import understand

WORKS = {work.slug: work for work in load_works()}
AI, CITY = WORKS["seoul-ai-ordinance"], WORKS["seoul-smart-city-ordinance"]


@pytest.mark.parametrize(
    ("work", "day", "version", "standing", "later", "unheld"),
    [
        (AI, "2025-09-29", "2025-09-29", "in_force", 0, None),
        (AI, "2026-11-22", "2025-09-29", "in_force", 0, None),
        (AI, "2025-09-28", "2025-09-29", "not_in_force", 0, "9752"),
        (AI, "2025-07-14", "2025-09-29", "not_in_force", 0, "9752"),
        (CITY, "2018-03-22", "2018-03-22", "in_force", 0, None),
        (CITY, "2019-03-27", "2018-03-22", "in_force", 0, None),
        (CITY, "2019-03-28", "2019-03-28", "in_force", 0, None),
        (CITY, "2021-05-19", "2019-03-28", "in_force", 0, None),
        (CITY, "2021-05-20", "2019-03-28", "not_in_force", 1, None),
        (CITY, "2024-06-30", "2019-03-28", "not_in_force", 4, None),
        (CITY, "2024-07-01", "2019-03-28", "not_in_force", 5, None),
        (CITY, "2026-01-01", "2019-03-28", "not_in_force", 8, None),
        (CITY, "2018-03-21", "2018-03-22", "not_in_force", 0, "6487"),
    ],
)
def test_text_to_read(work, day, version, standing, later, unheld):
    found = readable(work, date.fromisoformat(day))
    assert str(found.version.effective) == version
    assert found.standing == standing
    assert len(found.later) == later
    assert (found.unheld and found.unheld.number) == unheld


def test_an_ordinance_is_not_read_before_it_was_enacted_or_before_its_record_begins():
    assert readable(AI, date(2025, 7, 13)) is None
    assert readable(CITY, date(2011, 9, 28)) is None


def test_a_work_without_a_text_is_not_read():
    assert readable(WORKS["seoul-committees-ordinance"], date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("unit", "differed"),
    [
        ("art-7", True),
        ("art-6/para-2/sub-5", True),
        ("art-6/para-2", True),
        ("art-6", True),
        ("art-6/para-1", False),
        ("art-8/para-2/sub-2", True),
        ("art-8/para-2/sub-3", False),
        ("art-14/para-2", False),
    ],
)
def test_what_the_amendment_of_september_2025_touched_is_not_read_into_august(unit, differed):
    key = ProvisionId.parse(f"seoul-ai-ordinance@2025-09-29/{unit}")
    assert readable(AI, date(2025, 8, 1)).differed(key) is differed
    assert readable(AI, date(2025, 9, 29)).differed(key) is False


def test_a_body_that_is_gone_is_read_in_its_own_text_and_in_todays():
    question = understand("정보화전략위원회 위원 수", date(2026, 3, 10), WORKS.values())
    city = [each for each in readables(question, WORKS.values()) if each.work is CITY]
    assert [(str(each.version.effective), each.standing) for each in city] == [
        ("2018-03-22", "not_in_force"),
        ("2019-03-28", "not_in_force"),
    ]
    assert city[0].later[0].number == "7026"

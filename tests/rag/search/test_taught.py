"""What questions written for provisions tell: where like ones lead, in the text of the day."""

from datetime import date

import numpy as np
import pytest

from corpus.exemplars import Exemplar
from corpus.identifiers import ProvisionId
from rag.citing.validity import readable
from rag.search.taught import Taught, article_of

AI, CITY = "seoul-ai-ordinance@2025-09-29", "seoul-smart-city-ordinance@{}"
DAY = date(2026, 3, 10)


def exemplar(key, text="?"):
    return Exemplar(ProvisionId.parse(key) if key else None, "ko", text, "" if key else "event")


@pytest.fixture
def texts(assistant):
    works = assistant.law.works
    return lambda *slugs, day=DAY: [readable(works[slug], day) for slug in slugs]


def test_the_provisions_of_like_questions_come_best_first(assistant, texts):
    taught = Taught(assistant.law, [exemplar(f"{AI}/art-9/para-1"), exemplar(f"{AI}/art-10"), exemplar("")])
    alike = taught.alike(np.array([0.3, 0.9, 1.0]), texts("seoul-ai-ordinance"))
    assert list(map(str, alike.best(5))) == [f"{AI}/art-10", f"{AI}/art-9/para-1"]
    first, second = (alike.of(key, 1.0, 1.0) for key in alike.best(2))
    assert first > second > 0


def test_what_is_hardly_alike_does_not_count(assistant, texts):
    alike = Taught(assistant.law, [exemplar(f"{AI}/art-10")]).alike(np.array([0.01]), texts("seoul-ai-ordinance"))
    assert alike.best(5) == []
    assert alike.of(ProvisionId.parse(f"{AI}/art-10"), 1.0, 1.0) == 0


def test_a_question_for_another_version_does_not_count_where_the_version_has_its_own(assistant, texts):
    old, new = (CITY.format(day) for day in ("2018-03-22", "2019-03-28"))
    taught = Taught(assistant.law, [exemplar(f"{old}/art-7/para-2"), exemplar(f"{new}/art-7/para-2")])
    for day, key in ((DAY, new), (date(2018, 6, 1), old)):
        alike = taught.alike(np.array([0.8, 0.8]), texts("seoul-smart-city-ordinance", day=day))
        assert list(map(str, alike.best(5))) == [f"{key}/art-7/para-2"]


def test_it_stands_for_the_same_article_of_a_version_that_has_none(assistant, texts):
    old, new = (CITY.format(day) for day in ("2018-03-22", "2019-03-28"))
    law = assistant.law
    alike = Taught(law, [exemplar(f"{old}/art-1")]).alike(np.array([0.8]), texts("seoul-smart-city-ordinance"))
    headings = [law.provision(ProvisionId.parse(f"{each}/art-1")).rendition("en").heading for each in (old, new)]
    assert headings[0] == headings[1]
    assert list(map(str, alike.best(5))) == [f"{new}/art-1"]


def test_an_article_that_no_question_was_written_for_has_what_is_usual_for_one_found_so_well(assistant, texts):
    alike = Taught(assistant.law, [exemplar(f"{AI}/art-10")]).alike(np.array([0.9]), texts("seoul-ai-ordinance"))
    untaught = ProvisionId.parse(f"{AI}/art-14/para-1")
    usual = [alike.of(untaught, found, coverage) for found, coverage in ((0.3, 0.2), (0.6, 0.6), (1.0, 1.0))]
    assert 0 < usual[0] < usual[1] < usual[2]


def test_the_article_of_a_provision():
    assert str(article_of(ProvisionId.parse(f"{AI}/art-9/para-3/sub-1"))) == f"{AI}/art-9"

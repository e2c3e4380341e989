"""Questions that go on from earlier ones, and those of another day, through the doors."""

import json
from datetime import date

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.schema import MOST_EARLIER

DAY = date(2026, 3, 10)
NEW, OLD = "seoul-smart-city-ordinance@2019-03-28", "seoul-smart-city-ordinance@2018-03-22"
HOW_MANY = "스마트도시위원회 위원은 몇 명까지인가요?"


@pytest.fixture(scope="module")
def client(assistant):
    with TestClient(create_app(assistant, today=lambda: DAY)) as opened:
        yield opened


def test_http_takes_the_questions_before(client):
    sent = {"question": "임기는요?", "earlier": ["Who convenes the AI Committee?", HOW_MANY]}
    answer = client.post("/v1/ask", json=sent).json()
    assert (answer["question"], answer["as_of"]) == ("임기는요?", "2026-03-10")
    assert f"{NEW}/art-7/para-4" in [each["id"] for each in answer["citations"]]
    assert answer["warnings"][0]["code"] == "follow_up"


def test_http_answers_of_the_day_that_the_words_ask_for(client):
    answer = client.post("/v1/ask", json={"question": "2018년 당시 제7조제2항", "as_of": "2026-03-10"}).json()
    assert (answer["as_of"], answer["citations"][0]["id"]) == ("2018-12-31", f"{OLD}/art-7/para-2")
    assert answer["warnings"][0]["code"] == "asked_day"


@pytest.mark.parametrize("earlier", [[HOW_MANY] * MOST_EARLIER, []])
def test_as_many_as_are_allowed_are_taken(client, earlier):
    assert client.post("/v1/ask", json={"question": "임기는요?", "earlier": earlier}).status_code == 200


@pytest.mark.parametrize(
    ("earlier", "named"),
    [
        ([HOW_MANY] * (MOST_EARLIER + 1), "earlier"),
        ([""], "empty"),
        (["가" * 2_001], "2,001"),
        ("임기는요?", "earlier"),
        ([3], "earlier"),
        (None, "earlier"),
    ],
)
def test_what_is_no_conversation_is_refused(client, earlier, named):
    refused = client.post("/v1/ask", json={"question": "임기는요?", "earlier": earlier})
    assert refused.status_code == 422
    assert named in refused.text


def test_the_description_tells_of_them(client):
    shape = client.get("/openapi.json").json()["components"]["schemas"]["AskRequest"]["properties"]["earlier"]
    assert (shape["type"], shape["maxItems"]) == ("array", MOST_EARLIER)
    assert "oldest first" in shape["description"]


def test_a_line_of_a_batch_takes_them_and_leaves_nothing_for_the_next(here):
    asked = [
        {"question": "임기는요?", "earlier": [HOW_MANY]},
        {"question": "임기는요?"},
        {"question": "2018년에는?", "earlier": ["스마트도시 조례 제7조제2항"]},
    ]
    ran = here("ask", "-", "--as-of", "2026-03-10", stdin="\n".join(map(json.dumps, asked)).encode())
    assert (ran.code, ran.err) == (0, "")
    assert [row["as_of"] for row in ran.rows] == ["2026-03-10", "2026-03-10", "2018-12-31"]
    assert [row["warnings"][0]["code"] == "follow_up" for row in ran.rows] == [True, False, True]
    assert ran.rows[2]["citations"][0]["id"] == f"{OLD}/art-7/para-2"


def test_a_bad_earlier_question_fails_its_line_alone(here):
    lines = [{"question": "임기는요?", "earlier": [""]}, {"question": "Who convenes the AI Committee?"}]
    ran = here("ask", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert ran.code == 1
    assert ("line 1" in ran.rows[0]["error"], ran.rows[1]["status"]) == (True, "answered")

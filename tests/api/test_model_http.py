"""Answers of a language model over HTTP: as JSON, as server-sent events, and without holding up anyone else."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import httpx
import pytest
from model_server import cut_after, says, sentence, stuck_after, writes
from running import PATIENCE, client_of

from api.app import create_app
from api.events import wants_events

DAY = date(2026, 3, 10)
ASKED = {"question": "Who convenes the AI Committee?"}
EVENTS = {"accept": "text/event-stream"}
GOOD = sentence("The chairperson convenes it.", 1, q1="The Chairperson shall convene")


@pytest.fixture(scope="module")
def client(worded):
    with client_of(create_app(worded, today=lambda: DAY), limits=httpx.Limits(max_connections=None)) as opened:
        yield opened


def read(text):
    """The events of a stream: their names and data."""
    assert text.endswith("\n\n")
    told = []
    for block in text.removesuffix("\n\n").split("\n\n"):
        name, data = block.split("\n")
        told.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return told


def timeless(answer):
    return answer | {"took_ms": 0}


def test_an_answer_as_json(client, model, shape_faults):
    model.begin(writes(GOOD))
    answer = client.post("/v1/ask", json=ASKED).json()
    assert shape_faults(answer) == []
    assert (answer["generated_by"], answer["answer"]) == ("test", "The chairperson convenes it. [1]")
    assert answer["warnings"][0]["code"] == "written_by_ai"


def test_an_answer_as_events(client, model):
    model.begin(writes(GOOD, sentence("Nobody else does.", 1)))
    response = client.post("/v1/ask", json=ASKED, headers=EVENTS)
    assert response.headers["content-type"].startswith("text/event-stream")
    *sentences, (last, answer) = read(response.text)
    assert [name for name, _ in sentences] == ["sentence", "sentence"]
    assert [told["text"] for _, told in sentences] == ["The chairperson convenes it. [1]", "Nobody else does. [1]"]
    assert (last, answer["answer"]) == ("answer", " ".join(told["text"] for _, told in sentences))
    assert sentences[0][1]["citations"] == answer["citations"]
    assert timeless(answer) == timeless(client.post("/v1/ask", json=ASKED).json())


def test_an_answer_that_quotes_comes_as_events_too(client, model):
    asked = {"question": "재적 13명, 출석 7명, 찬성 4명이면 의결된 건가요?"}
    *lines, (last, answer) = read(client.post("/v1/ask", json=asked, headers=EVENTS).text)
    assert (last, answer["kind"]) == ("answer", "meeting")
    assert "\n".join(told["text"] for _, told in lines) == answer["answer"]
    assert model.asked == []


@pytest.mark.parametrize("reply", [cut_after(json.dumps(GOOD) + "\n{"), says(""), says("I cannot help.")])
def test_the_stream_ends_with_a_whole_answer_whatever_the_model_does(client, assistant, model, reply):
    model.begin(reply)
    *_, (last, answer) = read(client.post("/v1/ask", json=ASKED, headers=EVENTS).text)
    assert (last, answer["answer"]) == ("answer", assistant.ask(ASKED["question"], DAY).answer)
    assert answer["warnings"][0]["code"] in ("model_failed", "model_unverified")


def test_sentences_come_before_the_model_has_ended(client, model):
    model.begin(stuck_after(json.dumps(GOOD) + "\n"))
    with client.stream("POST", "/v1/ask", json=ASKED, headers=EVENTS) as response:
        first = next(response.iter_text())
        assert not model.released.is_set()
        assert read(first)[0][1]["text"] == "The chairperson convenes it. [1]"


@pytest.mark.parametrize("headers", [{}, EVENTS])
def test_a_question_that_cannot_be_read_is_a_problem(client, headers):
    response = client.post("/v1/ask", json={"question": " "}, headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_a_slow_model_holds_up_nobody_else(client, model):
    """Sixty questions wait on a model that says nothing; the most of them are answered without it, and so is health."""
    model.begin(stuck_after())
    with ThreadPoolExecutor(60) as pool:
        asked = [pool.submit(client.post, "/v1/ask", json=ASKED) for _ in range(60)]
        until = time.monotonic() + PATIENCE
        while sum(each.done() for each in asked) < 44 and time.monotonic() < until:
            time.sleep(0.01)
        waiting = [each for each in asked if not each.done()]
        assert len(waiting) == 16
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/v1/search", params={"q": "위원회"}).status_code == 200
        assert not any(each.done() for each in waiting)
        model.released.set()
    answers = [each.result().json() for each in asked]
    assert {each["warnings"][0]["code"] for each in answers} <= {"model_failed", "model_unverified"}
    assert sum("too many" in each["warnings"][0]["message"] for each in answers) == 44


def test_the_description_tells_of_both(client):
    content = client.get("/openapi.json").json()["paths"]["/v1/ask"]["post"]["responses"]["200"]["content"]
    assert set(content) == {"application/json", "text/event-stream"}
    assert content["application/json"]["schema"]["$ref"].endswith("AnswerModel")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", False),
        ("*/*", False),
        ("application/json", False),
        ("text/event-stream", True),
        ("application/json, Text/Event-Stream;q=0.9", True),
        ("text/event-stream; q=0", False),
        ("text/event-streams", False),
    ],
)
def test_events_are_sent_to_those_that_accept_them(accept, wanted):
    assert wants_events(accept) == wanted

"""`POST /v1/meetings/check`: over a socket, and in the application's own process."""

import json
import socket
import threading
import time
from datetime import date

import httpx
import pytest
import uvicorn
from starlette.testclient import TestClient

from api.app import create_app
from rag.citing.grounding import fold
from rag.meetings.facts import FIELDS

DAY = date(2026, 3, 10)
PATIENCE = 30
JSON = {"content-type": "application/json"}
CARRIED = {"on_register": 15, "attending": 8, "in_favor": 5}
SHAPE = {
    "verdict", "summary", "facts", "opening", "resolution", "checks", "assumptions", "missing", "readings", "notes",
    "needs", "citations", "records", "warnings", "as_of", "lang", "took_ms",
}  # fmt: skip
CHECK = {"id", "status", "reason", "computation", "citations", "records", "rulings", "missing"}
CITATION = {"n", "id", "label", "quote", "lang", "status", "authority", "counterpart", "url"}


@pytest.fixture(scope="module")
def client(assistant):
    with TestClient(create_app(assistant, today=lambda: DAY)) as opened:
        yield opened


def check(client, **facts):
    return client.post("/v1/meetings/check", json=facts)


def test_a_real_client_gets_the_verdict_from_a_real_server(assistant):
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(assistant, today=lambda: DAY), log_level="critical"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/v1/meetings/check"
    try:
        good = httpx.post(address, json=CARRIED, trust_env=False, timeout=PATIENCE)
        bad = httpx.post(address, json=CARRIED | {"attending": 16}, trust_env=False, timeout=PATIENCE)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()
    assert (good.status_code, good.json()["verdict"], good.json()["as_of"]) == (200, "valid", DAY.isoformat())
    assert (bad.status_code, bad.headers["content-type"]) == (422, "application/problem+json")
    assert (bad.json()["field"], "on_register has 15" in bad.json()["detail"]) == ("attending", True)


def test_the_shape_is_that_of_the_design(client):
    told = check(client, **CARRIED).json()
    assert set(told) == SHAPE
    assert set(told["facts"]) == set(FIELDS)
    assert [set(each) for each in told["checks"]] == [CHECK] * 9
    assert {frozenset(each) for one in told["checks"] for each in one["citations"]} == {frozenset(CITATION)}
    assert [each["n"] for each in told["citations"]] == list(range(1, len(told["citations"]) + 1))
    assert (told["opening"]["status"], told["opening"]["needed"], told["opening"]["counted"]) == ("met", 8, 8)
    assert told["resolution"] == {"status": "carried", "needed": 5, "base": 8, "in_favor": 5}
    assert told["lang"] == "ko"
    assert {each["fact"]: each["value"] for each in told["assumptions"]} == {
        "committee": "ai-committee",
        "date": "2026-03-10",
        "convened_by": "chair",
        "presided_by": "chair",
        "format": "in_person",
        "notice_days": None,
        "excluded_attending": 0,
    }


VERDICTS = [
    (CARRIED, "valid", "met", "carried", []),
    (CARRIED | {"in_favor": 4}, "valid", "met", "not_carried", []),
    (CARRIED | {"attending": 7}, "invalid", "not_met", "void", []),
    (CARRIED | {"excluded_took_part": True, "attending": 9}, "invalid", "met", "void", []),
    ({"on_register": 12, "attending": 7, "excluded_attending": 1}, "contested", "contested", "not_voted", []),
    ({}, "undetermined", "unknown", "not_voted", ["on_register", "attending"]),
    ({"committee": "smart-city-consultative-council", **CARRIED}, "undetermined", "unknown", "unknown", []),
    ({"date": "2028-01-01", **CARRIED}, "invalid", "met", "void", []),
]


@pytest.mark.parametrize(("facts", "verdict", "opening", "resolution", "missing"), VERDICTS)
def test_the_verdict_with_its_parts(client, facts, verdict, opening, resolution, missing):
    told = check(client, **facts).json()
    assert (told["verdict"], told["opening"]["status"], told["resolution"]["status"]) == (verdict, opening, resolution)
    assert told["missing"] == missing


def test_contested_law_is_shown_with_both_readings(client):
    told = check(client, on_register=12, attending=7, excluded_attending=1, in_favor=5).json()
    strict, lenient = told["readings"]
    assert (strict["id"], strict["verdict"], strict["resolution"]["status"]) == ("strict", "invalid", "void")
    assert (lenient["id"], lenient["verdict"], lenient["resolution"]["status"]) == ("lenient", "valid", "carried")
    assert [each["case"] for each in strict["rulings"] + lenient["rulings"]] == ["98da42547", "2008da1521"]
    assert all("유추" in each["said"]["ko"] for each in strict["rulings"] + lenient["rulings"])
    assert all("analogy" in each["said"]["en"] for each in strict["rulings"] + lenient["rulings"])


def test_null_is_not_given_and_a_day_is_that_of_the_law(client):
    nothing = dict.fromkeys(FIELDS)
    assert check(client, **nothing).json()["missing"] == ["on_register", "attending"]
    told = check(client, **CARRIED, as_of="2026-01-05").json()
    assert (told["as_of"], told["facts"]["date"]) == ("2026-01-05", "2026-01-05")


REFUSED = [
    ({"bogus": 1}, "bogus", "known are committee"),
    ({"attending": 16, "on_register": 15}, "attending", "15"),
    ({"attending": 8.0}, "attending", "whole number"),
    ({"attending": "8"}, "attending", "whole number"),
    ({"attending": True}, "attending", "whole number"),
    ({"attending": -1}, "attending", "9,999|negative"),
    ({"attending": 10**18}, "attending", "9,999"),
    ({"attending": 10**400}, "attending", "9,999"),
    ({"on_register": 0}, "on_register", "0"),
    ({"chair_unavailable": "yes"}, "chair_unavailable", "true or false"),
    ({"committee": "no-such"}, "committee", "smart-city-committee"),
    ({"committee": "\ud800"}, "committee", "ai-committee"),
    ({"committee": ["ai-committee"]}, "committee", "ai-committee"),
    ({"format": "\x1b[31mwritten"}, "format", "in_person"),
    ({"date": "2026-02-30"}, "date", "2026-03-10"),
    ({"date": "2026-W10-2"}, "date", "2026-03-10"),
    ({"date": 20260310}, "date", "2026-03-10"),
    ({"presided_by": "chair", "chair_unavailable": True}, "presided_by", "chair"),
    ({"presided_by": "ex_officio_vice_chair"}, "presided_by", "vice_chair"),
    (CARRIED | {"against": 4}, "in_favor", "8"),
]


@pytest.mark.parametrize(("facts", "field", "said"), REFUSED)
def test_facts_that_cannot_be_are_a_problem_that_names_the_field(client, facts, field, said):
    response = client.post("/v1/meetings/check", content=json.dumps(facts).encode(), headers=JSON)
    problem = response.json()
    assert (response.status_code, problem["status"], problem["field"]) == (422, 422, field)
    assert problem["detail"].startswith(f"{field}: ")
    assert any(each in problem["detail"] for each in said.split("|"))
    assert problem["detail"].isprintable()
    assert len(problem["detail"]) < 400


HOSTILE = [b"", b"x", b"[]", b"3", b'{"attending": ' + b"9" * 5000 + b"}", b"[" * 100_000, b"\xff\xfe", b'"\\ud800"']
HOSTILE += [b'{"as_of": 3}', b'{"lang": "fr"}', b'{"lang": null}', b'{"attending": 1e999}', b'{"attending": NaN}']


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_a_body_that_cannot_be_read_is_a_problem(client, body):
    response = client.post("/v1/meetings/check", content=body, headers=JSON)
    assert (response.status_code, response.headers["content-type"]) in [
        (400, "application/problem+json"),
        (422, "application/problem+json"),
    ]


def test_a_field_is_shown_as_it_can_be_printed(client):
    response = client.post(
        "/v1/meetings/check", content=b'{"\\ud800\\u001b[31m' + b"x" * 10_000 + b'": 1}', headers=JSON
    )
    assert response.status_code == 422
    assert response.json()["field"].startswith("\\ud800\\x1b[31mxxx")
    assert len(response.json()["field"]) < 100


MEETINGS = [
    {**more, "committee": committee, "date": day, "lang": lang, "as_of": as_of}
    for committee, day in [
        ("ai-committee", "2025-08-01"),
        ("ai-committee", "2026-03-10"),
        ("smart-city-committee", "2019-06-01"),
        ("smart-city-committee", "2026-03-10"),
        ("smart-city-subcommittee", "2026-03-10"),
        ("informatization-strategy-committee", "2018-06-01"),
        ("smart-city-consultative-council", "2026-03-10"),
    ]
    for more, lang, as_of in [
        (CARRIED, "ko", "2026-03-10"),
        ({"on_register": 12, "attending": 7, "excluded_attending": 1, "convened_by": "members"}, "en", "2026-03-10"),
        ({"on_register": 99, "attending": 60, "format": "written", "notice_days": 3}, "ko", "2018-06-01"),
    ]
]


@pytest.mark.parametrize("texts", ["assistant", "official"])
def test_every_citation_resolves_and_its_quote_is_verbatim(request, texts):
    with TestClient(create_app(request.getfixturevalue(texts), today=lambda: DAY)) as client:
        checked = 0
        for facts in MEETINGS:
            told = check(client, **facts).json()
            below = [each for one in told["checks"] + told["notes"] for each in one["citations"]]
            assert {each["n"]: each for each in below} == {each["n"]: each for each in told["citations"]}
            for citation in told["citations"]:
                shown = client.get(f"/v1/provisions/{citation['id']}").json()
                assert (shown["id"], citation["url"]) == (citation["id"], f"/v1/provisions/{citation['id']}")
                words = {each["lang"]: fold(each["text"]) for each in shown["renditions"]}
                quotes = [citation, citation["counterpart"]] if citation["counterpart"] else [citation]
                assert [each for each in quotes if fold(each["quote"]) not in words[each["lang"]]] == []
                checked += len(quotes)
    assert checked > 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b'{"attending": 8, "on_register": 15, "attending": 9}', "attending"),
        (b'{"attending": 8, "\\u0061ttending": 8}', "attending"),
        (b'{"as_of": "2026-03-10", "as_of": "2026-03-11"}', "as_of"),
        (b'{"\\u001b[31m": 1, "\\u001b[31m": 1}', "\\x1b[31m"),
    ],
)
def test_a_fact_that_is_given_twice_is_a_problem_that_names_it(client, body, field):
    response = client.post("/v1/meetings/check", content=body, headers=JSON)
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert (response.json()["field"], "given twice" in response.json()["detail"]) == (field, True)


def test_the_documents_name_every_fact_and_give_examples_that_work(client):
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    told = schemas["MeetingRequest"]
    assert set(told["properties"]) == {*FIELDS, "as_of", "lang"}
    assert told["additionalProperties"] is False
    assert len(told["examples"]) >= 3
    assert [each for each in told["examples"] if check(client, **each).status_code != 200] == []

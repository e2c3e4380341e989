"""No door shows, logs or hands on the personal data that a question or request held; every number is made up."""

import json
from datetime import date

import pytest
from fastapi.testclient import TestClient

from api.access_log import loggable
from api.app import create_app
from api.failures import sayable

RESIDENT, PHONE, MAIL = "900101-1234567", "010-9876-5432", "hong.gildong@example.com"
EVERY = (RESIDENT, PHONE, MAIL)
ASKED = f"저는 {RESIDENT}, {PHONE}, {MAIL}입니다. 인공지능위원회는 누가 소집하나요?"


@pytest.fixture(scope="module")
def client(assistant):
    with TestClient(create_app(assistant, lambda: date(2026, 3, 10)), raise_server_exceptions=False) as client:
        yield client


def held(text: str) -> list[str]:
    """The personal data that a text holds."""
    return [each for each in EVERY if each in text or each in text.replace("\\", "")]


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/meetings/check"])
@pytest.mark.parametrize("name", ["question", "committee", "on_register", "as_of", "lang", RESIDENT, PHONE, MAIL])
def test_an_answer_or_refusal_over_http_holds_none(client, path, name):
    response = client.post(path, json={"question": ASKED, name: ASKED})
    assert response.status_code in (200, 422)
    assert held(response.text) == []


@pytest.mark.parametrize("address", EVERY)
@pytest.mark.parametrize(
    "path", ["/v1/search?q={}&work={}", "/v1/provisions/{}", "/v1/provisions/seoul-ai-ordinance/{}"]
)
def test_an_address_with_some_is_answered_without(client, path, address):
    assert held(client.get(path.replace("{}", address)).text) == []


def test_the_answer_tells_that_some_was_masked(client):
    answer = client.post("/v1/ask", json={"question": ASKED}).json()
    assert answer["question"] == ("저는 [주민등록번호], [전화번호], [이메일]입니다. 인공지능위원회는 누가 소집하나요?")
    assert answer["citations"][0]["id"] == "seoul-ai-ordinance@2025-09-29/art-14/para-1"
    assert "personal_data" in [each["code"] for each in answer["warnings"]]


def test_lines_of_questions_and_of_errors_hold_none(here):
    lines = [{"question": ASKED}, {"question": ASKED, RESIDENT: 1}, {"question": 1, PHONE: MAIL}, {"as_of": ASKED}]
    ran = here("ask", "-", stdin="\n".join(json.dumps(each) for each in lines).encode())
    assert len(ran.rows) == len(lines)
    assert held(ran.out) + held(ran.err) == []


def test_lines_of_meetings_and_of_errors_hold_none(here):
    lines = [{RESIDENT: 1}, {"committee": MAIL}, {"on_register": PHONE}, {"date": RESIDENT}]
    ran = here("meeting", "-", stdin="\n".join(json.dumps(each) for each in lines).encode())
    assert [set(each) for each in ran.rows] == [{"error", "field"}] * len(lines)
    assert held(ran.out) + held(ran.err) == []


@pytest.mark.parametrize(
    "call",
    [
        ["ask", ASKED],
        ["ask", "--json", ASKED],
        ["search", ASKED],
        ["search", "--work", MAIL, "위원회"],
        ["show", RESIDENT],
        ["history", MAIL],
        ["meeting", "--committee", MAIL],
        ["meeting", "--on-register", PHONE],
        ["ask", "--lang", RESIDENT, "위원회"],
        [PHONE],
    ],
)
def test_no_command_says_it_back(here, call):
    ran = here(*call)
    assert ran.out or ran.err
    assert held(ran.out) + held(ran.err) == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_record_holds_none(here, tmp_path, form):
    file = tmp_path / f"record.{form}"
    ran = here("meeting", "--on-register", "15", "--attending", "8", "--in-favor", "5", "--record", file)
    assert ran.code == 0
    assert held(file.read_text(encoding="utf-8")) == []
    refused = here("meeting", "--on-register", PHONE, "--record", tmp_path / f"other.{form}")
    assert (refused.code, held(refused.err), list(tmp_path.glob("other*"))) == (2, [], [])


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/v1/works", "/v1/works"),
        ("/v1/search?q=010-9876-5432", "/v1/search?…"),
        ("/v1/search?q=%ED%95%9C&work=x", "/v1/search?…"),
        ("/v1/provisions/seoul-ai-ordinance@2025-09-29/art-14", "/v1/provisions/seoul-ai-ordinance@2025-09-29/art-14"),
        ("/v1/provisions/900101-1234567", "/v1/provisions/%5Bresident%20registration%20number%5D"),
        ("/v1/provisions/900101%2D1234567", "/v1/provisions/%5Bresident%20registration%20number%5D"),
        ("/a%0Ab/010-9876-5432", "/a%0Ab/%5Bphone%20number%5D"),
    ],
)
def test_the_log_tells_what_was_called_and_not_what_was_asked(path, shown):
    assert loggable(path) == shown


def test_a_running_server_logs_no_question(serve, home):
    process, client, log = serve(home)
    assert client.get("/v1/search", params={"q": ASKED}).status_code == 200
    assert client.get(f"/v1/provisions/{RESIDENT}").status_code == 422
    assert client.post("/v1/ask", json={"question": ASKED}).status_code == 200
    assert client.post("/v1/ask", content=ASKED.encode()).status_code == 422
    process.terminate()
    process.wait()
    logged = log.read_text(encoding="utf-8")
    assert '"GET /v1/search?… HTTP/1.1" 200' in logged
    assert '"POST /v1/ask HTTP/1.1" 200' in logged
    assert held(logged) == []
    assert [each for each in ("%EC", "q=", "인공지능위원회", "gildong") if each in logged] == []


def test_an_error_is_one_line_whatever_it_tells_of():
    said = sayable(f"found \x1b[31m{PHONE}\x1b[0m\nand \u202emore\udc80")
    assert said == r"found \u001b[31m[phone number]\u001b[0m\nand \u202emore\udc80"

"""`jorye sync` against a real server."""

import os
import signal
import subprocess
from functools import partial

import pytest
from register_server import KEY, PAGE, Held, fails, is_fine, says, sleeps

import api.sync
from ingest.open_api import OpenApi
from rag.settings import Settings

CITY = "서울특별시 스마트도시 및 정보화 조례"
HELD = [
    Held("2000663", "1", CITY, "20250929", "9889", "타법개정", count=30),
    Held("2254786", "2", "서울특별시 인공지능 기본조례", "20250929", "9834", "타법개정", count=15),
    Held("2004796", "3", "서울특별시 각종 위원회의 설치ㆍ운영에 관한 조례", "20250103", "9487"),
    Held("2256452", "4", "서울특별시 인공지능윤리 기반 조성에 관한 조례", "20250929", "9834", "제정"),
]
FORMS = [KEY, "hong.gildong", "%ED%82%A4", "wrong-key"]


def synchronising(run_jorye, register, home):
    def run(*arguments, **variables):
        settings = {"JORYE_HOME": home, "JORYE_LAW_GO_KR_KEY": KEY, "JORYE_LAW_GO_KR_URL": register.url}
        ran = run_jorye("sync", *arguments, **settings | variables)
        assert [form for form in FORMS if form in ran.out + ran.err] == []
        return ran

    return run


@pytest.fixture
def by_process(jorye, register, tmp_path):
    """Runs `jorye sync` with the server; the home is `tmp_path`."""
    register.held = list(HELD)
    return synchronising(jorye, register, tmp_path)


@pytest.fixture
def synchronise(here, register, tmp_path, monkeypatch):
    """The same in this process, and without the pause that spares the real register."""
    register.held = list(HELD)
    monkeypatch.setattr(api.sync, "OpenApi", partial(OpenApi, pause=0))
    return synchronising(here, register, tmp_path)


def test_sync_stores_the_texts_of_the_works_at_hand_and_says_how_many(by_process, synchronise, tmp_path):
    ran = by_process()
    assert (ran.code, ran.out, ran.err) == (0, "4 texts are new, 0 unchanged.\n", "")
    assert len([*tmp_path.glob("law/*.xml")]) == 4
    again = synchronise()
    assert (again.code, again.out) == (0, "0 texts are new, 4 unchanged.\n")


def test_after_sync_the_official_text_is_shown_and_asked_of(synchronise, here, tmp_path):
    synchronise("스마트도시 조례")
    shown = here("show", "seoul-smart-city-ordinance/art-1/para-1", "--as-of", "2026-03-10", JORYE_HOME=tmp_path)
    assert "30명까지 둔다." in shown.out
    assert "공식 본문" in shown.out
    asked = here("ask", "--as-of", "2026-03-10", "스마트도시 조례 제1조제1항", JORYE_HOME=tmp_path)
    assert "30명까지 둔다." in asked.out
    assert "개정되었으므로" not in asked.out


@pytest.mark.parametrize("name", ["AI ordinance", "seoul-ai-ordinance", "서울특별시 인공지능 기본조례"])
def test_one_named_ordinance(synchronise, tmp_path, name):
    assert synchronise(name).out == "1 text is new, 0 unchanged.\n"
    assert [path.name for path in tmp_path.glob("law/*")] == ["2254786_2025-09-29_9834.xml"]


def test_history(synchronise, register, tmp_path):
    register.held.append(Held("2000663", "9", CITY, "20210520", "8006", former=True))
    assert synchronise("--history", CITY).out == "2 texts are new, 0 unchanged.\n"
    assert (tmp_path / "law" / "2000663_2021-05-20_8006.xml").exists()


@pytest.mark.parametrize("key", ["", "  "])
def test_without_a_key_it_says_how_to_get_one(by_process, register, key):
    ran = by_process(JORYE_LAW_GO_KR_KEY=key)
    assert ran.refused(2), ran
    assert "https://open.law.go.kr" in ran.err
    assert "JORYE_LAW_GO_KR_KEY" in ran.err
    assert register.asked == []


def test_a_wrong_key_is_one_line_that_says_what_to_look_at(by_process, content, tmp_path):
    ran = by_process(JORYE_LAW_GO_KR_KEY="wrong-key")
    assert ran.refused(1), ran
    assert "사용자 정보 검증에 실패" in ran.err
    assert content(tmp_path) == {}


@pytest.mark.parametrize("fault", [fails(403), says(PAGE, "text/html"), says("<Law>없음</Law>"), says("<LawService>")])
def test_a_refusal_is_one_line(synchronise, register, fault, tmp_path, content):
    register.faults = [is_fine, fault]
    ran = synchronise("AI ordinance")
    assert ran.refused(1), ran
    assert "National Law Information Center" in ran.err
    assert content(tmp_path) == {}


def test_an_address_that_is_none_is_one_line(synchronise):
    ran = synchronise(JORYE_LAW_GO_KR_URL="law.go.kr")
    assert ran.refused(2), ran


def test_what_is_left_out_is_told_and_the_rest_is_stored(synchronise, register, tmp_path):
    register.amend("2", words="글\n① 또")
    ran = synchronise()
    assert (ran.code, ran.out) == (1, "3 texts are new, 0 unchanged.\n")
    assert ran.err.count("\n") == 1
    assert "Left out: 서울특별시 인공지능 기본조례 (No. 9834)" in ran.err
    assert len([*tmp_path.glob("law/*.xml")]) == 3


def test_no_file_holds_the_key(synchronise, tmp_path):
    synchronise()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files for form in FORMS if form in path.read_text(encoding="utf-8")] == []
    assert [path for path in files for form in FORMS if form in str(path)] == []


def test_a_process_that_is_killed_on_the_way_leaves_the_old_texts(
    synchronise, register, script, environment, tmp_path, content
):
    synchronise()
    before = content(tmp_path)
    register.held = [Held(each.register_id, each.serial, each.name, each.day, each.number, count=99) for each in HELD]
    register.faults = [*[is_fine] * 6, sleeps]
    asked = len(register.asked)
    variables = {"JORYE_HOME": tmp_path, "JORYE_LAW_GO_KR_KEY": KEY, "JORYE_LAW_GO_KR_URL": register.url}
    process = subprocess.Popen(
        [script, "sync"],
        env=environment | {name: os.fspath(value) for name, value in variables.items()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
    )
    while len(register.asked) < asked + 7:
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    register.released.set()
    assert content(tmp_path) == before
    assert synchronise().out == "4 texts are new, 0 unchanged.\n"


def test_a_home_that_cannot_be_written_is_one_line(synchronise, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    ran = synchronise("AI ordinance", JORYE_HOME=tmp_path / "file")
    assert ran.refused(1), ran
    assert "JORYE_HOME" in ran.err


def test_settings_are_printed_without_the_key():
    settings = Settings.from_environment({"JORYE_LAW_GO_KR_KEY": f" {KEY} "})
    assert settings.law_go_kr_key == KEY
    assert KEY not in repr(settings)

"""Synchronising against a real server: what is fetched, what is stored, and what an interruption leaves."""

import os
from datetime import date

import pytest
from filelock import FileLock
from register_server import KEY, NO_TEXT, Held, fails, is_fine, resets, says

from corpus.errors import RegisterError, StorageError
from corpus.identifiers import ProvisionId
from corpus.manifest import load_works
from ingest.law_store import adopt
from ingest.open_api import OpenApi
from ingest.reading import read_law
from ingest.sync import Synced, Wanted, sync, wanted_of

TODAY = date(2026, 3, 10)
ONE, TWO = "서울특별시 견본 위원회 조례", "서울특별시 딴 견본 조례"
NOW = Held("77", "5003", ONE, "20250101", "9100", count=30)
BEFORE = Held("77", "5002", ONE, "20220101", "8000", count=25, former=True)
FIRST = Held("77", "5001", "서울특별시 예전 견본 조례", "20190101", "7000", "제정", count=20, former=True)
OTHER = Held("88", "6001", TWO, "20230601", "8888")
NAMESAKE = Held("99", "6002", f"{ONE} 시행규칙", "20230601", "4000")
WANTED = (Wanted((ONE, "서울특별시 예전 견본 조례"), "77"), Wanted((TWO,), "88"))


@pytest.fixture
def run(register, tmp_path):
    """Synchronises with the server: `run(wanted, history=True)`; the home is `tmp_path`."""
    register.held = [NAMESAKE, NOW, BEFORE, FIRST, OTHER]

    def synchronise(wanted=WANTED, **options):
        with OpenApi(register.url, KEY, timeout=0.5, sleep=lambda _: None) as api:
            return sync(api, wanted, tmp_path, TODAY, **options)

    return synchronise


def stored(home):
    return sorted(path.name for path in (home / "law").iterdir()) if (home / "law").exists() else None


def test_the_current_texts_of_the_works_are_stored_by_id_day_and_number(run, tmp_path):
    assert run() == Synced(2, 0)
    assert stored(tmp_path) == ["77_2025-01-01_9100.xml", "88_2023-06-01_8888.xml"]
    assert (tmp_path / "law" / "77_2025-01-01_9100.xml").read_text(encoding="utf-8") == NOW.text


def test_what_is_stored_is_read_from_then_on(run, tmp_path):
    run()
    law = read_law([tmp_path / "law"])
    key = law.dated(ProvisionId.parse("ordinance-77/art-1/para-1"), TODAY)
    assert law.provision(key).renditions[0].text == "위원은 30명까지 둔다."
    assert law.work("ordinance-77").name_ko == ONE


def test_a_second_time_nothing_is_new(run, tmp_path):
    run()
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "law").iterdir()}
    assert run() == Synced(0, 2)
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "law").iterdir()} == before


def test_a_text_that_the_register_has_mended_is_new_under_the_same_name(run, register, tmp_path):
    run()
    register.amend("5003", count=31)
    assert run() == Synced(1, 1)
    assert "31명" in (tmp_path / "law" / "77_2025-01-01_9100.xml").read_text(encoding="utf-8")
    assert len(stored(tmp_path)) == 2


def test_a_new_version_is_stored_beside_the_old(run, register, tmp_path):
    run()
    register.amend("5003", former=True)
    register.held.append(Held("77", "5004", ONE, "20260201", "9900", count=35))
    assert run() == Synced(1, 1)
    assert stored(tmp_path)[:2] == ["77_2025-01-01_9100.xml", "77_2026-02-01_9900.xml"]


def test_a_text_taken_in_from_a_file_gives_way_to_that_of_the_register(run, tmp_path):
    given = tmp_path / "given"
    given.mkdir()
    (given / "x.xml").write_text(NOW.text.replace("30명", "29명"), encoding="utf-8")
    assert adopt(tmp_path, given) == 1
    (tmp_path / "law" / "77_2025-01-01_9100.xml").rename(tmp_path / "law" / "77_2025-01-01_9100.md")
    assert run(WANTED[:1]) == Synced(1, 0)
    assert stored(tmp_path) == ["77_2025-01-01_9100.xml"]
    assert (adopt(tmp_path, given), adopt(tmp_path, given)) == (1, 0)


def test_history_fetches_what_the_register_lists_as_former_under_every_name(run, register, tmp_path):
    assert run(WANTED[:1], history=True) == Synced(3, 0)
    assert stored(tmp_path) == ["77_2019-01-01_7000.xml", "77_2022-01-01_8000.xml", "77_2025-01-01_9100.xml"]
    law = read_law([tmp_path / "law"])
    key = ProvisionId.parse("ordinance-77/art-1/para-1")
    said = [law.provision(law.dated(key, date(year, 6, 1))).renditions[0].text for year in (2020, 2023, 2025)]
    assert said == ["위원은 20명까지 둔다.", "위원은 25명까지 둔다.", "위원은 30명까지 둔다."]
    assert law.work("ordinance-77").name("ko", date(2019, 1, 1)) == "서울특별시 예전 견본 조례"
    assert {asked["query"] for asked in register.asked if asked.get("nw") == "2"} == set(WANTED[0].names)


def test_a_version_that_takes_effect_later_is_fetched_with_the_one_in_force(run, register, tmp_path):
    register.held.append(Held("77", "5009", ONE, "20270101", "9999", count=40))
    assert run(WANTED[:1]) == Synced(2, 0)
    work = read_law([tmp_path / "law"]).work("ordinance-77")
    assert (work.in_force(TODAY).number, work.versions[-1].number) == ("9100", "9999")


def test_of_many_with_the_name_the_one_with_the_id_is_taken_page_by_page(run, register):
    register.held = [Held(str(n), str(n), f"{ONE} {n}", "20250101", "1") for n in range(1000, 1150)] + [NOW]
    assert run(WANTED[:1]) == Synced(1, 0)
    assert [asked["MST"] for asked in register.asked if "MST" in asked] == ["5003"]


def test_a_name_the_works_do_not_know_is_found_whole(run, tmp_path):
    assert run([Wanted(("서울특별시 딴견본조례",))]) == Synced(1, 0)
    assert stored(tmp_path) == ["88_2023-06-01_8888.xml"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "견본",
            "No one ordinance of Seoul is called 견본; there are 서울특별시 견본 위원회 조례 시행규칙, 서울특별시",
        ),
        ("없는 이름", "No one ordinance of Seoul is called 없는 이름"),
    ],
)
def test_a_name_that_is_none_or_several_is_left_out_and_told(run, tmp_path, name, said):
    synced = run([Wanted((name,)), WANTED[1]])
    assert (synced.new, len(synced.left_out)) == (1, 1)
    assert said in synced.left_out[0]
    assert stored(tmp_path) == ["88_2023-06-01_8888.xml"]


def test_a_part_of_a_name_that_only_one_bears_is_enough(run, tmp_path):
    assert run([Wanted(("딴 견본",))]) == Synced(1, 0)
    assert stored(tmp_path) == ["88_2023-06-01_8888.xml"]


def test_a_work_that_is_not_in_the_register_is_left_out_and_told(run):
    synced = run([Wanted(("서울특별시 사라진 조례",), "55"), WANTED[1]])
    assert synced == Synced(1, 0, ("서울특별시 사라진 조례 is not in the register of Seoul under that name",))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"day": "20250230"}, "시행일자 is '20250230'"),
        ({"words": "글\n##### 아님\n① 또\n① 또"}, "begins again"),
        ({"extra": "<조문><조 조문번호='000900'><조내용>제8조(다름) 글</조내용></조></조문>"}, "is Article 9, but"),
    ],
)
def test_a_text_that_could_not_be_read_is_left_out_and_the_others_are_stored(run, register, tmp_path, changes, said):
    register.amend("5003", **changes)
    synced = run()
    assert (synced.new, len(synced.left_out)) == (1, 1)
    assert said in synced.left_out[0]
    assert stored(tmp_path) == ["88_2023-06-01_8888.xml"]


def test_a_repealed_ordinance_is_known_as_such(run, register, tmp_path):
    register.amend("5003", kind="폐지", words="이 조례를 없앤다.")
    run(WANTED[:1], history=True)
    work = read_law([tmp_path / "law"]).work("ordinance-77")
    assert [(version.kind, version.held) for version in work.versions][-1] == ("repeal", False)


@pytest.mark.parametrize(
    "faults",
    [
        [fails(404)],
        [is_fine, is_fine, is_fine, fails(403)],
        [is_fine, is_fine, is_fine, says(NO_TEXT)],
        [is_fine, is_fine, is_fine, says("<LawService>")],
        [is_fine, is_fine, is_fine, *[resets] * 9],
        [is_fine, is_fine, is_fine, says(OTHER.text.replace("88", "89"))],
        [is_fine, is_fine, is_fine, says(NOW.text)],
    ],
    ids=range(7),
)
def test_a_failure_on_the_way_leaves_everything_as_it_was(run, register, tmp_path, content, faults):
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "77_2025-01-01_9100.xml").write_text("old", encoding="utf-8")
    before = content(tmp_path)
    register.faults = faults
    with pytest.raises(RegisterError):
        run()
    assert content(tmp_path) == before


def test_another_text_than_was_asked_for_is_told(run, register):
    register.faults = [is_fine, is_fine, says(OTHER.text)]
    with pytest.raises(RegisterError, match=r"asked for 77 / 5003, but sent 88 / 6001"):
        run()


@pytest.mark.parametrize("at", range(1, 4))
def test_an_interruption_between_two_requests_leaves_everything_as_it_was(run, register, tmp_path, content, at):
    run()
    register.amend("5003", count=31)
    register.amend("6001", count=7)
    before, asked = content(tmp_path), len(register.asked)

    def interrupted(_):
        if len(register.asked) - asked == at:
            raise KeyboardInterrupt

    with OpenApi(register.url, KEY, sleep=interrupted) as api, pytest.raises(KeyboardInterrupt):
        sync(api, WANTED, tmp_path, TODAY)
    assert content(tmp_path) == before
    assert run() == Synced(2, 0)


@pytest.mark.parametrize(("call", "at"), [("fsync", 1), ("fsync", 2), ("replace", 1), ("replace", 2)])
def test_an_interruption_while_storing_leaves_each_text_whole(run, register, tmp_path, monkeypatch, call, at):
    run()
    old = {name: (tmp_path / "law" / name).read_bytes() for name in stored(tmp_path)}
    register.amend("5003", count=31)
    register.amend("6001", count=7)
    calls, real = [], getattr(os, call)

    def interrupted(*arguments, **options):
        calls.append(arguments)
        if len(calls) == at:
            raise KeyboardInterrupt
        return real(*arguments, **options)

    monkeypatch.setattr(os, call, interrupted)
    with pytest.raises(KeyboardInterrupt):
        run()
    monkeypatch.undo()
    new = {"77_2025-01-01_9100.xml": register.held[1].text, "88_2023-06-01_8888.xml": register.held[4].text}
    found = {name: (tmp_path / "law" / name).read_bytes() for name in old}
    assert [name for name in old if found[name] not in (old[name], new[name].encode())] == []
    assert sum(found[name] != old[name] for name in old) == (at - 1 if call == "replace" else 0)
    assert read_law([tmp_path / "law"])


def test_what_a_killed_process_left_half_written_is_swept_and_never_read(run, tmp_path):
    run()
    (tmp_path / "law" / ".syncing-1-77_2025-01-01_9100.xml").write_text("<LawServ", encoding="utf-8")
    assert read_law([tmp_path / "law"]).work("ordinance-77")
    (tmp_path / "law" / "77_2025-01-01_9100.xml").unlink()
    assert run() == Synced(1, 1)
    assert stored(tmp_path) == ["77_2025-01-01_9100.xml", "88_2023-06-01_8888.xml"]


def test_a_disk_that_fails_in_the_middle_leaves_the_old_texts(run, register, tmp_path, content, monkeypatch):
    run()
    register.amend("5003", count=31)
    register.amend("6001", count=7)
    before = content(tmp_path)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match=r"No space left on device\. Set JORYE_HOME"):
        run()
    monkeypatch.undo()
    assert {name: each for name, each in content(tmp_path).items() if ".syncing-" not in name} == before
    assert run() == Synced(2, 0)
    assert len(stored(tmp_path)) == 2


def test_two_at_a_time_do_not_write_at_once(run, tmp_path):
    with FileLock(tmp_path / "law.lock"), pytest.raises(StorageError, match="Another process stores texts"):
        run()
    assert stored(tmp_path) == []


def test_a_home_that_is_a_file(register, tmp_path):
    register.held = [NOW]
    (tmp_path / "file").write_bytes(b"")
    with OpenApi(register.url, KEY, sleep=lambda _: None) as api, pytest.raises(StorageError, match="JORYE_HOME"):
        sync(api, WANTED[:1], tmp_path / "file", TODAY)


def test_the_key_is_in_no_file(run, register, tmp_path):
    link = f"<자치법규상세링크>/DRF/lawService.do?OC={KEY}</자치법규상세링크>".replace("&", "&amp;").replace(
        "<키", "&lt;키"
    )
    register.amend("5003", extra=link + "<요청>hong.gildong+시험&amp;&lt;키&gt;</요청>")
    run(history=True)
    files = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 5
    assert [text for text in files if "hong.gildong" in text] == []
    assert run(history=True) == Synced(0, 4)


def test_the_ordinances_of_the_package_are_wanted_by_their_ids_and_all_their_names():
    wanted = {each.register_id: each.names for each in wanted_of(load_works(), ())}
    assert set(wanted) == {"2254786", "2000663", "2004796", "2256452"}
    assert wanted["2000663"] == ("서울특별시 스마트도시 및 정보화 조례", "서울특별시 정보화 기본조례")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("AI 조례", ["2254786"]),
        ("ai ordinance", ["2254786"]),
        ("seoul-ai-ordinance", ["2254786"]),
        ("2254786", ["2254786"]),
        ("「서울특별시 각종 위원회의 설치·운영에 관한 조례」", ["2004796"]),
        ("서울특별시 도로 조례", [""]),
        (" ", ["2254786", "2000663", "2004796", "2256452"]),
    ],
)
def test_names_are_those_of_the_works_at_hand_or_taken_as_they_are(name, ids):
    assert [each.register_id for each in wanted_of(load_works(), [name])] == ids


def test_a_work_named_twice_is_wanted_once():
    assert len(wanted_of(load_works(), ["AI 조례", "seoul-ai-ordinance"])) == 1

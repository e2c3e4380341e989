import json
import os
import shutil
from contextlib import nullcontext

import pytest
from filelock import FileLock

import ingest.index
from corpus.errors import DamagedIndexError, StorageError
from corpus.glossary import Term
from corpus.identifiers import ProvisionId
from ingest.index import Contents, build_index, open_index
from ingest.passages import Passage
from ingest.vectors import nearest

MEND = "jorye ingest --rebuild"


def _passage(text, context="「조례」", lang="ko"):
    return Passage(ProvisionId.parse("an-ordinance@2025-09-29/art-14/para-2"), lang, 0, text, context)


def _term(*ko):
    return Term(ko, ("quorum", "majorities"), "meeting", (), "")


PASSAGES = (
    _passage("위원회의 회의는 재적위원 과반수의 출석으로 개의한다."),
    _passage("출석위원 과반수의 찬성으로 의결한다."),
    _passage("A meeting is opened by the majority of the members.", "Ordinance", "en"),
)
OLD = Contents(PASSAGES, (_term("정족수"),))
NEW = Contents((*PASSAGES, _passage("위원장은 회의를 소집한다.")), (_term("정족수"),))


def same(passages, _total):
    return passages


def _state(folder):
    return {each.relative_to(folder): (each.stat().st_mtime_ns, each.stat().st_size) for each in folder.rglob("*")}


@pytest.fixture
def home(tmp_path, morphemes):
    """A data directory with the index of OLD."""
    build_index(tmp_path / "home", OLD, morphemes, None, same)
    return tmp_path / "home"


def _folder(home):
    (folder,) = (each for each in (home / "index").iterdir() if not each.name.startswith("."))
    return folder


def test_what_was_built_is_opened(home, morphemes):
    index = open_index(home, OLD)
    assert index.passages == PASSAGES
    assert index.words == tuple(morphemes.words(f"{each.context} {each.text}") for each in PASSAGES)
    assert index.term_words == ((("정족수",), ("quorum",), ("major",)),)
    assert index.vectors is None


def test_the_lexical_index_finds_the_passage_with_the_words(home, morphemes):
    scores = open_index(home, OLD).lexical.get_scores(list(morphemes.words("의결하려면 찬성은 얼마나")))
    assert max(range(len(PASSAGES)), key=scores.__getitem__) == 1


def test_progress_is_told_of_every_passage(tmp_path, morphemes):
    seen = []

    def follow(passages, total):
        for each in passages:
            seen.append((each, total))
            yield each

    build_index(tmp_path, OLD, morphemes, None, follow)
    assert seen == [(each, 3) for each in PASSAGES]


@pytest.mark.parametrize(
    "other",
    [
        NEW,
        Contents(PASSAGES[:2], OLD.terms),
        Contents(PASSAGES[::-1], OLD.terms),
        Contents((*PASSAGES[:2], _passage(PASSAGES[2].text, "Other", "en")), OLD.terms),
        Contents((*PASSAGES[:2], _passage(PASSAGES[2].text, "Ordinance", "ko")), OLD.terms),
        Contents(PASSAGES, (_term("의사정족수"),)),
        Contents(PASSAGES, ()),
        Contents(PASSAGES, OLD.terms, "a-model"),
    ],
)
def test_the_index_of_other_contents_is_not_used(home, other):
    assert other.fingerprint != OLD.fingerprint
    assert open_index(home, other) is None


def test_the_same_contents_have_the_same_fingerprint(home, morphemes):
    again = Contents(tuple(_passage(each.text, each.context, each.lang) for each in PASSAGES), (_term("정족수"),))
    assert again.fingerprint == OLD.fingerprint == _folder(home).name
    build_index(home, again, morphemes, None, same)
    assert open_index(home, OLD).words == open_index(home, again).words


@pytest.mark.parametrize("package", ["kiwipiepy", "kiwipiepy_model", "bm25s", "snowballstemmer"])
def test_another_version_of_what_makes_the_words_is_another_index(monkeypatch, package):
    before, real = OLD.fingerprint, ingest.index.version
    for module in (ingest.index, ingest.morphemes):
        monkeypatch.setattr(module, "version", lambda name: "0" if name == package else real(name))
    assert OLD.fingerprint != before


def test_no_index_yet(tmp_path):
    assert open_index(tmp_path / "nowhere", OLD) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["words.jsonl", "terms.json", "bm25/vocab.index.json", "bm25/data.csc.index.npy"])
@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_a_damaged_file_is_named_with_the_command_that_mends(home, name, damage):
    path = _folder(home) / name
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:] if damage == "changed" else data[:-1])
    with pytest.raises(DamagedIndexError) as caught:
        open_index(home, OLD)
    assert str(caught.value).startswith(f"{name} in ")
    assert MEND in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "manifest",
    [None, b"", b"{", b"null", b"[]", b"{}", b"\xff", b'{"files": null}', b'{"files": []}', b'{"files": "x"}'],
)
def test_a_missing_or_broken_manifest_is_named(home, manifest):
    path = _folder(home) / "manifest.json"
    if manifest is None:
        path.unlink()
    else:
        path.write_bytes(manifest)
    with pytest.raises(DamagedIndexError, match=rf"manifest\.json.*{MEND}"):
        open_index(home, OLD)


def test_a_damaged_index_can_be_built_again(home, morphemes):
    (_folder(home) / "words.jsonl").write_text("")
    build_index(home, OLD, morphemes, None, same)
    assert len(open_index(home, OLD).words) == 3


def test_the_manifest_has_a_checksum_of_every_file(home):
    folder = _folder(home)
    files = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert set(json.loads((folder / "manifest.json").read_text())["files"]) == files - {"manifest.json"}


def test_a_home_that_is_a_file_is_told_in_one_line(tmp_path, morphemes):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="JORYE_HOME") as caught:
        build_index(tmp_path / "file", OLD, morphemes, None, same)
    assert str(tmp_path / "file") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_second_builder_is_refused_and_the_index_stays(home, morphemes):
    before = _state(home / "index")
    with FileLock(home / "index.lock"), pytest.raises(StorageError, match="Another process is building"):
        build_index(home, NEW, morphemes, None, same)
    assert _state(home / "index") == before
    assert open_index(home, OLD) is not None


def test_what_a_killed_build_left_is_swept(home, morphemes):
    (home / "index" / ".building-1").mkdir()
    (home / "index" / ".building-1" / "words.jsonl").write_text("[]")
    assert open_index(home, OLD) is not None
    build_index(home, OLD, morphemes, None, same)
    assert [each.name for each in (home / "index").iterdir()] == [OLD.fingerprint]


def test_a_new_index_stands_beside_the_old_which_others_may_still_read(home, morphemes):
    build_index(home, NEW, morphemes, None, same)
    assert (len(open_index(home, OLD).words), len(open_index(home, NEW).words)) == (3, 4)


def test_only_the_newest_three_are_kept(home, morphemes):
    later = [Contents(PASSAGES[:count], ()) for count in (1, 2, 3)]
    for age, contents in enumerate([OLD, *later]):
        build_index(home, contents, morphemes, None, same)
        os.utime(home / "index" / contents.fingerprint, (1e9 + age, 1e9 + age))
    build_index(home, NEW, morphemes, None, same)
    kept = {NEW.fingerprint, later[2].fingerprint, later[1].fingerprint}
    assert {each.name for each in (home / "index").iterdir()} == kept


@pytest.mark.parametrize("contents", [OLD, NEW], ids=["same contents", "new contents"])
@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
def test_the_old_index_stays_until_the_new_one_is_complete(home, morphemes, contents, error):
    def break_off(passages, _total):
        yield passages[0]
        raise error

    before = _state(_folder(home))
    with pytest.raises(StorageError if error is OSError else error):
        build_index(home, contents, morphemes, None, break_off)
    assert _state(_folder(home)) == before
    assert len(open_index(home, OLD).words) == 3
    assert open_index(home, NEW) is None
    build_index(home, contents, morphemes, None, same)
    assert {each.name for each in (home / "index").iterdir()} == {OLD.fingerprint, contents.fingerprint}


def test_reading_does_not_write(home):
    before = _state(home.parent)
    assert open_index(home, OLD) is not None
    assert open_index(home, NEW) is None
    assert _state(home.parent) == before


def test_vectors_are_found_again_and_missed_when_gone(tmp_path, morphemes):
    contents = Contents(PASSAGES, (), "a-model")
    rows = [[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]]
    build_index(tmp_path, contents, morphemes, lambda _texts: rows, same)
    index = open_index(tmp_path, contents)
    assert nearest(index.vectors, [0.0, 2.0], 2) == {1: pytest.approx(1.0), 2: pytest.approx(0.8)}
    shutil.rmtree(index.vectors)
    with pytest.raises(DamagedIndexError, match=MEND):
        open_index(tmp_path, contents)


def test_who_waits_for_a_builder_takes_what_it_built(home, morphemes, monkeypatch):
    def lock_after_another_built(*_path, **_timeout):
        monkeypatch.undo()
        build_index(home, NEW, morphemes, None, same)
        return nullcontext()

    monkeypatch.setattr(ingest.index, "FileLock", lock_after_another_built)
    build_index(home, NEW, morphemes, None, lambda *_: pytest.fail("built twice"), patience=5)
    assert len(open_index(home, NEW).words) == 4

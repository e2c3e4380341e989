"""Building an index: what is found in it, what damages it, and what stays while another is built."""

import json
import os
from contextlib import nullcontext

import pytest
from filelock import FileLock
from plane import same
from small_index import MEND, NEW, OLD, PASSAGES, folder_of, passage, state, term

import ingest.index
from corpus.errors import DamagedIndexError, StorageError
from ingest.bigrams import bigrams
from ingest.index import Contents, build_index, building, contents, open_index


def _built(home):
    """The fingerprints of what is there, hidden folders as they are."""
    return sorted(each.name.removesuffix("-1") for each in (home / "index").iterdir())


def test_what_was_built_is_opened(words_home, morphemes):
    index = open_index(words_home, OLD)
    assert index.passages == PASSAGES
    assert index.words == tuple(morphemes.words(f"{each.context} {each.text}") for each in PASSAGES)
    assert index.term_words == ((("정족수",), ("quorum",), ("major",)),)
    assert index.ids == tuple(morphemes.ids(f"{each.context} {each.text}") for each in PASSAGES)
    assert index.dense is None


def test_the_lexical_index_finds_the_passage_with_the_words(words_home, morphemes):
    scores = open_index(words_home, OLD).lexical.get_scores(list(morphemes.words("의결하려면 찬성은 얼마나")))
    assert max(range(len(PASSAGES)), key=scores.__getitem__) == 1


def test_the_bigram_index_finds_the_passage_with_the_letters(words_home):
    scores = open_index(words_home, OLD).bigrams.get_scores(bigrams("출석위원과반수"))
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
        Contents((*PASSAGES[:2], passage(PASSAGES[2].text, "Other", "en")), OLD.terms),
        Contents((*PASSAGES[:2], passage(PASSAGES[2].text, "Ordinance", "ko")), OLD.terms),
        Contents(PASSAGES, (term("의사정족수"),)),
        Contents(PASSAGES, ()),
        Contents(PASSAGES, OLD.terms, "a-model"),
    ],
)
def test_the_index_of_other_contents_is_not_used(words_home, other):
    assert other.fingerprint != OLD.fingerprint
    assert open_index(words_home, other) is None


def test_the_same_contents_have_the_same_fingerprint(words_home, morphemes):
    again = Contents(tuple(passage(each.text, each.context, each.lang) for each in PASSAGES), (term("정족수"),))
    assert again.fingerprint == OLD.fingerprint
    assert folder_of(words_home).name == f"{OLD.fingerprint}-1"
    build_index(words_home, again, morphemes, None, same)
    assert open_index(words_home, OLD).words == open_index(words_home, again).words


@pytest.mark.parametrize("package", ["kiwipiepy", "kiwipiepy_model", "bm25s", "PyStemmer"])
def test_another_version_of_what_makes_the_words_is_another_index(monkeypatch, package):
    before, real = OLD.fingerprint, contents.version
    for module in (contents, ingest.morphemes):
        monkeypatch.setattr(module, "version", lambda name: "0" if name == package else real(name))
    assert OLD.fingerprint != before


def test_no_index_yet(tmp_path):
    assert open_index(tmp_path / "nowhere", OLD) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["words.npy", "terms.json", "bm25/vocab.index.json", "bigrams/data.csc.index.npy"])
@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_a_damaged_file_is_named_with_the_command_that_mends(words_home, name, damage):
    path = folder_of(words_home) / name
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:] if damage == "changed" else data[:-1])
    with pytest.raises(DamagedIndexError) as caught:
        open_index(words_home, OLD)
    assert str(caught.value).startswith(f"{name} in ")
    assert MEND in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "manifest",
    [None, b"", b"{", b"null", b"[]", b"{}", b"\xff", b'{"files": null}', b'{"files": {}}', b'{"seal": "x"}'],
)
def test_a_missing_or_broken_manifest_is_named(words_home, manifest):
    path = folder_of(words_home) / "manifest.json"
    if manifest is None:
        path.unlink()
    else:
        path.write_bytes(manifest)
    with pytest.raises(DamagedIndexError, match=rf"manifest\.json.*{MEND}"):
        open_index(words_home, OLD)


def test_a_damaged_index_can_be_built_again(words_home, morphemes):
    damaged = folder_of(words_home)
    (damaged / "words.npy").write_text("")
    build_index(words_home, OLD, morphemes, None, same)
    assert len(open_index(words_home, OLD).words) == 3
    assert folder_of(words_home) != damaged


def test_the_manifest_has_a_checksum_of_every_file(words_home):
    folder = folder_of(words_home)
    files = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    assert set(json.loads((folder / "manifest.json").read_text())["files"]) == files - {"manifest.json"}


def test_a_home_that_is_a_file_is_told_in_one_line(tmp_path, morphemes):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="JORYE_HOME") as caught:
        build_index(tmp_path / "file", OLD, morphemes, None, same)
    assert str(tmp_path / "file") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_second_builder_is_refused_and_the_index_stays(words_home, morphemes):
    before = state(words_home / "index")
    with FileLock(words_home / "index.lock"), pytest.raises(StorageError, match="Another process is building"):
        build_index(words_home, NEW, morphemes, None, same)
    assert state(words_home / "index") == before
    assert open_index(words_home, OLD) is not None


def test_what_a_killed_build_left_is_swept(words_home, morphemes):
    (words_home / "index" / ".building-1").mkdir()
    (words_home / "index" / ".building-1" / "words.npy").write_text("[]")
    assert open_index(words_home, OLD) is not None
    build_index(words_home, OLD, morphemes, None, same)
    assert [each.name for each in (words_home / "index").iterdir()] == [f"{OLD.fingerprint}-2"]


def test_a_new_index_stands_beside_the_old_which_others_may_still_read(words_home, morphemes):
    build_index(words_home, NEW, morphemes, None, same)
    assert (len(open_index(words_home, OLD).words), len(open_index(words_home, NEW).words)) == (3, 4)


def test_only_the_newest_three_are_kept(words_home, morphemes):
    later = [Contents(PASSAGES[:count], ()) for count in (1, 2, 3)]
    for age, each in enumerate([OLD, *later]):
        build_index(words_home, each, morphemes, None, same)
        (folder,) = words_home.glob(f"index/{each.fingerprint}-*")
        os.utime(folder, (1e9 + age, 1e9 + age))
    build_index(words_home, NEW, morphemes, None, same)
    assert _built(words_home) == sorted([NEW.fingerprint, later[2].fingerprint, later[1].fingerprint])


@pytest.mark.parametrize("wanted", [OLD, NEW], ids=["same contents", "new contents"])
@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
def test_the_old_index_stays_until_the_new_one_is_complete(words_home, morphemes, wanted, error):
    def break_off(passages, _total):
        yield passages[0]
        raise error

    before = state(folder_of(words_home))
    with pytest.raises(StorageError if error is OSError else error):
        build_index(words_home, wanted, morphemes, None, break_off)
    assert state(folder_of(words_home)) == before
    assert len(open_index(words_home, OLD).words) == 3
    assert open_index(words_home, NEW) is None
    build_index(words_home, wanted, morphemes, None, same)
    names = {each.name for each in (words_home / "index").iterdir()}
    assert names == ({f"{OLD.fingerprint}-2"} if wanted is OLD else {f"{each.fingerprint}-1" for each in (OLD, NEW)})


def test_reading_does_not_write(words_home):
    before = state(words_home.parent)
    assert open_index(words_home, OLD) is not None
    assert open_index(words_home, NEW) is None
    assert state(words_home.parent) == before


def test_who_waits_for_a_builder_takes_what_it_built(words_home, morphemes, monkeypatch):
    def lock_after_another_built(*_path, **_timeout):
        monkeypatch.undo()
        build_index(words_home, NEW, morphemes, None, same)
        return nullcontext()

    monkeypatch.setattr(building, "FileLock", lock_after_another_built)
    build_index(words_home, NEW, morphemes, None, lambda *_: pytest.fail("built twice"), patience=5)
    assert len(open_index(words_home, NEW).words) == 4


def test_what_was_just_built_is_kept_though_the_clock_went_back(words_home, morphemes):
    for count in (1, 2, 3):
        build_index(words_home, Contents(PASSAGES[:count], ()), morphemes, None, same)
    for folder in (words_home / "index").iterdir():
        os.utime(folder, (4e9, 4e9))
    build_index(words_home, NEW, morphemes, None, same)
    assert open_index(words_home, NEW) is not None

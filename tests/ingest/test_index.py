import json
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import numpy as np
import pytest
from filelock import FileLock
from plane import Plane, same

import ingest.index
from corpus.errors import DamagedIndexError, StorageError
from corpus.glossary import Term
from corpus.identifiers import ProvisionId
from ingest.bigrams import bigrams
from ingest.index import Contents, build_index, building, contents, open_index
from ingest.passages import Passage

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
DENSE = Contents(PASSAGES, (_term("정족수"),), "a-model")
NEW = Contents((*PASSAGES, _passage("위원장은 회의를 소집한다.")), (_term("정족수"),))


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


def _built(home):
    """The fingerprints of what is there, hidden folders as they are."""
    return sorted(each.name.removesuffix("-1") for each in (home / "index").iterdir())


def test_what_was_built_is_opened(home, morphemes):
    index = open_index(home, OLD)
    assert index.passages == PASSAGES
    assert index.words == tuple(morphemes.words(f"{each.context} {each.text}") for each in PASSAGES)
    assert index.term_words == ((("정족수",), ("quorum",), ("major",)),)
    assert index.ids == tuple(morphemes.ids(f"{each.context} {each.text}") for each in PASSAGES)
    assert index.dense is None


def test_the_lexical_index_finds_the_passage_with_the_words(home, morphemes):
    scores = open_index(home, OLD).lexical.get_scores(list(morphemes.words("의결하려면 찬성은 얼마나")))
    assert max(range(len(PASSAGES)), key=scores.__getitem__) == 1


def test_the_bigram_index_finds_the_passage_with_the_letters(home):
    scores = open_index(home, OLD).bigrams.get_scores(bigrams("출석위원과반수"))
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
    assert again.fingerprint == OLD.fingerprint
    assert _folder(home).name == f"{OLD.fingerprint}-1"
    build_index(home, again, morphemes, None, same)
    assert open_index(home, OLD).words == open_index(home, again).words


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
    [None, b"", b"{", b"null", b"[]", b"{}", b"\xff", b'{"files": null}', b'{"files": {}}', b'{"seal": "x"}'],
)
def test_a_missing_or_broken_manifest_is_named(home, manifest):
    path = _folder(home) / "manifest.json"
    if manifest is None:
        path.unlink()
    else:
        path.write_bytes(manifest)
    with pytest.raises(DamagedIndexError, match=rf"manifest\.json.*{MEND}"):
        open_index(home, OLD)


@pytest.mark.parametrize(("said", "changed"), [("a-model", "b-model"), ('"stored": 2', '"stored": 3')])
def test_a_manifest_that_was_changed_is_named(dense_home, said, changed):
    path = _folder(dense_home) / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace(said, changed), encoding="utf-8")
    with pytest.raises(DamagedIndexError, match=rf"manifest\.json.*{MEND}"):
        open_index(dense_home, DENSE)


def test_contents_and_embedding_must_fit(tmp_path, morphemes):
    for wanted, embedding in ((OLD, Plane()), (DENSE, None)):
        with pytest.raises(ValueError, match="cannot be built with"):
            build_index(tmp_path, wanted, morphemes, embedding, same)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_index_can_be_built_again(home, morphemes):
    damaged = _folder(home)
    (damaged / "words.npy").write_text("")
    build_index(home, OLD, morphemes, None, same)
    assert len(open_index(home, OLD).words) == 3
    assert _folder(home) != damaged


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
    (home / "index" / ".building-1" / "words.npy").write_text("[]")
    assert open_index(home, OLD) is not None
    build_index(home, OLD, morphemes, None, same)
    assert [each.name for each in (home / "index").iterdir()] == [f"{OLD.fingerprint}-2"]


def test_a_new_index_stands_beside_the_old_which_others_may_still_read(home, morphemes):
    build_index(home, NEW, morphemes, None, same)
    assert (len(open_index(home, OLD).words), len(open_index(home, NEW).words)) == (3, 4)


def test_only_the_newest_three_are_kept(home, morphemes):
    later = [Contents(PASSAGES[:count], ()) for count in (1, 2, 3)]
    for age, each in enumerate([OLD, *later]):
        build_index(home, each, morphemes, None, same)
        (folder,) = home.glob(f"index/{each.fingerprint}-*")
        os.utime(folder, (1e9 + age, 1e9 + age))
    build_index(home, NEW, morphemes, None, same)
    assert _built(home) == sorted([NEW.fingerprint, later[2].fingerprint, later[1].fingerprint])


@pytest.mark.parametrize("wanted", [OLD, NEW], ids=["same contents", "new contents"])
@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, OSError])
def test_the_old_index_stays_until_the_new_one_is_complete(home, morphemes, wanted, error):
    def break_off(passages, _total):
        yield passages[0]
        raise error

    before = _state(_folder(home))
    with pytest.raises(StorageError if error is OSError else error):
        build_index(home, wanted, morphemes, None, break_off)
    assert _state(_folder(home)) == before
    assert len(open_index(home, OLD).words) == 3
    assert open_index(home, NEW) is None
    build_index(home, wanted, morphemes, None, same)
    names = {each.name for each in (home / "index").iterdir()}
    assert names == ({f"{OLD.fingerprint}-2"} if wanted is OLD else {f"{each.fingerprint}-1" for each in (OLD, NEW)})


def test_reading_does_not_write(home):
    before = _state(home.parent)
    assert open_index(home, OLD) is not None
    assert open_index(home, NEW) is None
    assert _state(home.parent) == before


def test_who_waits_for_a_builder_takes_what_it_built(home, morphemes, monkeypatch):
    def lock_after_another_built(*_path, **_timeout):
        monkeypatch.undo()
        build_index(home, NEW, morphemes, None, same)
        return nullcontext()

    monkeypatch.setattr(building, "FileLock", lock_after_another_built)
    build_index(home, NEW, morphemes, None, lambda *_: pytest.fail("built twice"), patience=5)
    assert len(open_index(home, NEW).words) == 4


@pytest.fixture
def dense_home(tmp_path, morphemes):
    """A data directory with the index of DENSE."""
    build_index(tmp_path / "dense", DENSE, morphemes, Plane(), same)
    return tmp_path / "dense"


def test_vectors_are_found_by_their_cosine(dense_home):
    dense = open_index(dense_home, DENSE).dense
    assert dense.nearest([0.0, 2.0], 2) == {1: pytest.approx(1.0), 0: pytest.approx(0.0)}
    assert dense.nearest([3.0, 3.0], 5) == {0: pytest.approx(0.5**0.5), 1: pytest.approx(0.5**0.5)}
    assert dense.nearest([1.0, 0.0], 0) == {}


def test_the_moments_are_those_of_the_stored_vectors(dense_home):
    """A text that the embedding says nothing of (a vector of length 0) is not stored."""
    moments = open_index(dense_home, DENSE).dense.moments
    stored = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert np.allclose(moments.mean, stored.mean(axis=0))
    assert np.allclose(moments.covariance, np.cov(stored.T, bias=True))
    assert {each.dtype for each in moments} == {np.dtype(np.float32)}


def test_nothing_to_store_is_nothing_to_find(tmp_path, morphemes):
    only_english = Contents(PASSAGES[2:], (), "a-model")
    build_index(tmp_path, only_english, morphemes, Plane(), same)
    assert open_index(tmp_path, only_english).dense.nearest([1.0, 1.0], 3) == {}


def test_texts_that_are_equal_are_embedded_once_and_found_together(tmp_path, morphemes):
    twice = Contents((*PASSAGES, PASSAGES[1]), (), "a-model")
    plane = Plane()
    build_index(tmp_path, twice, morphemes, plane, same)
    index = open_index(tmp_path, twice)
    assert len(plane.seen) == 3
    assert set(index.dense.nearest([0.0, 1.0], 1)) == {1, 3}
    assert index.words[1] == index.words[3]


def test_an_embedding_that_takes_tokenised_texts_gets_them(tmp_path, morphemes):
    class ById(Plane):
        def embed_analyses(self, analyses):
            assert [each.words for each in analyses] == [
                morphemes.words(f"{each.context} {each.text}") for each in PASSAGES
            ]
            return np.array([[1, 0], [0, 1], [3, 4]], np.float32)

    embedding = ById()
    build_index(tmp_path, DENSE, morphemes, embedding, same)
    assert embedding.seen == []
    dense = open_index(tmp_path, DENSE).dense
    assert dense.nearest([3.0, 4.0], 1) == {2: pytest.approx(1.0)}
    assert np.allclose(dense.moments.mean, [1.6 / 3, 1.8 / 3])


def test_an_opened_index_needs_its_folder_no_more(dense_home, morphemes):
    index = open_index(dense_home, DENSE)
    build_index(dense_home, DENSE, morphemes, Plane(), same)
    for _ in range(2):
        assert set(index.dense.nearest([0.0, 1.0], 1)) == {1}


def test_searching_the_vectors_writes_nothing_below_the_data_directory(dense_home):
    before = _state(dense_home)
    assert open_index(dense_home, DENSE).dense.nearest([0.0, 1.0], 1)
    assert _state(dense_home) == before


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "foreign", "garbage"])
def test_damaged_vectors_are_named(dense_home, damage):
    (database,) = dense_home.glob("index/*/vectors/chroma.sqlite3")
    data = database.read_bytes()
    if damage == "gone":
        database.unlink()
    elif damage == "foreign":
        (database.parent / "notes.txt").write_text("mine")
    else:
        changed = {"cut": data[:-1], "changed": data[:-1] + bytes([data[-1] ^ 1]), "garbage": b"\0" * 100}
        database.write_bytes(changed[damage])
    with pytest.raises(DamagedIndexError, match=MEND) as caught:
        open_index(dense_home, DENSE)
    named = "vectors/notes.txt" if damage == "foreign" else "vectors/chroma.sqlite3"
    assert str(caught.value).startswith(f"{named} in ")


def test_the_index_of_another_embedding_under_this_name_is_refused_with_both_names(dense_home):
    other = Contents(DENSE.passages, DENSE.terms, "another-model")
    _folder(dense_home).rename(dense_home / "index" / f"{other.fingerprint}-1")
    with pytest.raises(DamagedIndexError, match=r"a-model, not another-model.*" + MEND):
        open_index(dense_home, other)


def _change(passages, row, text):
    return (*passages[:row], _passage(text, passages[row].context, passages[row].lang), *passages[row + 1 :])


class Counting:
    """Morphemes that note what they are asked for."""

    def __init__(self, morphemes):
        self._morphemes, self.seen = morphemes, []

    def stream(self, texts):
        def noted():
            for text in texts:
                self.seen.append(text)
                yield text

        return self._morphemes.stream(noted())


def test_only_what_changed_is_tokenised_and_embedded_again(dense_home, morphemes):
    changed = Contents(_change(PASSAGES, 1, "위원 전원의 찬성으로 의결한다."), DENSE.terms, "a-model")
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, changed, counting, plane, same)
    assert counting.seen == ["「조례」", "위원 전원의 찬성으로 의결한다."]
    assert plane.seen == ["「조례」\n위원 전원의 찬성으로 의결한다."]


@pytest.mark.parametrize("embedding", ["a-model", ""])
def test_an_index_built_on_another_says_what_one_built_alone_says(dense_home, tmp_path, morphemes, embedding):
    later = Contents(
        (_passage("회의는 공개한다."), *_change(PASSAGES, 0, "의결을 거친다.")), (_term("의결"),), embedding
    )
    by = Plane() if embedding else None
    build_index(dense_home, later, morphemes, by, same)
    build_index(tmp_path / "alone", later, morphemes, by, same)
    one, other = open_index(dense_home, later), open_index(tmp_path / "alone", later)
    assert (one.words, one.ids, one.term_words) == (other.words, other.ids, other.term_words)
    assert one.lexical.get_scores(["의결"]).tolist() == other.lexical.get_scores(["의결"]).tolist()
    if embedding:
        assert one.dense.nearest([1.0, 0.5], 9) == other.dense.nearest([1.0, 0.5], 9)
        assert np.allclose(one.dense.moments.mean, other.dense.moments.mean)


def test_what_was_just_built_is_kept_though_the_clock_went_back(home, morphemes):
    for count in (1, 2, 3):
        build_index(home, Contents(PASSAGES[:count], ()), morphemes, None, same)
    for folder in (home / "index").iterdir():
        os.utime(folder, (4e9, 4e9))
    build_index(home, NEW, morphemes, None, same)
    assert open_index(home, NEW) is not None


def test_another_embedding_takes_the_words_over_and_embeds_all(dense_home, morphemes):
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, Contents(PASSAGES, DENSE.terms, "another-model"), counting, plane, same)
    assert (counting.seen, len(plane.seen)) == ([], 3)


@pytest.mark.parametrize("how", ["afresh", "damaged"])
def test_nothing_is_taken_over_when_it_is_made_afresh_or_what_was_there_is_damaged(dense_home, morphemes, how):
    if how == "damaged":
        (_folder(dense_home) / "ids.npy").write_bytes(b"")
    counting, plane = Counting(morphemes), Plane()
    build_index(dense_home, DENSE, counting, plane, same, afresh=how == "afresh")
    assert (len(counting.seen), len(plane.seen)) == (2 + 3 + 3, 3)  # contexts, passages and variants of terms
    assert open_index(dense_home, DENSE).dense.nearest([0.0, 1.0], 1)


def test_passages_without_any_word_can_be_indexed(tmp_path, morphemes):
    wordless = Contents((_passage("…", "", "ko"), _passage("", "", "ko")), (), "a-model")
    build_index(tmp_path, wordless, morphemes, Plane(), same)
    index = open_index(tmp_path, wordless)
    assert index.words == ((), ())
    assert index.lexical.get_scores(["의결"]).tolist() == [0, 0]


def test_many_threads_may_search_an_index_at_once(dense_home):
    dense = open_index(dense_home, DENSE).dense
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: dense.nearest([0.0, 1.0], 1), range(40)))
    assert found == [{1: pytest.approx(1.0)}] * 40

"""The vectors of an index: which are stored and found, and what is said of damaged ones."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from plane import Plane, same
from small_index import DENSE, MEND, OLD, PASSAGES, folder_of, passage, state

from corpus.errors import DamagedIndexError
from ingest.index import Contents, build_index, open_index


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


def test_passages_without_any_word_can_be_indexed(tmp_path, morphemes):
    wordless = Contents((passage("…", "", "ko"), passage("", "", "ko")), (), "a-model")
    build_index(tmp_path, wordless, morphemes, Plane(), same)
    index = open_index(tmp_path, wordless)
    assert index.words == ((), ())
    assert index.lexical.get_scores(["의결"]).tolist() == [0, 0]


def test_an_opened_index_needs_its_folder_no_more(dense_home, morphemes):
    index = open_index(dense_home, DENSE)
    build_index(dense_home, DENSE, morphemes, Plane(), same)
    for _ in range(2):
        assert set(index.dense.nearest([0.0, 1.0], 1)) == {1}


def test_searching_the_vectors_writes_nothing_below_the_data_directory(dense_home):
    before = state(dense_home)
    assert open_index(dense_home, DENSE).dense.nearest([0.0, 1.0], 1)
    assert state(dense_home) == before


def test_many_threads_may_search_an_index_at_once(dense_home):
    dense = open_index(dense_home, DENSE).dense
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: dense.nearest([0.0, 1.0], 1), range(40)))
    assert found == [{1: pytest.approx(1.0)}] * 40


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


@pytest.mark.parametrize(("said", "changed"), [("a-model", "b-model"), ('"stored": 2', '"stored": 3')])
def test_a_manifest_that_was_changed_is_named(dense_home, said, changed):
    path = folder_of(dense_home) / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace(said, changed), encoding="utf-8")
    with pytest.raises(DamagedIndexError, match=rf"manifest\.json.*{MEND}"):
        open_index(dense_home, DENSE)


def test_contents_and_embedding_must_fit(tmp_path, morphemes):
    for wanted, embedding in ((OLD, Plane()), (DENSE, None)):
        with pytest.raises(ValueError, match="cannot be built with"):
            build_index(tmp_path, wanted, morphemes, embedding, same)
    assert list(tmp_path.iterdir()) == []


def test_the_index_of_another_embedding_under_this_name_is_refused_with_both_names(dense_home):
    other = Contents(DENSE.passages, DENSE.terms, "another-model")
    folder_of(dense_home).rename(dense_home / "index" / f"{other.fingerprint}-1")
    with pytest.raises(DamagedIndexError, match=r"a-model, not another-model.*" + MEND):
        open_index(dense_home, other)

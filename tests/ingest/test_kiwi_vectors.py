"""The vectors of Kiwi's language model: read from its file, recovered from its similarities, one as the other."""

import random
import struct

import numpy as np
import pytest

from ingest.embedding import KiwiEmbeddings
from ingest.kiwi_vectors import DIMENSIONS, ModelFile
from ingest.landmarks import Landmarks
from ingest.morphemes import Morphemes

HEADER = struct.Struct("<QQHHBBBBQQQQQ")
TEXTS = ["인공지능위원회의 회의", "committee meeting", "전시관의 운영", "수당을 지급한다", "school library", "xyzzy"]


def header(morphemes=10, contexts=0, dimensions=DIMENSIONS, bits=4, group=8, start=64):
    """The beginning of a model file."""
    return HEADER.pack(morphemes, contexts, dimensions, 1, 1, 0, bits, group, 0, 0, 0, 0, start)


BROKEN = {
    "empty": b"",
    "a header cut short": header()[:40],
    "a header and no vectors": header(),
    "vectors cut short": header(morphemes=1000) + bytes(1000),
    "more vectors than any file holds": header(morphemes=2**60, contexts=2**40),
    "no morphemes": header(morphemes=0),
    "other dimensions": header(dimensions=128) + bytes(5000),
    "other numbers": header(bits=8) + bytes(5000),
    "other groups": header(group=16) + bytes(5000),
    "a text": "위원회는 재적위원 과반수의 출석으로 개의한다.\n".encode() * 100,
    "zeros": bytes(10_000),
    "few morphemes, all alike": header(morphemes=10) + bytes(10 * 200),
}
TRUSTED_TOO_FEW = {"few morphemes, all alike", "no morphemes"}


@pytest.fixture(scope="module")
def file(morphemes):
    return ModelFile(morphemes.model_file)


@pytest.fixture(scope="module")
def landmarks(morphemes):
    return Landmarks(morphemes.similarity)


@pytest.fixture(scope="module")
def some(file):
    return random.Random(7).sample(range(200, file.count), 600)


def test_the_cosines_are_those_that_kiwi_tells(file, morphemes, some):
    pairs = list(zip(some[::2], some[1::2], strict=True))
    vectors = file.vectors(some)
    cosines = (vectors[::2] * vectors[1::2]).sum(axis=1)
    assert len(pairs) == 300
    assert cosines == pytest.approx([morphemes.similarity(*pair) for pair in pairs], abs=0.02)
    assert file.agrees(morphemes.similarity)


def test_vectors_have_length_one_and_come_in_the_order_asked_for(file, some):
    vectors = file.vectors(some)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(some)), abs=1e-5)
    assert (file.vectors(some[::-1]) == vectors[::-1]).all()
    assert (file.vectors([some[3]]) == vectors[3]).all()
    assert vectors.dtype == np.float32


def test_a_number_that_the_model_does_not_have_gets_a_row_of_zeros(file):
    unknown = [-1, -(2**40), file.count, file.count + 1, 2**40]
    assert not file.vectors(unknown).any()
    assert file.vectors([500, -1]).any(axis=1).tolist() == [True, False]
    assert file.vectors([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("damage", sorted(BROKEN.keys() - TRUSTED_TOO_FEW))
def test_a_file_of_another_make_is_refused(tmp_path, damage):
    path = tmp_path / "cong.mdl"
    path.write_bytes(BROKEN[damage])
    with pytest.raises((ValueError, OSError)):
        ModelFile(path)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(OSError, match=str(tmp_path)):
            ModelFile(path)


def test_the_real_file_cut_short_is_refused(tmp_path, morphemes):
    path = tmp_path / "cong.mdl"
    with morphemes.model_file.open("rb") as whole:
        path.write_bytes(whole.read(1_000_000))
    with pytest.raises(ValueError, match=r"cong\.mdl"):
        ModelFile(path)


@pytest.mark.parametrize("told", [0.0, 1.0, float("nan")])
def test_vectors_that_kiwi_does_not_confirm_are_not_trusted(file, told):
    assert not file.agrees(lambda _one, _other: told)


def test_a_file_of_a_few_morphemes_is_not_trusted(tmp_path, morphemes):
    path = tmp_path / "cong.mdl"
    path.write_bytes(BROKEN["few morphemes, all alike"])
    assert not ModelFile(path).agrees(morphemes.similarity)


def test_landmarks_recover_the_same_cosines(file, landmarks, some):
    recovered, read = landmarks.vectors(some[:200]), file.vectors(some[:200])
    assert recovered @ recovered.T == pytest.approx(read @ read.T, abs=0.03)


def test_landmarks_know_the_same_morphemes(file, landmarks):
    assert landmarks.count == file.count
    assert not landmarks.vectors([file.count, file.count + 5, -1]).any()
    assert landmarks.vectors([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("damage", ["empty", "no morphemes", "few morphemes, all alike", "missing"])
def test_without_a_readable_file_the_embedding_is_the_same_by_landmarks(
    tmp_path, monkeypatch, morphemes, dictionary, models, damage
):
    path = tmp_path / "cong.mdl"
    if damage != "missing":
        path.write_bytes(BROKEN[damage])
    monkeypatch.setattr(Morphemes, "model_file", path)
    recovered = np.array(KiwiEmbeddings(morphemes, dictionary).embed_documents(TEXTS))
    read = np.array(models.embedding.embed_documents(TEXTS))
    assert recovered @ recovered.T == pytest.approx(read @ read.T, abs=0.03)
    assert np.linalg.norm(recovered, axis=1) == pytest.approx(np.linalg.norm(read, axis=1), abs=1e-5)

"""The Chroma library in the folders and the environment that a process may run in."""

import subprocess
import sys

import numpy as np
import pytest

from corpus.errors import DamagedIndexError
from ingest.chroma import Store

ROUND_TRIP = """
import sys
from pathlib import Path
import numpy as np
from corpus.errors import StorageError
from ingest.chroma import Store

try:
    collection = Store(Path(sys.argv[1])).create("passages", {"embedding": "a-model"})
    collection.add(["a", "b"], np.array([[1, 0], [0, 1]], np.float32))
    print(collection.nearest([0.0, 2.0], 1), len(collection), collection.about["embedding"])
except StorageError as error:
    print(error)
"""


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "벡터 폴더")
    yield opened
    opened.close()


@pytest.fixture
def round_trip(environment, root, tmp_path):
    """Stores two vectors and finds one, in a process that runs where the file .env has some content."""

    def run(env_file, **variables):
        (tmp_path / ".env").write_bytes(env_file)
        command = [sys.executable, "-c", ROUND_TRIP, tmp_path / "vectors"]
        variables = environment | {"PYTHONPATH": str(root)} | variables
        ran = subprocess.run(command, env=variables, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert ran.stderr == ""
        return ran.stdout

    return run


def test_what_was_stored_is_found_and_told(store):
    collection = store.create("passages", {"embedding": "a-model"})
    vectors = np.random.default_rng(1).normal(size=(30, 5)).astype(np.float32)
    collection.add([str(number) for number in range(30)], vectors)
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    found = collection.nearest(vectors[3].tolist(), 30)
    assert found == {str(row): pytest.approx(float(unit[row] @ unit[3]), abs=1e-5) for row in range(30)}
    again = store.open("passages")
    ids, held = again.all()
    assert (len(again), again.about["embedding"]) == (30, "a-model")
    assert np.allclose(held[np.argsort([int(each) for each in ids])], vectors, atol=1e-6)


def test_a_collection_that_is_not_there(store):
    with pytest.raises(DamagedIndexError, match="jorye ingest --rebuild"):
        store.open("passages")
    store.drop("passages")


def test_a_question_of_another_size_than_what_was_stored(store):
    collection = store.create("passages", {"embedding": "a-model"})
    collection.add(["a"], np.array([[1, 0]], np.float32))
    with pytest.raises(DamagedIndexError, match="dimension of 2, got 3"):
        collection.nearest([1.0, 0.0, 0.0], 1)


@pytest.mark.parametrize("env_file", [b"", b"OPENAI_API_KEY=a\nFOO=1\n", b"PERSIST_DIRECTORY=/dev/null\n"])
def test_a_file_of_settings_for_something_else_does_no_harm(round_trip, env_file):
    assert round_trip(env_file) == "{'b': 1.0} 2 a-model\n"


@pytest.mark.parametrize(
    ("env_file", "variables"),
    [(b"\xff\xfe", {}), (b"MIGRATIONS=perhaps\n", {}), (b"", {"MIGRATIONS": "perhaps"})],
    ids=["a file that is no text", "a setting in a file", "a setting in the environment"],
)
def test_settings_that_chroma_trips_over_are_told_in_one_line(round_trip, env_file, variables):
    said = round_trip(env_file, **variables)
    assert said.startswith("Chroma cannot be loaded: ")
    assert said.count("\n") == 1
    assert ".env" in said

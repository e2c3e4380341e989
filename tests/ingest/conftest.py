import pytest
from plane import Plane, same
from small_index import DENSE, OLD

from ingest.index import build_index
from ingest.reading import read_law


@pytest.fixture(scope="session")
def law():
    return read_law()


@pytest.fixture
def words_home(tmp_path, morphemes):
    """A data directory with the index of OLD, of words alone."""
    build_index(tmp_path / "home", OLD, morphemes, None, same)
    return tmp_path / "home"


@pytest.fixture
def dense_home(tmp_path, morphemes):
    """A data directory with the index of DENSE."""
    build_index(tmp_path / "dense", DENSE, morphemes, Plane(), same)
    return tmp_path / "dense"

import pytest

from ingest.morphemes import Morphemes
from ingest.reading import read_law


@pytest.fixture(scope="session")
def law():
    return read_law()


@pytest.fixture(scope="session")
def morphemes():
    """One for the session: loading Kiwi takes seconds."""
    return Morphemes()

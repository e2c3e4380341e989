import pytest

from ingest.reading import read_law


@pytest.fixture(scope="session")
def law():
    return read_law()

"""The words of every ordinance's provision stand in its document as they are, white space folded."""

import pytest

from corpus.identifiers import ProvisionId
from corpus.manifest import load_works, read_source
from ingest.reading import read_law

DOCUMENTS = {source.file: " ".join(read_source(source).split()) for work in load_works() for source in work.sources}
VERSIONED = [provision for provision in read_law() if provision.id.version is not None]


@pytest.mark.parametrize("provision", VERSIONED, ids=lambda provision: str(provision.id))
def test_full_text_is_verbatim_in_the_document(provision):
    for rendition in provision.renditions:
        words = " ".join(read_law().full_text(provision.id, rendition.lang).split())
        assert words in DOCUMENTS[rendition.source]


def test_units_that_one_line_deletes_together_are_printed_once():
    text = read_law().full_text(ProvisionId.parse("seoul-smart-city-ordinance@2018-03-22/art-11/para-1"), "en")
    assert text.count("1. through 3. Deleted.") == 1

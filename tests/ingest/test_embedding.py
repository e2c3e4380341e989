import sys
from types import SimpleNamespace

import pytest

from corpus.errors import SettingsError
from ingest.embedding import load_embedding


class Model:
    """Gives the length of each text as its vector."""

    def encode(self, texts, *, normalize_embeddings, show_progress_bar):
        assert (normalize_embeddings, show_progress_bar) == (True, False)
        return [(len(text), 1) for text in texts]


def _provide(monkeypatch, load):
    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=load))


def test_a_model_gives_a_vector_for_each_text(monkeypatch):
    _provide(monkeypatch, lambda _name, **_options: Model())
    embedding = load_embedding("a-model")
    assert embedding.embed_documents(["a", "abc"]) == [[1.0, 1.0], [3.0, 1.0]]
    assert embedding.embed_query("ab") == [2.0, 1.0]


def test_without_the_library_the_command_to_install_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(SettingsError, match=r"JORYE_EMBEDDING=a-model needs .* pip install 'jorye\[transformers\]'"):
        load_embedding("a-model")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError("no such folder\nand a hint"), "no such folder"),
        (ValueError("not a model"), "not a model"),
        (OSError(), "OSError"),
    ],
)
def test_a_model_that_cannot_be_loaded_is_told_in_one_line(monkeypatch, error, reason):
    def fail(_name, **_options):
        raise error

    _provide(monkeypatch, fail)
    with pytest.raises(SettingsError) as caught:
        load_embedding("a-model")
    assert str(caught.value) == f"JORYE_EMBEDDING=a-model is no model that can be loaded: {reason}"

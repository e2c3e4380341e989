"""The vectors on a Chroma server in place of the index folder: a real one is run."""

import http.server
import threading
from pathlib import Path

import chromadb
import pytest
from chroma_server import chroma_server
from chromadb.config import Settings as ChromaSettings
from plane import Plane, same

from corpus.errors import DamagedIndexError, SettingsError, StorageError
from corpus.identifiers import ProvisionId
from ingest.index import Contents, build_index, open_index
from ingest.passages import Passage
from rag.settings import Settings

MEND = "jorye ingest --rebuild"


def _passage(text):
    return Passage(ProvisionId.parse("an-ordinance@2025-09-29/art-14/para-2"), "ko", 0, text, "「조례」")


PASSAGES = (_passage("위원장은 회의를 소집한다."), _passage("과반수의 찬성으로 의결한다."))


@pytest.fixture(scope="module")
def url(tmp_path_factory, environment):
    with chroma_server(tmp_path_factory.mktemp("server"), environment) as address:
        yield address


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def client(url):
    """A person's own client; whatever is on the server is gone afterwards."""
    host, port = url.removeprefix("http://").split(":")
    settings = ChromaSettings(anonymized_telemetry=False, chroma_http_max_keepalive_connections=0)
    with chromadb.HttpClient(host, int(port), settings=settings) as own:
        yield own
        for each in own.list_collections():
            own.delete_collection(each.name)


@pytest.fixture
def contents(url):
    return Contents(PASSAGES, (), "a-model", url)


@pytest.fixture
def stored(client, tmp_path, contents, morphemes):  # noqa: ARG001 - sweeps the server afterwards
    build_index(tmp_path / "home", contents, morphemes, Plane(), same)
    return tmp_path / "home"


def _ours(client):
    return [each.name for each in client.list_collections()]


def test_the_vectors_are_on_the_server_and_not_in_the_folder(stored, contents, client):
    assert open_index(stored, contents).dense.nearest([0.0, 1.0], 1) == {1: pytest.approx(1.0)}
    (name,) = _ours(client)
    assert name.startswith(f"jorye-{contents.fingerprint}-")
    assert client.get_collection(name, embedding_function=None).metadata["embedding"] == "a-model"
    assert list(stored.rglob("*.sqlite3")) == []


def test_an_index_with_its_vectors_elsewhere_is_another_index(stored, contents, morphemes):
    plain = Contents(PASSAGES, (), "a-model")
    assert open_index(stored, plain) is None
    build_index(stored, plain, morphemes, Plane(), same)
    assert open_index(stored, plain).dense.nearest([0.0, 1.0], 1) == {1: pytest.approx(1.0)}
    assert open_index(stored, contents) is not None


def test_the_address_may_change_as_the_server_moves(stored, url):
    moved = Contents(PASSAGES, (), "a-model", url.replace("127.0.0.1", "localhost"))
    assert open_index(stored, moved).dense.nearest([0.0, 1.0], 1) == {1: pytest.approx(1.0)}


def test_two_data_directories_share_a_server_and_leave_each_other_alone(stored, tmp_path, contents, morphemes, client):
    build_index(tmp_path / "other", contents, morphemes, Plane(), same)
    build_index(tmp_path / "other", contents, morphemes, Plane(), same)
    assert len(_ours(client)) == 2
    assert open_index(stored, contents).dense.nearest([0.0, 1.0], 1)


def test_a_rebuilt_index_has_a_new_collection_and_the_old_one_is_swept(stored, contents, morphemes, client):
    client.create_collection("someone-else", embedding_function=None)
    (before,) = [name for name in _ours(client) if name != "someone-else"]
    build_index(stored, contents, morphemes, Plane(), same)
    assert len(_ours(client)) == 2
    assert "someone-else" in _ours(client)
    assert before not in _ours(client)


def test_what_was_half_stored_is_swept_by_the_next_builder(stored, contents, morphemes, client):
    before = _ours(client)

    def break_off(passages, _total):
        yield passages[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(stored, contents, morphemes, Plane(), break_off)
    assert len(_ours(client)) == 2
    assert open_index(stored, contents).dense.nearest([0.0, 1.0], 1)
    build_index(stored, contents, morphemes, Plane(), same)
    assert len(_ours(client)) == 1
    assert _ours(client) != before


def test_vectors_of_unchanged_texts_are_taken_over_from_the_server(stored, url, morphemes):
    plane = Plane()
    longer = Contents((*PASSAGES, _passage("회의에서 의결한다.")), (), "a-model", url)
    build_index(stored, longer, morphemes, plane, same)
    assert plane.seen == ["「조례」\n회의에서 의결한다."]
    assert set(open_index(stored, longer).dense.nearest([1.0, 0.0], 3)) == {0, 1, 2}


def _refused(kind, stored, contents):
    with pytest.raises(kind) as caught:
        open_index(stored, contents)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_server_without_the_collection_is_told_with_what_to_do(stored, contents, client, morphemes):
    (name,) = _ours(client)
    client.delete_collection(name)
    assert _refused(DamagedIndexError, stored, contents).endswith(
        f"has no collection {name}. Run `{MEND}` to build it again."
    )
    build_index(stored, contents, morphemes, Plane(), same)
    assert open_index(stored, contents).dense.nearest([0.0, 1.0], 1)


def test_a_collection_of_another_embedding_is_told_with_both_names(stored, contents, client):
    (name,) = _ours(client)
    client.get_collection(name, embedding_function=None).modify(metadata={"embedding": "another-model"})
    said = _refused(DamagedIndexError, stored, contents)
    assert "another-model, not with a-model" in said
    assert MEND in said


def test_a_collection_that_lacks_vectors_is_told(stored, contents, client):
    (name,) = _ours(client)
    collection = client.get_collection(name, embedding_function=None)
    collection.delete(ids=collection.get()["ids"][:1])
    assert "are 1, not the 2 that were stored" in _refused(DamagedIndexError, stored, contents)


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A server of something else."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>hello</html>")

    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("what", ["nothing listens", "something else answers"])
def test_no_chroma_server_there_is_told_with_what_to_do(stored, elsewhere, what, morphemes):
    address = "http://127.0.0.1:9" if what == "nothing listens" else elsewhere
    away = Contents(PASSAGES, (), "a-model", address)
    said = _refused(StorageError, stored, away)
    assert said.startswith(f"The Chroma server at {address} cannot be used: ")
    assert "JORYE_CHROMA_URL" in said
    with pytest.raises(StorageError, match="JORYE_CHROMA_URL"):
        build_index(stored, Contents(PASSAGES[:1], (), "a-model", address), morphemes, Plane(), same)


@pytest.mark.parametrize(
    "given",
    [
        "localhost:8000",
        "ftp://localhost",
        "http://",
        "http://a:secret@host",
        "http://host:99999",
        "http://h/path",
        "x y",
    ],
)
def test_what_is_no_address_is_refused_and_no_password_repeated(given):
    with pytest.raises(SettingsError, match="JORYE_CHROMA_URL") as caught:
        Settings.from_environment({"JORYE_CHROMA_URL": given})
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("", ""),
        (" ", ""),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://chroma.city/", "https://chroma.city"),
    ],
)
def test_addresses(given, meant):
    assert Settings.from_environment({"JORYE_CHROMA_URL": given}).chroma_url == meant


def test_asking_with_the_vectors_on_a_server(jorye, here, url, tmp_path, client):
    set_so = {"JORYE_HOME": Path(tmp_path), "JORYE_EMBEDDING": "kiwi", "JORYE_CHROMA_URL": url}
    first = jorye("ask", "인공지능위원회 회의의 의사정족수는?", "--json", **set_so)
    assert (first.code, first.err) == (0, "")
    assert first.json["citations"][0]["id"].endswith("art-14/para-2")
    assert len(_ours(client)) == 1
    client.delete_collection(_ours(client)[0])
    assert here("ask", "인공지능위원회 회의의 의사정족수는?", **set_so).refused(1)

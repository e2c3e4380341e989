"""Three passages and the contents made of them, for tests of the index."""

from corpus.glossary import Term
from corpus.identifiers import ProvisionId
from ingest.index import Contents
from ingest.passages import Passage

MEND = "jorye ingest --rebuild"


def passage(text, context="「조례」", lang="ko"):
    return Passage(ProvisionId.parse("an-ordinance@2025-09-29/art-14/para-2"), lang, 0, text, context)


def term(*ko):
    return Term(ko, ("quorum", "majorities"), "meeting", (), "")


PASSAGES = (
    passage("위원회의 회의는 재적위원 과반수의 출석으로 개의한다."),
    passage("출석위원 과반수의 찬성으로 의결한다."),
    passage("A meeting is opened by the majority of the members.", "Ordinance", "en"),
)
OLD = Contents(PASSAGES, (term("정족수"),))
DENSE = Contents(PASSAGES, (term("정족수"),), "a-model")
NEW = Contents((*PASSAGES, passage("위원장은 회의를 소집한다.")), (term("정족수"),))


def folder_of(home):
    """The folder of the one index in a data directory."""
    (folder,) = (each for each in (home / "index").iterdir() if not each.name.startswith("."))
    return folder


def state(folder):
    """When each file was written, and its size."""
    return {each.relative_to(folder): (each.stat().st_mtime_ns, each.stat().st_size) for each in folder.rglob("*")}

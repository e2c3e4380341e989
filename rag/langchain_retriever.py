"""The search as a retriever of LangChain, for a chain of one's own."""

from collections.abc import Callable
from datetime import date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from corpus.errors import SearchError
from corpus.labels import label
from corpus.provisions import Law
from corpus.works import LANGS
from rag.answering.neighbours import Neighbours, full_words, neighbours_of
from rag.assistant import Assistant
from rag.citing.validity import standing_on
from rag.search.filters import Filters, checked_count, read_filters
from rag.search.hit import Hit, provision_url


class JoryeRetriever(BaseRetriever):
    """Gives the provisions found for a text as documents, those first that the text refers to.

    The law searched is that of `as_of`, or of the day that `today` tells at each call; one of them must be given.
    `k` is how many documents; `works` (ids or names), `langs` and `standings` limit the search as `read_filters`
    reads them. The content of a document is the whole provision, verbatim; its metadata are plain values.
    Raises SearchError, when it is made, for what it cannot follow.
    """

    assistant: Assistant
    as_of: date | None = None
    today: Callable[[], date] | None = None
    k: int = 5
    works: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    neighbours: bool = True

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401 - the signature of pydantic
        """Refuse at once what no search could follow."""
        super().model_post_init(context)
        self._filters()
        checked_count(self.k)
        if (self.as_of is None) == (self.today is None):
            raise SearchError("JoryeRetriever needs one day to search: as_of=date(2026, 3, 10), or today=date.today.")

    def _filters(self) -> Filters:
        return read_filters(self.assistant.law.works.values(), self.works, self.langs, self.standings)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:  # noqa: ARG002
        day = self.today() if self.today else self.as_of
        if day is None:
            raise AssertionError("a retriever without a day is not made")
        hits = self.assistant.search(query, day, self.k, self._filters())
        return [_document(self.assistant.law, hit, day, neighbours=self.neighbours) for hit in hits]


def _document(law: Law, hit: Hit, day: date, *, neighbours: bool) -> Document:
    around = neighbours_of(law, hit.id, hit.lang) if neighbours else None
    return Document(
        id=str(hit.id),
        page_content=full_words(law, hit.id, hit.lang),
        metadata=_facts(law, hit, day) | _surroundings(around),
    )


def _facts(law: Law, hit: Hit, day: date) -> dict[str, Any]:
    work, provision = law.work(hit.id.work), law.provision(hit.id)
    labels = {f"label_{lang}": label(hit.id, work, lang, law.works.values()) for lang in LANGS}
    return labels | {
        "id": str(hit.id),
        "lang": hit.lang,
        "as_of": day.isoformat(),
        "work": hit.id.work,
        "version": hit.id.version.isoformat() if hit.id.version else None,
        "standing": standing_on(work, hit.id, day).value,
        "authority": provision.rendition(hit.lang).authority.value,
        "deleted": provision.deleted.isoformat() if provision.deleted else None,
        "url": provision_url(hit.id),
        "score": round(hit.score, 4),
        "coverage": round(hit.coverage, 4),
    }


def _surroundings(around: Neighbours | None) -> dict[str, Any]:
    """What stands around a provision: what it stands under and then beside; all empty where that is not asked for."""
    if around is None:
        return {"heading": "", "neighbours": [], "counterpart": None}
    other = around.counterpart
    return {
        "heading": around.heading,
        "neighbours": [{"id": str(each.id), "text": each.text} for each in (*around.leads, *around.paragraphs)],
        "counterpart": {"lang": other.lang, "text": other.quote, "authority": other.authority.value} if other else None,
    }

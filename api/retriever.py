"""The door for chains of LangChain: `open_retriever(os.environ)`."""

from collections.abc import Mapping, Sequence
from datetime import date

from api.progress import bar
from rag.assistant import open_assistant
from rag.langchain_retriever import JoryeRetriever
from rag.settings import Settings


def open_retriever(
    environment: Mapping[str, str],
    as_of: date | None = None,
    *,
    k: int = 5,
    works: Sequence[str] = (),
    langs: Sequence[str] = (),
    standings: Sequence[str] = (),
    neighbours: bool = True,
) -> JoryeRetriever:
    """The retriever over the index of the settings, which is built first where there is none.

    It searches the law of `as_of`, by default of the day of each call. Raises SettingsError, StorageError,
    SourceError and SearchError.
    """
    return JoryeRetriever(
        assistant=open_assistant(Settings.from_environment(environment), bar),
        as_of=as_of,
        today=date.today if as_of is None else None,
        k=k,
        works=tuple(works),
        langs=tuple(langs),
        standings=tuple(standings),
        neighbours=neighbours,
    )

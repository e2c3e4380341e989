"""Exemplars: questions as people put them, written by hand for each provision that answers them, and for none.

A text tells little of how people ask for it; questions written for it tell more (Nogueira et al., Document Expansion by
Query Prediction, 2019). Those that nothing at hand answers tell what to decline.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.errors import IdentifierError, SourceError
from corpus.identifiers import ProvisionId
from corpus.works import LANGS, Lang

UNANSWERABLE = (
    "elsewhere", "person", "figures", "everyday", "event", "procedure", "near_miss", "opinion",
)  # fmt: skip
TYPED_IN_HASTE = "colloquial.tsv"  # how the names of files end whose questions have slips


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A question in one language; `id` is the provision that answers it, None where none does.

    `why` says of what kind a question without an answer is, one of `UNANSWERABLE`; those typed in haste are not
    `careful` of their spelling.
    """

    id: ProvisionId | None
    lang: Lang
    text: str
    why: str = ""
    careful: bool = True

    @property
    def key(self) -> str:
        """A name that no other exemplar has."""
        return self.text

    @property
    def context(self) -> str:
        """Nothing: a question stands under no heading."""
        return ""


@cache
def load_exemplars() -> tuple[Exemplar, ...]:
    """All exemplars of the package; raises SourceError for a broken row."""
    folder = files("corpus.exemplars")
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".tsv"))
    return tuple(each for name in names for each in parse_exemplars(name, (folder / name).read_text(encoding="utf-8")))


def parse_exemplars(name: str, text: str) -> tuple[Exemplar, ...]:
    """The rows of a file: provision or kind, language, question, separated by tabs; raises SourceError."""
    return tuple(_exemplar(name, number, line.split("\t")) for number, line in enumerate(text.splitlines(), start=1))


def _exemplar(name: str, number: int, row: list[str]) -> Exemplar:
    if len(row) != len(("id", "lang", "text")) or row[1] not in LANGS or not row[2].strip():
        raise SourceError(name, number, f"expected a provision or a kind, a language and a question, found {row}")
    told, text, careful = row[0], row[2], not name.endswith(TYPED_IN_HASTE)
    lang: Lang = "ko" if row[1] == "ko" else "en"
    if told in UNANSWERABLE:
        return Exemplar(None, lang, text, told, careful)
    try:
        return Exemplar(ProvisionId.parse(told), lang, text, careful=careful)
    except IdentifierError as error:
        raise SourceError(name, number, f"expected a provision or one of {', '.join(UNANSWERABLE)}: {error}") from error

"""What can be wrong with a line that a model wrote, and how the model is told."""

from enum import StrEnum

from corpus.works import Lang
from rag.tables import load_table


class Fault(StrEnum):
    """Why a line does not leave; the value is its name in `faults.toml`."""

    MALFORMED = "malformed"
    UNCITED = "uncited"
    NOT_GIVEN = "not_given"
    NOT_VERBATIM = "not_verbatim"
    OTHER_NUMBER = "other_number"
    MARKED_UP = "marked_up"
    OTHER_LANGUAGE = "other_language"
    TOO_LONG = "too_long"
    EMPTY = "empty"

    def said(self, lang: Lang) -> str:
        """The fault in a sentence, for the model."""
        return str(load_table("model/faults")[self.value][lang])

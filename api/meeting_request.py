"""A meeting to be judged, as JSON."""

from typing import Any

from pydantic import ConfigDict, Field, model_validator

from api.meeting_schema import FactsModel
from api.schema import Day
from corpus.works import Lang
from rag.meetings.facts import FIELDS, Facts, facts_of

_BESIDE = ("as_of", "lang")


class MeetingRequest(FactsModel):
    """The facts of a meeting, the day whose law is asked for (default: today) and the language of the sources.

    Raises FactsError for facts that cannot be, and for a field that is none, before any other check.
    """

    model_config = ConfigDict(
        extra="forbid",
        from_attributes=False,
        json_schema_extra={
            "examples": [
                {"committee": "ai-committee", "date": "2026-03-10", "on_register": 15, "attending": 8, "in_favor": 5},
                {"on_register": 12, "attending": 7, "excluded_attending": 1, "lang": "en"},
                {"committee": "smart-city-committee", "on_register": 24, "convened_by": "members", "requested_by": 8},
            ]
        },
    )

    as_of: Day | None = Field(None, description="The day whose law is asked for; today if not given.")
    lang: Lang = "ko"

    @model_validator(mode="before")
    @classmethod
    def _agree(cls, given: Any) -> Any:  # noqa: ANN401 - what was sent may be anything
        if isinstance(given, dict):
            facts_of({name: value for name, value in given.items() if name not in _BESIDE})
        return given

    @property
    def told(self) -> Facts:
        """The facts that were given."""
        return Facts(**{name: getattr(self, name) for name in FIELDS})

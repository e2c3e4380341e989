"""Meetings judged for the doors."""

import time
from datetime import date

from api.meeting_schema import MeetingModel
from corpus.provisions import Law
from corpus.works import Lang
from rag.meetings.citing import judge
from rag.meetings.facts import Facts


def model_of(law: Law, facts: Facts, as_of: date, lang: Lang) -> MeetingModel:
    """The report on a meeting as JSON, with the time that it took; raises FactsError."""
    begun = time.perf_counter()
    judged = judge(law, facts, as_of, lang)
    return MeetingModel.of(judged, as_of, lang, round((time.perf_counter() - begun) * 1000))

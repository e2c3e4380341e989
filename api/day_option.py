"""A day as an option of the command line, YYYY-MM-DD."""

import re
from datetime import datetime
from typing import Any

import click

_DAY = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}\s*")


class DayOption(click.DateTime):
    """A day such as 2026-03-10; one that no calendar has is named as such and not as ill written."""

    def __init__(self) -> None:
        super().__init__(formats=["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """The day that is written; click's own error in other words where there is none."""
        if isinstance(value, str) and _DAY.fullmatch(value):
            try:
                datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                self.fail(
                    f"'{value.strip()}': there is no such day. Give one of the calendar as YYYY-MM-DD.", param, ctx
                )
        return super().convert(value, param, ctx)

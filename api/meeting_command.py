"""The command `jorye meeting`: one meeting from options or questions, or many as JSON Lines."""

import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from api.day_option import DayOption
from api.terminal import visible

if TYPE_CHECKING:
    from rag.settings import Settings

_NUMBER = re.compile(r"-?\d{1,4000}")
_FORMS = (".md", ".html")


class _Fact(click.ParamType):  # type: ignore[type-arg]  # click 8.2, our oldest, takes no type argument
    """A fact as it was typed: the facts themselves say what cannot be, as they do at every door."""

    name = "fact"

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - click's own signature
        from rag.meetings.facts import Committee, Convener, Format, Presider

        choices = {"committee": Committee, "convened_by": Convener, "presided_by": Presider, "format": Format}
        return f"[{'|'.join(choices[param.name])}]" if param.name in choices else self.shown

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> object:  # noqa: ANN401, ARG002
        return int(value) if self.shown == "N" and _NUMBER.fullmatch(value) else value


_N, _DAY, _CHOICE = _Fact("N"), _Fact("YYYY-MM-DD"), _Fact("")
_FACTS = (
    click.option("--committee", type=_CHOICE, help="The committee; the AI committee if not given."),
    click.option("--date", type=_DAY, help="The day of the meeting; the as-of day if not given."),
    click.option("--on-register", type=_N, help="Members on the register that day, not seats."),
    click.option("--attending", type=_N, help="Members who came, excluded ones included."),
    click.option("--excluded-attending", type=_N, help="Of those who came, excluded, challenged or recused."),
    click.option("--excluded-took-part/--excluded-stayed-out", default=None, help="What the excluded members did."),
    click.option("--in-favor", type=_N, help="Votes in favour."),
    click.option("--against", type=_N, help="Votes against."),
    click.option("--abstaining", type=_N, help="Abstentions."),
    click.option("--convened-by", type=_CHOICE, help="Who called the meeting; who acts for the chair counts as chair."),
    click.option("--requested-by", type=_N, help="Members who asked for the meeting."),
    click.option("--presided-by", type=_CHOICE, help="Who presided."),
    click.option("--chair-unavailable/--chair-available", default=None, help="Whether the chair was unable to act."),
    click.option(
        "--vice-chair-unavailable/--vice-chair-available",
        default=None,
        help="The same of the vice-chair; of the smart city committee, the commissioned one.",
    ),
    click.option("--format", type=_CHOICE, help="How the members met; in person if not given."),
    click.option("--notice-days", type=_N, help="How many days ahead notice was given."),
)


def _with_facts(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_FACTS):
        command = option(command)
    return command


class _Contradicted(click.Command):
    """A command that refuses a flag typed together with its opposite, of which click would keep the last."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        typed = set(args[: args.index("--")] if "--" in args else args)
        for pair in [each for each in self.params if each.secondary_opts]:
            if typed.intersection(pair.opts) and typed.intersection(pair.secondary_opts):
                both = f"{pair.opts[0]} and {pair.secondary_opts[0]}"
                raise click.UsageError(f"{both} contradict each other; give one of them.", ctx)
        return super().parse_args(ctx, args)


@click.command(cls=_Contradicted)
@click.argument("lines", metavar="[-]", required=False)
@_with_facts
@click.option(
    "--as-of",
    type=DayOption(),
    help="The day whose law is asked for; today if not given.",
)
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="The language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--needs", is_flag=True, help="Say what it takes to open and to carry even where nothing is short.")
@click.option("--interactive", is_flag=True, help="Ask for the facts that are missing.")
@click.option("--record", metavar="FILE", type=click.Path(path_type=Path), help="Write a record, .md or .html.")
@click.option("--force", is_flag=True, help="Let the record take the place of a file that is there.")
@click.pass_obj
def meeting(
    settings: "Callable[[], Settings]",
    /,
    lines: str | None,
    as_of: datetime | None,
    lang: Any,  # noqa: ANN401
    as_json: bool,
    needs: bool,
    interactive: bool,
    record: Path | None,
    force: bool,
    **facts: object,
) -> None:
    """Judge whether a meeting was valid: its facts are options, and what was not given is assumed or asked for.

    "-" reads JSON Lines from standard input, one meeting a line, and answers each in JSON.
    """
    from api.meeting_batch import judge_all
    from api.meeting_single import Wanted, judge_one
    from ingest.reading import read_law

    told = {name: value for name, value in facts.items() if value is not None}
    day = as_of.date() if as_of else date.today()  # noqa: DTZ011 - the caller's own day is meant
    if lines is not None and (lines != "-" or told or record or interactive):
        raise click.UsageError('Facts are options; "-" alone reads meetings from standard input.')
    if record is not None and record.suffix.lower() not in _FORMS:
        raise click.UsageError(f"A record is written to a file ending in {' or '.join(_FORMS)}, not {record}.")
    law = read_law(settings().law_dirs)
    if lines:
        sys.exit(judge_all(law, sys.stdin.buffer, sys.stdout, day, lang))
    wanted = Wanted(day, lang, as_json=as_json, needs=needs, record=record, force=force)
    click.echo(visible(judge_one(law, told, wanted, _ask if interactive else None)))


def _ask(prompt: str) -> str | None:
    """The answer that a person types; None at the end of the input."""
    click.echo(prompt, nl=False, err=True)
    line = sys.stdin.buffer.readline()
    if not line:
        click.echo(err=True)
        return None
    return line.decode("utf-8", "replace")

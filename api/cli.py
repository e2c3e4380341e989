"""The command line: `jorye ask`, `search`, `show`, `history`, `meeting`, `ingest`, `sync` and `serve`."""

import os
import sys
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NoReturn

import click

from api.day_option import DayOption
from api.meeting_command import meeting
from api.terminal import visible
from corpus.errors import JoryeError, RegisterError
from corpus.works import LANGS, Standing

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.settings import Settings

_STOPPED = 130
_NO_TERMINAL = (100, 24)
_DAY = DayOption()


class _Jorye(click.Group):
    """A group whose errors are one line for a person, with the exit code of the table."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - click's own signature
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except click.UsageError as error:
            click.echo(_one_line(error), err=True)
            sys.exit(error.exit_code)
        except OSError as error:
            click.echo(f"jorye: cannot write the answer: {error.strerror or error}", err=True)
            os._exit(1)  # the stream that failed would fail again when it is flushed on the way out
        except click.Abort:
            click.echo("jorye: stopped", err=True)
            sys.exit(_STOPPED)
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except JoryeError as error:
            from api.failures import failure, sayable

            click.echo(f"jorye: {sayable(str(error))}", err=True)
            ctx.exit(failure(error).exit_code)


def _one_line(error: click.UsageError) -> str:
    if error.ctx is None or isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    from api.failures import sayable

    return f"jorye: {sayable(error.format_message())} See {error.ctx.command_path} --help."


@click.group(cls=_Jorye, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jorye")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Answers questions about Seoul's ordinances, with the article behind every sentence."""
    # Our matrices are small: on a busy machine more threads wait for each other longer than one needs.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    ctx.obj = _settings


main.add_command(meeting)


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--as-of", type=_DAY, help="The day whose law is asked for; today if not given.")
@click.option(
    "--lang", type=click.Choice(["ko", "en"]), help="The language of the answer; the question's if not given."
)
@click.option("--no-model", is_flag=True, help="Quote the texts, even where a language model is set.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def ask(question: tuple[str, ...], as_of: datetime | None, lang: Any, no_model: bool, as_json: bool) -> None:  # noqa: ANN401
    """Answer QUESTION. A question of "-" reads JSON Lines from standard input and answers each in JSON.

    A line is {"question": "…"}, with `as_of`, `lang` and `earlier`, the questions before it, where there are any.
    """
    from api.ask import ask_all, ask_one

    words = " ".join(question)
    if words == "-":
        sys.exit(ask_all(_assistant(model=not no_model), sys.stdin.buffer, sys.stdout, _day(as_of), lang))
    opened = partial(_assistant, at_once=False, model=not no_model)
    click.echo(visible(ask_one(opened, words, _day(as_of), lang, as_json=as_json)))


@main.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--as-of", type=_DAY, help="The day whose law is searched; today if not given.")
@click.option("--count", type=click.IntRange(1, 50), default=10, show_default=True, help="How many provisions.")
@click.option("--work", "works", metavar="NAME", multiple=True, help="This work only, by its id or a name.")
@click.option("--lang", "langs", type=click.Choice(LANGS), multiple=True, help="Texts in this language only.")
@click.option(
    "--status",
    "standings",
    type=click.Choice([each.value for each in Standing]),
    multiple=True,
    help="Texts of this worth on the day.",
)
@click.option("--neighbours", is_flag=True, help="Show what stands around each, and it in the other language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
def search(
    question: tuple[str, ...],
    as_of: datetime | None,
    count: int,
    works: tuple[str, ...],
    langs: tuple[str, ...],
    standings: tuple[str, ...],
    neighbours: bool,
    as_json: bool,
) -> None:
    """List the provisions that QUESTION refers to (제14조제2항), then those that speak of it, best first.

    --work, --lang and --status may be given several times.
    """
    from api.search import search_lines

    day, limits = _day(as_of), (works, langs, standings)
    text = " ".join(question)
    lines = list(search_lines(_assistant(), text, day, count, limits, neighbours=neighbours, as_json=as_json))
    for line in lines:
        click.echo(visible(line))
    if not (lines or as_json):
        click.echo(f"jorye: nothing found as of {day} within these limits; `jorye ask` says what is missing.", err=True)


@main.command()
@click.argument("key", metavar="ID")
@click.option("--as-of", type=_DAY, help="The day to read an id without a version for; today if not given.")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="One language only.")
@click.option("--against", type=_DAY, help="Compare with the version in force on a day: [-removed-] {+added+}.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(key: str, as_of: datetime | None, lang: Any, against: datetime | None, as_json: bool) -> None:  # noqa: ANN401
    """Print the provision of ID, such as seoul-ai-ordinance/art-14/para-2, its two languages side by side.

    The id of a work alone, such as seoul-ai-ordinance, lists its versions and what stands in it.
    """
    from api.show import shown
    from corpus.identifiers import ProvisionId
    from ingest.reading import read_law

    law, asked = read_law(_settings().law_dirs), ProvisionId.parse(key)
    other, width = against.date() if against else None, get_terminal_size(_NO_TERMINAL).columns
    click.echo(visible(shown(law, asked, _day(as_of), lang, other, width, as_json=as_json)))


@main.command()
@click.argument("key", metavar="ID")
@click.option("--as-of", type=_DAY, help="The day up to which the history is told; today if not given.")
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="The language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def history(key: str, as_of: datetime | None, lang: Any, as_json: bool) -> None:  # noqa: ANN401
    """Tell how the provision of ID came about, such as seoul-ai-ordinance/art-6/para-1: bill, opinion, law."""
    from api.history import HistoryModel, history_page
    from corpus.identifiers import ProvisionId
    from corpus.legislation import load_bills
    from ingest.reading import read_law
    from rag.history import history as tell

    told = tell(read_law(_settings().law_dirs), load_bills(), ProvisionId.parse(key), _day(as_of), lang)
    click.echo(visible(HistoryModel.of(told).model_dump_json(indent=2) if as_json else history_page(told)))


@main.command()
@click.option("--rebuild", is_flag=True, help="Build again even if the index is there.")
@click.option(
    "--law-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take in the official texts of a folder first, for good.",
)
def ingest(rebuild: bool, law_dir: Path | None) -> None:
    """Build the index; the other commands do so by themselves where it is missing."""
    if law_dir is not None:
        from ingest.law_store import adopt
        from ingest.reading import read_law

        settings = _settings()
        read_law((law_dir, *settings.law_dirs))
        click.echo(f"{adopt(settings.home, law_dir)} texts of {law_dir} are new.")
    assistant = _assistant(rebuild=rebuild)
    click.echo(f"{len(assistant.law)} provisions of {len(assistant.law.works)} works are indexed.")


@main.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--history", is_flag=True, help="Fetch former versions as well.")
def sync(names: tuple[str, ...], history: bool) -> None:
    """Fetch official texts from the National Law Information Center: of the ordinances NAME, or of all at hand."""
    from api.sync import summary, synchronise

    synced = synchronise(_settings(), names, _day(None), history=history)
    click.echo(visible(summary(synced)))
    if synced.left_out:
        raise RegisterError(f"Left out: {'; '.join(synced.left_out)}.")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the HTTP API; a missing index is built first."""
    from api.serve import run, try_address

    try_address(host, port)
    assistant = _assistant()
    assistant.open_writer()
    run(assistant, host, port, _day(None))


def _day(given: datetime | None) -> date:
    return given.date() if given else date.today()  # noqa: DTZ011 - the caller's own day is meant


def _settings() -> "Settings":
    from rag.settings import Settings

    return Settings.from_environment(os.environ)


def _assistant(*, rebuild: bool = False, at_once: bool = True, model: bool = True) -> "Assistant":
    from api.progress import bar
    from rag.assistant import open_assistant

    settings = _settings() if model else replace(_settings(), model="")
    return open_assistant(settings, bar, rebuild=rebuild, at_once=at_once)

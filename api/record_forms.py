"""The two forms of a record: Markdown, and one HTML file that prints on A4."""

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from api.meeting_record import Items, Record, Table

_MARKED = re.compile(r"([\\`*_{}<>#|]|\[(?=[^\]]*\]\())")


def markdown(record: Record) -> str:
    """The record in Markdown."""
    lines = [f"# {_plain(record.title)}", "", _plain(record.subject), "", f"**{_plain(record.verdict)}**", ""]
    lines += [_plain(record.summary), ""]
    for part in record.parts:
        lines += [f"## {_plain(part.title)}", "", *_markdown_part(part), ""]
    lines += [f"{_plain(who)}: ____________________ {_plain(record.signature)}  " for who in record.signers]
    return "\n".join([*lines, "", _plain(record.foot), ""])


def _markdown_part(part: Table | Items) -> Iterator[str]:
    if isinstance(part, Items):
        yield from (f"- {_plain(each)}".replace("\n", "\n  ") for each in part.items)
        return
    yield f"| {' | '.join(map(_plain, part.head))} |"
    yield f"|{'---|' * len(part.head)}"
    for row in part.rows:
        yield f"| {' | '.join(_plain(cell).replace(chr(10), '<br>') for cell in row)} |"


def _plain(text: str) -> str:
    """The text with what Markdown would take for its own."""
    return _MARKED.sub(r"\\\1", text)


def html(record: Record) -> str:
    """The record as one self-contained page, every text escaped."""
    style = (files("api") / "meeting_record.css").read_text(encoding="utf-8")
    body = "\n".join(_html_body(record))
    title = escape(f"{record.title} · {record.subject}")
    head = f'<meta charset="utf-8">\n<title>{title}</title>\n<style>\n{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="{record.lang}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _html_body(record: Record) -> Iterator[str]:
    yield f"<header>\n<h1>{escape(record.title)}</h1>\n<p>{escape(record.subject)}</p>\n</header>"
    yield f'<main>\n<p class="verdict {escape(record.state)}"><strong>{escape(record.verdict)}</strong><br>'
    yield f"{escape(record.summary)}</p>"
    for number, part in enumerate(record.parts, start=1):
        yield from _html_table(part, number) if isinstance(part, Table) else _html_list(part, number)
    yield "</main>\n<footer>"
    for who in record.signers:
        yield f'<p class="sign"><span>{escape(who)}</span> <span class="line"></span> {escape(record.signature)}</p>'
    yield f'<p class="foot">{escape(record.foot)}</p>\n</footer>'


def _html_table(table: Table, number: int) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.head)
    yield f'<section class="columns-{len(table.head)}">\n<h2 id="part-{number}">{escape(table.title)}</h2>'
    yield f'<table aria-labelledby="part-{number}">\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    for place, (first, *rest) in enumerate(table.rows):
        state = f' class="{escape(table.states[place])}"' if table.states else ""
        cells = "".join(f"<td>{_lines(cell)}</td>" for cell in rest)
        yield f'<tr{state}><th scope="row">{_lines(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>\n</section>"


def _html_list(part: Items, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="part-{number}">\n<h2 id="part-{number}">{escape(part.title)}</h2>\n<ul>'
    yield from (f"<li>{_lines(each)}</li>" for each in part.items)
    yield "</ul>\n</section>"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))

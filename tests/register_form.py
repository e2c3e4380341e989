"""Texts of the register in its two forms: the Markdown files at hand, and the XML that the open API would send."""

import os
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

OWN = Path(__file__).parent / "register"
GIVEN = Path(os.environ.get("JORYE_LAW_DIR") or OWN)
FILES = {path.name: path for folder in (OWN, GIVEN) for path in sorted(folder.rglob("*_*.md"))}
HEAD = re.compile(r"부칙[^<\n]*<제0*(\d+)호,\s*([\d.]+)>.*")


@dataclass(frozen=True)
class Text:
    """A text in the Markdown form, taken apart without the readers that are under test."""

    fields: dict[str, str]
    title: str
    articles: tuple[str, ...]
    addenda: tuple[str, ...]

    @property
    def said(self) -> str:
        """Every word of the law in it, in order."""
        words = [re.sub(r"^#+ ", "", part, flags=re.MULTILINE) for part in (*self.articles, *self.addenda)]
        return " ".join(" ".join(words).split())


def taken_apart(text: str) -> Text:
    """The head as fields; the body as blocks that begin with #."""
    _, head, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    folded = re.sub(r"\n +(?=[^\n]*'$)", " ", head, flags=re.MULTILINE)
    fields = dict(re.findall(r"^(\S+): '?(.*?)'?$", folded, re.MULTILINE))
    main, _, addenda = body.partition("\n## 부칙\n")
    _, title, *articles = re.split(r"^(?=#)", main.strip(), flags=re.MULTILINE)
    sets = [each.strip() for each in re.split(r"^(?=부칙)", addenda, flags=re.MULTILINE) if each.strip()]
    return Text(fields, title.removeprefix("# ").strip(), tuple(each.strip() for each in articles), tuple(sets))


def as_xml(text: str, *, units: bool = False, amendment: str = "제정") -> str:
    """What the open API would send for a text; the addenda in a 부칙단위 each, or all in one 부칙."""
    apart = taken_apart(text)
    told = apart.fields
    basics = {
        "자치법규ID": told["자치법규ID"],
        "자치법규일련번호": told.get("자치법규일련번호", "1"),
        "공포일자": told["공포일자"].replace("-", ""),
        "공포번호": told["공포번호"].zfill(5),
        "시행일자": told["시행일자"].replace("-", ""),
        "자치법규명": told["자치법규명"],
        "자치법규종류": "C0001",
        "지자체기관명": told["지자체기관명"],
        "담당부서명": "",
        "제개정정보": told.get("제개정구분", amendment),
    }
    addenda = "\n".join(_addenda(each, units) for each in apart.addenda)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<LawService>",
            "<자치법규기본정보>",
            *(f"<{name}>{escape(value)}</{name}>" for name, value in basics.items()),
            "</자치법규기본정보>",
            "<조문>",
            *(_article(each) for each in apart.articles),
            "</조문>",
            addenda if units else f"<부칙>\n{addenda}\n</부칙>",
            "<제개정이유><제개정이유내용>제1조(이것은 읽지 않는다)</제개정이유내용></제개정이유>",
            "</LawService>",
        ]
    )


def _article(block: str) -> str:
    first, _, rest = block.partition("\n")
    head = re.fullmatch(r"##### 제(\d+)조(?:의(\d+))?\s*(?:\((.*)\))?", first.strip())
    if head is None:
        lines = re.sub(r"^#+ ", "", block)
        return f"<조 조문번호='000000'><조문번호>000000</조문번호><조문여부>N</조문여부><조내용>{lines}</조내용></조>"
    number = f"{int(head[1]):04}{int(head[2] or 0):02}"
    title = "" if head[3] is None else f"<조제목><![CDATA[{head[3]}]]></조제목>"
    printed = re.sub(r"^##### ", "", first).replace("조 (", "조(").strip()
    return (
        f'<조 조문번호="{number}"><조문번호>{number}</조문번호><조문여부>Y</조문여부>{title}'
        f"<조내용><![CDATA[{printed} {rest.strip()}]]></조내용></조>"
    )


def _addenda(block: str, units: bool) -> str:
    number, day = HEAD.match(block).groups()
    compact = "".join(part.zfill(2) for part in day.strip(".").split("."))
    told = f"<부칙공포일자>{compact}</부칙공포일자><부칙공포번호>{number}</부칙공포번호>"
    told += f"<부칙내용><![CDATA[{block}]]></부칙내용>"
    return f"<부칙><부칙단위>{told}</부칙단위></부칙>" if units else told

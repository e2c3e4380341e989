"""A register to ask: a real HTTP server on a free port that speaks the open API's schema, with faults on demand."""

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

KEY = "hong.gildong+시험&<키>"
WRONG_KEY = """<?xml version="1.0" encoding="UTF-8"?>
<Response><result>사용자 정보 검증에 실패하였습니다.</result><msg>주소를 확인하세요: {}</msg></Response>"""
NO_TEXT = "<?xml version='1.0' encoding='UTF-8'?><Law>일치하는 자치법규가 없습니다.</Law>"
PAGE = "<!DOCTYPE html>\n<html><head><title>점검</title></head><body>점검 중입니다.<br></body></html>"
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><LawService>&d;</LawService>"""


@dataclass(frozen=True)
class Held:
    """A version in the register: an invented ordinance in our own words."""

    register_id: str
    serial: str
    name: str
    day: str
    number: str
    kind: str = "일부개정"
    former: bool = False
    words: str = "위원은 {}명까지 둔다."
    count: int = 5
    extra: str = ""

    @property
    def text(self) -> str:
        """The document of the version."""
        said = escape(self.words.format(self.count))
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<LawService><자치법규기본정보>
<자치법규ID>{self.register_id}</자치법규ID><자치법규일련번호>{self.serial}</자치법규일련번호>
<공포일자>{self.day}</공포일자><공포번호>{self.number}</공포번호><시행일자>{self.day}</시행일자>
<자치법규명>{escape(self.name)}</자치법규명><자치법규종류>C0001</자치법규종류><지자체기관명>서울특별시</지자체기관명>
<제개정정보>{self.kind}</제개정정보></자치법규기본정보>{self.extra}
<조문><조 조문번호="000100"><조문번호>000100</조문번호><조문여부>Y</조문여부><조제목>위원</조제목>
<조내용><![CDATA[제1조(위원) ① {self.words.format(self.count)}
  ② 삭제 <2025.1.1>]]></조내용></조></조문>
<부칙><부칙공포일자>{self.day}</부칙공포일자><부칙공포번호>{self.number}</부칙공포번호>
<부칙내용>부칙 &lt;제{self.number}호, 2020.1.1&gt;
{said}</부칙내용></부칙></LawService>"""

    def listed(self, key: str) -> str:
        """The version in an answer to a search; the link repeats the key, as the register's does."""
        link = escape(f"/DRF/lawService.do?OC={key}&target=ordin&MST={self.serial}&type=HTML")
        return f"""<law id="1"><자치법규일련번호>{self.serial}</자치법규일련번호>
<자치법규명><![CDATA[{self.name}]]></자치법규명><자치법규ID>{self.register_id}</자치법규ID>
<공포일자>{self.day}</공포일자><공포번호>{self.number}</공포번호><제개정구분명>{self.kind}</제개정구분명>
<지자체기관명>서울특별시</지자체기관명><자치법규종류>조례</자치법규종류><시행일자>{self.day}</시행일자>
<자치법규상세링크>{link}</자치법규상세링크></law>"""


Fault = Callable[["Handler"], bool]


@dataclass
class Register:
    """What the server holds, what it was asked, and what goes wrong with the next requests."""

    held: list[Held] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""
    released: threading.Event = field(default_factory=threading.Event)

    def amend(self, serial: str, **changes: object) -> None:
        """Change a version."""
        self.held = [replace(each, **changes) if each.serial == serial else each for each in self.held]


class Handler(BaseHTTPRequestHandler):
    """Answers a search or a request for a text."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are sent apart, and the body would wait 40 ms for the head's receipt

    def do_GET(self) -> None:
        """Answer."""
        register: Register = self.server.register
        parts = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        register.asked.append({"path": parts.path} | asked)
        if register.faults and register.faults.pop(0)(self):
            return
        if asked.get("OC") != KEY:
            self.send(WRONG_KEY.format(escape(asked.get("OC", ""))))
        elif parts.path == "/DRF/lawSearch.do":
            self.send(self.search(register, asked))
        else:
            texts = [each.text for each in register.held if each.serial == asked.get("MST")]
            self.send(texts[0] if texts else NO_TEXT)

    def search(self, register: Register, asked: dict[str, str]) -> str:
        """The page of results that was asked for."""
        found = [
            each
            for each in register.held
            if asked["query"].replace(" ", "") in each.name.replace(" ", "")
            and each.former == (asked.get("nw") == "2")
            and asked.get("org") == "6110000"
            and asked.get("target") == "ordin"
        ]
        size, page = int(asked["display"]), int(asked["page"])
        items = "".join(each.listed(asked["OC"]) for each in found[size * (page - 1) : size * page])
        return (
            f"<?xml version='1.0' encoding='UTF-8'?><OrdinSearch><totalCnt>{len(found)}</totalCnt><page>{page}</page>"
            f"<resultCode>00</resultCode><resultMsg>success</resultMsg>{items}</OrdinSearch>"
        )

    def send(self, body: str | bytes, status: int = 200, kind: str = "text/xml;charset=UTF-8", short: int = 0) -> None:
        """Send an answer; one that is `short` ends before the bytes it announced."""
        data = body.encode("utf-8") if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) + short))
        self.end_headers()
        self.wfile.write(data)
        self.close_connection = bool(short)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def fails(status: int) -> Fault:
    """An answer of a status."""
    return lambda handler: handler.send("<html>no</html>", status, "text/html") or True


def says(body: str | bytes, kind: str = "text/xml;charset=UTF-8") -> Fault:
    """Another body with status 200."""
    return lambda handler: handler.send(body, 200, kind) or True


def resets(handler: Handler) -> bool:
    """The connection is reset before an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
    return True


def stops_short(handler: Handler) -> bool:
    """The connection ends in the middle of the answer."""
    handler.send("<LawService>", short=100)
    return True


def sleeps(handler: Handler) -> bool:
    """No answer until the server is let go."""
    handler.server.register.released.wait(60)
    handler.close_connection = True
    return True


def is_fine(_: Handler) -> bool:
    """Nothing goes wrong."""
    return False


def serve(register: Register) -> tuple[ThreadingHTTPServer, threading.Thread]:
    """The running server of a register."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.register = register
    server.daemon_threads = True
    register.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    return server, thread

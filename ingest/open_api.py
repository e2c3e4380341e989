"""The open API of the National Law Information Center, for ordinances. The only module that knows HTTP clients.

The caller's key goes into a request below the client, so that neither a log nor an error of the client, which
print addresses, ever holds it. Refusals come with status 200, so every answer is told by its root.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Self
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from corpus.errors import RegisterError, SettingsError, SourceError
from ingest.key_guard import masked, without_key
from ingest.readers.outline import fold
from ingest.readers.register_xml import ROOT
from ingest.readers.xml_tree import Element, parse_xml

SEOUL = "6110000"
_LONGEST = 30_000_000
_PAGE, _MOST_PAGES = 100, 50
_ATTEMPTS, _FIRST_WAIT, _LONGEST_WAIT = 4, 1.0, 8.0
_TOO_MANY, _OWN_FAULT = 429, 500
_CURRENT, _FORMER = "1", "2"
_SAID = 160
_EMPHASIS = re.compile(r"</?\w[^<>]*>")
_REGISTER = "The National Law Information Center"
_PASSING = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)


@dataclass(frozen=True, slots=True)
class Listed:
    """One version of an ordinance in an answer to a search; days are as the register writes them, 20250929."""

    serial: str
    register_id: str
    name: str
    effective: str
    promulgated: str
    number: str


class OpenApi:
    """Asks one register with one key, one question at a time, with a pause before each but the first."""

    def __init__(
        self,
        url: str,
        key: str,
        *,
        timeout: float = 30.0,
        pause: float = 0.3,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingsError("JORYE_LAW_GO_KR_URL is no address such as https://www.law.go.kr.")
        self._host, self._key, self._pause, self._sleep, self._asked = parts.hostname, key, pause, sleep, False
        self._client = httpx.Client(
            base_url=f"{url.rstrip('/')}/DRF/",
            transport=_Keyed(key, parts.scheme, parts.hostname),
            timeout=timeout,
            headers={"User-Agent": f"jorye/{version('jorye')}"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def search(self, name: str, *, former: bool = False) -> Iterator[Listed]:
        """The current or the former versions of Seoul's ordinances whose names hold a name, page after page.

        Raises RegisterError.
        """
        wanted = {"query": name, "display": str(_PAGE), "org": SEOUL, "nw": _FORMER if former else _CURRENT}
        seen, total = 0, 1
        for page in range(1, _MOST_PAGES + 1):
            root = self._tree("lawSearch.do", wanted | {"page": str(page)}, "OrdinSearch")
            if (code := root.said("resultCode")) not in ("", "00"):
                raise RegisterError(self._refusal(f"{code} {root.said('resultMsg')}"))
            items = [_listed(element) for element in root.walk("law")]
            yield from items
            seen, total = seen + len(items), int(root.said("totalCnt")) if root.said("totalCnt").isdigit() else 0
            if not items or seen >= total:
                return

    def text(self, serial: str) -> str:
        """The document of one version, by its serial number (MST), without the key; raises RegisterError."""
        found = self._answer("lawService.do", {"MST": serial})
        self._read(found, ROOT)
        return without_key(found, self._key)

    def _tree(self, path: str, parameters: Mapping[str, str], root: str) -> Element:
        return self._read(self._answer(path, parameters), root)

    def _read(self, answer: str, root: str) -> Element:
        """The root of an answer; raises RegisterError with what the answer says where it is another."""
        if answer.lstrip("\ufeff \r\n\t")[:14].lower().startswith(("<!doctype html", "<html")):
            raise RegisterError(f"{_REGISTER} answers with a web page instead of data; try again later.")
        try:
            tree = parse_xml("the answer", answer)
        except SourceError as error:
            raise RegisterError(f"{_REGISTER} answers with what cannot be read: it {error.problem}.") from error
        if tree.tag != root:
            raise RegisterError(self._refusal(tree.text))
        return tree

    def _refusal(self, said: str) -> str:
        told = masked(fold(said), self._key)
        shown = f"{told[:_SAID]}…" if len(told) > _SAID else told
        return (
            f"{_REGISTER} refuses: {shown or 'it does not say why'}. "
            "Check JORYE_LAW_GO_KR_KEY, and the addresses it is registered for at https://open.law.go.kr."
        )

    def _answer(self, path: str, parameters: Mapping[str, str]) -> str:
        retrying = Retrying(
            retry=retry_if_exception(lambda error: isinstance(error, RegisterError) and error.passing),
            wait=wait_exponential(multiplier=_FIRST_WAIT, max=_LONGEST_WAIT),
            stop=stop_after_attempt(_ATTEMPTS),
            sleep=self._sleep,
            reraise=True,
        )
        if self._asked:
            self._sleep(self._pause)
        self._asked = True
        try:
            return retrying(self._once, path, {"target": "ordin", "type": "XML", **parameters}).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RegisterError(f"{_REGISTER} answers in another encoding than UTF-8.") from error

    def _once(self, path: str, parameters: Mapping[str, str]) -> bytes:
        try:
            with self._client.stream("GET", path, params=parameters) as response:
                return self._content(response)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            reason = "no answer in time" if isinstance(error, httpx.TimeoutException) else fold(str(error))
            problem = f"{_REGISTER} cannot be reached at {self._host}: {reason or type(error).__name__}."
            problem = f"{problem} Try again later, or see JORYE_LAW_GO_KR_URL."
            raise RegisterError(problem, passing=isinstance(error, _PASSING)) from error

    def _content(self, response: httpx.Response) -> bytes:
        if response.status_code != httpx.codes.OK:
            passing = response.status_code == _TOO_MANY or response.status_code >= _OWN_FAULT
            status = f"{response.status_code} {httpx.codes.get_reason_phrase(response.status_code)}".strip()
            raise RegisterError(f"{_REGISTER} answers with {status}; try again later.", passing=passing)
        content = bytearray()
        for piece in response.iter_bytes():
            content += piece
            if len(content) > _LONGEST:
                raise RegisterError(f"{_REGISTER} answers with more than {_LONGEST:,} bytes, which no ordinance has.")
        return bytes(content)


class _Keyed(httpx.BaseTransport):
    """Adds the key to requests on their way out."""

    def __init__(self, key: str, scheme: str, host: str) -> None:
        self._key = key
        self._out = httpx.HTTPTransport(proxy=None if proxy_bypass(host) else getproxies().get(scheme))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer to a request with the key in its address."""
        url = request.url.copy_merge_params({"OC": self._key})
        return self._out.handle_request(
            httpx.Request(request.method, url, headers=request.headers, extensions=request.extensions)
        )

    def close(self) -> None:
        """Close the connections."""
        self._out.close()


def _listed(element: Element) -> Listed:
    return Listed(
        serial=element.said("자치법규일련번호"),
        register_id=element.said("자치법규ID"),
        name=fold(_EMPHASIS.sub("", element.said("자치법규명"))),
        effective=element.said("시행일자"),
        promulgated=element.said("공포일자"),
        number=element.said("공포번호").lstrip("0"),
    )

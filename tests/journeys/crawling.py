"""Every public page and every link on it, fetched once from the front page on, for all tests about all pages."""

import gzip
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urldefrag, urljoin, urlsplit

AT_ONCE = 4
# Pages of results are endless, so they are asked for but not followed; but for the list of everything.
FOLLOWED = re.compile(r"[^?]*|/search/\?page=\d+")
# One form for every page: its address says which page it is about.
ALIKE = re.compile(r"(/something-is-wrong/)\?.*")
NO_END_TAG = ("img", "input", "link", "meta", "br", "hr", "path", "source")


class Outline(HTMLParser):
    """What a page is made of, as far as these tests ask."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.title = ""
        self.headings = 0
        self.ids: list[str] = []
        self.links: list[str] = []
        self.ways_on: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.language = found.get("lang", "") if tag == "html" else self.language
        self.headings += tag == "h1"
        self.ids += [found["id"]] if "id" in found else []
        leads_to = [found[name] for name in ("href", "src", "action") if found.get(name)]
        self.links += leads_to
        if "main" in self._open and tag in ("a", "form"):
            self.ways_on += (
                [tag] if tag == "form" else [link for link in leads_to if not link.startswith("#")]
            )
        if tag not in NO_END_TAG:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data


@dataclass(frozen=True)
class Answer:
    """What the site says to one address; `wire` is the number of bytes a browser receives for it, compressed."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    wire: int

    @property
    def is_page(self) -> bool:
        """Something to read, rather than a picture, a font or a redirect."""
        return self.headers.get("content-type", "").startswith("text/html") and self.status == 200

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.body.decode())


def fetch(address: str, path: str) -> Answer:
    """Ask once, as a browser does that takes gzip; what comes uncompressed is weighed as a web server would send it."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    raw = response.read()
    connection.close()
    headers = {name.lower(): value for name, value in response.getheaders()}
    if headers.get("content-encoding") == "gzip":
        return Answer(path, response.status, headers, gzip.decompress(raw), len(raw))
    packed = headers.get("content-type", "").startswith(("font/", "image/png"))
    return Answer(path, response.status, headers, raw, len(raw) if packed else len(gzip.compress(raw, 6)))


@cache
def crawl(address: str) -> dict[str, Answer]:
    """Every address of the site that can be reached from its front page, with its answer."""
    answers: dict[str, Answer] = {}
    wanted = {"/", "/search/"}
    with ThreadPoolExecutor(AT_ONCE) as people:
        while wanted:
            found = list(people.map(lambda path: fetch(address, path), sorted(wanted)))
            answers |= {answer.path: answer for answer in found}
            wanted = {path for answer in found for path in _onward(address, answer)} - answers.keys()
    return answers


def pages(address: str) -> list[Answer]:
    """Those that a person reads, results of searches apart."""
    return [answer for path, answer in crawl(address).items() if answer.is_page and FOLLOWED.fullmatch(path)]


def _onward(address: str, answer: Answer) -> Iterable[str]:
    """The addresses of this site that an answer names."""
    links: list[str] = []
    if answer.is_page and FOLLOWED.fullmatch(answer.path):
        links = answer.outline.links
    elif "location" in answer.headers:
        links = [answer.headers["location"]]
    for link in links:
        whole = urldefrag(urljoin(address + answer.path, link)).url
        if whole.startswith(f"{address}/"):
            yield ALIKE.sub(r"\1", whole.removeprefix(address))

"""Whatever the search server does, a family is answered by this machine, and only the first waits for it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from search.changes import Standing
from search.engines.address import ElasticAddress
from search.engines.base import Engine, IndexNotReady
from search.engines.elastic.client import connect
from search.engines.elastic.engine import ElasticEngine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Folder, Reader
from search.engines.standby import Breaker, Hurried, WithStandby
from search.query import ServiceQuery
from tests.search.engines.made_up import a_service, an_engine

Behaviour = Callable[[BaseHTTPRequestHandler, threading.Event], None]


def say(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, kind: str = "application/json"
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("X-Elastic-Product", "Elasticsearch")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def says_nothing(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    over.wait(30)


def drips(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    """One byte now and then: no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    while not over.wait(0.1):
        handler.wfile.write(b" ")


def hangs_up(handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
    handler.connection.close()


def answers(body: bytes, status: int = 200, kind: str = "application/json") -> Behaviour:
    return lambda handler, over: say(handler, body, status, kind)


TROUBLES: dict[str, Behaviour] = {
    "says nothing": says_nothing,
    "drips": drips,
    "hangs up": hangs_up,
    "a page of a proxy": answers(b"<html>Bad gateway</html>", 502, "text/html"),
    "a page instead of an answer": answers(b"<html>Welcome</html>", 200, "text/html"),
    "half an answer": answers(b'{"responses": [{"status": 200, "hits": {"tot'),
    "an answer of another kind": answers(b'{"ok": true}'),
    "a list": answers(b"[1, 2]"),
    "nothing at all": answers(b""),
    "three answers that are none": answers(json.dumps({"responses": [{}, {}, {}]}).encode()),
    "null": answers(b"null"),
    "full": answers(b'{"error": {"type": "es_rejected_execution_exception"}, "status": 429}', 429),
    "no index": answers(b'{"error": {"type": "index_not_found_exception"}, "status": 404}', 404),
    "starting": answers(b'{"error": {"type": "cluster_block_exception"}, "status": 503}', 503),
    "locked": answers(b'{"error": {"type": "security_exception"}, "status": 401}', 401),
}


class Trouble:
    """A server on this machine that behaves badly, and counts how often it was asked."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.asked, self.over = 0, threading.Event()
        trouble = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                trouble.asked += 1
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                behaviour(self, trouble.over)

            do_GET = do_POST

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]


@contextmanager
def behaving(behaviour: Behaviour) -> Iterator[Trouble]:
    trouble = Trouble(behaviour)
    running = threading.Thread(target=trouble.server.serve_forever, daemon=True)
    running.start()
    try:
        yield trouble
    finally:
        trouble.over.set()
        trouble.server.shutdown()
        trouble.server.server_close()


def engine_at(port: int) -> ElasticEngine:
    return ElasticEngine(connect(ElasticAddress(f"http://127.0.0.1:{port}", "herts"), 0.5), "herts-read")


def with_standby(server: ElasticEngine, standby: Engine, is_closed: bool) -> WithStandby:
    """As in a process that has asked the server before, or not."""
    breaker = Breaker(Hurried(server), lambda standing, seconds: False)
    breaker.is_closed = is_closed
    breaker.watch = lambda: None  # type: ignore[method-assign]  # the probe is asked by hand here
    return WithStandby(server, standby, breaker)


@pytest.fixture
def own(tmp_path: Path) -> EmbeddedEngine:
    """This machine's own index, with one service in it."""
    return an_engine(tmp_path, [a_service(7, name="Sleep talks")])


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_family_is_answered_whatever_the_server_does_and_it_is_not_asked_again(
    own: EmbeddedEngine, trouble: str
) -> None:
    with behaving(TROUBLES[trouble]) as server:
        engine = with_standby(engine_at(server.port), own, is_closed=True)
        for _ in range(5):
            found = engine.search(ServiceQuery())
            assert [hit.name for hit in found.hits] == ["Sleep talks"]
            assert found.newest_may_be_missing
        assert server.asked == 1
        engine.breaker.probe()
        assert not engine.breaker.is_closed, "it did not answer what can be used"


def test_a_server_that_refuses_connections_is_left_alone(own: EmbeddedEngine) -> None:
    with behaving(says_nothing) as server:
        port = server.port
    engine = with_standby(engine_at(port), own, is_closed=True)
    assert engine.search(ServiceQuery()).newest_may_be_missing
    assert not engine.breaker.is_closed


def test_a_process_that_has_just_started_does_not_trust_a_server_that_it_has_not_seen(
    own: EmbeddedEngine,
) -> None:
    with behaving(says_nothing) as server:
        engine = with_standby(engine_at(server.port), own, is_closed=False)
        assert engine.search(ServiceQuery()).newest_may_be_missing
        assert server.asked == 0


def test_without_any_index_the_page_says_that_the_search_is_being_prepared(tmp_path: Path) -> None:
    with behaving(hangs_up) as server:
        engine = with_standby(
            engine_at(server.port), EmbeddedEngine(Reader(Folder(tmp_path))), is_closed=True
        )
        with pytest.raises(IndexNotReady):
            engine.search(ServiceQuery())


class Answering:
    """A server that answers, and tells how far its index has come."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def search(self, query: ServiceQuery) -> object:
        return self.engine.search(query)

    def standing(self) -> Standing:
        return Standing(5)


def test_a_server_is_asked_again_only_once_it_has_caught_up(own: EmbeddedEngine) -> None:
    late = True
    breaker = Breaker(Answering(own), lambda standing, seconds: late)  # type: ignore[arg-type]
    breaker.probe()
    assert not breaker.is_closed, "what was deleted meanwhile would return"
    late = False
    breaker.probe()
    assert breaker.is_closed
    late = True
    breaker.probe()
    assert not breaker.is_closed, "nobody keeps its index any more"

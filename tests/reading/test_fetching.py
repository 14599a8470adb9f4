"""Fetching pages from real servers on this machine, kind and hostile."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck import __version__
from factcheck.domain.errors import Unreadable
from factcheck.reading.web import fetching
from factcheck.reading.web.fetching import Page, fetch


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path.partition("?")[0], page_not_found)
        try:
            answer(self)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def answer(
        self, body: bytes = b"", *, status: int = 200, length: int | None = None, **headers: str
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


def page_not_found(request: Handler) -> None:
    request.answer(b"no", status=404)


def echo(request: Handler) -> None:
    seen = f"{request.path} {request.headers['Host']} {request.headers['User-Agent']}"
    request.answer(seen.encode(), Content_Type="text/plain; charset=KOI8-R")


def redirect(to: str) -> Callable[[Handler], None]:
    return lambda request: request.answer(status=302, Location=to)


def drip_headers(request: Handler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(100):
        request.wfile.write(b"x")
        time.sleep(0.05)


def drip_body(request: Handler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x")
        time.sleep(0.05)


def too_much(request: Handler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(200):
        request.wfile.write(b"x" * 100_000)


def nonsense(request: Handler) -> None:
    request.wfile.write(b"nonsense\r\n\r\n")


ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/echo": echo,
    "/no-type": lambda request: request.answer(b"abc"),
    "/hop": redirect("/echo?a=1#part"),
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-nowhere": lambda request: request.answer(status=302),
    "/drip-headers": drip_headers,
    "/drip-body": drip_body,
    "/too-much": too_much,
    "/bomb": lambda request: request.answer(
        gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip", Content_Type="text/html"
    ),
    "/gzip": lambda request: request.answer(gzip.compress(b"abc"), Content_Encoding="gzip"),
    "/no-gzip": lambda request: request.answer(b"abc" * 9, Content_Encoding="gzip"),
    "/brotli": lambda request: request.answer(b"abc", Content_Encoding="br"),
    "/short": lambda request: request.answer(b"abc", length=1_000),
    "/broken": lambda request: request.connection.shutdown(socket.SHUT_RDWR),
    "/nonsense": nonsense,
    "/picture": lambda request: request.answer(b"x", Content_Type="image/png"),
    "/error": lambda request: request.answer(b"x", status=503),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that answers as ANSWERS says."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def refusal(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(Unreadable) as refused:
        fetch(url, allow_private=allow_private)
    message = str(refused.value)
    assert message.isprintable()
    assert ": " in message
    return message


def test_a_page_is_fetched_as_its_server_sends_it(server: str) -> None:
    host = server.removeprefix("http://")
    assert fetch(f"{server}/echo?q=ä b#part", allow_private=True) == Page(
        url=f"{server}/echo?q=ä b",
        content=f"/echo?q=%C3%A4%20b {host} factcheck/{__version__}".encode(),
        media_type="text/plain",
        charset="KOI8-R",
    )


def test_a_page_may_come_packed_and_without_a_type(server: str) -> None:
    assert fetch(f"{server}/gzip", allow_private=True).content == b"abc"
    assert fetch(f"{server}/no-type", allow_private=True)[1:] == (b"abc", "", "")


def test_redirects_are_followed(server: str) -> None:
    page = fetch(f"{server}/hop", allow_private=True)
    assert page.url == f"{server}/echo?a=1"
    assert page.content.startswith(b"/echo?a=1 ")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", r"status 404"),
        ("/error", r"status 503"),
        ("/loop", r"redirected more than 5 times"),
        ("/to-nowhere", r"does not say where"),
        ("/to-file", r"only http and https"),
        ("/too-much", r"is larger than 10 MB"),
        ("/bomb", r"is larger than 10 MB"),
        ("/no-gzip", r"packed wrongly"),
        ("/brotli", r"packed as br"),
        ("/short", r"the connection failed"),
        ("/broken", r"the connection failed"),
        ("/nonsense", r"the connection failed"),
        ("/picture", r"is image/png, no article"),
    ],
)
def test_what_a_hostile_server_sends_is_refused(server: str, path: str, problem: str) -> None:
    assert problem in refusal(server + path)


@pytest.mark.parametrize("path", ["/drip-headers", "/drip-body"])
def test_a_slow_drip_is_given_up_in_time(
    server: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    began = time.monotonic()
    assert "took longer than" in refusal(server + path)
    assert time.monotonic() - began < 2


def test_this_machine_is_refused_unless_allowed(server: str) -> None:
    assert "private network" in refusal(f"{server}/echo", allow_private=False)


def test_each_hop_is_checked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def outside(host: str, port: int, *, allow_private: bool) -> list[str]:
        asked.append(host)
        if len(asked) > 1:
            raise Unreadable("leads into a private network: no")
        return ["127.0.0.1"]

    monkeypatch.setattr(fetching, "resolved", outside)
    port = server.rpartition(":")[2]
    assert "private network" in refusal(f"http://example.org:{port}/hop", allow_private=False)
    assert asked == ["example.org", "example.org"]


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "resolved", lambda *_, **__: ["127.0.0.1"])
    port = server.rpartition(":")[2]
    page = fetch(f"http://rebinding.invalid:{port}/echo")
    assert f"rebinding.invalid:{port}".encode() in page.content


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://example.org/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("example.org", "only http and https"),
        ("http://", "only http and https"),
        ("http:///path", "only http and https"),
        ("http://[::1", "no web address"),
        ("http://example.org:99999/", "no web address"),
        ("http://exa\nmple.org/", "only http and https"),
        ("http://ann:secret@example.org/", "a name or a password"),
        ("http://ann@example.org/", "a name or a password"),
        ("http://127.0.0.1:1/", "the connection failed"),
        ("http://no-such-host.invalid/", "server that is not known"),
        (f"http://{'x' * 70}.org/", "no web address"),
    ],
)
def test_what_is_no_address_to_fetch_is_refused(url: str, problem: str) -> None:
    assert problem in refusal(url)


def test_proxies_of_the_environment_are_not_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    assert fetch(f"{server}/gzip", allow_private=True).content == b"abc"


def test_a_server_without_a_certificate_to_trust_is_refused(server: str) -> None:
    assert refusal(server.replace("http:", "https:") + "/echo").startswith(
        "has no certificate that can be trusted"
    )


def test_certificates_are_checked_by_name() -> None:
    context = fetching._trust()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname

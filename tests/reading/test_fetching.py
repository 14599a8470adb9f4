"""Fetching pages from real servers on this machine, kind and hostile."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from factcheck import __version__
from factcheck.domain.errors import Unreadable
from factcheck.reading.web import fetching
from factcheck.reading.web.addresses import resolved
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


def many_headers(request: Handler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        request.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 1_000))


def endless_chunks(request: Handler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(2_000):
        request.wfile.write(b"2710\r\n" + b"x" * 10_000 + b"\r\n")


def nonsense(request: Handler) -> None:
    request.wfile.write(b"nonsense\r\n\r\n")


ANSWERS: dict[str, Callable[[Handler], None]] = {
    "/echo": echo,
    "/no-type": lambda request: request.answer(b"abc"),
    "/hop": redirect("/echo?a=1#part"),
    "/hop-home": redirect("//127.0.0.1:1/"),
    "/loop": redirect("/loop"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-nowhere": lambda request: request.answer(status=302),
    "/drip-headers": drip_headers,
    "/drip-body": drip_body,
    "/too-much": too_much,
    "/many-headers": many_headers,
    "/long-header": lambda request: request.answer(b"x", X_Long="x" * 1_000_000),
    "/long-location": redirect("/" + "x" * 60_000),
    "/deflate-bomb": lambda request: request.answer(
        zlib.compress(b"x" * 50_000_000), Content_Encoding="deflate"
    ),
    "/packed-twice": lambda request: request.answer(
        gzip.compress(gzip.compress(b"x")), Content_Encoding="gzip, gzip"
    ),
    "/endless-chunks": endless_chunks,
    "/to-ftp": redirect("ftp://example.org/"),
    "/to-data": redirect("data:text/html,x"),
    "/to-name": redirect("http://ann:secret@example.org/"),
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
        ("/deflate-bomb", r"is larger than 10 MB"),
        ("/packed-twice", r"packed as gzip, gzip"),
        ("/endless-chunks", r"is larger than 10 MB"),
        ("/many-headers", r"the connection failed"),
        ("/long-header", r"the connection failed"),
        ("/long-location", r": "),
        ("/to-ftp", r"only http and https"),
        ("/to-data", r"only http and https"),
        ("/to-name", r"a name or a password"),
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


def test_a_name_that_changes_its_mind_is_asked_once(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address that was checked is the one that is asked, whatever the name says later."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked: list[str] = []
    connected: list[str] = []

    def names(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", (address, port)) for address in next(answers)]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise OSError("not from here")

    monkeypatch.setattr("factcheck.reading.web.addresses.socket.getaddrinfo", names)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    refusal("http://rebinding.invalid/", allow_private=False)
    assert asked == ["rebinding.invalid"]
    assert connected == ["93.184.216.34"]


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.0.0.1.", "0", "0.0.0.0"),  # noqa: S104
        *("１２７.0.0.1", "⑫⑦.0.0.1", "127。0。0。1", "localhost", "LOCALHOST.", "[::1]", "[::]"),
        *("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"),
        *("[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1%25lo]", "[fe80::1%lo]", "[fd00::1]"),
        *("10.0.0.1", "100.64.0.1", "169.254.169.254", "192.168.0.1", "172.31.255.255"),
        *("224.0.0.1", "255.255.255.255", "198.18.0.1", "[ff02::1]", "[fec0::1]"),
    ],
)
def test_no_spelling_of_a_private_address_is_fetched(server: str, host: str) -> None:
    port = server.rpartition(":")[2]
    for url in (f"http://{host}:{port}/echo", f"http://example.org@{host}:{port}/echo"):
        with pytest.raises(Unreadable) as refused:
            fetch(url)
        assert "could not be had" not in str(refused.value)


def test_redirects_into_a_private_network_are_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first hop is taken for public; where it leads is looked at for what it is."""
    first = iter([["127.0.0.1"]])

    def outside(host: str, port: int, *, allow_private: bool) -> list[str]:
        return next(first, None) or resolved(host, port, allow_private=allow_private)

    monkeypatch.setattr(fetching, "resolved", outside)
    port = server.rpartition(":")[2]
    assert "private network" in refusal(f"http://a.invalid:{port}/hop-home", allow_private=False)

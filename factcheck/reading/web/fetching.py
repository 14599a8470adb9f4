"""Fetch one page: bounded in size, time and redirects, and never from a private network unasked."""

import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from email.message import Message
from http.client import HTTPException
from importlib import import_module
from importlib.util import find_spec
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from factcheck import __version__
from factcheck.domain.errors import MissingExtra, Unreadable
from factcheck.reading.formats import may_be_article
from factcheck.reading.web.addresses import resolved

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

LARGEST: Final = 10_000_000
"""Bytes, unpacked; a page of text has a tenth of that."""
SECONDS: Final = 30.0
"""For everything: names, redirects and the page; who waits longer thinks that it hangs."""
_PATIENCE: Final = 8.0
"""Seconds for an address of a server that has others."""
_MOST_REDIRECTS: Final = 5
_PIECE: Final = 65_536
"""Bytes between two looks at the clock."""
_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_HEADERS: Final = {
    "User-Agent": f"factcheck/{__version__}",
    "Accept": "text/html, application/xhtml+xml, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_ASCII_ADDRESS: Final = "%/:=&?~+!$,;'@()*[]#"
"""What stays as it is in the path of a request; the rest is percent-encoded."""


class Page(NamedTuple):
    """What a server sent."""

    url: str
    """Where it was in the end, after redirects; without a fragment."""
    content: bytes
    """Its bytes, unpacked."""
    media_type: str
    """What the server calls it, in lower case; empty where it does not say."""
    charset: str
    """How the server says that it is encoded; empty where it does not say."""


class _Address(NamedTuple):
    """A web address in the parts that a request needs."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The server's name as the request writes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def make_ready() -> None:
    """Load what fetching needs, which must not be done by several threads at once.

    What is missing is said when something is fetched.
    """
    for name in ("urllib3.connection", "urllib3.exceptions", "certifi"):
        with suppress(ImportError):
            import_module(name)


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Return the page at `url`; raises Unreadable. Private addresses are refused unless allowed."""
    if find_spec("urllib3") is None:
        raise MissingExtra("fetching pages needs more: pip install 'factcheck[web]'")
    deadline = monotonic() + SECONDS
    for _ in range(_MOST_REDIRECTS + 1):
        address = _address(url)
        with _request(address, deadline, allow_private=allow_private) as response:
            if response.status not in _REDIRECTS:
                return _page(address, response, deadline)
            url = urljoin(address.url, _location(response))
    raise Unreadable(f"was redirected more than {_MOST_REDIRECTS} times: name the last address")


def _location(response: "BaseHTTPResponse") -> str:
    location: str = response.headers.get("location", "")
    if not location:
        raise Unreadable("is elsewhere, and its server does not say where: check it in a browser")
    return location


def _address(url: str) -> _Address:
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        port = parts.port
    except ValueError as error:
        raise Unreadable("is no web address: write it as https://example.org/page") from error
    if parts.scheme not in _PORTS or not host or not url.isprintable():
        raise Unreadable("is no web address: only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise Unreadable("holds a name or a password: save the page and add the file")
    url = parts._replace(fragment="").geturl()
    return _Address(url, parts.scheme, host, port or _PORTS[parts.scheme], _target(parts))


def _target(parts: SplitResult) -> str:
    """Return what the request asks the server for."""
    path = quote(parts.path, safe=_ASCII_ADDRESS) or "/"
    return f"{path}?{quote(parts.query, safe=_ASCII_ADDRESS)}" if parts.query else path


@contextmanager
def _request(
    address: _Address, deadline: float, *, allow_private: bool
) -> "Iterator[BaseHTTPResponse]":
    """Send the request to an address that was checked, and close everything afterwards."""
    numbers = resolved(address.host, address.port, allow_private=allow_private)
    with _explained(deadline), closing(_connected(address, numbers, deadline)) as connection:
        watch = Timer(_left(deadline), _hang_up, [connection.sock])
        watch.daemon = True
        watch.start()  # a header that drips would never run into the time-out of one read
        try:
            headers = {**_HEADERS, "Host": address.authority}
            connection.request("GET", address.target, headers=headers, preload_content=False)
            with closing(connection.getresponse()) as response:
                yield response
        finally:
            watch.cancel()


def _connected(address: _Address, numbers: Sequence[str], deadline: float) -> "HTTPConnection":
    """Return a connection to the first of the server's addresses that answers."""
    from urllib3.exceptions import HTTPError

    *others, last = dict.fromkeys(numbers)
    for number in others:
        with suppress(HTTPError, OSError):
            return _connection(address, number, min(_left(deadline), _PATIENCE))
    return _connection(address, last, _left(deadline))


def _connection(address: _Address, number: str, timeout: float) -> "HTTPConnection":
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if address.scheme == "http":
        connection = HTTPConnection(number, address.port, timeout=timeout)
    else:
        connection = HTTPSConnection(
            number,
            address.port,
            timeout=timeout,
            ssl_context=_trust(),
            server_hostname=address.host,
            assert_hostname=address.host,
        )
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    return connection


def _trust() -> ssl.SSLContext:
    """Return the certificates that this system trusts, and those that browsers do."""
    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        return context
    context.load_verify_locations(certifi.where())
    return context


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):  # closed already
        line.shutdown(socket.SHUT_RDWR)


def _left(deadline: float) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise Unreadable(f"took longer than {SECONDS:.0f} seconds: try again, or save the page")
    return left


@contextmanager
def _explained(deadline: float) -> Iterator[None]:
    """Turn what goes wrong on the way into one line."""
    from urllib3.exceptions import DecodeError, HTTPError, SSLError

    try:
        yield
    except (ssl.SSLError, SSLError) as error:
        raise Unreadable("has no certificate that can be trusted: save the page") from error
    except DecodeError as error:
        raise Unreadable("was packed wrongly by its server: save the page") from error
    except (HTTPError, HTTPException, OSError) as error:
        _left(deadline)
        raise Unreadable("could not be had, the connection failed: try again") from error


def _page(address: _Address, response: "BaseHTTPResponse", deadline: float) -> Page:
    if response.status != 200:
        reason = f"status {response.status}"
        raise Unreadable(f"was not given by its server ({reason}): check it in a browser")
    about = Message()
    about["content-type"] = response.headers.get("content-type", "")
    media_type = about.get_content_type() if about["content-type"] else ""
    if not may_be_article(media_type):
        raise Unreadable(f"is {media_type[:60]}, no article: name the page that it is on")
    charset = about.get_param("charset") or ""
    content = b"".join(_pieces(response, deadline))
    return Page(address.url, content, media_type, charset if isinstance(charset, str) else "")


def _pieces(response: "BaseHTTPResponse", deadline: float) -> Iterator[bytes]:
    packed = response.headers.get("content-encoding", "identity").lower()
    if not re.fullmatch(r"identity|x-gzip|gzip|deflate|", packed.strip()):
        raise Unreadable(f"is packed as {packed[:40]}, which was not asked for: save the page")
    length = 0
    while piece := response.read(_PIECE):
        _left(deadline)
        length += len(piece)
        if length > LARGEST:
            raise Unreadable(f"is larger than {LARGEST // 1_000_000} MB: save its text")
        yield piece
    _left(deadline)

"""The report as PDF: complete, the same every time, and made without asking for anything."""

import io
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader

from factcheck.domain.errors import MissingExtra
from factcheck.export.report.html import html_report
from factcheck.export.report.pdf import pdf_report
from factcheck.services.reporting import reported
from factcheck.store.store import Store
from tests.export.harbour import harbour


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A real server, with what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


def printed(page: str) -> bytes:
    try:
        return pdf_report(page)
    except MissingExtra as error:
        pytest.skip(str(error))


def words_of(pdf: bytes) -> str:
    """Return the words on all pages, without white space.

    What pypdf does not decode are WeasyPrint's own encodings: two bytes a character, as in UTF-16.
    """
    pages = PdfReader(io.BytesIO(pdf)).pages
    words = "".join(page.extract_text() for page in pages)
    return "".join(words.replace("\0", "").split())


def test_every_claim_is_printed_open(store: Store, tmp_path: Path) -> None:
    page = "\n".join(html_report([reported(store, harbour(store, tmp_path))]))
    pdf = printed(page)
    words = words_of(pdf)
    for told in ("Itgrew,andbylessthanhalf.", "law.example.org/2024?x=1&y=2", "Noregister"):
        assert told in words
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    assert metadata
    assert str(metadata.title).startswith("Harbour budget")


def test_the_same_page_gives_the_same_bytes() -> None:
    page = "<h1>A town</h1><p>It grew by <b>half</b>.</p>"
    assert printed(page) == printed(page)


def test_nothing_is_fetched(asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    (tmp_path / "secret.css").write_text("p::after { content: 'secret' }")
    page = (
        f'<link rel=stylesheet href="{address}/style.css"><img src="{address}/a.png">'
        f'<link rel=stylesheet href="{(tmp_path / "secret.css").as_uri()}"><p>shown</p>'
    )
    words = words_of(printed(page))
    assert words == "shown"
    assert paths == []


def test_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtra, match=r"pip install 'factcheck\[pdf\]'"):
        pdf_report("<p>shown</p>")


def test_it_says_what_the_system_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """WeasyPrint fails so where there is no Pango, and says it on standard output besides."""
    (tmp_path / "weasyprint.py").write_text("print('long advice')\nraise OSError('libpango')\n")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MissingExtra, match="Pango"):
        pdf_report("<p>shown</p>")
    assert capsys.readouterr().out == ""

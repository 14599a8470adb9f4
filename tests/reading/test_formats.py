"""How a source is recognised, and the whole list of what is no article."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from factcheck.domain.errors import MissingExtra, Unreadable
from factcheck.reading.article import LONGEST, Article
from factcheck.reading.formats import FORMATS, articles_in, format_of, may_be_article

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def read(content: bytes, name: str = "a.txt", **said: str) -> list[Article | Unreadable]:
    """Return everything in a source; what is wrong with all of it, too."""
    try:
        return list(articles_in(io.BytesIO(content), name=name, **said))  # type: ignore[arg-type]
    except Unreadable as error:
        return [error]


def bomb() -> bytes:
    """Return a ZIP archive that says it is a document of 300 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", b" " * 300_000_000)
    return stream.getvalue()


HOSTILE = {
    "an empty file": (b"", "a.txt", "holds no text"),
    "white space": (b" \r\n\t\xe2\x80\x83", "a.md", "holds no text"),
    "a mark alone": (b"\xef\xbb\xbf", "a.txt", "holds no text"),
    "an empty page": (b"", "a.html", "holds no text"),
    "an empty PDF": (b"", "a.pdf", "holds no text"),
    "an empty table": (b"", "a.csv", "holds no text"),
    "no rows": (b"\n\n", "a.jsonl", "no rows"),
    "a NUL": (b"abc\x00def", "a.txt", "byte 3"),
    "a NUL in a page": (b"<p>abc\x00def", "a.html", "byte 6"),
    "a NUL in a cell": (b"text\nab\x00c\n", "a.csv", "row 1 .*NUL"),
    "a NUL in a string": (b'{"text": "a\\u0000b"}', "a.jsonl", "row 1 holds a NUL"),
    "a lone surrogate": (b'{"text": "a\\ud800b"}', "a.jsonl", "row 1 holds half of a surrogate"),
    "random bytes": (bytes(range(1, 256)) * 9, "a.txt", "byte 127"),
    "a picture as text": (PNG, "a.txt", "seems to be a PNG image, not text"),
    "a picture as a page": (PNG, "a.html", "seems to be a PNG image, not HTML"),
    "a picture as PDF": (PNG, "a.pdf", "is no PDF, seems to be a PNG image"),
    "a database": (b"SQLite format 3\x00\x10\x00", "a.txt", "an SQLite database"),
    "a PDF as text": (
        b"%PDF-1.7\n",
        "a.txt",
        "seems to be a PDF, not text: give it the ending .pdf",
    ),
    "an old document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
        "a.docx",
        "a locked office document",
    ),
    "half a document": (b"PK\x03\x04 and word/ and no more", "a.docx", "is a damaged DOCX"),
    "a bomb": (bomb, "a.docx", "too large when it is unpacked"),
    "half a PDF": (b"%PDF-1.7\nand no more", "a.pdf", "is a damaged PDF"),
    "one long line": (b"x" * 50_000_000, "a.txt", "is larger than 40 MB"),
    "a long text": (b"x" * (LONGEST + 1), "a.txt", "is longer than 10,000,000 characters"),
    "a long row": (b'{"text": "' + b"x" * 30_000_000, "a.jsonl", "row 1 is longer"),
    "a long cell": (
        b'text\n"' + (b"x" * 99 + b"\n") * 110_000,
        "a.csv",
        "row 1 has a cell of over",
    ),
    "deep JSON": (b"[" * 500_000, "a.json", "too deep"),
    "a deep row": (b'{"a":' * 500_000 + b"\n", "a.jsonl", "row 1 .*too deep"),
    "a long number": (b'{"text": ' + b"9" * 9_999 + b"}", "a.jsonl", "row 1"),
    "a row that is no object": (b"[1]\n", "a.json", "row 1 is no JSON object"),
    "not JSON": (b"hello\n", "a.jsonl", "row 1 is no JSON"),
    "a quote that never ends": (b'text\n"abc\n', "a.csv", "row 1 is no row"),
    "no column": (b"claim,label\na,b\n", "a.csv", "has no column 'text', but claim, label"),
    "no feed": (b"<html></html>", "a.rss", "is no feed"),
    "an empty feed": (b'<rss version="2.0"><channel/></rss>', "a.xml", "holds no entries"),
    "an empty frame": (b"<html><body></body></html>", "a.html", "holds no main text"),
    "only scripts": (b"<html><body><script>x()</script></body></html>", "a", "no main text"),
    "a crowd": (b"<html><body>" + b"<i>x</i>" * 101_000, "a.html", "more than 100,000 elements"),
    "attributes": (b"<html><body" + b" a" * 9_999 + b">", "a.html", "hundreds of attributes"),
}


@pytest.mark.parametrize(("content", "name", "problem"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_article_gets_one_clear_line_at_once(
    content: bytes | Callable[[], bytes], name: str, problem: str
) -> None:
    source = content() if callable(content) else content
    began = monotonic()
    (refusal,) = read(source, name)
    assert monotonic() - began < 5
    assert isinstance(refusal, Unreadable)
    with pytest.raises(Unreadable, match=problem):
        raise refusal
    message = str(refusal)
    assert message.isprintable()
    assert ": " in message
    assert len(message) < 200
    assert message[0].islower()


def test_text_is_kept_to_the_last_character() -> None:
    text = "A\r\nB\x1b[31m\u200d\u202e\u2028 C\N{PILE OF POO}e\u0301“d”\ufeff\n"
    assert read(text.encode()) == [Article(text=text, format="text", encoding="utf-8")]


def test_five_megabytes_in_one_paragraph_are_an_article() -> None:
    text = "The town grew. " * 350_000
    began = monotonic()
    (article,) = read(text.encode())
    assert isinstance(article, Article)
    assert article.text == text
    assert monotonic() - began < 2


@pytest.mark.parametrize(
    ("head", "said", "name"),
    [
        (b"", {"name": "a.MD"}, "markdown"),
        (b"", {"name": "https://example.org/a.csv?b=c.pdf#d"}, "csv"),
        (b"", {"name": "a.csv", "format": "jsonl"}, "jsonl"),
        (b"", {"name": "https://example.org/a.php", "media_type": "text/html"}, "html"),
        (b"", {"name": "a.csv", "media_type": "text/plain"}, "csv"),
        (b"", {"name": "a.csv", "media_type": "application/json"}, "jsonl"),
        (b"%PDF-1.4", {"name": "download"}, "pdf"),
        (b"PK\x03\x04....word/document.xml", {"name": "-"}, "docx"),
        (b"PK\x03\x04....xl/workbook.xml", {"name": "-"}, "text"),
        (b"\n<!DOCTYPE HTML>\n<title>", {"name": "-"}, "html"),
        (b"\xef\xbb\xbf<html lang=de>", {"name": "-"}, "html"),
        ("\ufeff<html>".encode("utf-16-le"), {"name": "-"}, "html"),
        (b"<?xml version='1.0'?><!-- a --><rss version='2.0'>", {"name": "a.xml"}, "feed"),
        (b"<feed xmlns='x'>", {"media_type": "text/xml"}, "feed"),
        (b"<!DOCTYPE r [<!ENTITY a 'b'>]><rss>", {"name": "-"}, "feed"),
        (b'{"text": "a"}', {"name": "-"}, "jsonl"),
        (b'[\n {"text": "a"}]', {"name": "-"}, "jsonl"),
        (b"{curly} words", {"name": "-"}, "text"),
        (b"BM is a car maker", {"name": "-"}, "text"),
        (b"", {"name": "README"}, "text"),
    ],
)
def test_a_source_is_recognised(head: bytes, said: dict[str, str], name: str) -> None:
    assert format_of(head, **said).name == name


def test_a_long_prologue_is_looked_through_at_once() -> None:
    began = monotonic()
    assert format_of(b"<!-- a -->" * 6_000 + b"<what>").name == "text"
    assert monotonic() - began < 1


def test_a_format_that_does_not_exist_is_refused_with_those_that_do() -> None:
    (refusal,) = read(b"abc", format="word")
    assert str(refusal).startswith("'word' is no format: name one of pdf, docx")


def test_no_ending_and_no_media_type_means_two_formats() -> None:
    endings = [ending for row in FORMATS for ending in row.endings]
    media_types = [kind for row in FORMATS for kind in row.media_types]
    assert len(endings) == len(set(endings))
    assert len(media_types) == len(set(media_types))


@pytest.mark.parametrize(
    ("library", "name", "content", "extra"),
    [
        ("lxml", "a.html", b"<html><p>One.", "web"),
        ("trafilatura", "a.html", b"<html><p>One.", "web"),
        ("feedparser", "a.rss", b"<rss>", "web"),
        ("pypdf", "a.pdf", b"%PDF-1.7", "documents"),
        ("docx", "a.docx", b"PK\x03\x04word/", "documents"),
    ],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    library: str, name: str, content: bytes, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = [module for module in sys.modules if module.partition(".")[0] == library]
    for module in {library, *loaded}:
        monkeypatch.setitem(sys.modules, module, None)
    (refusal,) = read(content, name)
    assert isinstance(refusal, MissingExtra)
    assert str(refusal).endswith(f"needs more: pip install 'factcheck[{extra}]'")


@pytest.mark.parametrize(
    "media_type", ["", "text/html", "text/xml", "text/x-log", "application/pdf"]
)
def test_servers_may_call_an_article_many_things(media_type: str) -> None:
    assert may_be_article(media_type)


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "text/css", "application/zip"])
def test_pictures_films_and_scripts_are_no_articles(media_type: str) -> None:
    assert not may_be_article(media_type)


def test_a_source_that_breaks_off_is_told(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(Unreadable, match="input/output error: check the disk"):
        list(articles_in(Broken(), name="a.txt"))


def test_the_table_loads_without_any_reader() -> None:
    code = "import factcheck.reading.formats, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert not {"pydantic", "lxml", "trafilatura", "pypdf", "docx", "feedparser"} & loaded

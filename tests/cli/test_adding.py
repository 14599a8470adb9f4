"""Reading articles of all kinds from the command line, the hostile ones among them."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run

NEWS = "The town grew by half last year, the mayor said on Monday. Nobody knows why it did."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Town grows</title><meta name="author" content="Ann Writer"></head>
<body><article><h1>Town grows</h1><p>{NEWS}</p><p>{NEWS.upper()}</p></article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
<item><title>Town grows</title><link>https://courier.example/1</link>
<description>{NEWS}</description></item></channel></rss>"""


def document(text: str) -> bytes:
    file = io.BytesIO()
    made = docx.Document()
    made.add_paragraph(text)
    made.save(file)
    return file.getvalue()


READABLE: dict[str, bytes] = {
    "plain.txt": NEWS.encode(),
    "notes.md": f"# Town grows\n\n{NEWS}\n".encode(),
    "page.html": PAGE.encode(),
    "draft.docx": document(NEWS),
    "feed.rss": FEED.encode(),
    "table.csv": f'text,title\n"{NEWS}",Town\n'.encode(),
    "lines.jsonl": json.dumps({"text": NEWS}).encode(),
    "wide.txt": NEWS.encode("utf-16"),
    "western.txt": "Die Männer über dem Fluß sagen, daß alles gut für sie ist.".encode("cp1252"),
}


def read(run: Run, folder: Path, name: str, content: bytes) -> dict[str, object]:
    """Add one file, and return what `show --json` says of its article."""
    (folder / name).write_bytes(content)
    done = run("add", name, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    (addition,) = json.loads(done.stdout)
    shown: dict[str, object] = json.loads(run("show", addition["id"], "--json").stdout)
    return shown


@pytest.mark.parametrize("name", READABLE)
def test_every_format_is_read(run: Run, folder: Path, name: str) -> None:
    shown = read(run, folder, name, READABLE[name])
    text, sentences = shown["text"], shown["sentences"]
    assert isinstance(text, str)
    assert isinstance(sentences, list)
    assert len(sentences) >= 1
    assert all(text[s["start"] : s["end"]] == s["text"] for s in sentences)
    assert "Nobody knows why it did." in text or "über dem Fluß" in text


def test_what_a_page_says_about_itself_is_shown(run: Run, folder: Path) -> None:
    shown = read(run, folder, "page.html", READABLE["page.html"])
    assert (shown["title"], shown["author"], shown["language"]) == (
        "Town grows",
        "Ann Writer",
        "en",
    )
    assert shown["format"] == "html"


def test_how_a_file_was_decoded_is_said(run: Run, folder: Path) -> None:
    (folder / "western.txt").write_bytes(READABLE["western.txt"])
    assert run("add", "western.txt").stdout.endswith("1 sentence (windows-1252, detected)\n")
    assert json.loads(run("show", "1", "--json").stdout)["encoding"] == "windows-1252, detected"


def broken_link(file: Path) -> None:
    file.symlink_to("nowhere")


def unreadable(file: Path) -> None:
    file.write_text(NEWS, encoding="utf-8")
    file.chmod(0)


def holding(content: bytes) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_bytes(content)

    return write


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "nul bytes": (holding(b"One\0two"), "NUL (byte 3)"),
    "half a surrogate pair": (holding(b"One \xed\xa0\x80 two."), "byte 4"),
    "half a surrogate pair in JSON": (holding(rb'{"text": "One \ud800."}'), "row 1"),
    "50 MB on one line": (holding(b"x" * 50_000_000), "larger than"),
    "an empty file": (holding(b""), "no text"),
    "white space": (holding(b" \r\n\t\n"), "no text"),
    "a picture": (holding(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4), "image"),
    "a database": (holding(b"SQLite format 3\0" + bytes(84)), "SQLite"),
    "random bytes": (holding(bytes(range(255, 0, -1)) * 9), "byte"),
    "a folder without articles": (Path.mkdir, "folder without articles"),
    "a broken link": (broken_link, "no such file"),
    "a pipe": (os.mkfifo, "not a file"),
    "a damaged PDF": (holding(b"%PDF-1.7\nnothing else"), "PDF"),
    "a damaged archive": (holding(b"PK\x03\x04" + b"word/" * 20), "DOCX"),
    "a bomb of entities": (
        holding(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa">]><rss>&a;&a;'),
        "no entries",
    ),
}
if os.geteuid() != 0:  # root may read everything
    HOSTILE["an unreadable file"] = (unreadable, "permission denied")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_source_gets_one_clear_line_and_the_rest_is_read(
    run: Run, folder: Path, name: str
) -> None:
    make, reason = HOSTILE[name]
    source = folder / "hostile"
    make(source)
    (folder / "good.txt").write_text(NEWS, encoding="utf-8")
    done = run("add", "hostile", "good.txt")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("factcheck: hostile")
    assert reason.casefold() in line.casefold()
    assert ": " in line.removeprefix("factcheck: hostile")
    assert done.stdout == "good.txt: read, article 1, 2 sentences\n"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:9/", "private network"),
        ("http://[::1]/", "private network"),
        ("http://0177.0.0.1/", "disguised number"),
        ("http://169.254.169.254/latest", "private network"),
        ("ftp://example.org/a.txt", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("https://ann:secret@example.org/", "name or a password"),
    ],
)
def test_an_address_that_may_not_be_fetched_is_refused(run: Run, address: str, reason: str) -> None:
    done = run("add", address)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert reason in line
    assert "secret" not in line.replace(address, "")


def test_a_missing_extra_is_one_line_with_the_command(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "draft.docx").write_bytes(READABLE["draft.docx"])
    for module in [name for name in sys.modules if name.split(".")[0] == "docx"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delitem(sys.modules, "factcheck.reading.readers.word", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "lxml", None)
    done = run("add", "draft.docx")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "pip install 'factcheck[documents]'" in line


def test_columns_are_named_by_options(run: Run, folder: Path) -> None:
    (folder / "a.csv").write_text(
        f'statement,headline,link,when\n"{NEWS}",Town,https://a.example/,2024-05-06\n', "utf-8"
    )
    names = {"text": "statement", "title": "headline", "url": "link", "date": "when"}
    options = [part for name, column in names.items() for part in (f"--{name}-column", column)]
    assert run("add", "a.csv", *options).returncode == 0
    shown = json.loads(run("show", "1", "--json").stdout)
    assert [shown[name] for name in names] == [NEWS, "Town", "https://a.example/", "2024-05-06"]


def test_a_table_without_the_column_names_those_it_has(run: Run, folder: Path) -> None:
    (folder / "a.csv").write_text("statement,headline\nOne is here.,Town\n", "utf-8")
    refused = run("add", "a.csv")
    assert refused.returncode == 1
    assert "statement" in refused.stderr


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=80))
def test_any_text_comes_back_to_the_last_character(run: Run, folder: Path, text: str) -> None:
    (folder / "any.txt").write_bytes(text.encode())
    (addition,) = json.loads(run("add", "any.txt", "--json").stdout)
    if addition["problem"]:
        assert not text.removeprefix("\ufeff").strip()
        return
    shown = json.loads(run("show", addition["id"], "--json").stdout)
    assert shown["text"] == text.removeprefix("\ufeff")
    covered = 0
    for sentence in shown["sentences"]:
        assert not shown["text"][covered : sentence["start"]].strip()
        assert shown["text"][sentence["start"] : sentence["end"]] == sentence["text"] != ""
        covered = sentence["end"]
    assert not shown["text"][covered:].strip()

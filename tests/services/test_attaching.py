"""Files brought into the database with evidence, and saved out of it again."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.errors import NotFound, NotWritten, Unreadable
from factcheck.domain.findings.evidence import Attachment
from factcheck.services.attaching import attachment_from, safe_name, save_attachment
from factcheck.store.store import Store

PNG = b"\x89PNG\r\n\x1a\n some pixels"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "picture.png"
    file.write_bytes(PNG)
    return file


def test_an_attachment_says_what_the_file_is(store: Store, picture: Path) -> None:
    kept = attachment_from(store, picture)
    assert (kept.name, kept.media_type, kept.size) == ("picture.png", "image/png", len(PNG))
    assert store.attachments.content(kept.sha256) == PNG


def test_a_file_is_saved_as_it_was(store: Store, picture: Path, tmp_path: Path) -> None:
    kept = attachment_from(store, picture)
    picture.unlink()
    assert save_attachment(store, kept, tmp_path) == picture
    assert picture.read_bytes() == PNG
    assert save_attachment(store, kept, tmp_path / "other").read_bytes() == PNG


def test_nothing_is_overwritten(store: Store, picture: Path, tmp_path: Path) -> None:
    kept = attachment_from(store, picture)
    picture.write_bytes(b"mine")
    assert save_attachment(store, kept, tmp_path).name == "picture (2).png"
    assert save_attachment(store, kept, tmp_path).name == "picture (3).png"
    with pytest.raises(NotWritten, match="there already"):
        save_attachment(store, kept, picture)
    assert picture.read_bytes() == b"mine"


def test_a_link_is_not_followed_when_saving(store: Store, picture: Path, tmp_path: Path) -> None:
    kept = attachment_from(store, picture)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritten):
        save_attachment(store, kept, link)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["missing.png", "", "a\x00b"])
def test_a_file_that_cannot_be_read_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match=": "):
        attachment_from(store, tmp_path / name)
    assert store.attachments.sizes() == {}


def test_an_empty_or_endless_file_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    for name in ("empty", "pipe"):
        with pytest.raises(Unreadable):
            attachment_from(store, tmp_path / name)


def test_a_file_that_is_too_large_is_refused(store: Store, tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(Unreadable, match="50 MB"):
        attachment_from(store, tmp_path / "film.mp4")


def test_content_that_was_damaged_is_noticed(store: Store, picture: Path, tmp_path: Path) -> None:
    kept = attachment_from(store, picture)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DROP TRIGGER attachment_is_final")
        connection.execute("UPDATE attachment SET content = x'00'")
        connection.commit()
    with pytest.raises(Unreadable, match="damaged"):
        save_attachment(store, kept, tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_content_that_is_not_in_this_database_is_said(store: Store, tmp_path: Path) -> None:
    elsewhere = Attachment(sha256="0" * 64, name="a.png", media_type="image/png", size=1)
    with pytest.raises(NotFound, match="not in this database"):
        save_attachment(store, elsewhere, tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ann\\a.png", "a.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\x1b[31mred\x07.png", "[31mred.png"),
        ("what? <is> it|.png", "what_ _is_ it_.png"),
        (".hidden", "hidden"),
        ("-rf", "_-rf"),
        ("con.txt", "_con.txt"),
        ("..", "0" * 12),
        ("", "0" * 12),
        ("bild ä.png", "bild ä.png"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(Attachment(sha256="0" * 64, name=name, media_type="a/b", size=1)) == safe


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name(Attachment(sha256="0" * 64, name="ä" * 500 + ".png", media_type="a/b", size=1))
    assert name.endswith("ä.png")
    assert len(name.encode()) < 200

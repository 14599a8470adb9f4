"""What kind of file an attachment is."""

import zipfile
from io import BytesIO

import pytest

from factcheck.reading.decoding.media_types import media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument"
MESSAGE = (
    b'From: <Saved>\r\nSubject: a\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n'
)


def archive(*names: str, mimetype: str = "") -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "content")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"),
        (b"%PDF-1.7", "application/pdf"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "text/html"),
        (b"<html lang='en'>", "text/html"),
        (b"<?xml version='1.0'?><svg xmlns='a'>", "image/svg+xml"),
        (MESSAGE, "multipart/related"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (archive("a.txt"), "application/zip"),
        (
            archive("[Content_Types].xml", "word/document.xml"),
            f"{OFFICE}.wordprocessingml.document",
        ),
        (archive("xl/workbook.xml"), f"{OFFICE}.spreadsheetml.sheet"),
        (archive(mimetype="application/epub+zip"), "application/epub+zip"),
        (b"PK\x03\x04 but broken", "application/zip"),
    ],
    ids=lambda said: said if isinstance(said, str) else "",
)
def test_the_bytes_say_what_a_file_is_whatever_its_name(content: bytes, media_type: str) -> None:
    assert media_type_of(content, "picture.tiff") == media_type


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("notes.txt", "text/plain"),
        ("table.CSV", "text/csv"),
        ("part.html", "text/html"),
        ("data.json", "application/json"),
        ("picture.png", "application/octet-stream"),
        ("notes.txt.gz", "application/octet-stream"),
        ("notes", "application/octet-stream"),
    ],
)
def test_the_name_says_it_where_the_bytes_do_not(name: str, media_type: str) -> None:
    assert media_type_of(b"<p>some words", name) == media_type

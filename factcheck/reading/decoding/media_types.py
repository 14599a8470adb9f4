"""The media type of a file: by its first bytes, else by its name."""

import re
import zipfile
from io import BytesIO
from mimetypes import MimeTypes
from typing import Final

ZIP: Final = "application/zip"
UNKNOWN: Final = "application/octet-stream"
SAVED_PAGE: Final = "multipart/related"
"""A page saved as one file (MHTML), which begins as a message does."""
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_PROLOGUE: Final = r"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,1000}?-->\s*)?"
_SIGNATURES: Final = (
    (r"\x89PNG\r\n\x1a\n", "image/png"),
    (r"\xff\xd8\xff", "image/jpeg"),
    (r"GIF8[79]a", "image/gif"),
    (r"RIFF....WEBP", "image/webp"),
    (r"RIFF....WAVE", "audio/wav"),
    (r"RIFF....AVI ", "video/x-msvideo"),
    (r"(II\*\x00|MM\x00\*)", "image/tiff"),
    (r"BM....\x00\x00\x00\x00", "image/bmp"),
    (r"....ftypavi[fs]", "image/avif"),
    (r"....ftyp(heic|heix|mif1|msf1)", "image/heic"),
    (r"....ftypqt  ", "video/quicktime"),
    (r"....ftypM4A", "audio/mp4"),
    (r"....ftyp", "video/mp4"),
    (r"\x1aE\xdf\xa3.{0,64}webm", "video/webm"),
    (r"\x1aE\xdf\xa3", "video/x-matroska"),
    (r"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]", "audio/mpeg"),
    (r"OggS", "application/ogg"),
    (r"fLaC\x00", "audio/flac"),
    (r"%PDF-", "application/pdf"),
    (r"\{\\rtf", "application/rtf"),
    (r"\x1f\x8b\x08", "application/gzip"),
    (r"WARC/1\.", "application/warc"),
    (_PROLOGUE + r"<(!doctype\s+html|html|head|body)[\s>]", "text/html"),
    (_PROLOGUE + r"(<!doctype\s+svg[^>]*>\s*)?<svg[\s>]", "image/svg+xml"),
    (r"([\w-]+:[^\n]*\n([ \t][^\n]*\n)*){0,40}?content-type:\s*multipart/related", SAVED_PAGE),
)
"""What files of a kind begin with."""
_PATTERNS: Final = tuple(
    (re.compile(pattern.encode("latin-1"), re.DOTALL | re.IGNORECASE), media_type)
    for pattern, media_type in _SIGNATURES
)
_PARTS: Final = (
    ("word/", f"{_OFFICE}.wordprocessingml.document"),
    ("xl/", f"{_OFFICE}.spreadsheetml.sheet"),
    ("ppt/", f"{_OFFICE}.presentationml.presentation"),
)
"""Folders in an archive that is an office document."""
_HEAD: Final = 4096
"""Bytes in which every kind shows itself."""
_NAMES: Final = MimeTypes()
"""Python's own table; what the system has added to it differs from machine to machine."""


def media_type_of(content: bytes, name: str) -> str:
    """Return what `content` is, such as `image/png`; `name` is what the file was called."""
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    for pattern, media_type in _PATTERNS:
        if pattern.match(content[:_HEAD]):
            return media_type
    named, packed = _NAMES.guess_type(name, strict=False)
    signed = any(named == media_type for _, media_type in _SIGNATURES)
    text = named is not None and named.startswith("text/")
    return named if named and not packed and (text or not signed) else UNKNOWN


def _archive(content: bytes) -> str:
    """Return what kind of document a ZIP archive is, if it is one."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            declared = _beginning(archive, "mimetype") if names[:1] == ["mimetype"] else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return ZIP
    if declared.isascii() and declared.decode().isprintable() and declared:
        return declared.decode().strip()
    inside = (kind for folder, kind in _PARTS if any(n.startswith(folder) for n in names))
    return next(inside, ZIP)


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        return file.read(100)

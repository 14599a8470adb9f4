"""What a file is by its first bytes, whatever its name says."""

from typing import Final

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked office document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"%!PS", "a PostScript document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a BMP image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"ID3\x03", "a sound"),
    (b"ID3\x04", "a sound"),
    (b"OggS", "a sound or a film"),
    (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xfe\xed\xfa", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"OTTO\x00", "a font"),
)
_ALSO_WORDS: Final = frozenset({b"BM", b"MZ", b"RIFF", b"BZh", b"OggS", b"fLaC", b"wOFF", b"wOF2"})
"""Letters that a text may begin with too; they say something only where bytes follow."""
_FILM: Final = (4, b"ftyp", "a film or a picture")


def seems_to_be(head: bytes) -> str:
    """Return in words what the first bytes say that a file is; nothing where it may be text."""
    offset, mark, film = _FILM
    if head[offset : offset + len(mark)] == mark and head[:2] == b"\x00\x00":
        return film
    for signature, words in _SIGNATURES:
        if head.startswith(signature) and (signature not in _ALSO_WORDS or b"\x00" in head):
            return words
    return ""

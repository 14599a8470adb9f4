"""Small files that a careless reader would take hours or gigabytes for."""

import io
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org'
    '/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_ENTITIES: Final = '<!ENTITY a "lollollol">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefghijk", "bcdefghijkl", strict=True)
)
_FONT: Final = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE: Final = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
)


def docx(document: str, parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return a DOCX with that main part, and others."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def in_body(markup: str, before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{_WORD}"><w:body>{markup}</w:body></w:document>'


def in_paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def declaring(size: int, instead_of: int, content: bytes) -> bytes:
    return content.replace(instead_of.to_bytes(4, "little"), size.to_bytes(4, "little"))


def pdf(*objects: str | bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1, the first of them its root."""
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        body = each if isinstance(each, bytes) else each.encode()
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n"
    return content + end % (size, table, size, len(content)) + b"%%EOF"


def pdf_page(drawing: bytes, how: str = "") -> bytes:
    page, pages = _PAGE
    stream = b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(drawing), how.encode(), drawing)
    return pdf("<</Type/Catalog/Pages 2 0 R>>", pages, page, stream, _FONT)


def pdf_tree(pages: str, *more: str) -> bytes:
    return pdf("<</Type/Catalog/Pages 2 0 R>>", pages, *more)


def spaces(length: int) -> bytes:
    packer = zlib.compressobj()
    pieces = [packer.compress(b" " * 10_000_000) for _ in range(length // 10_000_000)]
    return b"".join([*pieces, packer.flush()])


def feed(inside: str, before: str = "") -> str:
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return f'{head}{before}<rss version="2.0"><channel>{inside}</channel></rss>'


def attributes(count: int) -> str:
    return " ".join(f'a{number}="1"' for number in range(count))


BOMBS: Final[Mapping[str, Callable[[], str | bytes]]] = MappingProxyType(
    {
        "zeros.docx": lambda: docx(in_body(""), {"word/z.bin": bytes(250_000_000)}),
        "one-part.docx": lambda: docx(in_body(""), {"word/z.png": bytes(70_000_000)}),
        "too-small-a-size.docx": lambda: declaring(
            100, 150_000_000, docx(in_body(""), {"word/z.xml": bytes(150_000_000)})
        ),
        "many-parts.docx": lambda: docx(
            in_body(""), {f"word/{number}.xml": b"" for number in range(10_001)}
        ),
        "docx-in-docx.docx": lambda: docx("x", {"word/document.docx": docx("x")}),
        "entities.docx": lambda: docx(in_body(in_paragraph("&l;"), f"<!DOCTYPE w [{_ENTITIES}]>")),
        "file-entity.docx": lambda: docx(
            in_body(in_paragraph("&e; root:"), '<!DOCTYPE w [<!ENTITY e SYSTEM "/etc/passwd">]>')
        ),
        "boxes-in-boxes.docx": lambda: docx(
            in_body(
                "<w:p><w:r><w:txbxContent>" * 60
                + in_paragraph("Deep.")
                + "</w:txbxContent></w:r></w:p>" * 60
            )
        ),
        "tables-in-tables.docx": lambda: docx(in_body("<w:tbl><w:tr><w:tc>" * 100_000)),
        "unpacked.pdf": lambda: pdf_page(spaces(100_000_000), "/Filter/FlateDecode"),
        "pages-of-themselves.pdf": lambda: pdf_tree("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        "deep-pages.pdf": lambda: pdf_tree(
            *(f"<</Type/Pages/Kids[{next_} 0 R]/Count 1>>" for next_ in range(3, 3_000))
        ),
        "many-pages.pdf": lambda: pdf_tree(
            f"<</Type/Pages/Kids[{'3 0 R ' * 20_000}]/Count 20000>>", _PAGE[0], "<<>>"
        ),
        "deep-array.pdf": lambda: pdf_tree("[" * 100_000 + "]" * 100_000),
        "deep-drawing.pdf": lambda: pdf_page(b"BT " + b"[" * 100_000),
        "entities.rss": lambda: feed(
            "<item><description>&l; grew</description></item>", f"<!DOCTYPE rss [{_ENTITIES}]>"
        ),
        "long-entity.rss": lambda: feed(
            f"<item><description>{'&e;' * 20_000}</description></item>",
            f'<!DOCTYPE rss [<!ENTITY e "{"lol" * 50_000}">]>',
        ),
        "file-entity.rss": lambda: feed(
            "<item><description>&e; root:</description></item>",
            '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        ),
        "attributes.rss": lambda: feed(f"<item {attributes(100_000)}/>"),
        "entries.rss": lambda: feed("<item><title>a</title></item>" * 100_000),
        "tags.rss": lambda: feed(f"<item><description>{'<a b=' * 100_000}"),
        "deep.html": lambda: "<html><body>" + "<div>" * 1_000_000 + "x",
        "deep-tables.html": lambda: "<html><body>" + "<table><tr><td>" * 20_000 + "x",
        "inline.html": lambda: "<html><body><p>" + "<b><i>" * 300_000 + "x",
        "attributes.html": lambda: f"<html><body {attributes(100_000)}><p>x",
        "comments.html": lambda: "<html><body>" + "<!--" * 1_000_000 + "x",
        "doctype.html": lambda: "<!doctype html [" + '<!ENTITY a "b">' * 100_000,
        "prologue.html": lambda: "<!" * 1_000_000 + "<html>",
        "deep.json": lambda: "[" * 100_000,
        "deep-rows.jsonl": lambda: '{"text": ' * 100_000 + "\n" + "[" * 100_000 + "\n",
        "long-number.json": lambda: f'[{{"text": "x", "n": {"1" * 4_000_000}}}]',
        "names.json": lambda: "{" + ",".join(f'"k{number}":1' for number in range(200_000)) + "}",
        "quotes.csv": lambda: "text,title\n" + '"' * 5_000_000,
        "quotes.tsv": lambda: "text\t" + 'a"\t' * 1_000_000,
        "title.md": lambda: f"---\ntitle: {'[,' * 9_000}{']' * 9_000}\n---\nx",
        "fences.md": lambda: "```\n" * 100_000,
        "shifts.txt": lambda: b"\x1b$B" * 300_000,
        "utf-7.txt": lambda: b"+AGE-" * 300_000,
        "bytes.txt": lambda: bytes(range(128, 256)) * 10_000,
        "marks.txt": lambda: "a" + "\u0301" * 1_000_000,
        "invisible.txt": lambda: "\u200b" * 1_000_000,
        "lines.txt": lambda: "\n" * 1_000_000 + "x",
        "one-word.txt": lambda: "a" * 9_900_000,
        "right-to-left.txt": lambda: "\u202e\u05d0 " * 500_000,
        "items.txt": lambda: " ".join(f"{number}) word" for number in range(1, 50_000)),
        "brackets.txt": lambda: "(" * 1_000_000,
        "quotations.txt": lambda: "“a. B" * 100_000,
    }
)
"""By the name of the file, whose ending says what reads it."""

LARGE: Final[Mapping[str, Callable[[], str | bytes]]] = MappingProxyType(
    {
        "packed-twice.pdf": lambda: pdf_page(
            zlib.compress(spaces(500_000_000)), "/Filter[/FlateDecode/FlateDecode]"
        ),
        "doubling-pages.pdf": lambda: pdf_tree(
            *(f"<</Type/Pages/Kids[{next_} 0 R {next_} 0 R]/Count 1>>" for next_ in range(3, 60)),
            _PAGE[0],
        ),
        "deep.rss": lambda: feed("<a>" * 100_000),
        "columns.csv": lambda: "text" + "," * 10_000_000 + "\na\n",
        "rows.csv": lambda: "text,title\n" + ",\n" * 200_000,
        "open-quote.csv": lambda: 'text,title\n"' + "a\n" * 6_000_000,
    }
)
"""Others, for which even a careful reader takes a second."""

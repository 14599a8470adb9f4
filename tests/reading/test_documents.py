"""PDF and DOCX: their text, and what they say about themselves."""

import io
from contextlib import suppress
from datetime import datetime

import docx
import pypdf
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article
from factcheck.reading.formats import articles_in
from factcheck.reading.readers import pdf

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(content: bytes, name: str) -> Article:
    (article,) = articles_in(io.BytesIO(content), name=name)
    assert isinstance(article, Article)
    return article


def pdf_of(*pages: str, password: str | None = None) -> bytes:
    """Return a PDF with a line of text on each page, none where it is empty."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject()
    for key, value in {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}.items():
        font[NameObject(f"/{key}")] = NameObject(f"/{value}")
    for text in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode() if text else b"")
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata(
        {"/Title": "A title", "/Author": "Ann", "/CreationDate": "D:20240618101500+02'00'"}
    )
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def docx_of(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_pages_of_a_pdf_are_one_text() -> None:
    article = read(pdf_of("One is here and it is hy-", "phenated."), "a.pdf")
    assert article.text == "One is here and it is hy-\nphenated."
    assert article.format == "pdf"
    assert article.encoding == ""


def test_what_a_pdf_says_about_itself_is_kept() -> None:
    particulars = read(pdf_of("One."), "a.pdf").particulars
    assert (particulars.title, particulars.author) == ("A title", "Ann")
    assert particulars.date == "2024-06-18"


def test_a_pdf_without_text_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"holds pictures of pages and no text: recognise it"):
        read(pdf_of("", ""), "a.pdf")


def test_an_encrypted_pdf_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"is encrypted: save it without a password"):
        read(pdf_of("One.", password="secret"), "a.pdf")  # noqa: S106


def test_a_pdf_that_only_must_not_be_printed_is_read() -> None:
    assert read(pdf_of("One.", password=""), "a.pdf").text == "One."


def test_a_damaged_pdf_is_refused_without_a_word_on_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    content = pdf_of("One is here.", "Two is there.")
    for end in range(20, len(content), 97):
        with suppress(Unreadable):
            read(content[:end] + b"\n\xff\x00" + content[end + 9 :], "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_a_library_of_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    with pytest.raises(Unreadable, match="has more than 2 pages"):
        read(pdf_of("One.", "Two.", "Three."), "a.pdf")


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", -1.0)
    with pytest.raises(Unreadable, match="takes more than"):
        read(pdf_of("One."), "a.pdf")


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    document = docx.Document()
    document.add_heading("A heading")
    document.add_paragraph("One is\there.\nAnd goes on.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["a", "b", "c", ""], strict=True):
        cell.text = text
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "d"
    document.add_paragraph("Two.")
    article = read(docx_of(document), "a.docx")
    assert article.text == "A heading\nOne is\there.\nAnd goes on.\na\tb\nc\td\nTwo."


def test_what_a_document_says_about_itself_is_kept() -> None:
    document = docx.Document()
    document.add_paragraph("One.")
    about = document.core_properties
    about.title, about.author, about.language = "A title", "Ann", "de-DE"
    about.created = datetime(2024, 6, 18, 10, 15)
    particulars = read(docx_of(document), "a.docx").particulars
    assert (particulars.title, particulars.author) == ("A title", "Ann")
    assert (particulars.date, particulars.language) == ("2024-06-18", "de-DE")


def test_changes_that_were_tracked_are_accepted() -> None:
    document = docx.Document()
    runs = (
        "<w:r><w:t>The town </w:t></w:r><w:del><w:r><w:delText>shrank</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>grew</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t> fast</w:t></w:r></w:hyperlink>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{runs}<w:r><w:t>.</w:t></w:r></w:p>"))
    assert read(docx_of(document), "a.docx").text.strip() == "The town grew fast."


def test_text_in_boxes_and_controls_is_read_once() -> None:
    document = docx.Document()
    box = f"<w:txbxContent {W}><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent><w:t>Body.</w:t></w:r></w:p>"
    )
    held = "<w:sdtContent><w:p><w:r><w:t>Held.</w:t></w:r></w:p></w:sdtContent>"
    control = f"<w:sdt {W}>{held}</w:sdt>"
    document.element.body.insert(0, parse_xml(control))
    document.element.body.insert(0, parse_xml(xml))
    assert read(docx_of(document), "a.docx").text.strip() == "Body.\nBoxed.\nHeld."

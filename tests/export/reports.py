"""Reports in Markdown, made for tests and read back as its readers would."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.review import SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.report.edition import Edition
from factcheck.export.report.markdown import markdown_report
from factcheck.services import deciding, verdicts
from factcheck.services.adding import add_sources
from factcheck.services.articles import review_of
from factcheck.services.evidence import add_evidence
from factcheck.services.linking import links_of
from factcheck.services.reporting import reported
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
READERS = (MarkdownIt("commonmark").enable("table"), MarkdownIt("gfm-like"))
OWN_HEADINGS = ["Summary", "Claims", "Still open", "Method", "The article, sentence by sentence"]
FINDINGS = "What an editor would object to"


def add_text(store: Store, folder: Path, text: str, name: str = "text.txt") -> Document:
    (folder / name).write_bytes(text.encode())
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(folder / name)])
    assert addition.article, addition.problem
    return addition.article


def report(store: Store, *articles: Document, reader: str | None = None) -> str:
    edition = Edition(
        scheme=store.schemes.in_force(), links=lambda claim: links_of(store, claim, "ann")
    )
    facts = (reported(store, article, reader=reader) for article in articles)
    return "\n".join(markdown_report(facts, edition)) + "\n"


def sentences(store: Store, article: Document) -> tuple[SentenceReview, ...]:
    return review_of(store, article, "ann").sentences


def tag(store: Store, author: Author, article: Document, number: int, word: Tag) -> None:
    deciding.tag(store, author, [sentences(store, article)[number - 1].sentence.id], word)


def judge(
    store: Store, author: Author, article: Document, number: int, rating: str, because: str = ""
) -> None:
    claim = claim_id(sentences(store, article)[number - 1].sentence.id)
    verdicts.judge(store, author, claim, rating, because)


def cite(store: Store, article: Document, number: int, **fields: str | bool | Stance) -> None:
    claim = claim_id(sentences(store, article)[number - 1].sentence.id)
    add_evidence(store, ANN, Evidence.of(claim=claim, **fields))


def section(markdown: str, heading: str) -> str:
    return markdown.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def blocks(reader: MarkdownIt, markdown: str) -> list[str]:
    """Return the rendered text of each block."""
    return [
        "".join(child.content for child in token.children)
        for token in reader.parse(markdown)
        if token.type == "inline" and token.children is not None
    ]


def headings(reader: MarkdownIt, markdown: str) -> list[str]:
    tokens = reader.parse(markdown)
    return [
        "".join(child.content for child in tokens[index + 1].children or [])
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def addresses(reader: MarkdownIt, markdown: str) -> list[str]:
    return [
        str(token.attrs["href"])
        for token in walk(reader.parse(markdown))
        if token.type == "link_open"
    ]


def kinds(reader: MarkdownIt, markdown: str) -> set[str]:
    return {token.type.removesuffix("_open") for token in walk(reader.parse(markdown))}

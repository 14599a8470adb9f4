"""A small project about a harbour, with everything in it that data sets trip over."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from types import SimpleNamespace
from typing import Final, cast

from factcheck.domain.decision import Author
from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, EvidenceId, claim_id, document_id, sentence_id
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.said import Said, Stamp
from factcheck.domain.scales.scales import Scales
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.services import deciding
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.ledger import Ledger
from factcheck.services.particulars import correct
from factcheck.services.reporting import (
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)
from factcheck.services.selecting import Export, exported
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
SENTENCES: Final = (
    "The mayor cut the ribbon on Tuesday.",
    "We doubled the harbour\tbudget in four years.",
    'It is a "wonderful" day 🎉.',
    "=cmd|' /C calc'!A0 brings 400 ships.",
    "</script><!-- Cafe\u0301 שלום opened in 1911.",
    "Line one\r\nline two\u2028end.",
    '"He said ""no"" twice."',
    "Read more.",
)
ACCOUNTS: Final = "https://city.example.gov/accounts-2020.pdf"
COPY: Final = f"https://web.archive.org/web/2025/{ACCOUNTS}"
_STAMP: Final = Stamp("ann", "2026-01-05T00:00:00.000000Z", "d")
_LONG_NUMBER: Final = re.compile(r"(?<![-\w])\d{11,}(?![-\w])")


def claim(store: Store, article: Document, number: int) -> ClaimId:
    """Return the claim in the sentence with that number."""
    return claim_id(sentences_of(store, article)[number - 1].id)


def cite(store: Store, claim: ClaimId, **fields: object) -> None:
    """Add evidence to a claim, in ann's name."""
    add_evidence(store, ANN, Evidence.of(**{"claim": claim, "accessed": "2026-01-05", **fields}))


def project(store: Store) -> Document:
    """Return an article that two reviewers have judged, as far as they agree."""
    article = added(store, *SENTENCES)
    about = {"url": "https://news.example.com/harbour", "publisher": "Example News"}
    correct(store, ANN, article, {**about, "title": "The harbour"})
    names = [sentence.id for sentence in sentences_of(store, article)]
    deciding.tag(store, ANN, names[:1], Tag.FILLER)
    deciding.tag(store, ANN, names[2:3], Tag.OPINION)
    _budget(store, claim(store, article, 2))
    _others(store, article)
    document = store.documents.with_id(article.id)
    assert document
    return document


def _budget(store: Store, name: ClaimId) -> None:
    """Judge the claim that data sets can hold."""
    wording = {
        "text": "The harbour budget of Exampleville doubled between 2020 and 2024.",
        "claimant": "Jane Doe",
        "date": "2025-11-08",
        "place": "gb",
        "types": "numerical, comparison",
    }
    describe_claim(store, ANN, name, wording)
    asked = "What was the budget in 2020?"
    pdf = {"archived": COPY, "medium": "pdf", "locator": "14", "answer_type": "extractive"}
    said = {"question": asked, "answer": "4.2 million", "stance": "refutes"}
    cite(store, name, url=ACCOUNTS, title="Accounts 2020", **pdf, **said)
    quote = {"quote": "It came to 5.5 million.", "locator": "p. 9", "stance": "refutes"}
    no = {"answer": "No", "answer_because": "The accounts give 5.5 million."}
    second = {"question": "Was it 8.4 million in 2024?", **no, **quote}
    cite(store, name, url="https://city.example.gov/2024", title="Accounts: 2024", **second)
    secret = {"anonymous": True, "anonymous_reason": "She fears for her post.", "title": "Secret"}
    less = {"question": asked, "answer": "Less than 5 million"}
    cite(store, name, url="https://other.example.org/", **secret, **less)
    cite(store, name, url="https://blog.example.org/", quote="An aside.")
    missing = "How many ships came?\nThe figures of 2019"
    for author in (ANN, BEN):
        judge(store, author, name, "false", "5.5 / 4.2 = 1.31", fields={"missing": missing})


def _others(store: Store, article: Document) -> None:
    """Judge claims of which data sets can hold little or nothing."""
    misleading, unproven, disputed, unjudged = (
        claim(store, article, number) for number in (4, 5, 6, 7)
    )
    judge(store, ANN, misleading, "missing-context", "True of 1911 only.")
    describe_claim(store, ANN, misleading, {"date": "2025", "place": "Berlin"})
    judge(store, ANN, unproven, "unproven")
    describe_claim(store, ANN, unproven, {"worthiness": "unimportant"})
    judge(store, ANN, disputed, "true")
    judge(store, BEN, disputed, "false")
    describe_claim(store, ANN, unjudged, {"claimant": "The mayor"})


def leaving(store: Store, view: View = View.ADJUDICATED) -> Export:
    """Return all that leaves the program."""
    return exported(store, Selection(view=view))


def made(*articles: ReportedArticle) -> Export:
    """Return an export of articles that stand in no database."""
    known = SimpleNamespace(articles=articles, scales=Scales(), ledger=Ledger())
    return cast(Export, known)


def article_of(
    text: str,
    tag: Tag = Tag.CLAIM,
    claim: Claim | None = None,
    verdict: Verdict | None = None,
    evidence: Sequence[Evidence] = (),
) -> ReportedArticle:
    """Return an article of one sentence, as ann has judged it."""
    name = document_id(text)
    document = Document(id=name, number=1, source="a.txt", text=text, added="2026")
    place = sentence_id(name, 0, len(text))
    sentence = Sentence(id=place, number=1, start=0, end=len(text), text=text)
    claims = (_claim_of(sentence, claim or Claim(), verdict, evidence),) if tag is Tag.CLAIM else ()
    tags = {"ann": Said(TagValue(tag=tag), _STAMP)}
    return ReportedArticle(
        document, (ReportedSentence(sentence, tags, {}, {}, claims),), ("ann",), None
    )


def _claim_of(
    sentence: Sentence, claim: Claim, verdict: Verdict | None, evidence: Sequence[Evidence]
) -> ReportedClaim:
    items = [
        EvidenceReview(id=EvidenceId(f"e{n}"), evidence=each) for n, each in enumerate(evidence)
    ]
    review = ClaimReview(
        id=claim_id(sentence.id),
        sentence=sentence.id,
        text=claim.text or sentence.text,
        claim=claim,
        evidence=tuple(items),
    )
    verdicts = {"ann": _judged(verdict)} if verdict else {}
    return ReportedClaim(review, ClaimState.CANDIDATE, verdicts, None, None, {})


def _judged(verdict: Verdict) -> Judgement:
    rating = Scales().rating(verdict.scale, verdict.rating)
    return Judgement(verdict, rating, rating.words, Scales().named(verdict.scale), _STAMP)


def steady(lines: Iterable[str]) -> str:
    """Return lines with small numbers for those that follow from times."""
    numbers = count(1)
    small: dict[str, str] = {}

    def replaced(match: re.Match[str]) -> str:
        if match[0] not in small:
            small[match[0]] = str(next(numbers))
        return small[match[0]]

    return "".join(_LONG_NUMBER.sub(replaced, f"{line}\n") for line in lines)


def file_of(lines: Iterable[str], name: str = "file") -> DataFile:
    """Return lines as a file with the labels of a project that has defined none."""
    return DataFile(name, "".join(f"{line}\n" for line in lines).encode(), Labels())


def taken(rows: Iterable[Row]) -> list[Incoming]:
    """Return the rows, none of which is refused."""
    found = list(rows)
    assert not [row for row in found if isinstance(row, Refused)]
    return [row for row in found if isinstance(row, Incoming)]


def remarks(rows: Iterable[Row]) -> list[str]:
    """Return what was remarked."""
    return [row.remark for row in rows if isinstance(row, Remarked)]


def refusals(rows: Iterable[Row]) -> dict[int, str]:
    """Return why rows are refused, by line."""
    return {row.line: row.reason for row in rows if isinstance(row, Refused)}

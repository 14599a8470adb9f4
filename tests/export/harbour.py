"""A small newsroom's project with all that a report can say in it, hostile words included."""

from pathlib import Path
from typing import Final

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Relation
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.services import claims, deciding, particulars, schemes, signing_off, verdicts
from factcheck.services.adding import add_sources
from factcheck.services.evidence import add_evidence
from factcheck.services.recording import Remedy, correct
from factcheck.store.store import Store
from tests.articles import sentences_of

ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer="ben")
EVE: Final = Author(reviewer="eve <b>ed</b>")

TEXT: Final = (
    "Harbour budget “has doubled”, minister says\n\n"
    "By Maria Keller\n\n"
    "The harbour budget doubled between 2020 and 2024. Critics call that a bold claim. "
    "In the same years 3,200 people found work at the quays, the minister added.\r\n\r\n"
    "No other harbour in the country pays better wages. It is, frankly, a wonderful place to be. "
    "“Nobody has ever been dismissed here,” she said 👩🏽‍✈️.\n\n"
    "أعلن الوزير أن الميناء هو الأكبر في المنطقة. "
    "The e\u0301toile is\tred; </script><script>document.title='pwned'</script> says the sign. "
    "Was it \u202eorez\u202c? Read more: =cmd|' /C calc'!A0.\n"
)

HOSTILE: Final = (
    "<script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "</script><script>document.title='pwned'</script>",
    "</style><style>body{display:none}</style>",
    '"><svg onload="document.title=\'pwned\'">',
    "<!-- <script>",
    "]]>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "javascript:document.title='pwned'",
    "[press](javascript:document.title='pwned') ![p](https://evil.example/p.png) <https://a.b>",
    "background: url(https://evil.example/x)",
    "\x1b[31mred\x07 \u202eover\u2066ride \u2028line",
)
"""What people might write where words are asked for, to make a page do something."""


def harbour(store: Store, folder: Path, text: str = TEXT) -> Document:
    """Keep the article, review it as two reviewers and an editor would, and return it."""
    _found_newsroom(store)
    article = added(store, folder, text)
    particulars.correct(
        store,
        ANN,
        article,
        {
            "url": "https://news.example.org/2024/harbour?a=1&b=2",
            "author": "Maria Keller",
            "publisher": "The Morning Post",
            "date": "2024-06-18",
            "language": "en",
        },
    )
    _tag(store, article)
    _check_budget(store, named(store, article, 3))
    _check_work(store, named(store, article, 5))
    _check_wages(store, named(store, article, 6))
    claims.link(
        store,
        ANN,
        named(store, article, 6),
        named(store, article, 5),
        Relation.BROADER,
        "Both pay.",
    )
    deciding.flag(store, BEN, [sentences_of(store, article)[6].id], "is that <em>irony</em>?")
    deciding.note(store, BEN, [sentences_of(store, article)[6].id], "a note for the desk")
    article_now = store.documents.with_id(article.id)
    assert article_now
    return article_now


def added(store: Store, folder: Path, text: str, name: str = "harbour.txt") -> Document:
    """Keep an article of `text` as it came from a file."""
    (folder / name).write_bytes(text.encode())
    (addition,) = add_sources(store, ANN, [str(folder / name)])
    assert addition.article, addition.problem
    return addition.article


def named(store: Store, article: Document, number: int, further: int = 1) -> ClaimId:
    """Return the name of a claim in the article's sentence of that number."""
    return claim_id(sentences_of(store, article)[number - 1].id, further)


def _found_newsroom(store: Store) -> None:
    organisation = Organisation(
        name="The Harbour Desk",
        url="https://desk.example.org/",
        corrections="https://desk.example.org/corrections",
        methodology="https://desk.example.org/method",
    )
    now = store.schemes.in_force()
    schemes.apply(store, ANN, now.model_copy(update={"organisation": organisation}))


def _tag(store: Store, article: Document) -> None:
    """Tag as two reviewers do, who differ on one sentence and leave the last ones undecided."""
    names = [sentence.id for sentence in sentences_of(store, article)]
    deciding.tag(store, ANN, [names[2], names[4], names[5], names[7]], Tag.CLAIM)
    deciding.tag(store, ANN, [names[3], names[6]], Tag.OPINION)
    deciding.tag(store, ANN, names[:2], Tag.FILLER)
    deciding.tag(store, BEN, [names[7]], Tag.OPINION)
    deciding.describe_tag(store, ANN, [names[4]], attribution="third-party")


def _check_budget(store: Store, claim: ClaimId) -> None:
    """Carry a fact-check from the wording to a correction after publication."""
    claims.describe_claim(
        store,
        ANN,
        claim,
        {
            "text": "The harbour budget doubled between 2020 and 2024.",
            "claimant": "Ida Lund",
            "claimant_role": "minister of finance",
            "date": "2024-06-17",
            "place": "Parliament",
            "first_appearance": "https://parliament.example.org/minutes/17",
        },
    )
    _give_evidence(store, claim)
    because = (
        "The budget rose from **41 to 58 million**, which is 41 %, not 100 %.\n\n"
        "- [The budget law](https://law.example.org/2024?x=1&y=2) has the figures.\n"
        "- Prices rose by 18 % meanwhile, `58 / 41 = 1.41`.\n\n"
        "> Nothing here doubles.\n\n"
        "<script>document.title='pwned'</script> [no](javascript:alert(1))"
    )
    fields = {
        "missing": "What the harbour spent in 2021 was never published.",
        "confidence": "high",
        "cutoff": "2024-07-01",
    }
    verdicts.judge(store, ANN, claim, "mostly-false", because, fields=fields)
    verdicts.judge(store, BEN, claim, "false", "It did not double.")
    signing_off.adjudicate(
        store, ANN, claim, "mostly-false", None, because="It grew, and by less than half.", **fields
    )
    signing_off.vote(store, EVE, claim, "approve", "Well sourced.")
    signing_off.publish(
        store, EVE, claim, "https://desk.example.org/2024/harbour", date="2024-07-02"
    )
    remedy = Remedy(
        kind=CorrectionKind.CLARIFICATION, text="An earlier version did not name the year."
    )
    correct(store, EVE, claim, remedy)


def _give_evidence(store: Store, claim: ClaimId) -> None:
    law = {
        "url": "https://law.example.org/2024?x=1&y=2",
        "title": "Budget law 2024 & annexes",
        "publisher": "Official Gazette",
        "published": "2023-12-20",
        "accessed": "2024-06-20",
        "archived": "https://archive.example.org/law",
        "quote": "Harbour and quays: 58.2 million.",
        "locator": "p. 112",
        "stance": "refutes",
    }
    rest = (
        {
            "url": "https://stats.example.org/prices",
            "title": "Prices since 2015",
            "accessed": "2024-06-20",
            "not_archived": "The page cannot be archived.",
            "stance": "context",
            "question": "How much did prices rise?",
            "answer": "By 18 %.",
        },
        {
            "url": "https://news.example.org/record",
            "title": "A record year <i>at the quays</i>",
            "author": "J. Doe",
            "accessed": "2024-06-21",
            "quote": "spending has all but doubled",
            "stance": "supports",
        },
        {
            "title": "A clerk whose name nobody may read",
            "anonymous": True,
            "accessed": "2024-06-23",
            "anonymous_reason": "The clerk would lose the post.",
            "answer": "The figures are right.",
            "stance": "refutes",
        },
    )
    for fields in (law, *rest):
        add_evidence(store, ANN, Evidence.of(claim=claim, **fields))


def _check_work(store: Store, claim: ClaimId) -> None:
    claims.describe_claim(store, ANN, claim, {"claimant_kind": "unknown"})
    law = Evidence.of(
        claim=claim,
        url="https://law.example.org/2024?x=1&y=2",
        title="Budget law 2024 & annexes",
        accessed="2024-06-22",
        stance="partly-supports",
    )
    add_evidence(store, BEN, law)
    verdicts.judge(store, ANN, claim, "unproven", "No register counts them.")


def _check_wages(store: Store, claim: ClaimId) -> None:
    """Leave two reviewers with different verdicts."""
    verdicts.judge(store, ANN, claim, "true", "\n\n".join(HOSTILE))
    verdicts.judge(store, BEN, claim, "half-true", "Two harbours pay the same.")

"""A small project with all that tables can hold, and words that spreadsheets would run."""

import re
from typing import Final

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Relation
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.domain.vocabulary.sources import Reliability, SourceLevel
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services import claims, deciding, particulars, signing_off, verdicts
from factcheck.services.evidence import add_evidence
from factcheck.services.recording import Remedy, correct
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer='=ben, the "second"')
EVE: Final = Author(reviewer="eve")

SENTENCES: Final = (
    "Räte 👩🏽‍✈️ said: “We built 500 cafe\u0301s, “all” in 2020”.",
    '=HYPERLINK("https://evil.example","press") is no claim.',
    'One line,\r\nanother;\tand "quotes" </script>.',
    "أعلن الوزير أن \u202eالميناء\u202c هو الأكبر.",
    "'- The plan costs @ least 3 %",
)


def project(store: Store) -> Document:
    """Keep the article, let two people review it and a third publish, and return it."""
    article = kept(store)
    first, second, third, _, last = (sentence.id for sentence in sentences_of(store, article))
    deciding.describe_tag(store, ANN, [first], Tag.CLAIM, subtypes="numerical, quote")
    deciding.describe_tag(store, ANN, [first], attribution="third-party")
    deciding.tag(store, BEN, [first], Tag.CLAIM)
    deciding.tag(store, ANN, [second], Tag.FILLER)
    deciding.tag(store, BEN, [second], Tag.OPINION)
    deciding.note(store, BEN, [second], "-1+1: who wrote this?\n\nAsk the desk; today.")
    deciding.flag(store, ANN, [third], "@guideline says nothing of lists", guideline=True)
    deciding.flag(store, BEN, [third], "")
    _check_flats(store, claim_id(first))
    verdicts.judge(store, BEN, claim_id(first, 2), "true")
    verdicts.judge(store, ANN, claim_id(last), "unproven", "+ no figures")
    claims.link(store, ANN, claim_id(last), claim_id(first), Relation.BROADER, "=both")
    return article


def kept(store: Store) -> Document:
    """Keep the article without any review, and return it."""
    article = added(store, *SENTENCES)
    told = {"title": '+Plans, "old" and new', "url": "https://news.example.org/a?b=1&c=2"}
    particulars.correct(store, ANN, article, {**told, "language": "en", "date": "2024-06"})
    now = store.documents.with_id(article.id)
    assert now
    return now


def _check_flats(store: Store, claim: ClaimId) -> None:
    wording = {"text": "500 cafés were built in 2020.", "claimant": "=Räte", "date": "2020-12"}
    more = {"topics": "housing, food", "worthiness": "check-worthy", "priority": "1"}
    claims.describe_claim(store, ANN, claim, {**wording, **more, "worthiness_reasons": "harm"})
    for evidence in _evidence(claim):
        add_evidence(store, BEN, evidence)
    fields = {"missing": "The year 2019.", "confidence": "high", "cutoff": "2024-07-01"}
    verdicts.judge(store, ANN, claim, "mostly-false", "It was *50*.\r\n\r\n- law;\n", fields=fields)
    verdicts.judge(store, BEN, claim, "false")
    signing_off.adjudicate(store, ANN, claim, "false", because='"Built" means finished.')
    signing_off.vote(store, EVE, claim, "approve", "=fine")
    signing_off.publish(store, EVE, claim, "https://desk.example.org/1", date="2024-07-02")
    correct(store, EVE, claim, Remedy(kind=CorrectionKind.CLARIFICATION, text="@ Names the year."))


def _evidence(claim: ClaimId) -> tuple[Evidence, ...]:
    return (
        Evidence(
            claim=claim,
            url="https://stats.example.org/räte?x=1;y=2",
            title="Building, 2020",
            publisher="-Office",
            published="2021",
            archived="https://archive.example.org/1",
            level=SourceLevel.PRIMARY,
            quote="=50 cafés;\nnot 500",
            locator="p. 1",
            stance=Stance.REFUTES,
            accessed="2024-06-20",
        ),
        Evidence(
            claim=claim,
            author="A clerk",
            anonymous=True,
            anonymous_reason="Fears for the post.",
            reliability=Reliability.B,
            question="How many?",
            answer="About 50.",
            accessed="2024-06-21",
        ),
    )


_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH: Final = re.compile(r"sha256:[0-9a-f]{64}")


def timeless(written: str) -> str:
    """Return an export without what is another each time that the project is made."""
    names: dict[str, str] = {}
    stable = _UUID.sub(lambda found: names.setdefault(found[0], f"uuid-{len(names) + 1}"), written)
    return _HASH.sub("sha256:…", _TIME.sub("2024-01-01T00:00:00.000000Z", stable))

"""What an editor would object to, found in a database."""

import time
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, claim_id, correction_id
from factcheck.domain.linting.finding import Finding
from factcheck.domain.scheme.scheme import SUBJECT, Scheme
from factcheck.domain.sign_off import content_of
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import CorrectionKind, Vote
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services.articles import review_of
from factcheck.services.linting import lint, lint_sentence, rules_off, rules_unknown
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
PAGE = "https://checks.example/schools"
ARCHIVE = "https://web.archive.org/web/2026/"
REGISTER = "https://schools.example/register"
QUOTE = "Adorf: 5 schools"
WORDED = Claim(text="Adorf has 500 schools", claimant="Ann Ames", date="2026-02-03")
FALSE = Verdict(rating="false", because="The register lists 5.", blind=True)


@pytest.fixture
def document(store: Store) -> Document:
    return added(store, "The town has 500 schools.", "It rained.")


@pytest.fixture
def claim(store: Store, document: Document) -> ClaimId:
    """A claim with all that its fact-check needs, approved and published."""
    name = claim_id(sentences_of(store, document)[0].id)
    say(store, ANN, Kind.TAG, name.partition("#")[0], TagValue(tag=Tag.CLAIM))
    say(store, ANN, Kind.CLAIM, name, WORDED)
    for number, publisher in enumerate(("School Office", "Statistical Office"), start=1):
        say(store, ANN, Kind.EVIDENCE, f"e{number}", source(name, publisher=publisher))
    say(store, ANN, Kind.VERDICT, name, FALSE)
    approve(store, document)
    say(store, ANN, Kind.PUBLICATION, name, Publication(url=PAGE, date="2026-03-01"))
    return name


def source(claim: ClaimId, **fields: str) -> Evidence:
    return Evidence(
        claim=claim,
        **{
            "url": REGISTER,
            "quote": QUOTE,
            "stance": Stance.REFUTES,
            "accessed": "2026-02-10",
            "archived": ARCHIVE + REGISTER,
            **fields,
        },
    )


def say(store: Store, author: Author, kind: Kind, subject: str, value: Value | None) -> None:
    store.journal.record(author, [Change(kind=kind, subject=subject, value=value)])


def approve(store: Store, document: Document) -> None:
    (seen,) = review_of(store, document, "ann").sentences[0].claims
    vote = Approval(vote=Vote.APPROVE, content=content_of(seen))
    say(store, BEN, Kind.APPROVAL, seen.id, vote)


def observe(store: Store, statement: str, *values: object) -> None:
    """Write what another part of the program has observed."""
    with closing(connect(store.path)) as other, other:
        other.execute(statement, values)


def found(store: Store, document: Document) -> list[Finding]:
    return list(lint(store, [document]))


def rules(store: Store, document: Document) -> set[str]:
    return {finding.rule for finding in found(store, document)}


def test_a_complete_fact_check_has_no_findings(
    store: Store, document: Document, claim: ClaimId
) -> None:
    assert found(store, document) == []


def test_an_article_that_nobody_touched_has_no_findings(store: Store, document: Document) -> None:
    assert found(store, document) == []


def test_what_each_reviewer_sees_is_looked_at(
    store: Store, document: Document, claim: ClaimId
) -> None:
    other = claim_id(sentences_of(store, document)[1].id, 2)
    say(store, BEN, Kind.TAG, other.partition("#")[0], TagValue(tag=Tag.CLAIM))
    say(store, BEN, Kind.VERDICT, other, FALSE)
    refs = {finding.ref for finding in found(store, document)}
    assert refs == {"1:2.2"}


def test_a_change_after_publication_needs_a_correction_that_names_it(
    store: Store, document: Document, claim: ClaimId
) -> None:
    say(store, ANN, Kind.EVIDENCE, "e1", None)
    changed = [item for item in found(store, document) if item.rule == "correction-entered"]
    assert [item.field for item in changed] == ["evidence"]
    told = Correction(kind=CorrectionKind.UPDATE, text="One source less.", changed=("evidence",))
    say(store, ANN, Kind.CORRECTION, correction_id(claim, "x"), told)
    assert "correction-entered" not in rules(store, document)


def test_what_changed_before_it_was_published_again_is_told_anyway(
    store: Store, document: Document, claim: ClaimId
) -> None:
    say(store, ANN, Kind.PUBLICATION, claim, None)
    say(store, ANN, Kind.CLAIM, claim, WORDED.model_copy(update={"place": "Adorf"}))
    approve(store, document)
    say(store, ANN, Kind.PUBLICATION, claim, Publication(url=PAGE, date="2026-03-09"))
    assert found(store, document) == []


def test_the_last_look_at_a_source_counts(store: Store, document: Document, claim: ClaimId) -> None:
    looked = (
        "INSERT INTO verification (evidence_id, quote, at, finding, detail) VALUES (?, ?, ?, ?, '')"
    )
    observe(store, looked, "e1", QUOTE, "2026-03-01", "gone")
    assert rules(store, document) == {"source-traceable"}
    observe(store, looked, "e1", QUOTE, "2026-03-02", "found")
    assert found(store, document) == []


def test_a_quote_is_looked_for_in_the_page_as_it_was_last_kept(
    store: Store, document: Document, claim: ClaimId
) -> None:
    kept = (
        "INSERT INTO snapshot (url, taken, sha256, media_type, page, text) "
        "VALUES (?, '2026', '', 'text/html', x'', ?)"
    )
    observe(store, kept, REGISTER, "Bdorf: 7 schools")
    fields = [finding.field for finding in found(store, document)]
    assert fields == ["evidence.1.quote", "evidence.2.quote"]
    observe(store, kept, REGISTER, f"Bdorf: 7 schools {QUOTE}")
    assert found(store, document) == []


def test_claims_of_two_articles_on_one_page_are_found(
    store: Store, document: Document, claim: ClaimId
) -> None:
    other = added(store, "The town has 500 schools, they say.", source="b.txt")
    name = claim_id(sentences_of(store, other)[0].id)
    say(store, ANN, Kind.TAG, name.partition("#")[0], TagValue(tag=Tag.CLAIM))
    page = Publication(url=f"{PAGE}/#second", date="2026-03-01")
    say(store, ANN, Kind.PUBLICATION, name, page)
    assert rules(store, document) == {"publication-address"}


def test_a_tag_much_faster_than_usual_is_noted(store: Store) -> None:
    document = added(store, *(f"Sentence {number}." for number in range(6)))
    for place, sentence in enumerate(sentences_of(store, document)):
        taken = 100 if place == 4 else 2000
        say(store, ANN, Kind.TAG, sentence.id, TagValue(tag=Tag.FILLER, duration_ms=taken))
    (finding,) = found(store, document)
    assert (finding.rule, finding.ref) == ("tag-pace", "1:5")
    assert finding.message == "ann took 0.1 s, and usually 2.0 s"


def test_rules_that_the_scheme_turns_off_say_nothing_and_are_told(
    store: Store, document: Document, claim: ClaimId
) -> None:
    say(store, ANN, Kind.VERDICT, claim, FALSE.model_copy(update={"because": ""}))
    assert "verdict-reasoned" in rules(store, document)
    off = {"verdict-reasoned": "our reports give them", "no-such-rule": "a slip"}
    say(store, ANN, Kind.SCHEME, SUBJECT, Scheme(checks_off=off))
    assert "verdict-reasoned" not in rules(store, document)
    assert rules_off(store) == {"verdict-reasoned": "our reports give them"}
    assert rules_unknown(store) == ["no-such-rule"]


def test_one_sentence_is_linted_like_the_whole_article(
    store: Store, document: Document, claim: ClaimId
) -> None:
    first, second = sentences_of(store, document)
    assert lint_sentence(store, document, first) == []
    say(store, ANN, Kind.EVIDENCE, "e1", source(claim, archived=""))
    assert lint_sentence(store, document, first) == found(store, document) != []
    assert lint_sentence(store, document, second) == []


def test_a_long_article_is_linted_in_well_under_a_second(store: Store, tmp_path: Path) -> None:
    document = added(store, *(f"The town has {number} schools." for number in range(2000)))
    changes = [
        Change(kind=Kind.TAG, subject=sentence.id, value=TagValue(tag=Tag.CLAIM, duration_ms=1500))
        for sentence in sentences_of(store, document)
    ]
    store.journal.record(ANN, changes)
    begin = time.perf_counter()
    assert found(store, document) == []
    assert time.perf_counter() - begin < 1

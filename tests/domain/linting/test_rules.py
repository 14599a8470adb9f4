"""Every rule lets a complete fact-check pass, and objects where its subject is at fault."""

from collections.abc import Iterator

import pytest

from factcheck.domain.clock import timestamp
from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import EvidenceId, correction_id, document_id
from factcheck.domain.linting.dossier import Dossier, LintedSentence, QuoteCheck
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rules import RULES, findings_in
from factcheck.domain.review import ClaimReview
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme, SignOff
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import ClaimantKind, Worthiness
from factcheck.domain.vocabulary.sign_off import CorrectionKind, Vote
from factcheck.domain.vocabulary.sources import Reliability, SourceType
from factcheck.domain.vocabulary.stance import Stance
from tests.domain.linting.dossiers import (
    CLAIM,
    DOCUMENT,
    FALSE,
    FIRST,
    PAGE,
    REGISTER,
    SCHEME,
    STATISTICS,
    WORDED,
    approval,
    claim,
    dossier,
    evidence,
    found,
    judged,
    rules_hit,
    sentence,
    sourced,
    worded,
)

Checked = Dossier | ClaimReview
ERROR, WARNING, NOTE = Severity


def scales(rating: str, words: str) -> Scales:
    """Return scales with one on which a rating without a number has those words."""
    own = Rating(key=rating, words=words, meaning="Nobody can tell.")
    return Scales([Scale(key="own", name="Own", ratings=(own,))])


def disputed(**changes: object) -> ClaimReview:
    verdicts = {"ann": Verdict(**FALSE), "cem": Verdict(**(FALSE | {"rating": "true"} | changes))}
    return claim(verdicts=verdicts, publication=None, approvals={})


def conflicting(*stances: Stance) -> ClaimReview:
    """Return a verdict that evidence conflicts, on evidence of those stances."""
    rated = FALSE | {"scale": "averitec", "rating": "conflicting-evidence-cherrypicking"}
    return claim(
        verdicts={"ann": Verdict(**rated)},
        evidence=evidence(*(REGISTER | {"stance": stance} for stance in stances)),
    )


def decision(second: int, kind: Kind, value: Value, act: str, subject: str = CLAIM) -> Decision:
    return Decision(
        id=str(second),
        at=f"2026-03-01T00:00:{second:02}.000000Z",
        reviewer="ann",
        session=None,
        kind=kind,
        subject=subject,
        value=value,
        undoes=None,
        act=act,
        origin=Origin.CLI,
    )


PUBLISHED = decision(1, Kind.PUBLICATION, Publication(url=PAGE, date="2026-03-01"), "p")
CHANGED = decision(2, Kind.CLAIM, WORDED, "c")


def corrected(second: int, act: str, *changed: str) -> Decision:
    told = Correction(kind=CorrectionKind.CORRECTION, text="It was 5.", changed=changed)
    return decision(second, Kind.CORRECTION, told, act, correction_id(CLAIM, "x"))


def since(*decisions: Decision, **changes: object) -> Dossier:
    return dossier(claim(**changes), since_publication={CLAIM: (PUBLISHED, *decisions)})


def rating_told(rating: str) -> Dossier:
    told = Correction(
        kind=CorrectionKind.CORRECTION, text="x", changed=("verdict",), new_rating=rating
    )
    return dossier(claim(corrections=(told,)))


def written(text: str, *spans: tuple[int, int], tagged: bool = True) -> Dossier:
    """Return an article with those sentences."""
    sentences = tuple(
        LintedSentence(sentence(number, *span, text), tagged)
        for number, span in enumerate(spans, start=1)
    )
    document = DOCUMENT.model_copy(update={"text": text, "id": document_id(text)})
    return dossier(document=document, sentences=sentences)


def paced(*milliseconds: int) -> Dossier:
    text = "Ab. " * len(milliseconds)
    spans = [(4 * place, 4 * place + 3) for place in range(len(milliseconds))]
    article = written(text, *spans)
    times = {
        item.sentence.id: taken
        for item, taken in zip(article.sentences, milliseconds, strict=True)
    }
    return article._replace(times={"ann": times})


OWN_SITE = "https://www.checks.example/2026/speech"
LONG = "The town of Adorf has exactly 500 schools " + "in " * 11 + "1"
SATIRE = {"reliability": Reliability.SATIRE}
KEPT = {REGISTER["url"]: "All towns\u00a0… Adorf:\n5  schools, Bdorf: 7"}
LOST = {REGISTER["url"]: "Bdorf: 7"}
SECOND = Scheme(sign_off=SignOff(second_verdict=True))
TWO = {"ann": Verdict(**FALSE), "cem": Verdict(**FALSE)}
SEEN = {"ann": Verdict(**FALSE), "cem": Verdict(**(FALSE | {"blind": False}))}
SHORT = Publication(url="https://bit.ly/3abc", date="2026-03-01")
ELSEWHERE = Publication(url="https://checks.example.org/a", date="2026-03-01")
BOTH = (Stance.PARTLY_SUPPORTS, Stance.REFUTES)

FAILING: dict[str, dict[str, tuple[Severity, Checked]]] = {
    "rating-on-scale": {
        "of no scale": (ERROR, judged(scale="nowhere")),
        "not on its scale": (ERROR, judged(rating="pants-on-fire")),
        "open and without words": (ERROR, judged(scale="fullfact", rating="conclusion")),
    },
    "off-scale-number": {
        "in the words of the rating": (
            ERROR,
            dossier(judged(scale="own", rating="x"), scales=scales("x", "Open, 3 of 5")),
        ),
        "instead of a conclusion": (
            ERROR,
            judged(scale="fullfact", rating="conclusion", conclusion="2/5"),
        ),
    },
    "wording-brief-and-neutral": {
        "76 characters": (WARNING, worded(LONG[:76])),
        "holds the verdict": (ERROR, worded("It is FALSE that Adorf has 500 schools")),
        "begins with a rating": (ERROR, worded("Mostly true: Adorf has 500 schools")),
    },
    "wording-stands-alone": {
        "a pronoun": (WARNING, worded("They have 500 schools")),
        "a question": (WARNING, worded("Does Adorf have 500 schools?")),
        "a bare quotation": (WARNING, worded("“Adorf has 500 schools”")),
        "what somebody says": (WARNING, worded("Ann Ames said that Adorf has 500 schools")),
        "in German": (
            WARNING,
            dossier(
                worded("Er hat 500 Schulen"),
                document=DOCUMENT.model_copy(update={"language": "de-AT"}),
            ),
        ),
    },
    "claimant-named": {
        "nobody": (WARNING, worded("Adorf has 500 schools", claimant="")),
        "seen on the own site": (ERROR, worded("Adorf has 500 schools", first_appearance=OWN_SITE)),
        "the own site itself": (ERROR, worded("Adorf has 500 schools", claimant="checks.example")),
        "the article is one's own": (
            ERROR,
            dossier(document=DOCUMENT.model_copy(update={"url": OWN_SITE})),
        ),
    },
    "claim-dated": {
        "no date": (WARNING, worded("Adorf has 500 schools", date="")),
        "evidence of a later day": (NOTE, sourced(published="2026-02-04")),
        "evidence of a later year": (NOTE, sourced(published="2027")),
    },
    "evidence-enough": {
        "none": (ERROR, claim(evidence=())),
        "none for a rating off the scale": (
            WARNING,
            claim(
                evidence=(),
                verdicts={"ann": Verdict(rating="unproven", because="Nothing.", missing="All.")},
            ),
        ),
        "one source": (WARNING, claim(evidence=evidence(REGISTER))),
        "two of one group": (
            WARNING,
            claim(
                evidence=evidence(
                    *({**item, "independence_group": "one"} for item in (REGISTER, STATISTICS))
                )
            ),
        ),
        "one of two is used": (WARNING, judged(used=("e1",))),
        "used evidence is gone": (WARNING, judged(used=("e1", "e2", "e9"))),
    },
    "source-reliable": {
        "a fact-check by its site": (WARNING, sourced(url="https://www.snopes.com/fact-check/a")),
        "a fact-check by its type": (WARNING, sourced(type=SourceType.FACT_CHECK)),
        "a newsroom's fact-checks": (WARNING, sourced(url="https://correctiv.org/faktencheck/a/")),
        "nothing but satire": (
            ERROR,
            claim(evidence=evidence(REGISTER | SATIRE, STATISTICS | SATIRE)),
        ),
        "nothing but a satire site": (
            ERROR,
            claim(
                evidence=evidence(
                    STATISTICS | {"url": "https://www.theonion.com/a"}, REGISTER | SATIRE
                )
            ),
        ),
    },
    "source-traceable": {
        "not said when read": (WARNING, sourced(accessed="")),
        "no copy and no reason": (WARNING, sourced(archived="")),
        "the quote is gone": (
            ERROR,
            dossier(quote_checks={EvidenceId("e1"): QuoteCheck(REGISTER["quote"], "gone")}),
        ),
        "the quote was changed": (
            WARNING,
            dossier(quote_checks={EvidenceId("e1"): QuoteCheck(REGISTER["quote"], "changed")}),
        ),
        "the page that was kept does not say it": (ERROR, dossier(stored_texts=LOST)),
    },
    "anonymous-reason": {"no reason": (ERROR, sourced(anonymous=True))},
    "verdict-reasoned": {
        "no reasons": (ERROR, judged(because="")),
        "says not what is missing": (ERROR, judged(rating="unproven")),
        "a number from nowhere": (WARNING, judged(because="The register lists 7.")),
    },
    "conflict-two-sided": {
        "no support": (ERROR, conflicting(Stance.REFUTES, Stance.CONTEXT)),
        "no refutation": (ERROR, conflicting(Stance.SUPPORTS, Stance.CONTEXT)),
    },
    "signed-off": {
        "by the author": (ERROR, claim(approvals={"ann": approval(claim())}, publication=None)),
        "not by an editor": (
            ERROR,
            dossier(
                claim(publication=None), scheme=Scheme(sign_off=SignOff(editors=("dora",)))
            ),
        ),
        "published without approval": (ERROR, claim(approvals={})),
        "approved when it said something else": (
            WARNING,
            claim(approvals={"ben": Approval(vote=Vote.APPROVE, content="0" * 64)}),
        ),
        "fewer approvals than agreed": (
            WARNING,
            dossier(scheme=Scheme(sites=SCHEME.sites, sign_off=SignOff(approvals=2))),
        ),
        "published although returned": (
            ERROR,
            claim(approvals={"ben": approval(claim()), "dora": approval(claim(), Vote.RETURN)}),
        ),
        "no second verdict": (ERROR, dossier(scheme=SECOND)),
        "a second verdict that was not blind": (
            WARNING,
            dossier(claim(verdicts=SEEN), scheme=SECOND),
        ),
        "the same where none is asked for": (NOTE, claim(verdicts=SEEN)),
        "reviewers differ": (WARNING, disputed()),
    },
    "correction-entered": {
        "no correction": (ERROR, since(CHANGED)),
        "one that names something else": (ERROR, since(CHANGED, corrected(3, "c", "verdict"))),
        "one that came before": (ERROR, since(corrected(2, "b", "claim"), decision_late())),
        "readers are told another rating": (WARNING, rating_told("True")),
    }
    if (decision_late := lambda: decision(4, Kind.CLAIM, WORDED, "d"))
    else {},
    "publication-address": {
        "a short link": (ERROR, dossier(claim(publication=SHORT), pages={})),
        "another site": (ERROR, dossier(claim(publication=ELSEWHERE), pages={})),
        "two claims on one page": (
            WARNING,
            dossier(pages={"checks.example/schools": (CLAIM, CLAIM)}),
        ),
    },
}

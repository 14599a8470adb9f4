"""Fact-checks and articles that differ from the complete one in one thing."""

from typing import Any

from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.findings.sign_off import Correction, Publication
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import EvidenceId, correction_id, document_id
from factcheck.domain.linting.dossier import Dossier, LintedSentence, QuoteCheck
from factcheck.domain.linting.finding import Severity
from factcheck.domain.review import ClaimReview
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme, SignOff
from factcheck.domain.value import Value
from factcheck.domain.verification import Finding
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.domain.vocabulary.sources import Reliability
from factcheck.domain.vocabulary.stance import Stance
from tests.domain.linting.dossiers import (
    CLAIM,
    DOCUMENT,
    FALSE,
    PAGE,
    REGISTER,
    WORDED,
    claim,
    dossier,
    evidence,
    sentence,
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
LATER = decision(4, Kind.CLAIM, WORDED, "d")


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


def looked(finding: Finding, quote: str = REGISTER["quote"], **changes: Any) -> Dossier:
    """Return an article after a quote was looked for in its source."""
    return dossier(quote_checks={EvidenceId("e1"): QuoteCheck(quote, finding)}, **changes)


def moved(**changes: Any) -> Dossier:
    """Return an article with a sentence that lies elsewhere than its id says."""
    wrong = sentence(1, 0, 25)._replace(**changes)
    return dossier(sentences=(LintedSentence(wrong, True),))


def paced(*milliseconds: int) -> Dossier:
    text = "Ab. " * len(milliseconds)
    spans = [(4 * place, 4 * place + 3) for place in range(len(milliseconds))]
    article = written(text, *spans)
    times = {
        item.sentence.id: taken for item, taken in zip(article.sentences, milliseconds, strict=True)
    }
    return article._replace(times={"ann": times})


STARS = Scale(
    key="own",
    name="Own",
    ratings=(
        Rating(key="low", words="1 of 2", meaning="Low.", number=1),
        Rating(key="high", words="2 of 2", meaning="High.", number=2),
    ),
)
HALF = Scale(key="own", name="Own", ratings=scales("half", "Half").named("own").ratings)
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

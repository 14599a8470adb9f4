"""What each rule objects to."""

from factcheck.domain.findings.sign_off import Approval
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import document_id
from factcheck.domain.linting.dossier import LintedSentence
from factcheck.domain.linting.finding import Severity
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme, SignOff
from factcheck.domain.verification import Finding
from factcheck.domain.vocabulary.sign_off import Vote
from factcheck.domain.vocabulary.sources import SourceType
from factcheck.domain.vocabulary.stance import Stance
from tests.domain.linting.dossiers import (
    CLAIM,
    DOCUMENT,
    REGISTER,
    SCHEME,
    STATISTICS,
    approval,
    claim,
    dossier,
    evidence,
    judged,
    sentence,
    sourced,
    worded,
)
from tests.domain.linting.variants import (
    CHANGED,
    ELSEWHERE,
    ERROR,
    HALF,
    LATER,
    LONG,
    LOST,
    NOTE,
    OWN_SITE,
    SATIRE,
    SECOND,
    SEEN,
    SHORT,
    STARS,
    WARNING,
    Checked,
    conflicting,
    corrected,
    disputed,
    looked,
    moved,
    paced,
    rating_told,
    scales,
    since,
    written,
)

FAILING: dict[str, dict[str, tuple[Severity, Checked]]] = {
    "rating-on-scale": {
        "of no scale": (ERROR, judged(scale="nowhere")),
        "no longer on its scale": (
            WARNING,
            dossier(judged(scale="own", rating="low"), scales=Scales([HALF, STARS])),
        ),
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
            looked(Finding.GONE),
        ),
        "the quote was changed": (
            WARNING,
            looked(Finding.CHANGED),
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
            dossier(claim(publication=None), scheme=Scheme(sign_off=SignOff(editors=("dora",)))),
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
        "one that came before": (ERROR, since(corrected(2, "b", "claim"), LATER)),
        "readers are told another rating": (WARNING, rating_told("True")),
    },
    "publication-address": {
        "a short link": (ERROR, dossier(claim(publication=SHORT), pages={})),
        "another site": (ERROR, dossier(claim(publication=ELSEWHERE), pages={})),
        "two claims on one page": (
            WARNING,
            dossier(pages={"checks.example/schools": (CLAIM, CLAIM)}),
        ),
    },
    "offsets-exact": {
        "another text": (
            ERROR,
            dossier(document=DOCUMENT.model_copy(update={"id": document_id("x")}), sentences=()),
        ),
        "other words": (ERROR, moved(text="The town has 5 schools.  ")),
        "outside of the text": (ERROR, moved(end=99)),
        "an id of other offsets": (ERROR, moved(start=1, text=DOCUMENT.text[1:25])),
        "in the sentence before": (ERROR, written("The town has", (0, 8), (4, 12))),
        "in a letter with its accent": (ERROR, written("Cafe\u0301 one", (0, 4))),
        "in a flag": (ERROR, written("In \U0001f1e9\U0001f1ea it is", (0, 4))),
    },
    "table-cells": {
        "a tab": (NOTE, written("One\ttwo.", (0, 8))),
        "a line break": (NOTE, written("One\ntwo. Three\r\nfour.", (0, 8), (9, 21))),
        "a number is missing": (
            ERROR,
            dossier(sentences=(LintedSentence(sentence(2, 0, 25), True),)),
        ),
    },
    "tag-pace": {"much faster": (NOTE, paced(2000, 2000, 300, 3000, 2500))},
}
"""What each rule objects to, and how much it matters."""

"""What an editor would object to, article by article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import ClaimId, SentenceId, claim_of, number_of
from factcheck.domain.linting.dossier import Dossier, LintedSentence
from factcheck.domain.linting.finding import Finding
from factcheck.domain.linting.rule import Rule
from factcheck.domain.linting.rules import ON_CLAIMS, RULES, findings_in
from factcheck.domain.linting.sites import page_of
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.services.looking import claim_seen
from factcheck.services.seeing import hidden_from
from factcheck.store.store import Store


def lint(store: Store, documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield what the rules object to in `documents`, one article after the other.

    The rules that the scheme turns off are left out.
    """
    rules, pages = _in_force(store, RULES), _pages(store)
    for document in documents:
        sentences = list(store.documents.sentences(document))
        reviews = [
            store.reviews.of_article(document, sentences, reviewer)
            for reviewer in store.reviews.reviewers(document)
        ]
        yield from findings_in(_dossier(store, document, sentences, reviews, pages), rules)


def lint_sentence(store: Store, document: Document, sentence: Sentence) -> list[Finding]:
    """Return what the rules on claims object to in one sentence of `document`."""
    reviews = [
        [store.reviews.of_sentence(document, sentence, reviewer)]
        for reviewer in store.reviews.reviewers(document)
    ]
    published = any(claim.publication for (seen,) in reviews for claim in seen.claims)
    pages = _pages(store) if published else {}
    dossier = _dossier(store, document, [sentence], reviews, pages, sentence.id)
    return findings_in(dossier, _in_force(store, ON_CLAIMS))


def findings_shown(store: Store, document: Document, reader: str) -> tuple[list[Finding], int]:
    """Return the findings that `reader` sees, and how many not yet.

    Those on a claim that somebody else has judged are shown after the reader's own verdict.
    """
    shown, hidden = [], 0
    for finding in lint(store, [document]):
        if "#" in finding.subject and _is_hidden(store, claim_of(finding.subject), reader):
            hidden += 1
        else:
            shown.append(finding)
    return shown, hidden


def _is_hidden(store: Store, claim: ClaimId, reader: str) -> bool:
    revealed = store.reviews.is_revealed(reader, claim)
    return not revealed and bool(hidden_from(claim_seen(store, claim, reader), reader))


def rules_off(store: Store) -> Mapping[str, str]:
    """Return why the scheme turns which rules off, by their ids."""
    known = {rule.id for rule in RULES}
    off = store.schemes.in_force().checks_off
    return {name: reason for name, reason in off.items() if name in known}


def rules_unknown(store: Store) -> list[str]:
    """Return what the scheme turns off although there is no such rule."""
    known = {rule.id for rule in RULES}
    return [name for name in store.schemes.in_force().checks_off if name not in known]


def _in_force(store: Store, rules: Iterable[Rule]) -> list[Rule]:
    off = store.schemes.in_force().checks_off
    return [rule for rule in rules if rule.id not in off]


def _dossier(
    store: Store,
    document: Document,
    sentences: Sequence[Sentence],
    reviews: Sequence[Sequence[SentenceReview]],
    pages: Mapping[str, tuple[ClaimId, ...]],
    only: SentenceId | None = None,
) -> Dossier:
    """Return what is known of an article, or of its `only` sentence that matters."""
    observed = store.observations
    linted = _side_by_side(sentences, reviews)
    published = [claim.id for item in linted for claim in item.claims if claim.publication]
    return Dossier(
        document=document,
        sentences=linted,
        scheme=store.schemes.in_force(),
        scales=store.schemes.scales(),
        times={} if only else observed.times(document.id),
        quote_checks=observed.quote_checks(document.id, only),
        stored_texts=observed.stored_texts(document.id, only),
        since_publication={claim: observed.since_publication(claim) for claim in published},
        pages=pages,
    )


def _side_by_side(
    sentences: Sequence[Sentence], reviews: Sequence[Sequence[SentenceReview]]
) -> tuple[LintedSentence, ...]:
    """Return sentences with what any reviewer sees in them."""
    tagged: set[SentenceId] = set()
    claims: dict[SentenceId, dict[ClaimId, ClaimReview]] = defaultdict(dict)
    for seen in chain.from_iterable(reviews):
        _add(seen, tagged, claims)
    return tuple(
        LintedSentence(
            sentence,
            sentence.id in tagged,
            tuple(sorted(claims[sentence.id].values(), key=lambda claim: number_of(claim.id))),
        )
        for sentence in sentences
    )


def _add(
    seen: SentenceReview,
    tagged: set[SentenceId],
    claims: Mapping[SentenceId, dict[ClaimId, ClaimReview]],
) -> None:
    """Add what one reviewer sees in a sentence; the claims in it say the same to everybody."""
    if seen.tag:
        tagged.add(seen.sentence.id)
    for claim in seen.claims:
        claims[seen.sentence.id].setdefault(claim.id, claim)


def _pages(store: Store) -> Mapping[str, tuple[ClaimId, ...]]:
    """Return which claims are published on one page, by the page."""
    found: dict[str, list[ClaimId]] = defaultdict(list)
    for url, claim in store.observations.pages():
        found[page_of(url)].append(claim)
    return {page: tuple(claims) for page, claims in found.items()}

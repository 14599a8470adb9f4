"""Rules 14 and 15: readers are told of every change, and find each fact-check at its own page."""

from collections.abc import Iterator, Sequence

from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.findings.sign_off import Correction
from factcheck.domain.linting.dossier import Case
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.linting.sites import SHORTENERS, is_on, page_of
from factcheck.domain.sign_off import author_of


def correction_entered(case: Case) -> Iterator[Problem]:
    """Object to a change after publication that no correction names."""
    if not case.claim.publication:
        return
    decisions = case.dossier.since_publication.get(case.claim.id, ())
    changed = [decision for decision in _changes(case, decisions) if not _told(decision, decisions)]
    for kind in dict.fromkeys(decision.kind for decision in changed):
        last = max(decision.at for decision in changed if decision.kind is kind)
        message = f"{kind} was changed on {last[:10]}, after publication, and readers are not told"
        yield Problem(Severity.ERROR, message, str(kind))
    yield from _wrong_rating(case)


def publication_address(case: Case) -> Iterator[Problem]:
    """Object to a page that is not the project's own, that moves, or that holds several."""
    publication, sites = case.claim.publication, case.dossier.scheme.sites
    if publication is None:
        return
    if is_on(publication.url, SHORTENERS):
        message = f"{publication.url} only leads to another address"
        yield Problem(Severity.ERROR, message, "publication.url")
    elif sites and not is_on(publication.url, sites):
        message = f"{publication.url} is not on your own site, {' or '.join(sites)}"
        yield Problem(Severity.ERROR, message, "publication.url")
    others = len(case.dossier.pages.get(page_of(publication.url), ())) - 1
    if others > 0:
        message = f"{others + 1} claims are published on the same page, {publication.url}"
        yield Problem(Severity.WARNING, message, "publication.url")


def _changes(case: Case, decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Yield what was decided after the publication and changed what readers see.

    What was carried over to newer words, or renamed with the scheme, says what it said before.
    """
    published = next((item for item in decisions if item.kind is Kind.PUBLICATION), None)
    for decision in decisions:
        after = published and decision.at > published.at and decision.act != published.act
        anew = decision.kind.is_told_to_readers and decision.origin is not Origin.CARRIED_OVER
        if after and anew and _counts(case, decision):
            yield decision


def _counts(case: Case, decision: Decision) -> bool:
    """Whether a verdict is the one that readers see; all else is."""
    if decision.kind is not Kind.VERDICT:
        return True
    return not case.claim.adjudication and decision.reviewer == author_of(case.claim)


def _told(change: Decision, decisions: Sequence[Decision]) -> bool:
    """Whether a correction made with the change, or after it, names what was changed."""
    return any(
        change.kind in decision.value.changed
        for decision in decisions
        if isinstance(decision.value, Correction)
        and (decision.act == change.act or decision.at > change.at)
    )


def _wrong_rating(case: Case) -> Iterator[Problem]:
    """Object to corrections whose last new rating is not the one that stands."""
    told = [correction.new_rating for correction in case.claim.corrections if correction.new_rating]
    now = [item.verdict.conclusion or item.rating.words for item in case.judgements]
    words = {word for item in case.judgements for word in (item.rating.words, *now)}
    if told and now and told[-1] not in words:
        message = f"readers are told of the rating “{told[-1]}”, and it is “{now[0]}”"
        yield Problem(Severity.WARNING, message, "correction.new_rating")

"""ClaimReview: fact-checks as schema.org describes them, for search engines and other checkers."""

import json
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.identity import number_of
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.export.data.linked_data.claimreview_record import CONTEXT, claim_review
from factcheck.export.data.linked_data.claimreview_rules import Pages, problems
from factcheck.export.data.linked_data.claimreview_unsaid import count_unsaid
from factcheck.export.data.linked_data.schema_org import Node, node
from factcheck.export.format import OutFile
from factcheck.export.naming import Names, slug
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import ReportedArticle, ReportedClaim, ReportedSentence
from factcheck.services.selecting import Export

__all__ = ["SUFFIX", "claim_review", "files", "lines", "script_safe"]

SUFFIX: Final = ".jsonld"
_ALL: Final = "graph"
"""What the file with all fact-checks is called."""
_NOT_FOR_SEARCH_ENGINES: Final = node(
    "Dataset",
    name="Fact-checks",
    description="All fact-checks of an export in one file, for exchange and archives. "
    "Not for search engines: they take one ClaimReview on the page of its fact-check.",
)
_WORDING: Final = 40
"""Characters of a claim in the name of its file; behind them is room for what tells it apart."""
_MARK: Final = 8
"""Characters of a fact-check's UUID that tell it from others with the same wording."""
_MARKUP: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\x7f"})


class _Told(NamedTuple):
    """A fact-check that is told."""

    claim: ReportedClaim
    review: Node


def script_safe(value: Node, indent: int | None = None) -> str:
    """Return JSON-LD in ASCII; nothing in it can end a script, or command a terminal."""
    return json.dumps(value, indent=indent).translate(_MARKUP)


def lines(export: Export) -> Iterator[str]:
    """Yield one graph of all fact-checks, each on a line of its own."""
    yield from _graph(export, export.ledger)


def files(export: Export) -> Iterator[OutFile]:
    """Yield a file for each fact-check, to be put on its page, and one with the graph of all."""
    names = Names()
    everything = names.of(_ALL, SUFFIX)
    for told in _told(export, export.ledger):
        name = names.of(_file_name(told), SUFFIX)
        yield OutFile(name, iter(script_safe(told.review, indent=2).split("\n")))
    yield OutFile(everything, _graph(export, Ledger()))  # what is wrong was said once


def _graph(export: Export, ledger: Ledger) -> Iterator[str]:
    yield f'{{"@context": "{CONTEXT}", "@graph": ['
    before = _NOT_FOR_SEARCH_ENGINES
    for told in _told(export, ledger):
        yield f"{script_safe(before)},"
        before = {name: said for name, said in told.review.items() if name != "@context"}
    yield script_safe(before)
    yield "]}"


def _told(export: Export, ledger: Ledger) -> Iterator[_Told]:
    """Yield what is told, and say in the ledger what is not, and what the rules object to."""
    pages = Pages()
    for article in export.articles:
        for sentence in article.sentences:
            _count_beside(sentence, ledger)
            for claim in sentence.claims:
                review = _review(export, article, claim, ledger)
                if review:
                    ref = _ref(article, sentence, claim)
                    _look_over(_Told(claim, review), ref, ledger, pages)
                    yield _Told(claim, review)


def _count_beside(sentence: ReportedSentence, ledger: Ledger) -> None:
    ledger.leave_out("sentences", "no claim in them", number=not sentence.claims)
    ledger.leave_out("notes", "not for readers", number=len(sentence.notes))
    ledger.leave_out("flags", "not for readers", number=len(sentence.flags))


def _review(
    export: Export, article: ReportedArticle, claim: ReportedClaim, ledger: Ledger
) -> Node | None:
    judged, reason = claim.verdict, _reason_against(claim)
    if reason or not judged:
        ledger.leave_out("claims", reason or "no verdict")
        return None
    count_unsaid(claim, judged, ledger)
    return claim_review(export.scheme.organisation, article.origin, claim)


def _reason_against(claim: ReportedClaim) -> str:
    if claim.state is ClaimState.RETRACTED:
        return "retracted"
    return "reviewers differ" if claim.disputed else ""


def _look_over(told: _Told, ref: str, ledger: Ledger, pages: Pages) -> None:
    for problem in problems(told.review, told.claim.claim.claim.claimant_kind):
        ledger.remark(f"{ref}: {problem}")
    first = pages.first_on(told.review.get("url", ""), ref)
    if first:
        ledger.remark(f"{ref}: url is the page of {first} too: give each fact-check its own")


def _ref(article: ReportedArticle, sentence: ReportedSentence, claim: ReportedClaim) -> str:
    """Return a claim as it is typed, such as `1:7`."""
    place = f"{article.document.number}:{sentence.sentence.number}"
    number = number_of(claim.claim.id)
    return place if number == 1 else f"{place}.{number}"


def _file_name(told: _Told) -> str:
    mark = told.review["@id"].rpartition(":")[2][:_MARK]
    return f"{slug(told.claim.claim.text)[:_WORDING]} {mark}"

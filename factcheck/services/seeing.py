"""What one reviewer may see of the others, so that second verdicts are given blind."""

from collections.abc import Mapping

from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ClaimReview
from factcheck.domain.selection import Selection
from factcheck.store.store import Store


def verdicts_shown(claim: ClaimReview, reviewer: str) -> Mapping[str, Verdict]:
    """Return the verdicts that `reviewer` sees: their own first, then the others' once it is there.

    What readers can see, and what was adjudicated, everybody sees.
    """
    if reviewer not in claim.verdicts and not claim.publication and not claim.adjudication:
        return {}
    own = {name: verdict for name, verdict in claim.verdicts.items() if name == reviewer}
    return {**own, **claim.verdicts}


def hidden_from(claim: ClaimReview, reviewer: str) -> int:
    """Return how many verdicts of others `reviewer` does not see yet."""
    return len(claim.verdicts) - len(verdicts_shown(claim, reviewer))


def reveal_selected(store: Store, reader: str, selection: Selection) -> None:
    """Keep that `reader` sees the others' verdicts that leave the program; raises NotSaved."""
    if selection.reviewers == (reader,):
        return
    for name in selection.articles or (None,):
        store.reviews.reveal_in(reader, name)

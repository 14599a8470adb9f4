"""Voting on a fact-check as the editor saw it."""

from factcheck.domain.decision import Author
from factcheck.domain.errors import NotPermitted
from factcheck.domain.review import ClaimReview
from factcheck.domain.sign_off import content_of
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions
from factcheck.services.signing_off import vote
from factcheck.store.store import Store


def vote_on_shown(
    store: Store, author: Author, shown: ClaimReview, choice: str, comment: str = ""
) -> Decisions:
    """Record what the author says of a fact-check that was `shown`.

    Raises NotPermitted where it says something else by now, and as `vote` does.
    """
    with store.transaction():
        now = claim_seen(store, shown.id, author.reviewer)
        if content_of(now) != content_of(shown):
            raise NotPermitted("somebody changed it in the meantime: read it again, then decide")
        return vote(store, author, shown.id, choice, comment)

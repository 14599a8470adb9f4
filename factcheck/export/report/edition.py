"""What goes for a whole report, whatever the article: the rules, the view, the look."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.scheme import DEFAULT, Scheme
from factcheck.domain.selection import Selection
from factcheck.services.linking import Linked

FindLinks = Callable[[ClaimReview], Sequence[Linked]]


def no_links(claim: ClaimReview) -> Sequence[Linked]:
    """Return nothing: only links within the article are told."""
    return ()


class Edition(NamedTuple):
    """What goes for a whole report, whatever the article."""

    scheme: Scheme = DEFAULT
    """The rules that the fact-checks were made by, and who publishes them."""
    selection: Selection = Selection()
    """What was let into the report, and whose view it shows."""
    links: FindLinks = no_links
    """Finds the claims that a claim is linked to, where they are in another article."""
    templates: Path | None = None
    """The newsroom's own folder of templates."""
    front_matter: bool = False
    """Whether a report begins with what a static-site generator wants to know (Markdown only)."""


ON_ITS_OWN: Final = Edition()
"""Of a report without a project around it."""

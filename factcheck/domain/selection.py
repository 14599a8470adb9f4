"""What is to leave the program: which articles, findings and claims, and in whose view."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator

from factcheck.domain.clock import timestamp
from factcheck.domain.identity import DocumentId
from factcheck.domain.tag import Tag
from factcheck.domain.text import Name
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import ClaimState


class View(StrEnum):
    """Whose findings they are, where several people judged the same."""

    ALL = "all"
    """Everybody's, side by side."""
    AGREED = "agreed"
    """What all say who said anything; where they differ, nothing."""
    ADJUDICATED = "adjudicated"
    """What was decided where they differ; elsewhere, what all agree on."""


_BEGINNING: Final = "0000-01-01"
"""What a year and a month begin with."""


def _moment(text: str) -> str:
    """Return a year, a month, a day or a time as the journal writes it, UTC."""
    if not text:
        return ""
    try:
        moment = datetime.fromisoformat(text + _BEGINNING[len(text) :])
    except ValueError:
        raise ValueError("write it as 2024, 2024-06, 2024-06-18 or 2024-06-18T09:30Z") from None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return timestamp(zoned.astimezone(UTC))


class Selection(Value):
    """Which findings are meant; what is left empty leaves nothing out."""

    articles: tuple[DocumentId, ...] = ()
    """The articles, by id."""
    tags: tuple[Tag, ...] = ()
    """Sentences that somebody in view tagged so."""
    reviewers: tuple[Name, ...] = ()
    """Whose tags, notes, doubts and verdicts; wording and evidence are everybody's."""
    states: tuple[ClaimState, ...] = ()
    """Claims whose fact-check is so far, and the sentences that hold them."""
    since: Annotated[str, AfterValidator(_moment)] = ""
    """Sentences on which something in view was decided then or later; UTC."""
    view: View = View.ALL
    """Whose findings they are, where several people judged the same."""

"""An article as it was read from a source, before it is kept."""

from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value


class Article(Value):
    """The text of an article, exactly as it came, and what its source says about it."""

    text: str
    particulars: Particulars = Particulars()
    """What the source says about the article; empty where it says nothing."""
    format: str
    """What the source is, by the name in the table of formats."""
    encoding: str = ""
    """How its bytes were decoded and why, such as `windows-1251, declared`; empty for formats
    that say so themselves."""
    part: str = ""
    """Which part of the source it is, where a source holds several, such as `row 3`."""
    starts: tuple[int, ...] | None = None
    """Where sentences begin, in code points, where the source itself says so."""

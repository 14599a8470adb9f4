"""Where a sentence begins."""

from factcheck.domain.value import Value


class Cut(Value):
    """Whether a sentence begins at a place, whatever the segmenter proposed."""

    here: bool
    """Whether one does."""

"""Text in columns of a list: as many cells as the column has, whatever the script."""

from rich.cells import cell_len, set_cell_size

from factcheck.domain.display import one_line

_DONE = "█"
_OPEN = "░"


def fitted(text: str, width: int) -> str:
    """Return `text` on one line of exactly `width` cells, an ellipsis where it was cut."""
    line = one_line(text)
    if cell_len(line) > width > 0:
        line = set_cell_size(line, width - 1).rstrip() + "…"
    return set_cell_size(line, max(0, width))


def progress_bar(done: int, total: int, width: int) -> str:
    """Return how much is done as `width` blocks; only all of it fills them, only nothing none."""
    blocks = round(width * done / total) if total else 0
    blocks = min(max(blocks, bool(done)), width - bool(done < total))
    return _DONE * blocks + _OPEN * (width - blocks)

"""What an article is called when nobody has said so."""

import re
from typing import Final

from factcheck.domain.display import shortened

_LINES_LOOKED_AT: Final = 5
"""A headline stands at the top; further down a short line is a heading or an aside."""
_SHORTEST: Final = 5
"""Words; site names and sections are shorter."""
_LONGEST: Final = 120
"""Characters; a paragraph is longer."""
_BEGINNING: Final = 5000
"""Characters in which the title is looked for."""
_SENTENCE_END: Final = re.compile(r"[.:;,…]$")


def title_of(text: str) -> str:
    """Return the first line near the top that reads like a headline, else the text's beginning."""
    lines = [line.strip() for line in text.lstrip()[:_BEGINNING].splitlines() if line.strip()]
    for line in lines[:_LINES_LOOKED_AT]:
        if _reads_like_a_headline(line):
            return line
    return shortened(lines[0], _LONGEST) if lines else ""


def _reads_like_a_headline(line: str) -> bool:
    enough_words = len(line.split()) >= _SHORTEST
    return enough_words and len(line) <= _LONGEST and not _SENTENCE_END.search(line)

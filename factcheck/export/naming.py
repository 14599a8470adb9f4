"""Names of files that are made from foreign words: safe on every system, and each its own."""

import re
import unicodedata
from typing import Final

_LONGEST: Final = 50
"""Characters; four bytes each, a number and a suffix, are within the 255 that systems allow."""
_NOT_IN_NAMES: Final = re.compile(r"[^\w]+")
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
"""Windows keeps these for devices, whatever their suffix."""


class Names:
    """The names of the files in one folder."""

    def __init__(self) -> None:
        """Begin with an empty folder."""
        self._taken: set[str] = set()

    def of(self, words: str, suffix: str) -> str:
        """Return a name made from `words` that no other file of the folder has."""
        stem = slug(words)
        name, number = f"{stem}{suffix}", 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.casefold())
        return name


def slug(words: str) -> str:
    """Return words as one lower-case name of letters, digits and hyphens; never empty."""
    plain = unicodedata.normalize("NFC", words.lower())
    stem = _NOT_IN_NAMES.sub("-", plain).replace("_", "-")[:_LONGEST].strip("-")
    return f"{stem}-file" if stem in _RESERVED else stem or "untitled"

"""All formats of data; commands, documentation and screens derive from this table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.export.format import Format

_ALL: Final[tuple[Format, ...]] = ()

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({each.name: each for each in _ALL})
"""By name."""

__all__ = ["FORMATS", "Format"]

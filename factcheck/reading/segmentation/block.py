"""A stretch of text in which sentences are looked for."""

from typing import TypeAlias

from factcheck.domain.role import Role

Block: TypeAlias = tuple[int, int, Role]
"""A line, or a paragraph wrapped over several: where it begins and ends, in code points, and what
the layout suggests that it is."""

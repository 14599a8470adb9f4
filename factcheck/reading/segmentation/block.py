"""A stretch of text in which sentences are looked for."""

from typing import NamedTuple

from factcheck.domain.role import Role


class Block(NamedTuple):
    """A line, or a paragraph wrapped over several; its place in code points, end exclusive."""

    start: int
    end: int
    role: Role

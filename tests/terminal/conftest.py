"""The installed program in a real pseudo-terminal."""

from tests.terminals import run

__all__ = ["run"]

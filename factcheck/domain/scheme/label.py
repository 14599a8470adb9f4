"""A label: what a tag means in a project, and the kinds that it has."""

from typing import Self

from pydantic import model_validator

from factcheck.domain.scales.scale import Key, Words, refuse_twice
from factcheck.domain.text import SaidText
from factcheck.domain.value import Value


class Subtype(Value):
    """One kind of claim, opinion or filler."""

    key: Key
    """The name that commands and data use."""
    words: Words
    """The name that readers see."""
    meaning: SaidText
    """Which sentences are of this kind."""


class Label(Value):
    """What a tag means in a project."""

    words: Words
    """The name that readers see."""
    definition: SaidText
    """Which sentences get it."""
    example: SaidText
    """A sentence that gets it."""
    subtypes: tuple[Subtype, ...] = ()
    """The kinds that it has."""
    one_only: bool = False
    """Whether a sentence can be of one kind at most."""

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        refuse_twice("subtypes", self.keys)
        return self

    @property
    def gist(self) -> str:
        """The first sentence of the definition, for where there is no room for all of it."""
        return self.definition.partition(". ")[0].rstrip(".")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all subtypes, in their order."""
        return tuple(subtype.key for subtype in self.subtypes)

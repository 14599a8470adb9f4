"""What brat's attributes of an annotation say."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.value import Value
from factcheck.reading.data.tools.spoken import Meaning

VERDICT: Final = "Verdict"
ATTRIBUTION: Final = "Attribution"
KIND: Final = "kind-"
"""Before the key of a subtype, for an attribute that is there or not."""


class Attribute(NamedTuple):
    """One attribute of an annotation."""

    name: str
    value: str
    """Empty where it is only there or not."""

    @property
    def is_known(self) -> bool:
        """Whether it says something that there is a place for here."""
        return self.name in {VERDICT, ATTRIBUTION} or self.name.startswith(KIND)


def values_of(tag: TagValue, attributes: Sequence[Attribute], meaning: Meaning) -> Iterator[Value]:
    """Yield a tag with what attributes say of it, and the verdict; raises InvalidValue."""
    kinds = [name.removeprefix(KIND) for name, _ in attributes if name.startswith(KIND)]
    said: dict[str, Any] = {"subtypes": tuple(dict.fromkeys(kinds))} if kinds else {}
    for whose in (value for name, value in attributes if name == ATTRIBUTION):
        said["attribution"] = whose
    yield TagValue.of(tag=tag.tag, **said) if said else tag
    ratings = {value for name, value in attributes if name == VERDICT}
    if len(ratings) > 1:
        raise InvalidValue(f"{len(ratings)} verdicts are on the same words: keep one of them")
    yield from (meaning.verdict(rating) for rating in ratings)

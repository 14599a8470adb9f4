"""What another scheme does to a project in use: what is kept, renamed, or stays as recorded."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value

RatingsInUse = Mapping[tuple[str, str], int]
"""How many verdicts name which scale and rating."""
SubtypesInUse = Mapping[tuple[Tag, str], int]
"""How many tags and claims name which subtype of which tag."""

_Table = Mapping[str, Any]


class Outcome(StrEnum):
    """What becomes of a key that decisions name."""

    KEPT = "kept"
    RENAMED = "becomes"
    AS_RECORDED = "stays as recorded"


class Consequence(Value):
    """What becomes of all decisions that name one rating or one subtype."""

    scale: str = ""
    """The rating's scale; empty for a subtype."""
    tag: Tag | None = None
    """The subtype's tag; None for a rating."""
    key: str
    """The rating or the subtype."""
    count: int
    """How many decisions name it."""
    outcome: Outcome
    becomes: str = ""
    """The new name; empty where it is not renamed."""

    @property
    def line(self) -> str:
        """The consequence in words."""
        told = f"{self.tag or self.scale}/{self.key} (in use {self.count}x): {self.outcome}"
        return f"{told} {self.becomes}".rstrip()


def consequences(
    scheme: Scheme, ratings: RatingsInUse, subtypes: SubtypesInUse
) -> Iterator[Consequence]:
    """Yield what `scheme` does to the ratings and subtypes that decisions name."""
    for (scale, key), count in sorted(ratings.items()):
        new = new_rating(scheme, scale, key)
        yield Consequence(
            scale=scale,
            key=key,
            count=count,
            outcome=_outcome(scale == scheme.scale.key and key in scheme.scale.keys, new),
            becomes=f"{scheme.scale.key}/{new}" if new else "",
        )
    for (tag, key), count in sorted(subtypes.items()):
        new = new_subtype(scheme, tag, key)
        outcome = _outcome(key in scheme.labels[tag].keys, new)
        yield Consequence(tag=tag, key=key, count=count, outcome=outcome, becomes=new or "")


def new_rating(scheme: Scheme, scale: str, rating: str) -> str | None:
    """Return the rating that `scheme` has in the place of one; None where it is not renamed.

    A rating that is still on the scale in force keeps its name, so that renaming again what was
    renamed already changes nothing.
    """
    if scale == scheme.scale.key and rating in scheme.scale.keys:
        return None
    return scheme.ratings_renamed.get(rating)


def new_subtype(scheme: Scheme, tag: Tag, subtype: str) -> str | None:
    """Return the subtype that `scheme` has in the place of one; None where it is not renamed."""
    keys = scheme.labels[tag].keys
    new = None if subtype in keys else scheme.subtypes_renamed.get(subtype)
    return new if new in keys else None


def renamed(scheme: Scheme, value: Value | None) -> Value | None:
    """Return what a decision says in the words of `scheme`; None where these are its own."""
    match value:
        case Verdict(scale=scale, rating=rating):
            new = new_rating(scheme, scale, rating)
            update: dict[str, Any] = {"scale": scheme.scale.key, "rating": new} if new else {}
        case TagValue(tag=tag, subtypes=subtypes):
            update = {"subtypes": _renamed_all(scheme, tag, subtypes)}
        case Claim(types=types):
            update = {"types": _renamed_all(scheme, Tag.CLAIM, types)}
        case _:
            return None
    said = value.model_copy(update=update)
    return None if said == value else said


def differences(before: Scheme, after: Scheme) -> Iterator[str]:
    """Yield in words what `after` says otherwise than `before`."""
    apart = {*before.circumstances}
    if before.scale.key != after.scale.key:
        apart.add("scale")
        yield f"scale: {before.scale.key} -> {after.scale.key}"
    old, new = (scheme.model_dump(mode="json", exclude=apart) for scheme in (before, after))
    yield from _in_tables(old, new)


def _outcome(kept: bool, new: str | None) -> Outcome:
    return Outcome.KEPT if kept else Outcome.RENAMED if new else Outcome.AS_RECORDED


def _renamed_all(scheme: Scheme, tag: Tag, subtypes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the subtypes by their new names, each once."""
    return tuple(dict.fromkeys(new_subtype(scheme, tag, key) or key for key in subtypes))


def _in_tables(old: _Table, new: _Table, under: str = "") -> Iterator[str]:
    for key in dict.fromkeys([*old, *new]):
        yield from _between(f"{under}{key}", old.get(key), new.get(key))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield f"{under.removesuffix('.')}: in another order"


def _between(path: str, old: object, new: object) -> Iterator[str]:
    tables = _table(old), _table(new)
    if old == new:
        return
    if tables[0] is not None and tables[1] is not None:
        yield from _in_tables(tables[0], tables[1], f"{path}.")
    elif new is None:
        yield f"{path}: taken away"
    elif old is None:
        yield f"{path}: new" + (f", {new!r}" if tables[1] is None else "")
    else:
        yield f"{path}: {old!r} -> {new!r}"


def _table(value: object) -> _Table | None:
    """Return a table, or a list of things that have keys as one; None for a plain value."""
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return {item["key"]: item for item in value}
    return value if isinstance(value, dict) else None

"""The scheme of a project: its labels, its verdict scale, and the rules of its sign-off."""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, ClassVar, Final, Self

from pydantic import AfterValidator, Field, model_validator

from factcheck.domain.errors import InvalidValue
from factcheck.domain.scales.scale import Key, Scale, Words
from factcheck.domain.scales.scales import GOOGLE5
from factcheck.domain.scheme.label import Label
from factcheck.domain.scheme.labels import LABELS, QUESTIONS
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.tag import Tag
from factcheck.domain.text import Line, Name, SaidText
from factcheck.domain.value import Value

SUBJECT: Final = "scheme"
"""What a decision on the scheme is about; a database has one."""

_DOMAIN: Final = re.compile(r"[^\W_]([\w-]*\w)?(\.[^\W_]([\w-]*\w)?)+")


def _domain(site: str) -> str:
    if not _DOMAIN.fullmatch(site):
        raise ValueError("write the domain alone, as in example.org")
    return site.lower().removeprefix("www.")


Site = Annotated[Line, AfterValidator(_domain)]
"""A domain such as `example.org`, with all that is under it."""


class SignOff(Value):
    """What a fact-check needs before it may be published."""

    approvals: Annotated[int, Field(ge=1, le=100, strict=True)] = 1
    """How many editors have to approve it."""
    editors: tuple[Name, ...] = ()
    """Who may approve; empty for everybody who did not write it."""
    second_verdict: bool = False
    """Whether a second reviewer has to judge the claim, without having seen the first verdict."""

    @model_validator(mode="after")
    def _enough_editors(self) -> Self:
        if self.editors and self.approvals > len(set(self.editors)):
            raise ValueError(
                f"approvals: {self.approvals} cannot come from {len(set(self.editors))} of the"
                " editors: ask for fewer, or name more"
            )
        return self


class Scheme(Value):
    """What a project has agreed on, in one version."""

    circumstances: ClassVar = frozenset({"file"})

    version: Words = "1"
    """The version of the guideline."""
    labels: dict[Tag, Label] = LABELS
    """What each tag means."""
    questions: tuple[SaidText, ...] = QUESTIONS
    """What to ask before a sentence is tagged as an opinion."""
    scale: Scale = GOOGLE5
    """The scale that verdicts are given on."""
    sign_off: SignOff = SignOff.model_construct()
    """What a fact-check needs before it may be published."""
    organisation: Organisation = Organisation.model_construct()
    """Who publishes the fact-checks."""
    sites: tuple[Site, ...] = ()
    """The project's own domains."""
    checks_off: dict[Key, SaidText] = Field(default_factory=dict)
    """The rules of the linter that are turned off, each with the reason."""
    ratings_renamed: dict[Key, Key] = Field(default_factory=dict)
    """Which rating of an older scale is which one now."""
    subtypes_renamed: dict[Key, Key] = Field(default_factory=dict)
    """Which older subtype is which one now."""
    file: str = ""
    """The SHA-256 of the file that it was read from, if it was."""

    @model_validator(mode="after")
    def _every_tag_has_a_label(self) -> Self:
        missing = [tag.value for tag in Tag if tag not in self.labels]
        if missing:
            raise ValueError(f"labels: says nothing of {missing[0]}: define it")
        return self

    @model_validator(mode="after")
    def _renames_lead_somewhere(self) -> Self:
        ratings = [rating.key for rating in self.scale.ratings if not rating.open]
        subtypes = [key for label in self.labels.values() for key in label.keys]
        _refuse_lost("ratings_renamed", self.ratings_renamed, ratings)
        _refuse_lost("subtypes_renamed", self.subtypes_renamed, subtypes)
        return self

    def refuse_unknown(self, tag: Tag, subtypes: Iterable[str]) -> None:
        """Raise InvalidValue for a kind that the tag does not have, or for more than it takes."""
        label, given = self.labels[tag], set(subtypes)
        known = ", ".join(label.keys) or "no kinds at all"
        unknown = sorted(given.difference(label.keys))
        if unknown:
            raise InvalidValue(f"no subtype {unknown[0]!r} of {tag}: choose among {known}")
        if label.one_only and len(given) > 1:
            raise InvalidValue(f"{tag} takes one subtype: choose one of {known}")


def _refuse_lost(field: str, renamed: dict[str, str], known: Sequence[str]) -> None:
    """Refuse a new name that nothing has, or whose words a reviewer would have to write."""
    for old, new in renamed.items():
        if new not in known:
            choice = ", ".join(known) or "nothing, and take it out"
            raise ValueError(f"{field}.{old}: cannot become {new!r}: choose among {choice}")


DEFAULT: Final = Scheme.model_construct()
"""The scheme of a project that has agreed on nothing yet."""

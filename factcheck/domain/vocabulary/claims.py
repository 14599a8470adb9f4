"""What can be said of a claim: whose it is, and whether it is worth a check."""

from enum import StrEnum


class Attribution(StrEnum):
    """Who asserts what a sentence says; see the guideline of NewsSD-ENG (CheckThat!)."""

    AUTHOR = "author"
    THIRD_PARTY = "third-party"
    UNATTRIBUTED = "unattributed"


class ClaimantKind(StrEnum):
    """Who makes a claim; unknown is said on purpose, and is not the same as not yet said."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


class Worthiness(StrEnum):
    """Whether a claim is worth a check: the three classes of ClaimBuster."""

    CHECK_WORTHY = "check-worthy"
    UNIMPORTANT = "unimportant"
    NOT_FACTUAL = "not-factual"

    @property
    def dropped(self) -> bool:
        """Whether a claim of this class is checked no further."""
        return self is not Worthiness.CHECK_WORTHY


class WorthinessReason(StrEnum):
    """Why a claim is worth a check: the questions of CheckThat! 2020 and of Full Fact."""

    MAY_BE_FALSE = "may-be-false"
    PUBLIC_INTEREST = "public-interest"
    HARM = "harm"
    REACH = "reach"
    SPECIFIC = "specific"


class Relation(StrEnum):
    """What a claim is to another one."""

    SAME = "same"
    VARIANT = "variant"
    REPEATS = "repeats"
    REPEATED_BY = "repeated-by"
    BROADER = "broader"
    NARROWER = "narrower"

    @property
    def inverse(self) -> "Relation":
        """What the other claim is to this one."""
        return _INVERSES.get(self, self)


_INVERSES = {
    Relation.REPEATS: Relation.REPEATED_BY,
    Relation.REPEATED_BY: Relation.REPEATS,
    Relation.BROADER: Relation.NARROWER,
    Relation.NARROWER: Relation.BROADER,
}

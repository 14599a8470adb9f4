"""What can be said of a source and of the answer it gives, after AVeriTeC and IFCN."""

from enum import StrEnum


class SourceType(StrEnum):
    """What kind of source it is."""

    OFFICIAL_STATISTICS = "official-statistics"
    LAW_OR_COURT = "law-or-court"
    GOVERNMENT = "government"
    ACADEMIC = "academic"
    COMPANY = "company"
    NGO = "ngo"
    NEWS = "news"
    EXPERT_INTERVIEW = "expert-interview"
    EYEWITNESS = "eyewitness"
    SOCIAL_MEDIA = "social-media"
    DATASET = "dataset"
    IMAGE_VIDEO = "image-video"
    FACT_CHECK = "fact-check"
    METADATA = "metadata"
    OTHER = "other"


class SourceLevel(StrEnum):
    """How near a source is to what happened."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Reliability(StrEnum):
    """How far a source is to be trusted: a grade, or a warning."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    SATIRE = "satire"
    KNOWN_MISINFORMATION = "known-misinformation"

    @property
    def needs_second_source(self) -> bool:
        """Whether nothing may rest on such a source alone."""
        return self in {Reliability.SATIRE, Reliability.KNOWN_MISINFORMATION}


class AnswerType(StrEnum):
    """How a source answers the question put to it."""

    EXTRACTIVE = "extractive"
    ABSTRACTIVE = "abstractive"
    BOOLEAN = "boolean"
    UNANSWERABLE = "unanswerable"


class Medium(StrEnum):
    """In what form a source gives its answer."""

    WEB_TEXT = "web-text"
    PDF = "pdf"
    METADATA = "metadata"
    WEB_TABLE = "web-table"
    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"

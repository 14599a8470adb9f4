"""The words of AVeriTeC for what has a key here.

As its annotators chose among them (Schlichtkrull et al., 2023), and as they stand in its data.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.domain.vocabulary.sources import AnswerType, Medium

CLAIM_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "numerical": "Numerical Claim",
        "event-property": "Event/Property Claim",
        "causal": "Causal Claim",
        "quote": "Quote Verification",
        "position": "Position Statement",
    }
)
"""The types of claims in the published data."""
UNPUBLISHED_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "prediction": "Speculative Claim",
        "media-source": "Media Publishing Claim",
        "media-analysis": "Media Analysis Claim",
    }
)
"""Types that annotators could choose too, whose claims were taken out before publication."""
ANSWER_TYPES: Final[Mapping[AnswerType, str]] = MappingProxyType(
    {each: each.value.capitalize() for each in AnswerType}
)
MEDIA: Final[Mapping[Medium, str]] = MappingProxyType(
    {
        Medium.WEB_TEXT: "Web text",
        Medium.PDF: "PDF",
        Medium.METADATA: "Metadata",
        Medium.WEB_TABLE: "Web table",
        Medium.IMAGE: "Image/graphic",
        Medium.VIDEO: "Video",
        Medium.AUDIO: "Audio",
        Medium.OTHER: "Other",
    }
)
NO_ANSWER: Final = "No answer could be found."
"""What stands as the answer to a question for which no source was found."""
UNANSWERED: Final[dict[str, str]] = {
    "answer": NO_ANSWER,
    "answer_type": ANSWER_TYPES[AnswerType.UNANSWERABLE],
    "source_url": "",
    "source_medium": "",
}
"""How the data says that nothing was found."""

"""The verdicts of research data sets."""

from typing import Final

from factcheck.domain.scales.presets.rows import FALSE, MIXTURE, OTHER, TRUE, beside, step
from factcheck.domain.scales.scale import Scale

AVERITEC: Final = Scale.model_construct(
    key="averitec",
    name="AVeriTeC",
    ratings=(
        step(1, "Refuted", FALSE, "The evidence that was found contradicts the claim."),
        step(2, "Supported", TRUE, "The evidence that was found bears the claim out."),
        beside(
            "Not Enough Evidence",
            OTHER,
            "The evidence neither supports nor refutes the claim; finding no support is not enough"
            " to refute it.",
        ),
        beside(
            "Conflicting Evidence/Cherrypicking",
            MIXTURE,
            "Some evidence supports the claim and some refutes it, or it is true and misleads by"
            " what it picks out.",
        ),
        beside(
            "Claim Too Vague",
            OTHER,
            "Even with its context the claim is not definite enough for evidence to decide it.",
        ),
    ),
)
"""AVeriTeC (Schlichtkrull et al., 2023), with the label that its dispute phase adds."""

FEVER: Final = Scale.model_construct(
    key="fever",
    name="FEVER",
    ratings=(
        step(1, "REFUTES", FALSE, "The chosen sentences give reason to believe the claim wrong."),
        step(2, "SUPPORTS", TRUE, "The chosen sentences give reason to believe the claim right."),
        beside(
            "NOT ENOUGH INFO",
            OTHER,
            "No sentence of the corpus gives reason to believe the claim right or wrong.",
        ),
    ),
)
"""FEVER (Thorne et al., 2018)."""

"""The ratings of Snopes, most of which say what kind of story something is."""

from typing import Final

from factcheck.domain.scales.presets.rows import FALSE, MIXTURE, OTHER, TRUE, beside, step
from factcheck.domain.scales.scale import Scale

SNOPES: Final = Scale.model_construct(
    key="snopes",
    name="Snopes",
    ratings=(
        step(1, "False", FALSE, "The main elements of the claim can be shown to be wrong."),
        step(
            2,
            "Mostly False",
            MIXTURE,
            "The main elements of the claim are wrong, though something beside them is right.",
        ),
        step(
            3,
            "Mixture",
            MIXTURE,
            "So much of the claim is right and so much wrong that no other rating is fair.",
        ),
        step(
            4,
            "Mostly True",
            MIXTURE,
            "The main elements of the claim are right, though something beside them is wrong.",
        ),
        step(5, "True", TRUE, "The main elements of the claim can be shown to be right."),
        beside("Research In Progress", OTHER, "The claim is still being looked into."),
        beside(
            "Unproven",
            OTHER,
            "The evidence does not settle the claim; Snopes no longer gives this rating.",
        ),
        beside("Unfounded", OTHER, "No evidence that can be shown stands behind the claim."),
        beside("Outdated", OTHER, "The claim was right once, and events have overtaken it."),
        beside(
            "Miscaptioned",
            FALSE,
            "The picture or film is genuine, and what is said to be seen in it is not.",
        ),
        beside("Misattributed", FALSE, "The words are credited to somebody who did not say them."),
        beside(
            "Correct Attribution",
            TRUE,
            "The words are credited to the one who said them, which does not make them true.",
        ),
        beside(
            "Legend",
            FALSE,
            "The story is told in so general a way that it cannot be pinned to any event.",
        ),
        beside("Scam", OTHER, "The page describes a fraud that people really are subjected to."),
        beside(
            "Originated as Satire",
            OTHER,
            "The claim was first made as a joke, and others repeat it without saying so.",
        ),
        beside("Labeled Satire", OTHER, "The claim comes from a source that calls itself satire."),
        beside("Fake", FALSE, "The picture, film or document was made or altered to deceive."),
        beside("Recall", OTHER, "The page reports that a product is being called back."),
        beside(
            "Lost Legend",
            OTHER,
            "The page is one of the invented legends by which Snopes teaches not to trust blindly.",
        ),
    ),
)
"""Snopes; the ratings of how true a claim is come first."""

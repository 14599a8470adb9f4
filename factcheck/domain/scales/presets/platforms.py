"""The ratings of platforms, and of the programs that fact-checkers work with."""

from typing import Final

from factcheck.domain.scales.presets.rows import FALSE, MIXTURE, OTHER, TRUE, beside, step
from factcheck.domain.scales.scale import Scale

GOOGLE5: Final = Scale.model_construct(
    key="google5",
    name="Five steps",
    ratings=(
        step(1, "False", FALSE, "The evidence shows that the claim is not true."),
        step(
            2,
            "Mostly false",
            MIXTURE,
            "The claim holds a grain of truth, but what matters in it is wrong.",
        ),
        step(
            3, "Half true", MIXTURE, "Parts that matter are right and parts that matter are wrong."
        ),
        step(
            4,
            "Mostly true",
            MIXTURE,
            "The claim is right in what matters, with a detail that needs correction.",
        ),
        step(5, "True", TRUE, "The evidence shows that the claim is right."),
        beside("Unproven", OTHER, "The evidence that was found decides neither way."),
        beside(
            "Missing context",
            OTHER,
            "The words are right, but what they leave out changes what readers understand.",
        ),
    ),
)
"""Five steps, as in Google's example for ClaimReview, and two ratings beside them."""

META: Final = Scale.model_construct(
    key="meta",
    name="Meta",
    ratings=(
        step(1, "False", FALSE, "What the post says has no basis in fact."),
        step(
            2,
            "Partly False",
            MIXTURE,
            "The post contains a mistake of fact, or mixes what is right with what is wrong.",
        ),
        step(3, "True", TRUE, "The post contains nothing that is wrong or misleads."),
        beside(
            "Altered",
            FALSE,
            "A picture, a recording or a film was changed so that it misleads.",
        ),
        beside(
            "Missing Context",
            OTHER,
            "The post suggests something wrong without saying it, by what it leaves out.",
        ),
        beside("Satire", OTHER, "The post means to criticise by irony; some may take it as fact."),
    ),
)
"""The ratings that Meta gives its fact-checking partners to choose from."""

DEGA: Final = Scale.model_construct(
    key="dega",
    name="Dega",
    ratings=(
        step(1, "False", FALSE, "Facts contradict the claim."),
        step(2, "Misleading", MIXTURE, "The claim leads readers to a conclusion that is wrong."),
        step(4, "Partly True", MIXTURE, "Part of the claim is right, and part of it is not."),
        step(5, "True", TRUE, "Facts bear the claim out."),
        beside("Unverified", OTHER, "The claim could be neither confirmed nor contradicted."),
        beside("Not a Claim", OTHER, "The statement asserts nothing that can be checked."),
    ),
)
"""The ratings of Factly's program Dega; it stores numbers for the last two that rank nothing."""

MEEDAN: Final = Scale.model_construct(
    key="meedan",
    name="Meedan Check",
    ratings=(
        step(1, "False", FALSE, "The item was checked and is not true."),
        step(2, "Verified", TRUE, "The item was checked and is true."),
        beside("Unstarted", OTHER, "Nobody has begun to check the item."),
        beside("In Progress", OTHER, "Somebody is checking the item."),
        beside("Inconclusive", OTHER, "The item was checked, and the check decides neither way."),
    ),
)
"""The statuses that Meedan's program Check begins with."""

TRULYMEDIA: Final = Scale.model_construct(
    key="trulymedia",
    name="Truly Media",
    ratings=(
        step(1, "fake", FALSE, "The item was checked and is not what it claims to be."),
        step(2, "verified", TRUE, "The item was checked and is what it claims to be."),
        beside("raw", OTHER, "The item was collected, and nothing was done with it yet."),
        beside("pending", OTHER, "The item is being checked."),
        beside("unclear", OTHER, "The check could not settle whether the item is genuine."),
    ),
)
"""The statuses of items in Truly Media."""

"""The ratings of newsrooms that check facts."""

from typing import Final

from factcheck.domain.scales.presets.rows import FALSE, MIXTURE, OTHER, TRUE, beside, step
from factcheck.domain.scales.scale import Rating, Scale

POLITIFACT: Final = Scale.model_construct(
    key="politifact",
    name="PolitiFact's Truth-O-Meter",
    ratings=(
        step(1, "Pants on Fire", FALSE, "The statement is wrong, and absurd to make."),
        step(2, "False", FALSE, "The statement is wrong."),
        step(
            3,
            "Mostly False",
            MIXTURE,
            "Something in the statement is right, but facts that would give another impression are"
            " ignored.",
        ),
        step(
            4,
            "Half True",
            MIXTURE,
            "The statement is right in part, but leaves out what matters or tears it from context.",
        ),
        step(
            5, "Mostly True", MIXTURE, "The statement is right, but needs to be explained further."
        ),
        step(6, "True", TRUE, "The statement is right, and nothing that matters is missing."),
    ),
)
"""PolitiFact; its Flip-O-Meter for changes of mind is a scale of its own."""

WAPO: Final = Scale.model_construct(
    key="wapo",
    name="The Washington Post's Pinocchios",
    ratings=(
        step(1, "Four Pinocchios", FALSE, "The statement is a plain and gross untruth."),
        step(
            2,
            "Three Pinocchios",
            MIXTURE,
            "The statement holds a serious mistake of fact, or contradicts itself plainly.",
        ),
        step(
            3,
            "Two Pinocchios",
            MIXTURE,
            "The statement leaves out or inflates so much that it gives a wrong impression.",
        ),
        step(
            4,
            "One Pinocchio",
            MIXTURE,
            "The statement shades the facts and tells them selectively, but is not outright wrong.",
        ),
        step(
            5,
            "Geppetto Checkmark",
            TRUE,
            "The statement is the truth and nothing but it, which may come as a surprise.",
        ),
        beside("Verdict Pending", OTHER, "Not all facts that a judgement needs are there yet."),
        beside(
            "Upside-Down Pinocchio",
            OTHER,
            "The speaker has changed position on the matter without admitting it.",
        ),
        beside(
            "Bottomless Pinocchio",
            FALSE,
            "The speaker repeats a refuted statement so often that it has become a campaign.",
        ),
    ),
)
"""The Washington Post's Fact Checker; more noses are worse."""

AFRICACHECK: Final = Scale.model_construct(
    key="africacheck",
    name="Africa Check",
    ratings=(
        step(1, "Incorrect", FALSE, "The best evidence available at the time contradicts it."),
        step(
            2,
            "Mostly correct",
            MIXTURE,
            "The best evidence bears the claim out but for details that are wrong or not in it.",
        ),
        step(3, "Correct", TRUE, "The best evidence available at the time bears the claim out."),
        beside("Unproven", OTHER, "No evidence that is public settles the claim."),
        beside(
            "Misleading",
            MIXTURE,
            "What the claim says may be right, but the way it is said leads to a wrong conclusion.",
        ),
        beside("Exaggerated", MIXTURE, "The claim makes something real larger than it is."),
        beside("Understated", MIXTURE, "The claim makes something real smaller than it is."),
        beside("Checked", OTHER, "The matter was looked into, and no single rating would be fair."),
    ),
)
"""Africa Check, which rates by the evidence that there was when the claim was checked."""

CORRECTIV: Final = Scale.model_construct(
    key="correctiv",
    name="CORRECTIV.Faktencheck",
    ratings=(
        step(1, "Falsch", FALSE, "The claim is wrong, or made up."),
        step(
            2,
            "Größtenteils falsch",
            MIXTURE,
            "The core of the claim is wrong, though some of what it says is right.",
        ),
        step(
            3,
            "Teilweise falsch",
            MIXTURE,
            "The claim holds right and wrong statements of about the same weight.",
        ),
        step(
            4,
            "Größtenteils richtig",
            MIXTURE,
            "The core of the claim is right, though some of what it says is wrong or imprecise.",
        ),
        step(5, "Richtig", TRUE, "The claim is right, and leaves out nothing that matters."),
        beside("Unbelegt", OTHER, "There is no sufficient proof for the claim, nor against it."),
        beside(
            "Fehlender Kontext",
            OTHER,
            "The claim leaves out something without which it is easily misunderstood.",
        ),
        beside("Manipuliert", FALSE, "The picture, film or recording was altered to deceive."),
    ),
)
"""CORRECTIV.Faktencheck, as it has rated since October 2024."""

AFP: Final = Scale.model_construct(
    key="afp",
    name="AFP Fact Check",
    ratings=(
        step(1, "False", FALSE, "Reliable sources contradict the claim."),
        step(
            2,
            "Misleading",
            MIXTURE,
            "Something genuine is used in such a way that it gives a wrong impression.",
        ),
        step(3, "True", TRUE, "Reliable sources bear the claim out."),
        beside(
            "Missing context",
            OTHER,
            "More has to be known to understand the claim as it should be.",
        ),
        beside("Altered", FALSE, "The picture, film or recording was changed to deceive."),
        beside("Satire", OTHER, "The claim was meant as a joke, and is passed on in earnest."),
    ),
)
"""The labels seen in AFP's data; it publishes no formal scale."""

FULLFACT: Final = Scale.model_construct(
    key="fullfact",
    name="Full Fact",
    ratings=(
        Rating.model_construct(
            key="conclusion",
            words="Conclusion",
            meaning="A sentence that the reviewer writes says what is right and what is not.",
            open=True,
        ),
    ),
)
"""Full Fact gives no ratings: each check ends in a conclusion of one sentence."""

AAP: Final = Scale.model_construct(
    key="aap",
    name="AAP FactCheck",
    ratings=(
        step(1, "False", FALSE, "The claim is inaccurate."),
        step(
            2,
            "Somewhat False",
            MIXTURE,
            "The claim is inaccurate for the most part, though something in it is right.",
        ),
        step(
            3,
            "Partly False",
            MIXTURE,
            "Some of what the claim says is right, and what it wants to say is not.",
        ),
        step(
            4,
            "Somewhat True",
            MIXTURE,
            "The claim is right in what matters, though something in it is not.",
        ),
        step(5, "True", TRUE, "The claim is accurate."),
        beside(
            "Missing Context",
            OTHER,
            "The claim says something right and leads astray by what it does not say.",
        ),
        beside("Altered Photo/Video/Image", FALSE, "What is shown was altered to mislead."),
        beside("Satire", OTHER, "The claim was made as a joke, and could be taken as fact."),
    ),
)
"""Australian Associated Press."""

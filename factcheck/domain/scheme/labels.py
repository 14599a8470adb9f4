"""The labels of a project that has defined none, and what to ask before tagging an opinion.

The kinds of claim come from AVeriTeC and Full Fact, those of opinion from NewsSD and SubjectivITA.
"""

from typing import Final

from factcheck.domain.scheme.label import Label, Subtype
from factcheck.domain.tag import Tag


def _kinds(*rows: tuple[str, str]) -> tuple[Subtype, ...]:
    """Return subtypes whose keys follow from their words."""
    return tuple(
        Subtype.model_construct(
            key=words.lower().replace(" ", "-").replace("/", "-"), words=words, meaning=meaning
        )
        for words, meaning in rows
    )


_CLAIM: Final = Label.model_construct(
    words="Claim",
    definition="States something that can be checked against evidence. It does not matter who"
    " asserts it, nor whether it is worth a check.",
    example="The town has built 500 flats since 2020.",
    subtypes=_kinds(
        ("Numerical", "Rests on a number, an amount or a share."),
        ("Event/property", "Says that something happened, or what somebody or something is like."),
        ("Causal", "Says that one thing brings about another."),
        ("Quote", "Says that somebody used certain words."),
        ("Position", "Says what somebody stands for or has decided."),
        ("Comparison", "Sets two things, times or places against each other."),
        ("Rule or law", "Says what a law, a rule or a contract demands or allows."),
        ("Correlation", "Says that two things go together, without saying that one is the cause."),
        (
            "Personal experience",
            "Tells what somebody has lived through, which few others can know.",
        ),
        ("Prediction", "Says what will happen; what it rests on can be checked, the event cannot."),
        ("Media source", "Says where a picture, a film or a document comes from."),
        ("Media analysis", "Says what can be seen or heard in a picture, a film or a recording."),
    ),
)

_OPINION: Final = Label.model_construct(
    words="Opinion",
    definition="Gives the author's own view. Well-informed people could differ about it without"
    " any of them having a fact wrong.",
    example="The new square is the loveliest in the country.",
    subtypes=_kinds(
        ("Explicit", "Says openly what the author thinks or feels about the matter."),
        ("Sarcasm", "Says the opposite of what is meant, or mocks."),
        ("Exhortation", "Calls on somebody to act, or wishes that something were so."),
        ("Derogatory", "Belittles a person or a group by the words it chooses."),
        ("Rhetorical figure", "Makes its point by exaggeration, irony or an image."),
        ("Rhetorical question", "Asks in order to assert, and expects no answer."),
        ("Unsupported conclusion", "Draws a conclusion for which the text gives no grounds."),
    ),
)

_FILLER: Final = Label.model_construct(
    words="Filler",
    definition="Neither states anything nor gives a view. It holds an article together, or"
    " surrounds it.",
    example="Read more on page five.",
    one_only=True,
    subtypes=_kinds(
        ("Boilerplate", "Stands under every article alike, such as a legal notice."),
        ("Caption/credit", "Stands under a picture, or names who made it."),
        ("Heading/byline", "Is a heading, a date line, or says who wrote the article."),
        ("Question", "Asks something that is open."),
        ("Greeting/meta", "Greets the readers, or talks about the article itself."),
        ("Transition", "Leads from one passage to the next and says nothing by itself."),
        ("Instruction/ad", "Tells readers what to click, read or buy."),
        ("Fragment", "Is a piece that the page or the division into sentences left over."),
        ("Other", "Is filler of some other kind."),
    ),
)

LABELS: Final = {Tag.CLAIM: _CLAIM, Tag.OPINION: _OPINION, Tag.FILLER: _FILLER}
"""What the tags mean where a project says nothing else."""

QUESTIONS: Final = (
    "Who asserts this? Where it is somebody else than the author, it is no opinion: tag it as a"
    " claim, of the kind quote or position.",
    "Could two well-informed people disagree about it without either having a fact wrong?"
    " Where they could, it is an opinion.",
)
"""What to ask, in this order, before a sentence is tagged as an opinion."""

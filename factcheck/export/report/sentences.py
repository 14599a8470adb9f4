"""The article's sentences as readers are told of them: everybody's tags, and the claims."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.tag import UNDECIDED, Tag
from factcheck.domain.vocabulary.claims import Attribution
from factcheck.export.report.claims import DIFFERENT, Claims, kinds, says
from factcheck.services.reporting import ReportedArticle, ReportedSentence

_ATTRIBUTED: Final = {
    Attribution.AUTHOR: "the author's",
    Attribution.THIRD_PARTY: "a third party's",
    Attribution.UNATTRIBUTED: "nobody's in particular",
}


class TagFacts(NamedTuple):
    """What a sentence is, as one or several reviewers see it."""

    tag: Tag
    kinds: tuple[str, ...]
    """What kinds of it, in the words of the scheme, as any of them says."""
    attribution: str
    """Who asserts it, in words; empty where nobody said, or they differ."""
    reviewers: tuple[str, ...]

    @property
    def words(self) -> str:
        """The tag with what was said of it, such as `claim (Numerical; a third party's)`."""
        return self._with(())

    @property
    def named(self) -> str:
        """The same with the names of who says so."""
        return self._with(self.reviewers)

    def _with(self, names: tuple[str, ...]) -> str:
        beside = [", ".join(self.kinds), self.attribution, ", ".join(names)]
        said = "; ".join(filter(None, beside))
        return f"{self.tag} ({said})" if said else self.tag


class SentenceFacts(NamedTuple):
    """A sentence with what reviewers found on it."""

    number: int
    start: int
    """Offset of its first character in the article's text, in code points."""
    end: int
    text: str
    role: str
    """What the layout suggests it is, such as `heading`; empty for nothing."""
    gap: str
    """The text between the sentence before it and this one, line ends and all."""
    tags: tuple[TagFacts, ...]
    """One where all agree who tagged it, none where nobody did."""
    claims: tuple[int, ...]
    """The numbers of the claims in it."""
    says: tuple[str, ...]
    """What the verdicts on them are, in a few words each."""

    @property
    def begins_paragraph(self) -> bool:
        """Whether an empty line stands before it, or nothing."""
        return self.start == len(self.gap) or self.gap.count("\n") > 1

    @property
    def disputed(self) -> bool:
        """Whether reviewers tagged it differently."""
        return len(self.tags) > 1

    @property
    def label(self) -> str:
        """The tags with the verdicts; where they differ, with the names of who gave them."""
        tags = [tag.named if self.disputed else tag.words for tag in self.tags]
        verdicts = [
            f"{says} (claim {claim})" for says, claim in zip(self.says, self.claims, strict=True)
        ]
        return ", ".join((*(tags or UNDECIDED[1:]), *verdicts))

    @property
    def kind(self) -> str:
        """The tag on which all agree, that they differ, or that nobody has decided."""
        if self.disputed:
            return DIFFERENT
        return self.tags[0].tag if self.tags else UNDECIDED[1]


def sentences_told(
    article: ReportedArticle, scheme: Scheme, claims: Claims
) -> Iterator[SentenceFacts]:
    """Yield what readers are told of each sentence."""
    text, ends = article.document.text, [0, *(item.sentence.end for item in article.sentences)]
    for item, end in zip(article.sentences, ends, strict=False):
        sentence = item.sentence
        yield SentenceFacts(
            number=sentence.number,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            role=sentence.role or "",
            gap=text[end : sentence.start],
            tags=_tags(item, scheme),
            claims=tuple(map(claims.number, item.claims)),
            says=tuple(map(says, item.claims)),
        )


def _tags(item: ReportedSentence, scheme: Scheme) -> tuple[TagFacts, ...]:
    by_tag: dict[Tag, dict[str, TagValue]] = {}
    for reviewer, said in item.tags.items():
        by_tag.setdefault(said.value.tag, {})[reviewer] = said.value
    return tuple(_tag(tag, said, scheme) for tag, said in by_tag.items())


def _tag(tag: Tag, said: dict[str, TagValue], scheme: Scheme) -> TagFacts:
    keys = dict.fromkeys(key for value in said.values() for key in value.subtypes)
    asserting = {value.attribution for value in said.values() if value.attribution}
    return TagFacts(
        tag=tag,
        kinds=kinds(scheme, tag, tuple(keys)),
        attribution=_ATTRIBUTED[asserting.pop()] if len(asserting) == 1 else "",
        reviewers=tuple(said),
    )

"""Evidence as readers are told of it: numbered sources, and what each says about a claim."""

from collections.abc import Hashable, Iterable
from typing import Final, NamedTuple

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.review import EvidenceReview
from factcheck.domain.vocabulary.stance import Stance

_WITHHELD: Final = "a source that has to stay anonymous"
_STANCES: Final = {
    Stance.SUPPORTS: "Evidence for the claim",
    Stance.PARTLY_SUPPORTS: "Evidence partly for the claim",
    Stance.REFUTES: "Evidence against the claim",
    Stance.CONTEXT: "Context",
}
_ORDER: Final = tuple(_STANCES)


class SourceFacts(NamedTuple):
    """A source by its number in the article; one that stays anonymous has no name and no link."""

    number: int
    name: str
    url: str = ""
    publisher: str = ""
    """Empty where it is the name."""
    author: str = ""
    """Empty where it is the name."""
    published: str = ""
    archived: str = ""
    not_archived: str = ""
    """Why there is no archived copy."""
    type: str = ""
    """In words, such as `official statistics`."""
    level: str = ""
    reliability: str = ""
    interest: str = ""
    anonymous: bool = False
    anonymous_reason: str = ""
    claims: tuple[int, ...] = ()
    """The numbers of the claims that it says something about."""


class EvidenceFacts(NamedTuple):
    """What a source says about a claim."""

    source: SourceFacts
    quote: str
    locator: str
    """Where in the source; empty for an anonymous one."""
    question: str
    answer: str
    answer_because: str
    accessed: str


class EvidenceGroup(NamedTuple):
    """The evidence that says the same of a claim: for it, against it, or context."""

    stance: Stance
    heading: str
    items: tuple[EvidenceFacts, ...]


class NumberedSources:
    """The sources of one article, each with one number wherever it serves."""

    def __init__(self, items: Iterable[tuple[int, EvidenceReview]]) -> None:
        """Number the sources of `items`, each with the number of its claim, as they come."""
        self._known: dict[Hashable, SourceFacts] = {}
        for claim, item in items:
            self._add(claim, item)

    @property
    def all(self) -> tuple[SourceFacts, ...]:
        """All sources, by number."""
        return tuple(self._known.values())

    def number(self, item: EvidenceReview) -> int:
        """Return the number of an item's source."""
        return self._known[_identity(item)].number

    def groups(self, items: Iterable[EvidenceReview]) -> tuple[EvidenceGroup, ...]:
        """Return evidence on a claim by what it says of it; groups without any are left out."""
        told: dict[Stance, list[EvidenceFacts]] = {}
        for item in items:
            told.setdefault(item.evidence.stance, []).append(self._told(item))
        return tuple(
            EvidenceGroup(stance, _STANCES[stance], tuple(told[stance]))
            for stance in sorted(told, key=_ORDER.index)
        )

    def _add(self, claim: int, item: EvidenceReview) -> None:
        key = _identity(item)
        known = self._known.get(key) or _source(len(self._known) + 1, item.evidence)
        claims = tuple(dict.fromkeys((*known.claims, claim)))
        self._known[key] = known._replace(claims=claims)

    def _told(self, item: EvidenceReview) -> EvidenceFacts:
        evidence = item.evidence
        return EvidenceFacts(
            source=self._known[_identity(item)],
            quote=evidence.quote,
            locator="" if evidence.anonymous else evidence.locator,
            question=evidence.question,
            answer=evidence.answer,
            answer_because=evidence.answer_because,
            accessed=evidence.accessed,
        )


def _identity(item: EvidenceReview) -> Hashable:
    """Return what two items share that are of one source; anonymous ones are no other's."""
    source = item.evidence
    named = source.url or source.title or source.author
    if not named:
        return item.id
    return source.anonymous, source.url or (source.title, source.author, source.publisher)


def _source(number: int, source: Evidence) -> SourceFacts:
    told = SourceFacts(
        number=number,
        name=_WITHHELD,
        type=_words(source.type),
        level=_words(source.level),
        reliability=_words(source.reliability),
        interest=source.interest,
        anonymous=source.anonymous,
        anonymous_reason=source.anonymous_reason,
    )
    return told if source.anonymous else _named(told, source)


def _named(told: SourceFacts, source: Evidence) -> SourceFacts:
    name = source.name
    return told._replace(
        name=name,
        url=source.url,
        publisher=_unless(source.publisher, name),
        author=_unless(source.author, name),
        published=source.published,
        archived=source.archived,
        not_archived="" if source.archived else source.not_archived,
        anonymous_reason="",
    )


def _unless(words: str, name: str) -> str:
    return "" if words == name else words


def _words(key: object) -> str:
    return str(key).replace("-", " ") if key else ""

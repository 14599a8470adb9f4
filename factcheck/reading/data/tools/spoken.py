"""From a tool's own labels, and what it carried along, to what is said of an article."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.reading.article import checked
from factcheck.reading.data.incoming import (
    Incoming,
    IncomingArticle,
    Refused,
    Row,
    Statement,
    Words,
)
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tools.boundaries import starts_around, starts_of
from factcheck.reading.data.tools.carried import Carried, Spoken

_REMARKS: Final = (Note, Flag)
"""What is said of a sentence whatever its tag."""
_ON_SENTENCES: Final = (TagValue, *_REMARKS)
"""What is said of a sentence, and not of a claim in it."""
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_T = TypeVar("_T")


class Stretch(NamedTuple):
    """A stretch of a text that is labelled; code points, the end exclusive."""

    start: int
    end: int


def stretch_in(text: str, start: int, end: int) -> Stretch:
    """Return a stretch without the white space around its words; raises InvalidValue."""
    if not 0 <= start < end <= len(text):
        raise InvalidValue(
            f"the offsets {start} to {end} are no words of its text, "
            f"which has {len(text)} characters: correct them"
        )
    words = text[start:end]
    if not words.strip():
        raise InvalidValue(f"there are no words from {start} to {end}: correct the offsets")
    return Stretch(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


class Meaning:
    """What the labels and ratings of one record mean here."""

    def __init__(self, labels: Labels, scales: Mapping[str, str] = _NOTHING) -> None:
        """Look labels up in `labels`; `scales` are those of ratings that came along."""
        self._labels = labels
        self._scales = scales

    def tag(self, names: Sequence[str]) -> TagValue:
        """Return what several labels on the same words say together; raises InvalidValue."""
        values = [self._labels.tag(name) for name in names]
        if len({value.tag for value in values}) > 1:
            shown = " and ".join(repr(name[:40]) for name in names)
            raise InvalidValue(f"the labels {shown} are on the same words: keep one of them")
        kinds = tuple(dict.fromkeys(key for value in values for key in value.subtypes))
        return values[0].model_copy(update={"subtypes": kinds}) if kinds else values[0]

    def verdict(self, rating: str, because: str = "") -> Verdict:
        """Return the verdict of that rating; raises InvalidValue."""
        said = {"because": because} if because else {}
        if rating in self._scales:
            return Verdict.of(rating=rating, scale=self._scales[rating], **said)
        known = self._labels.rating(rating)
        return Verdict.of(rating=known.rating.key, scale=known.scale.key, **said)

    def has_tag(self, name: str) -> bool:
        """Whether a name is that of a tag."""
        return _is_found(self.tag, [name])

    def has_rating(self, name: str) -> bool:
        """Whether a name is that of a rating."""
        return _is_found(self.verdict, name)


def _is_found(look_up: Callable[[_T], object], name: _T) -> bool:
    try:
        look_up(name)
    except InvalidValue:
        return False
    return True


def rows_of(line: int, text: str, own: Sequence[Spoken], carried: Carried) -> Iterator[Row]:
    """Yield what is said of a text; an article of which nothing is said comes as it is.

    `own` is what the tool itself says, and what was `carried` along is what it did not change.
    Raises Unreadable where the text can be no article's.
    """
    checked(text)
    yield from (Refused(line, trouble) for trouble in carried.troubles)
    kept = list(_kept(own, carried.said))
    said = sorted([*kept, *_new(own, kept)], key=_stretch)
    labelled = [(spoken.start, spoken.end) for spoken in own]
    starts = starts_around(text, carried) if carried.sentences else starts_of(text, labelled)
    article = IncomingArticle(text, carried.particulars, starts)
    if not said and carried.article:
        first = len(text) - len(text.lstrip())
        yield Incoming(line, Words(article, first, first + 1, text[first]), ())
    for (start, end), group in groupby(said, _stretch):
        spoken = list(group)
        place = next((item.line for item in spoken if item.line), line)
        words = Words(article, start, end, text[start:end])
        yield Incoming(place, words, tuple(item.statement for item in spoken))


def _stretch(spoken: Spoken) -> Stretch:
    return Stretch(spoken.start, spoken.end)


class _Tags:
    """Which tags are on which words, and by whom; by nobody in tools that keep no names."""

    def __init__(self, spoken: Iterable[Spoken]) -> None:
        self._tags: dict[Stretch, list[tuple[str, Tag]]] = {}
        self._reviewers: set[str] = set()
        for item in spoken:
            value, reviewer, _ = item.statement
            self._reviewers.add(reviewer)
            if isinstance(value, TagValue):
                self._tags.setdefault(_stretch(item), []).append((reviewer, value.tag))

    def have(self, spoken: Spoken, tag: Tag) -> bool:
        """Whether a tag of somebody's is still there; somebody else's labels do not change it."""
        who = {spoken.statement.reviewer, ""}
        there = self._tags.get(_stretch(spoken), [])
        others_alone = bool(self._reviewers) and who.isdisjoint(self._reviewers)
        return others_alone or any(name in who and known is tag for name, known in there)

    def make_a_claim(self, spoken: Spoken) -> bool:
        """Whether the words are a claim to whoever says something, or else to anybody."""
        there = self._tags.get(_stretch(spoken), [])
        mine = [tag for name, tag in there if name == spoken.statement.reviewer]
        return Tag.CLAIM in (mine or [tag for _, tag in there])


def _kept(own: Sequence[Spoken], carried: Sequence[Spoken]) -> Iterator[Spoken]:
    """Yield what was carried along and still holds.

    A tag holds where its label is still there, and what is said of a claim where one is.
    """
    theirs = _Tags(own)
    ours = [
        spoken
        for spoken in carried
        if isinstance(spoken.statement.value, TagValue)
        and theirs.have(spoken, spoken.statement.value.tag)
    ]
    yield from ours
    everybodys = _Tags([*own, *ours])
    for spoken in carried:
        value = spoken.statement.value
        on_claim = not isinstance(value, _ON_SENTENCES) and everybodys.make_a_claim(spoken)
        if isinstance(value, _REMARKS) or on_claim:
            yield spoken


def _new(own: Iterable[Spoken], kept: Iterable[Spoken]) -> Iterator[Spoken]:
    """Yield what a tool says that was not carried along just so."""
    known: dict[tuple[Stretch, type[Value], int], list[Statement]] = {}
    for spoken in kept:
        known.setdefault(_register(spoken), []).append(spoken.statement)
    for spoken in own:
        value, reviewer, _ = spoken.statement
        others = (
            other.value
            for other in known.get(_register(spoken), ())
            if reviewer in {"", other.reviewer}
        )
        if not any(_says_already(other, value) for other in others):
            yield spoken


def _register(spoken: Spoken) -> tuple[Stretch, type[Value], int]:
    """Return what a statement is about; tools have one place for a verdict and the last word."""
    value, _, claim = spoken.statement
    kind = Verdict if isinstance(value, Adjudication) else type(value)
    return _stretch(spoken), kind, 1 if isinstance(value, _ON_SENTENCES) else claim


def _says_already(known: Value, value: Value) -> bool:
    """Whether `known` says all that was said on purpose in `value`; tools do not know scales."""
    said = value.model_fields_set - {"scale"}
    return all(getattr(known, name) == getattr(value, name) for name in said)

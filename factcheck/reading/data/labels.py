"""What the labels of other tools and data sets mean here."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import DEFAULT, Scheme
from factcheck.domain.tag import Tag

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class KnownRating(NamedTuple):
    """A rating, and the scale that it is of."""

    scale: Scale
    rating: Rating


class Labels:
    """The labels and ratings that are known, and what others were said to mean."""

    def __init__(
        self,
        scheme: Scheme = DEFAULT,
        scales: Scales | None = None,
        renamed: Mapping[str, str] = _NOTHING,
    ) -> None:
        """Know the labels of `scheme`, the ratings of `scales`, and what others are `renamed` to.

        What others are called here is a tag, a kind of one, or a rating.
        """
        self._scale = scheme.scale
        self._scales = scales or Scales()
        self._renamed = {_plain(label): name for label, name in renamed.items()}
        self._tags = dict(_tags(scheme))

    def tag(self, label: str) -> TagValue:
        """Return what a label says of a sentence; raises InvalidValue for one that is not known.

        It is claim, opinion or filler, the project's own words for them, or a kind of one of them.
        """
        meant = self._meant(label)
        if _plain(meant) not in self._tags:
            wrong = f"no tag and no kind of one is called {meant!r}"
            raise InvalidValue(
                f"{f'no label is called {label!r}' if meant == label else wrong} here: "
                f"say what it means, as in --label {_quoted(label)}=claim"
            )
        return self._tags[_plain(meant)]

    def rating(self, label: str, scale: str = "") -> KnownRating:
        """Return the rating with that key or those words; raises InvalidValue.

        It is looked for in `scale` where that is given, else in the project's scale first, and
        then it is none whose words the reviewer writes.
        """
        name = _plain(self._meant(label))
        for candidate in self._candidates(scale):
            for rating in candidate.ratings:
                words = {_plain(rating.key), _plain(rating.words)}
                if name in words and (scale or not rating.open):
                    return KnownRating(candidate, rating)
        raise InvalidValue(
            f"no rating is called {label!r} here: "
            f"say what it means, as in --label {_quoted(label)}={self._scale.keys[0]}"
        )

    def _meant(self, label: str) -> str:
        return self._renamed.get(_plain(label), label)

    def _candidates(self, scale: str) -> Iterable[Scale]:
        if scale:
            return [self._scales.named(scale)]
        return [self._scale, *(each for each in self._scales if each.key != self._scale.key)]


def _tags(scheme: Scheme) -> Iterator[tuple[str, TagValue]]:
    """Yield what labels mean, the plainest meaning of each last."""
    for tag, label in scheme.labels.items():
        for subtype in label.subtypes:
            value = TagValue(tag=tag, subtypes=(subtype.key,))
            yield from ((_plain(name), value) for name in (subtype.words, subtype.key))
    for tag, label in scheme.labels.items():
        yield _plain(label.words), TagValue(tag=tag)
    yield from ((tag.value, TagValue(tag=tag)) for tag in Tag)


def _plain(label: str) -> str:
    """Return a label without the differences that tools make between the same words."""
    return " ".join(label.replace("_", " ").replace("-", " ").split()).casefold()


def _quoted(label: str) -> str:
    return f"'{label}'" if " " in label else label

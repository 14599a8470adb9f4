"""What can be chosen in fields, with a key for each: words of the field, and kinds of a label."""

from collections.abc import Iterable
from enum import StrEnum

from factcheck.domain.display import one_line
from factcheck.domain.scales.scale import Scale
from factcheck.domain.scheme.label import Label
from factcheck.tui.widgets.choice import Option, Rows, lettered, numbered


def options_of(words: type[StrEnum]) -> Rows:
    """Return an option with a letter for each of a list of words."""
    return (lettered((word.value, word.value.replace("-", " ")) for word in words),)


def kinds_of(label: Label, known: Iterable[str]) -> Rows:
    """Return an option for each kind that a label has, and for `known` ones that it had once."""
    kinds = [(kind.key, one_line(kind.words)) for kind in label.subtypes]
    former = [(key, one_line(key)) for key in known if key not in label.keys]
    return (lettered([*kinds, *former]),)


def ratings_of(scale: Scale) -> Rows:
    """Return an option for each rating, those off the scale in rows of their own."""
    options = numbered((rating.key, one_line(rating.words)) for rating in scale.ratings)
    without_digit = [(option.value, option.words) for option in options if not option.key]
    keyed = [*filter(_has_key, options), *lettered(without_digit)]
    on_scale = len(scale.on_scale)
    return tuple(filter(None, (tuple(keyed[:on_scale]), tuple(keyed[on_scale:]))))


def _has_key(option: Option) -> bool:
    return bool(option.key)

"""Sentences whose words are the same and stand between the same sentences in both versions."""

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.domain.anchors.selectors import Pairs


def unique_pairs(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Return the sentences that occur once in each version."""
    once_old, once_new = _once(old), _once(new)
    return {place: once_new[quote] for quote, place in once_old.items() if quote in once_new}


def repeated(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the quotes that occur more than once in a version, so that words prove nothing."""
    return {quote for quotes in (old, new) for quote, count in Counter(quotes).items() if count > 1}


def settled_pairs(old: Sequence[str], new: Sequence[str], unique: Pairs) -> Pairs:
    """Return the pairs with the same words whose neighbours on both sides have the same words.

    A sentence that occurs more than once is first found from the `unique` ones, by walking
    forwards and backwards from them; where the two ways lead to different places (one of two equal
    neighbours was deleted) nobody knows which it is.
    """
    found = unique | _agreed(_walked(old, new, unique, 1), _walked(old, new, unique, -1))
    return {
        place: found[place]
        for place in sorted(found)
        if all(_has_same_neighbour(old, new, found, place, step) for step in (-1, 1))
    }


def _once(quotes: Sequence[str]) -> dict[str, int]:
    counts = Counter(quotes)
    return {quote: place for place, quote in enumerate(quotes) if counts[quote] == 1}


def _walked(old: Sequence[str], new: Sequence[str], unique: Pairs, step: int) -> Pairs:
    """Return what is found by walking from each unique pair, and from the passage's edge."""
    edge = (-1, -1) if step > 0 else (len(old), len(new))
    taken = set(unique.values())
    found: Pairs = {}
    for place, other in (edge, *unique.items()):
        for here, there in _ways(place, other, step, len(old), len(new)):
            if here in unique or there in taken or old[here] != new[there]:
                break
            found[here] = there
    return found


def _ways(
    place: int, other: int, step: int, old_count: int, new_count: int
) -> Iterable[tuple[int, int]]:
    here = range(place + step, old_count if step > 0 else -1, step)
    there = range(other + step, new_count if step > 0 else -1, step)
    return zip(here, there, strict=False)


def _agreed(forwards: Pairs, backwards: Pairs) -> Pairs:
    """Return the pairs that neither way contradicts."""
    back = {there: here for here, there in backwards.items()}
    forth = {there: here for here, there in forwards.items()}
    return {
        here: there
        for here, there in (*forwards.items(), *backwards.items())
        if forwards.get(here, there) == backwards.get(here, there)
        and back.get(there, here) == forth.get(there, here)
    }


def _has_same_neighbour(
    old: Sequence[str], new: Sequence[str], pairs: Pairs, here: int, step: int
) -> bool:
    neighbour, beside = here + step, pairs[here] + step
    if 0 <= neighbour < len(old):
        return pairs.get(neighbour) == beside
    return not 0 <= beside < len(new)

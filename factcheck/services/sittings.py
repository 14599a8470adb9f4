"""Where a reviewer is: sittings begin, move along with the decisions, and are found again."""

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.domain.errors import NotFound
from factcheck.domain.sitting import Place, Sitting
from factcheck.services.following import followed
from factcheck.services.places import Places
from factcheck.store.store import Store


def begin(store: Store, reviewer: str, *, like: str | None = None, anew: bool = False) -> Sitting:
    """Begin a sitting where the reviewer left off.

    `like` names an older sitting to go on from instead; `anew` begins at the first sentence
    that is undecided. Raises NotFound.
    """
    with store.transaction():
        return store.sittings.start(reviewer, _beginning(store, reviewer, like, anew))


def sitting_named(store: Store, name: str) -> Sitting:
    """Return the sitting with that number or id; raises NotFound."""
    found = store.sittings.called(name) if name.isprintable() else []
    if len(found) != 1:
        trouble = "several sittings are" if found else "no sitting is"
        raise NotFound(f"{trouble} called {name!r}: `factcheck sessions` shows what there is")
    return found[0]


def sittings(store: Store) -> list[tuple[Sitting, str]]:
    """Return every sitting, newest first, each with where it is, as `1:7`; empty if nowhere."""
    places = Places(store)
    found = []
    for sitting in store.sittings.all():
        place = followed(store, sitting.place) if sitting.place else None
        found.append((sitting, places.at(place.document, place.offset) if place else ""))
    return found


@contextmanager
def going_to(store: Store, sitting: Sitting, place: Place) -> Iterator[None]:
    """Keep `place` as where the sitting is now, in one transaction with what the block decides."""
    with store.transaction():
        yield
        store.sittings.move(sitting, place)


def first_undecided(store: Store, reviewer: str) -> Place | None:
    """Return the first sentence without a tag, or the first of all; None without articles."""
    document, offset = store.reviews.first_undecided(reviewer) or (None, 0)
    if document is None:
        first = next(store.documents.all(), None)
        document = first.id if first else None
    return Place(document=document, offset=offset) if document else None


def _beginning(store: Store, reviewer: str, like: str | None, anew: bool) -> Place | None:
    if like is not None:
        last: Sitting | None = sitting_named(store, like)
    else:
        last = None if anew else store.sittings.last(reviewer)
    place = last.place if last else None
    return followed(store, place) if place else first_undecided(store, reviewer)

"""The journal told to people: what was decided, by whom, where, and whether it still stands."""

from collections.abc import Iterable, Iterator

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.decision import Decision, Origin
from factcheck.domain.finding import Claim, Cut, Evidence, Flag, Note, TagValue, Verdict
from factcheck.domain.identity import SentenceId
from factcheck.domain.particulars import Particulars
from factcheck.domain.scale import rating_of
from factcheck.domain.value import Value
from factcheck.services.places import Places
from factcheck.store.store import Store


class Entry(Value):
    """One decision, and where it was made."""

    decision: Decision
    reference: str
    """The sentence or claim it is about, as `1:7` or `1:7.2`; empty where that is not known."""
    story: str
    """What was decided, in words."""
    retracted: bool
    """Whether it is taken back."""


def history(store: Store) -> Iterator[Entry]:
    """Yield every decision in the journal, oldest first."""
    return _entries(store, store.journal.decisions())


def history_of(store: Store, sentence: SentenceId) -> Iterator[Entry]:
    """Yield the decisions on the words of a sentence, however they were cut, oldest first."""
    return _entries(store, store.journal.about(sentence))


def told(decision: Decision) -> str:
    """Return what a decision says, in words."""
    match decision.value:
        case TagValue(tag=tag):
            return f"tag {tag}"
        case Verdict(rating=rating, scale=scale, because=because):
            words = rating_of(scale, rating).words
            return f"verdict {words}" + (f", because {because}" if because else "")
        case Claim(text=text, claimant=claimant, date=date):
            said = [text, claimant and f"said by {claimant}", date and f"on {date}"]
            return "claim " + ", ".join(filter(None, said))
        case Evidence(url=url, stance=stance, quote=quote):
            return f"evidence {stance} {url}" + (f" {quote!r}" if quote else "")
        case Note(text=text):
            return f"note {text}"
        case Flag(reason=reason):
            return f"flag {reason}".rstrip()
        case Cut(here=here):
            return "a sentence begins here" if here else "no sentence begins here"
        case Particulars() as particulars:
            known = particulars.model_dump(exclude_defaults=True)
            return "particulars " + ", ".join(f"{name} {value}" for name, value in known.items())
        case Anchor(fate=fate, quote=quote):
            return f"{fate} in the newer version, was {quote!r}"
        case _:
            return f"{decision.kind} cleared"


def _entries(store: Store, decisions: Iterable[Decision]) -> Iterator[Entry]:
    places = Places(store)
    for decision in decisions:
        undone = _undone(store, decision)
        yield Entry(
            decision=decision,
            reference=places.of(undone),
            story=_story(store, decision, undone),
            retracted=store.journal.is_retracted(decision),
        )


def _undone(store: Store, decision: Decision) -> Decision:
    """Return the decision that an undo or redo is about in the end; any other is its own."""
    while decision.undoes:
        decision = store.journal.decision(decision.undoes)
    return decision


def _story(store: Store, decision: Decision, undone: Decision) -> str:
    if decision.undoes is None:
        carried = decision.origin is Origin.CARRIED_OVER
        return told(decision) + (" (carried over)" if carried else "")
    redone = decision.undoes != undone.id
    return f"{'brought back' if redone else 'took back'}: {told(undone)}"

"""The journal told to people: what was decided, by whom, where, and whether it still stands."""

from collections.abc import Iterable, Iterator

from factcheck.domain.decision import Decision, Origin
from factcheck.domain.identity import SentenceId
from factcheck.domain.scales.scales import Scales
from factcheck.domain.value import Value
from factcheck.services.places import Places
from factcheck.services.telling import told
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


def _entries(store: Store, decisions: Iterable[Decision]) -> Iterator[Entry]:
    places, scales = Places(store), store.schemes.scales()
    for decision in decisions:
        undone = _undone(store, decision)
        yield Entry(
            decision=decision,
            reference=places.of(undone),
            story=_story(decision, undone, scales),
            retracted=store.journal.is_retracted(decision),
        )


def _undone(store: Store, decision: Decision) -> Decision:
    """Return the decision that an undo or redo is about in the end; any other is its own."""
    while decision.undoes:
        decision = store.journal.decision(decision.undoes)
    return decision


def _story(decision: Decision, undone: Decision, scales: Scales) -> str:
    if decision.undoes is None:
        carried = decision.origin is Origin.CARRIED_OVER
        return told(decision, scales) + (" (carried over)" if carried else "")
    redone = decision.undoes != undone.id
    return f"{'brought back' if redone else 'took back'}: {told(undone, scales)}"

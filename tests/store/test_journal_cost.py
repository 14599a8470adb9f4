"""Saving costs the same however long the journal is."""

from collections.abc import Callable

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
LONG = 20_000
"""Decisions in a long journal; a scan of them takes as many steps at the least."""
FILL = """
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
INSERT INTO decision (id, at, reviewer, kind, subject, value, act, origin)
SELECT
    printf('00000000-%08d', n), printf('2020-01-01T00:00:00.%06dZ', n), 'ann', 'tag',
    printf('%s:%d-%d', (SELECT id FROM document), 1000 + n, 1001 + n), '{"tag":"claim"}',
    printf('00000000-%08d', n), 'import'
FROM number
"""


class Counter:
    """Counts the steps that the database takes."""

    def __init__(self, store: Store) -> None:
        self.steps = 0
        store._db.conn.set_progress_handler(self._step, 1)

    def _step(self) -> int:
        self.steps += 1
        return 0

    def of(self, act: Callable[[], object]) -> int:
        """Return how many steps `act` takes."""
        before = self.steps
        act()
        return self.steps - before


@pytest.fixture
def costs(store: Store, article: Document) -> Callable[[], dict[str, int]]:
    """Measures what each act of a reviewer costs on the article's first sentence."""
    sentence = next(store.documents.sentences(article))
    sitting = store.sittings.start("ann", None)
    counter = Counter(store)

    def measure() -> dict[str, int]:
        claim = Change(kind=Kind.TAG, subject=sentence.id, value=TagValue(tag=Tag.CLAIM))
        place = Place(document=article.id, offset=0)
        return {
            "record": counter.of(lambda: store.journal.record(ANN, [claim])),
            "move": counter.of(lambda: store.sittings.move(sitting, place)),
            "undo": counter.of(lambda: store.journal.undo(ANN)),
            "redo": counter.of(lambda: store.journal.redo(ANN)),
            "read": counter.of(lambda: store.reviews.of_sentence(article, sentence, "ann")),
            "history": counter.of(lambda: list(store.journal.about(sentence.id))),
            "undo again": counter.of(lambda: store.journal.undo(ANN)),
        }

    return measure


def test_no_act_costs_more_in_a_long_journal(
    store: Store, costs: Callable[[], dict[str, int]]
) -> None:
    first, short = costs(), costs()
    store._db.execute(FILL, [LONG])
    long = costs()
    assert all(first.values())
    assert {act: cost for act, cost in long.items() if cost > short[act] + LONG // 20} == {}

"""Search over everything: articles, sentences, claims, evidence and notes."""

from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.searching import HitKind, Query, Span
from factcheck.domain.value import Value
from factcheck.store.search import Found
from factcheck.store.store import Store


class Hit(Value):
    """Something that holds the words that were searched for."""

    kind: HitKind
    ref: str
    """Where it is, as it is typed: `1` for an article's title, `1:7`, or `1:7.2`."""
    article: int
    """The article's number."""
    title: str
    """The article's title."""
    sentence: SentenceId | None
    """Where to go to see it; None in an article without sentences."""
    text: str
    """What was found, as it is written."""
    hits: tuple[Span, ...]
    """Where in the text the words stand."""

    @property
    def subject(self) -> str | None:
        """The sentence to go to, or the further claim in it, by id."""
        number = self.ref.partition(":")[2].partition(".")[2]
        return claim_id(self.sentence, int(number)) if self.sentence and number else self.sentence


def search(store: Store, words: str, limit: int) -> list[Hit]:
    """Return what holds all `words`, the most relevant first, then by place; at most `limit`.

    `words` are as people type them: word, word*, "several words", -word.
    """
    query = Query.of(words)
    return [_hit(query, found) for found in store.search.find(query, limit)]


def _hit(query: Query, found: Found) -> Hit:
    return Hit(
        kind=found.kind,
        ref=_reference(found),
        article=found.article,
        title=found.title,
        sentence=found.sentence,
        text=found.text,
        hits=query.spans(found.text),
    )


def _reference(found: Found) -> str:
    if found.ordinal is None:
        return str(found.article)
    further = f".{found.claim}" if found.claim and found.claim > 1 else ""
    return f"{found.article}:{found.ordinal}{further}"

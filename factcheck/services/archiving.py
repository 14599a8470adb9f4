"""Take in an archive: the union of what it holds and what is here, and nothing twice."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from factcheck.domain.archive.kept import (
    AttachmentRecord,
    ReadingRecord,
    RevealedRecord,
    SittingRecord,
    SnapshotRecord,
    VerificationRecord,
)
from factcheck.domain.archive.records import ArticleRecord, DecisionRecord, Header, Record, name_of
from factcheck.domain.decision import Author, Origin
from factcheck.domain.display import counted
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue
from factcheck.domain.identity import DocumentId
from factcheck.reading.data.incoming import Archived, Refused, Remarked
from factcheck.services.versions import succeed
from factcheck.store.merging.decisions import Fault, Numbered
from factcheck.store.merging.out_of_view import OutOfView
from factcheck.store.store import Store

Places = tuple[tuple[int, int], ...]
"""Where sentences begin, and where they do in the newer version."""
_AT_ONCE: Final = 1000
"""Decisions that are held before they are staged."""


_NOBODY: Final = Author(reviewer="nobody", origin=Origin.IMPORT)
"""Decides nothing: what is carried over stays the decision of whoever made it."""
_NO_SOURCE: Final = ""
"""Sources that still say the older version were read here."""


class Taken:
    """What became of the records of an archive."""

    def __init__(self) -> None:
        """Begin with nothing taken."""
        self.new: Counter[str] = Counter()
        """How many records of each kind, such as `decision`, were not here before."""
        self.known: Counter[str] = Counter()
        """How many were."""
        self.articles: dict[DocumentId, str] = {}
        """The titles of the articles that were not here before, by id, in their order."""
        self.refused: list[Refused] = []
        """What cannot be taken."""
        self.remarks: list[Remarked] = []
        """What was taken, and is odd."""


class _NothingTaken(Exception):
    """Takes all back that was written, for something cannot be taken."""


def take_in(
    store: Store, rows: Iterable[Archived | Refused | Remarked], *, partial: bool = False
) -> Taken:
    """Bring the records of an archive into `store`.

    Where one cannot be taken nothing is, unless the good ones alone are wanted: `partial`. Inside
    of a transaction it is the caller who has to take back what was written. Raises NotSaved.
    """
    taken = Taken()
    with suppress(_NothingTaken), store.transaction():
        taking = _Taking(store, taken)
        for row in rows:
            taking.take(row)
        taking.append()
        if taken.refused and not partial:
            raise _NothingTaken
        taking.bring_in_step()
    return taken


class _Taking:
    """Takes records one by one."""

    def __init__(self, store: Store, taken: Taken) -> None:
        self._store = store
        self._taken = taken
        self._merging = store.merging()
        self._journal = store.journal_merging()
        self._held: list[Numbered] = []
        self._replaced: list[tuple[int, DocumentId, DocumentId, Places]] = []
        self._newer: dict[DocumentId, DocumentId] = {}

    def take(self, row: Archived | Refused | Remarked) -> None:
        """Take a record, or hold it until those that it needs are there."""
        if isinstance(row, Refused):
            self._taken.refused.append(row)
        elif isinstance(row, Remarked):
            self._taken.remarks.append(row)
        elif isinstance(row.record, DecisionRecord):
            self._held.append(Numbered(row.line, row.record))
            if len(self._held) == _AT_ONCE:
                self._stage()
        elif not isinstance(row.record, Header):
            self._keep(row.line, row.record)

    def append(self) -> None:
        """Append the decisions, now that all of them have been seen."""
        self._stage()
        self._refuse(self._journal.append())
        kind = name_of(DecisionRecord)
        self._taken.new[kind] += self._journal.new
        self._taken.known[kind] += self._journal.known

    def bring_in_step(self) -> None:
        """Let stand what follows from what was taken."""
        self._journal.bring_in_step(self._taken.articles)
        for row in self._replaced:
            self._follow(*row)
        self._remark()
        self._journal.forget()

    def _remark(self) -> None:
        """Say what was taken, and cannot be seen."""
        remarks = self._taken.remarks
        remarks += (
            Remarked(hidden.line, _unseen(hidden)) for hidden in self._journal.out_of_view()
        )
        missing, line = self._journal.without_files()
        if missing:
            remarks.append(Remarked(line, _WITHOUT_FILES.format(counted(missing, "attachment"))))

    def _stage(self) -> None:
        self._refuse(self._journal.stage(self._held))
        self._held.clear()

    def _refuse(self, faults: Iterable[Fault]) -> None:
        self._taken.refused += (Refused(line, reason) for line, reason in faults)

    def _keep(self, line: int, record: Record) -> None:
        try:
            new = self._kept(line, record)
        except InvalidValue as error:
            self._taken.refused.append(Refused(line, str(error)))
        else:
            counts = self._taken.new if new else self._taken.known
            counts[record.record] += 1

    def _kept(self, line: int, record: Record) -> bool:
        """Keep a record, and return whether it is new; raises InvalidValue."""
        merging = self._merging
        match record:
            case ArticleRecord():
                return self._add(line, record)
            case AttachmentRecord():
                return merging.attachment(record)
            case ReadingRecord():
                return merging.reading(record)
            case SnapshotRecord():
                return merging.snapshot(record)
            case VerificationRecord():
                return merging.verification(record)
            case SittingRecord():
                return merging.sitting(record)
            case RevealedRecord():
                return merging.revealed(record)
        raise InvalidValue("is no record that can be kept")

    def _add(self, line: int, record: ArticleRecord) -> bool:
        """Add an article, unless it is here; what is known of one that is stays as it is."""
        name = DocumentId(record.id)
        if record.replaced_by:
            self._note_newer(line, name, record)
        known = self._store.documents.with_id(name)
        if known is None:
            document = self._store.documents.add(
                _document(record), record.segments, segmenter=record.segmenter
            )
            self._taken.articles[name] = document.title
        elif self._store.archive.proposed(name)[1] != record.starts:
            self._taken.remarks.append(Remarked(line, _CUT_OTHERWISE))
        return known is None

    def _note_newer(self, line: int, name: DocumentId, record: ArticleRecord) -> None:
        """Note the newer version of an article; raises InvalidValue where it is older as well."""
        newer = following = DocumentId(record.replaced_by or "")
        while following in self._newer and following != name:
            following = self._newer[following]
        if following == name:
            raise InvalidValue("replaced_by: leads back to the article itself: export it again")
        self._newer[name] = newer
        self._replaced.append((line, name, newer, record.places))

    def _follow(self, line: int, old: DocumentId, new: DocumentId, places: Places) -> None:
        """Let a newer version stand in an article's place, unless it is known otherwise here.

        What was decided here on an article follows the words that both versions share.
        """
        documents = self._store.documents
        older, newer = documents.with_id(old), documents.with_id(new)
        if older is None or newer is None:
            self._taken.remarks.append(Remarked(line, _NO_NEWER_VERSION))
        elif not documents.may_follow(old, new):
            return
        elif old in self._taken.articles:
            documents.follow(old, new, places)
        else:
            succeed(self._store, _NOBODY, older, newer, _NO_SOURCE)


def _document(record: ArticleRecord) -> Document:
    return Document(
        **record.as_read.model_dump(),
        id=DocumentId(record.id),
        number=0,
        source=record.source,
        text=record.text,
        added=record.added,
    )


def _unseen(hidden: OutOfView) -> str:
    """Return that decisions are kept, and on which words."""
    spans = [f"{start}-{end}" for start, end in hidden.spans]
    more = len(spans) - _SPANS
    places = ", ".join(spans[:_SPANS]) + (f" and {more} more" if more > 0 else "")
    decisions = counted(hidden.decisions, "decision")
    return _ON_OTHER_WORDS.format(decisions, hidden.article, places)


_ON_OTHER_WORDS: Final = (
    "not in view: {} on words that are cut otherwise here (article {}, code points {}): kept, and "
    "shown once a sentence is cut so again"
)
_SPANS: Final = 5
"""More would bury what is said of them."""
_WITHOUT_FILES: Final = (
    "evidence lacks {}, neither here nor in the file: attach what is missing again"
)
_CUT_OTHERWISE: Final = (
    "is cut into other sentences here: what was decided on those is kept, and shown where the "
    "article is cut in the same way"
)
_NO_NEWER_VERSION: Final = (
    "its newer version is neither here nor in the file: it stands as if there were none"
)

"""The scheme of a project: what another one would do, putting it in force, keeping to its file."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.errors import InvalidScheme, NotFound, NotSaved
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.changes import (
    Consequence,
    Outcome,
    consequences,
    differences,
    renamed,
)
from factcheck.domain.scheme.scheme import SUBJECT, Scheme
from factcheck.domain.sign_off import content_of, votes
from factcheck.domain.value import Value
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions
from factcheck.store.store import Store

FILE: Final = "scheme.toml"
"""What a project's own file is called."""

CHANGED: Final = (
    f"{FILE} has changed: `factcheck scheme --preview` shows what that does, "
    "`factcheck scheme --apply` records it"
)
"""What to tell a user whose file says something else than the scheme in force."""


def preview(store: Store, scheme: Scheme) -> tuple[list[str], list[Consequence]]:
    """Return what `scheme` says otherwise than the one in force, and what it does to decisions."""
    if scheme.says_what(store.schemes.in_force()):
        return [], []
    told = list(differences(store.schemes.in_force(), scheme))
    return told, _consequences(store, scheme)


def apply(store: Store, author: Author, scheme: Scheme) -> Decisions:
    """Put `scheme` in force, and say in its words what was said in words that it renames.

    One act: one undo takes all of it back, and nobody's own undo is in its way. Whoever undoes
    what was renamed undoes it under its new name too. Nothing happens where it is in force.
    """
    return _record(store, author, Change(kind=Kind.SCHEME, subject=SUBJECT, value=scheme))


def with_preset(store: Store, key: str) -> Scheme:
    """Return the scheme in force with another scale; raises InvalidValue for an unknown one."""
    now, scale = store.schemes.in_force(), store.schemes.scales().named(key)
    same = scale.key == now.scale.key
    names = now.ratings_renamed if same else {}
    return now.model_copy(update={"scale": scale, "ratings_renamed": names})


def project_file(database: Path) -> Path | None:
    """Return the `scheme.toml` beside the database, or beside the `db/` that holds it."""
    folder = database.absolute().parent
    folders = (folder, folder.parent) if folder.name == "db" else (folder,)
    return next((path for place in folders if (path := place / FILE).is_file()), None)


def scheme_at(path: Path) -> Scheme:
    """Return the scheme in a file; raises InvalidScheme, and NotFound where it cannot be read."""
    return _read(_content(path), path.name)


def scheme_of_project(store: Store) -> Scheme:
    """Return the scheme in the project's file; raises InvalidScheme, and NotFound without one."""
    path = project_file(store.path)
    if path is None:
        raise NotFound(f"there is no {FILE} beside the database: write one, or name another file")
    return scheme_at(path)


def keep_in_step(store: Store, author: Author) -> str:
    """Put the project's file in force if nothing was decided yet; else return what to tell.

    Returns nothing where the file is in force, or there is none. It is no act of the author's, so
    no undo takes it back. A file that cannot be used stops nobody: the scheme in force stays.
    """
    path = project_file(store.path)
    try:
        content = _content(path) if path else b""
        if path is None or sha256(content).hexdigest() == store.schemes.in_force().file:
            return ""
        scheme = _read(content, path.name)
    except (InvalidScheme, NotFound) as error:
        return str(error)
    if scheme.says_what(store.schemes.in_force()):
        return ""
    if not store.schemes.unused:
        return CHANGED
    change = Change(kind=Kind.SCHEME, subject=SUBJECT, value=scheme, owner=author.reviewer)
    with suppress(NotSaved), store.without_waiting():  # the next one to open the database does it
        _record(store, author, change)
    return ""


def _read(content: bytes, name: str) -> Scheme:
    """Return what a file says; its reader knows every rule of the linter, which start-up needs not.

    Raises InvalidScheme.
    """
    from factcheck.reading.scheme_file import scheme_in

    return scheme_in(content, name)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} cannot be read ({error.strerror}): check the file") from error


def _record(store: Store, author: Author, change: Change) -> Decisions:
    with store.transaction():
        scheme = change.value
        if not isinstance(scheme, Scheme) or scheme.says_what(store.schemes.in_force()):
            return ()
        return store.journal.record(author, [change, *_renamed(store, scheme)])


def _consequences(store: Store, scheme: Scheme) -> list[Consequence]:
    ratings, subtypes = store.schemes.ratings_in_use(), store.schemes.subtypes_in_use()
    return list(consequences(scheme, ratings, subtypes))


def _renamed(store: Store, scheme: Scheme) -> Iterator[Change]:
    """Yield what is renamed, as decisions of those who made it, and the votes on it."""
    found = [c for c in _consequences(store, scheme) if c.outcome is Outcome.RENAMED]
    decisions = store.schemes.naming(
        [(c.scale, c.key) for c in found if c.tag is None],
        [(c.tag, c.key) for c in found if c.tag],
    )
    for decision in decisions:
        yield _again(decision, renamed(scheme, decision.value))
    yield from _votes_again(store, scheme, {decision.subject for decision in decisions})


def _votes_again(store: Store, scheme: Scheme, subjects: Iterable[str]) -> Iterator[Change]:
    """Yield the votes on what is renamed: they were cast on what it says, not on its names."""
    for claim in sorted(store.schemes.voted_on().intersection(subjects)):
        before = claim_seen(store, ClaimId(claim), "")
        content = content_of(_in_words_of(scheme, before))
        for editor, vote in votes(before).items():
            decision = store.journal.standing(Kind.APPROVAL, claim, editor)
            if decision:
                yield _again(decision, vote.model_copy(update={"content": content}))


def _in_words_of(scheme: Scheme, claim: ClaimReview) -> ClaimReview:
    verdicts = {name: _said_in(scheme, verdict) for name, verdict in claim.verdicts.items()}
    adjudication = claim.adjudication and _said_in(scheme, claim.adjudication)
    update = {
        "claim": renamed(scheme, claim.claim) or claim.claim,
        "verdicts": verdicts,
        "adjudication": adjudication,
    }
    return claim.model_copy(update=update)


def _said_in(scheme: Scheme, verdict: Verdict) -> Value:
    return renamed(scheme, verdict) or verdict


def _again(decision: Decision, value: Value | None) -> Change:
    return Change(
        kind=decision.kind,
        subject=decision.subject,
        value=value,
        owner=decision.reviewer,
        carries=decision.original,
    )

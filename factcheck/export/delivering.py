"""Write an export where it is wanted, and keep who has seen whose verdicts by that."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from factcheck.domain.errors import InvalidInput
from factcheck.domain.selection import Selection, View
from factcheck.export.format import Format, OutFile
from factcheck.export.manifest import manifest_lines
from factcheck.export.saving import Written, save_files, save_lines
from factcheck.services.seeing import reveal_selected
from factcheck.services.selecting import Export, exported
from factcheck.store.store import Store


class Target(NamedTuple):
    """Where an export is to be written."""

    path: Path
    folder: bool = False
    """Whether it was written so that it can only be a folder, as in `reviews/`."""

    @classmethod
    def named(cls, name: str) -> Self:
        """Return what a name means."""
        return cls(Path(os.path.expanduser(name)), folder=name.endswith(("/", os.sep)))

    def means_folder(self, form: Format) -> bool:
        """Whether a folder is meant: by its name, because one is there, or for want of a suffix."""
        unsuffixed = not self.path.suffix and not self.path.exists()
        can_be = form.files is not None and unsuffixed
        return self.folder or self.path.is_dir() or form.lines is None or can_be


Writer = Callable[[Format, Export], list[Written]]
"""Writes an export somewhere, and says what was written; raises NotWritten."""


class Delivery(NamedTuple):
    """An export that was written."""

    export: Export
    """With what was counted on the way."""
    files: Sequence[Written]


def view_for(
    form: Format, wanted: str | None, reviewers: Sequence[str], target: Target | None = None
) -> View:
    """Return the view that is wanted, or else the fullest that a format can hold there.

    Raises InvalidInput where it cannot hold the one that is wanted.
    """
    one_view = form.holds_one_view(folder=target is not None and target.means_folder(form))
    if wanted is None:
        return View.ADJUDICATED if one_view else View.ALL
    if one_view and View(wanted) is View.ALL and len(reviewers) != 1:
        raise InvalidInput(
            f"{form.name} holds one verdict a claim: "
            "choose the view agreed or adjudicated, or one reviewer"
        )
    return View(wanted)


def deliver(
    store: Store,
    reader: str,
    form: Format,
    selection: Selection,
    write: Writer,
    manifest: Path | None = None,
) -> Delivery:
    """Write what `selection` lets through, as it stands now, for `reader`, who sees it by that.

    An archive shows nobody anything, so that it is the same wherever it is made. Raises
    NotWritten, and InvalidInput where it cannot be written there.
    """
    refuse_own_files(store, manifest)
    if not form.archive:
        reveal_selected(store, reader, selection)
    with store.as_of_now():
        export = exported(store, selection)
        files = write(form, export)
        if manifest:
            save_lines(manifest, manifest_lines(form, export, files))
    return Delivery(export, files)


def refuse_own_files(store: Store, *paths: Path | None) -> None:
    """Raise InvalidInput where one of `paths` is the database, which writing would destroy."""
    own = {f"{store.path.resolve()}{end}" for end in ("", "-wal", "-shm", "-journal")}
    for path in paths:
        if path and str(path.resolve()) in own:
            raise InvalidInput(f"{path} is the database itself: name another file")


def to_target(store: Store, target: Target, manifest: Path | None = None) -> Writer:
    """Return what writes an export to a file, or to a folder where one is meant.

    It raises InvalidInput where that is the database of `store`, or its own `manifest`.
    """

    def write(form: Format, export: Export) -> list[Written]:
        if not target.means_folder(form):
            refuse_own_files(store, target.path)
            if manifest and manifest.resolve() == target.path.resolve():
                raise InvalidInput(f"{manifest} is the export itself: name another manifest")
            return [save_lines(target.path, lines_of(form, export))]
        if form.files is None:
            raise InvalidInput(f"{form.name} is one file: name a file, not a folder")
        return save_files(target.path, _checked(store, target.path, form.files(export)))

    return write


def _checked(store: Store, folder: Path, files: Iterator[OutFile]) -> Iterator[OutFile]:
    for file in files:
        refuse_own_files(store, folder / file.name)
        yield file


def lines_of(form: Format, export: Export) -> Iterator[str]:
    """Return the lines of a format that is one file; raises InvalidInput for another."""
    if form.lines is None:
        raise InvalidInput(f"{form.name} is several files: name a folder for them")
    return form.lines(export)

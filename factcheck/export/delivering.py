"""Write an export where it is wanted, and keep who has seen whose verdicts by that."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.domain.errors import InvalidInput
from factcheck.domain.selection import Selection, View
from factcheck.export.format import Format
from factcheck.export.manifest import manifest_lines
from factcheck.export.saving import Written, save_files, save_lines
from factcheck.services.seeing import reveal_selected
from factcheck.services.selecting import Export, exported
from factcheck.store.store import Store

Writer = Callable[[Format, Export], list[Written]]
"""Writes an export somewhere, and says what was written; raises NotWritten."""


class Delivery(NamedTuple):
    """An export that was written."""

    export: Export
    """With what was counted on the way."""
    files: Sequence[Written]


def view_for(
    form: Format, wanted: str | None, reviewers: Sequence[str], path: Path | None = None
) -> View:
    """Return the view that is wanted, or else the fullest that a format can hold at `path`.

    Raises InvalidInput where it cannot hold the one that is wanted.
    """
    one_view = form.holds_one_view(folder=path is not None and _means_folder(form, path))
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
    if not form.archive:
        reveal_selected(store, reader, selection)
    with store.as_of_now():
        export = exported(store, selection)
        files = write(form, export)
        if manifest:
            save_lines(manifest, manifest_lines(form, export, files))
    return Delivery(export, files)


def to_path(path: Path) -> Writer:
    """Return what writes an export to a file, or to a folder where one is meant."""

    def write(form: Format, export: Export) -> list[Written]:
        if not _means_folder(form, path):
            return [save_lines(path, lines_of(form, export))]
        if form.files is None:
            raise InvalidInput(f"{form.name} is one file: name a file, not a folder")
        return save_files(path, form.files(export))

    return write


def lines_of(form: Format, export: Export) -> Iterator[str]:
    """Return the lines of a format that is one file; raises InvalidInput for another."""
    if form.lines is None:
        raise InvalidInput(f"{form.name} is several files: name a folder for them")
    return form.lines(export)


def _means_folder(form: Format, path: Path) -> bool:
    """Whether there is a folder, or the name has no suffix and the format can be a folder."""
    unsuffixed = not path.suffix and not path.exists()
    return path.is_dir() or form.lines is None or (form.files is not None and unsuffixed)

"""Files kept with evidence: brought into the database, and saved out of it again."""

import os
import re
import stat
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple
from unicodedata import category

from factcheck.domain.errors import NotFound, NotWritten, Unreadable
from factcheck.domain.findings.evidence import Attachment
from factcheck.reading.decoding.media_types import media_type_of
from factcheck.services.articles import storable
from factcheck.services.looking import claim_seen
from factcheck.services.references import find_claim
from factcheck.store.store import Store

LARGEST: Final = 50_000_000
"""Bytes; a scanned report, or some minutes of film. What is larger would make every copy slow."""
_UNSAFE: Final = re.compile(r"[<>:\"|?*\\/]")
"""What some system does not have in names."""
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that Windows takes for devices."""
_LONGEST_ENDING: Final = 12
"""Characters; what is longer is part of a sentence, and no ending."""
_LONGEST_NAME: Final = 150
"""Bytes; file systems take 255, and a number may be added."""


class Attached(NamedTuple):
    """An attachment, and the evidence that it was kept with."""

    evidence: int
    """Which item of the claim that is, from 1."""
    attachment: Attachment


def attachments_of(store: Store, reference: str, reviewer: str) -> list[Attached]:
    """Return the files kept with the evidence of a claim; raises InvalidReference and NotFound."""
    claim = claim_seen(store, find_claim(store, reference, reviewer), reviewer)
    return [
        Attached(number, attachment)
        for number, item in enumerate(claim.evidence, 1)
        for attachment in item.evidence.attachments
    ]


def attachment_from(store: Store, path: Path) -> Attachment:
    """Keep the content of a file, and return what names it.

    Raises Unreadable, and NotSaved where the database refuses it.
    """
    content = _read(path)
    name = storable(path.name)
    media_type = media_type_of(content, name)
    kept = store.attachments.keep(content, media_type)
    return Attachment(sha256=kept, name=name, media_type=media_type, size=len(content))


def save_attachment(store: Store, attachment: Attachment, destination: Path) -> Path:
    """Write an attachment to a new file, or into a folder, and return where it is.

    A file that is there stays: a folder gets another name, a file's name is refused. Raises
    NotFound, Unreadable where the content was damaged, and NotWritten.
    """
    content = content_of(store, attachment)
    return _written(
        _new_in(destination, attachment) if destination.is_dir() else destination, content
    )


def content_of(store: Store, attachment: Attachment) -> bytes:
    """Return an attachment's content; raises NotFound, and Unreadable where it was damaged."""
    content = store.attachments.content(attachment.sha256)
    if content is None:
        raise NotFound(
            f"{attachment.name} is not in this database: take it from the one it was attached in"
        )
    if sha256(content).hexdigest() != attachment.sha256:
        raise Unreadable(
            f"{attachment.name} was damaged in the database: take it from a backup, attach it anew"
        )
    return content


def safe_name(attachment: Attachment) -> str:
    """Return an attachment's name as every system can have it, without a path."""
    name = re.split(r"[/\\]", attachment.name)[-1]
    name = "".join(sign for sign in name if not category(sign).startswith("C"))
    name = _UNSAFE.sub("_", name).strip(" .")
    if _DEVICE.match(name) or name.startswith("-"):
        name = f"_{name}"
    ending = Path(name).suffix if len(Path(name).suffix) <= _LONGEST_ENDING else ""
    stem = name.removesuffix(ending).encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    return f"{stem}{ending}" if stem else f"{attachment.sha256[:12]}{ending}"


def _read(path: Path) -> bytes:
    """Return the content of a file; raises Unreadable where it is none, empty or too large."""
    name = storable(str(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # others may never end
            raise Unreadable(f"{name} is not a file: name one, such as an image or a PDF")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unreadable(f"{name}: {reason}: check the name and the permissions") from error
    except ValueError as error:  # a name that no file can have
        raise Unreadable(f"{name!r} is not a file name: check the name") from error
    if not content:
        raise Unreadable(f"{name} is empty: name another file")
    if len(content) > LARGEST:
        raise Unreadable(f"{name} is larger than {LARGEST // 1_000_000} MB: attach a part of it")
    return content


def _new_in(folder: Path, attachment: Attachment) -> Path:
    """Return a path in `folder` where nothing is yet."""
    name = Path(safe_name(attachment))
    others = (f"{name.stem} ({number}){name.suffix}" for number in count(2))
    paths = (folder / candidate for candidate in chain([name.name], others))
    return next(path for path in paths if not os.path.lexists(path))


def _written(path: Path, content: bytes) -> Path:
    try:
        with path.open("xb") as file:  # follows no link, and overwrites nothing
            _fill(file, path, content)
    except FileExistsError as error:
        raise NotWritten(f"{path} is there already: name another file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotWritten(f"{path} cannot be written ({reason}): name another file") from error
    return path


def _fill(file: BinaryIO, path: Path, content: bytes) -> None:
    """Write all of `content`, or leave no file."""
    try:
        file.write(content)
        file.flush()
    except BaseException:
        path.unlink(missing_ok=True)
        raise

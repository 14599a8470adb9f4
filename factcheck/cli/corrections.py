"""The options that say how readers are told of a change to a published fact-check."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factcheck.domain.vocabulary.sign_off import CorrectionKind

if TYPE_CHECKING:
    from factcheck.services.recording import Remedy


def correction_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--correction` and `--correction-kind`, which a published fact-check needs."""
    command = click.option(
        "--correction-kind",
        type=click.Choice([kind.value for kind in CorrectionKind]),
        default=CorrectionKind.CORRECTION.value,
        show_default=True,
        help="What the change is to readers.",
    )(command)
    return click.option(
        "--correction",
        metavar="TEXT",
        help="What readers are told, where it is published already.",
    )(command)


def remedy_from(correction: str | None, kind: str) -> Remedy | None:
    """Return how readers are told; None where nothing was said. Raises InvalidValue."""
    from factcheck.services.recording import Remedy

    return None if correction is None else Remedy.of(kind=kind, text=correction)

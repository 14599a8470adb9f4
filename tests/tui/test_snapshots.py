"""What the screens look like; `pytest --snapshot-update` accepts a change that was meant."""

from collections.abc import Callable
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.services.sittings import begin
from factcheck.store.store import Store
from factcheck.tui.app import FactcheckApp
from factcheck.tui.commands.review import COMMANDS

SMALL, WIDE = (80, 24), (120, 36)
TAGGED = ("f", "f", "c", "f", "f", "c", "o", "k", "k")
SETTLED = "wait:400"
"""Until the margin says what the linter finds."""


class Compare(Protocol):
    """Compares an app's screen with the one that was accepted before."""

    def __call__(
        self,
        app: FactcheckApp,
        *,
        press: tuple[str, ...],
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[None]], object] | None = None,
    ) -> bool: ...


@pytest.fixture
def app(store: Store) -> FactcheckApp:
    return FactcheckApp(store, begin(store, "ann"), COMMANDS)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x36"])
def test_a_claim_under_review(
    snap_compare: Compare, app: FactcheckApp, size: tuple[int, int]
) -> None:
    assert snap_compare(app, press=(*TAGGED, "2", SETTLED), terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x36"])
def test_an_undecided_sentence(
    snap_compare: Compare, app: FactcheckApp, size: tuple[int, int]
) -> None:
    assert snap_compare(app, press=(*TAGGED, "G", SETTLED), terminal_size=size)


def test_the_claim_form(snap_compare: Compare, app: FactcheckApp) -> None:
    assert snap_compare(app, press=("c", "k", "enter", SETTLED), terminal_size=SMALL)


def test_the_evidence_form(snap_compare: Compare, app: FactcheckApp) -> None:
    assert snap_compare(app, press=("e", "ctrl+s"), terminal_size=SMALL)


def test_the_key_list(snap_compare: Compare, app: FactcheckApp) -> None:
    assert snap_compare(app, press=("?",), terminal_size=SMALL)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x36"])
def test_the_roles_in_the_margin(
    snap_compare: Compare, app: FactcheckApp, size: tuple[int, int]
) -> None:
    assert snap_compare(app, press=("g",), terminal_size=size)


def test_a_split_that_asks_which_part_keeps_what_was_decided(
    snap_compare: Compare, app: FactcheckApp
) -> None:
    assert snap_compare(app, press=("j", "j", "o", "k", "s", "enter"), terminal_size=SMALL)

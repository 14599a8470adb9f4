"""Terminals that are tiny, huge, dumb, dragged about, put aside or gone: nothing is lost."""

import signal
import time

import pytest

from tests.terminals import SEEDS, Run, Terminal

SMALL, USUAL = (20, 5), (100, 30)
SIZES = [SMALL, (1, 1), (500, 200), (40, 1), (1, 40)]


def test_a_review_goes_on_in_a_terminal_of_any_size(opened: Run) -> None:
    terminal = reviewing(opened)
    for decided, size in enumerate(SIZES):
        terminal.resize(*size)
        terminal.press("c")
        terminal.rest(0.3)
        terminal.resize(*USUAL)
        terminal.wait_for(f"{decided + 1} decided · saved")
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize(
    "size", [SMALL, *(pytest.param(size, marks=pytest.mark.soak) for size in SIZES[1:])]
)
def test_a_review_can_be_opened_in_a_terminal_of_any_size(
    opened: Run, size: tuple[int, int]
) -> None:
    terminal = opened("review", str(SEEDS), size=size)
    terminal.rest(1)
    for key in ["c", "\r", "\x1b", "?", "\x1b", "l", "\x1b", "f"]:
        terminal.press(key)
        terminal.rest(0.3)
    terminal.resize(*USUAL)
    terminal.wait_for("2 decided · saved")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_dumb_terminal_keeps_what_is_decided(opened: Run) -> None:
    decide_once(opened("review", str(SEEDS), TERM="dumb"))


@pytest.mark.soak
@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": None},
        {"TERM": "no-such-terminal", "NO_COLOR": "1"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_a_terminal_of_any_kind_keeps_what_is_decided(
    run: Run, environment: dict[str, str | None]
) -> None:
    decide_once(run("review", str(SEEDS), **environment))


def decide_once(terminal: Terminal) -> None:
    terminal.wait_for("0 decided")
    terminal.press("c")
    terminal.wait_for("1 decided")
    terminal.press("q")
    assert terminal.end() == 0


def test_a_terminal_that_is_closed_ends_the_program_and_loses_nothing(opened: Run) -> None:
    terminal = reviewing(opened)
    terminal.press("cf")
    terminal.wait_for("2 decided · saved")
    assert terminal.hang_up() == 0
    opened().wait_for(r"sentence 3 of 25 · 2 decided · saved")


def test_an_interrupt_from_outside_ends_the_review(opened: Run) -> None:
    terminal = reviewing(opened)
    terminal.signal(signal.SIGINT)
    terminal.press("c")
    assert terminal.end() in {0, 130}
    assert b"Traceback" not in terminal.sent


def test_a_review_that_was_put_aside_goes_on(opened: Run) -> None:
    terminal = reviewing(opened)
    terminal.rest(1)  # in its first moments Textual has not begun to look for this signal
    terminal.signal(signal.SIGTSTP)
    time.sleep(0.3)
    terminal.signal(signal.SIGCONT)
    terminal.rest(1)  # until then the terminal itself would show the key, amid what is drawn
    terminal.press("c")
    terminal.wait_for("1 decided · saved")


def reviewing(opened: Run) -> Terminal:
    terminal = opened("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    return terminal

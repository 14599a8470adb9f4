"""Only what a key changes is drawn, and yet the terminal shows what a full repaint would show."""

from random import Random
from typing import Any

import pyte
import pytest
from textual.app import App
from textual.screen import Screen

from factcheck.domain.decision import Author
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.tag import Tag
from factcheck.services.deciding import tag
from factcheck.services.evidence import add_evidence
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.tui.conftest import Open, Sitting, opener

ANN = Author(reviewer="ann")
KEYS = [*"jjjkkgGccooffxuU127zzZvdpwS][m!/nNW", "escape", "escape"]
"""What the random reviewer presses."""
SIZES = [(80, 24), (100, 30), (61, 15), (30, 8)]


class Paper:
    """A terminal on which the program draws."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(1, 1)
        self.stream = pyte.Stream(self.screen)

    def differences(self, sitting: Sitting) -> list[tuple[str, str]]:
        """Return the lines that are not what a full repaint shows, each beside that."""
        shown = [line.rstrip() for line in self.screen.display]
        wanted = [line.rstrip() for line in sitting.text().splitlines()]
        wanted += [""] * (len(shown) - len(wanted))
        return [pair for pair in zip(shown, wanted, strict=True) if pair[0] != pair[1]]


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> Paper:
    paper = Paper()
    display = App._display

    def draw(app: App[None], screen: Screen[object], update: Any) -> None:
        if hasattr(update, "render_segments"):
            width, height = app.size
            if (paper.screen.columns, paper.screen.lines) != (width, height):
                paper.screen.resize(height, width)
            paper.stream.feed(update.render_segments(app.console))
        display(app, screen, update)

    monkeypatch.setattr(App, "_display", draw)
    return paper


@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 40))]
)
async def test_whatever_is_pressed_no_line_is_left_over(
    open_review: Open, paper: Paper, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - a test's dice
    async with open_review(size=SIZES[seed % len(SIZES)]) as sitting:
        pressed = []
        for _ in range(40):
            pressed.append(chance.choice(KEYS))
            await sitting.press(pressed[-1])
            await sitting.pilot.pause(0.02)
            assert not paper.differences(sitting), pressed


async def test_another_article_of_the_same_height_takes_the_place_of_all_lines(
    empty_store: Store, paper: Paper
) -> None:
    added(empty_store, "Alpha is here.", "Beta is here.", "Gamma is here.")
    added(empty_store, "River is wet.", "Lake is wet.", "Ocean is wet.", source="b.txt")
    async with opener(empty_store)() as sitting:
        await sitting.press("right_square_bracket")
        await sitting.wait_for("Ocean")
        await sitting.pilot.pause(0.05)
        assert not paper.differences(sitting)
        assert "Beta" not in "\n".join(paper.screen.display)


async def test_after_a_resize_the_pane_is_about_the_same_sentence(open_review: Open) -> None:
    async with open_review(size=(80, 24)) as sitting:
        await sitting.press("g", "f", "o", "k", "k", "j")
        assert _line_with("◀", sitting).startswith(" o Opinion")
        await sitting.pilot.resize_terminal(90, 24)
        await sitting.pilot.pause(0.05)
        assert _line_with("◀", sitting).startswith(" o Opinion")


async def test_a_pane_that_needs_a_scrollbar_loses_no_letter_under_it(
    empty_store: Store, paper: Paper
) -> None:
    words = " ".join(["artillery"] * 30)
    article = added(empty_store, "It rains.", f"They sent {words}.")
    claim = claim_id(sentences_of(empty_store, article)[1].id)
    judge(empty_store, ANN, claim, "false")
    for number in range(12):
        source = Evidence(url=f"https://example.org/{number}", claim=claim, stance="refutes")
        add_evidence(empty_store, ANN, source)
    async with opener(empty_store)(size=(99, 30), anew=True) as sitting:
        await sitting.press("j")
        await sitting.pilot.pause(0.05)
        first = sitting.text()
        assert not paper.differences(sitting)
        await sitting.pilot.resize_terminal(98, 30)
        await sitting.pilot.resize_terminal(99, 30)
        await sitting.press("k", "j")
        await sitting.pilot.pause(0.05)
        assert sitting.text() == first


async def test_a_sign_goes_with_the_claim_that_it_was_for(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("g", "1")
        await sitting.wait_for("▲")
        await sitting.press("f")
        await _gone("▲", sitting)


async def test_each_claim_of_a_range_gets_its_sign_and_loses_it(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("g", "v", "j", "1")
        await _count("▲", 2, sitting)
        await sitting.press("z")
        await _gone("▲", sitting)
        await sitting.press("Z")
        await _count("▲", 2, sitting)


async def test_what_another_program_decides_gets_its_sign(
    open_review: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.tui.screens.article._PAUSE_BEFORE_LOOKING", 0.1)
    async with open_review() as sitting:
        await sitting.press("g")
        other = sitting.desk.reviews[2].sentence.id
        with Store(store.path) as elsewhere:
            judge(elsewhere, ANN, claim_id(other), "false")
        await _count("▲", 1, sitting)
        with Store(store.path) as elsewhere:
            tag(elsewhere, ANN, [other], Tag.FILLER)
        await _gone("▲", sitting)


def _line_with(words: str, sitting: Sitting) -> str:
    return next(line for line in sitting.text().splitlines() if words in line)


async def _gone(sign: str, sitting: Sitting) -> None:
    await _count(sign, 0, sitting)


async def _count(sign: str, number: int, sitting: Sitting) -> None:
    for _ in range(100):
        if sitting.text().count(sign) == number:
            return
        await sitting.pilot.pause(0.05)
    raise AssertionError(f"not {number} of {sign} on\n{sitting.text()}")

"""What an article is called when nobody has said so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.title import title_of

SEEDS = Path(__file__).parents[2] / "seeds"
HEADLINE = "Five words make a headline"


def test_the_headline_below_the_name_of_the_site_is_the_title() -> None:
    text = (SEEDS / "000_81d6deb2b1f0a7fa.txt").read_text(encoding="utf-8")
    assert title_of(text) == "Putin sent a chilling signal to the West"


def test_an_article_without_a_headline_is_called_by_its_beginning() -> None:
    text = (SEEDS / "003_eecffc342f89ccca.txt").read_text(encoding="utf-8")
    title = title_of(text)
    assert title.startswith("Putin’s recent visit to North Korea")
    assert title.endswith("…")
    assert len(title) <= 120


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE,
        f"\n\n  {HEADLINE}  \r\n\r\nThe text begins here, and it goes on.",
        f"Daily News\n\nPolitics\n\n{HEADLINE}\n\nThe text begins here, and it goes on.",
        f"This is a sentence, which ends.\n{HEADLINE}\n",
        f"{'A paragraph that is far too long to be one ' * 5}\n{HEADLINE}\n",
    ],
)
def test_a_headline_is_a_short_line_of_several_words_without_an_end(text: str) -> None:
    assert title_of(text) == HEADLINE


def test_a_short_line_far_down_is_no_headline() -> None:
    text = "\n".join(["It begins like this."] * 5 + [HEADLINE])
    assert title_of(text) == "It begins like this."


@given(st.text())
def test_every_text_gets_a_title_of_one_line(text: str) -> None:
    title = title_of(text)
    assert bool(title) == bool(text.strip())
    assert len(title) <= 120
    assert len(title.splitlines()) <= 1

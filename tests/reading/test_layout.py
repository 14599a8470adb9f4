"""Which lines belong together, and what each is to the page."""

import textwrap
from pathlib import Path

import pytest

from factcheck.domain.role import Role
from factcheck.reading.segmentation.layout import blocks
from factcheck.reading.sentences import segments

NEWS = Path(__file__).parents[2] / "seeds" / "000_81d6deb2b1f0a7fa.txt"
BODY = "The two sides met on Monday in Geneva and agreed on nothing at all, officials said."


def lines_in(text: str) -> list[str]:
    """Return the words of each block."""
    return [text[start:end] for start, end, _ in blocks(text)]


def role_of(line: str) -> Role:
    """Return the role of a line that stands above running text."""
    _, _, role = next(blocks(f"{line}\n\n{BODY}"))
    return role


def test_the_top_of_a_news_page_is_told_from_its_text() -> None:
    text = NEWS.read_text(encoding="utf-8")
    roles = [segment.role for segment in segments(text)]
    top = [Role.NAVIGATION, Role.HEADING, Role.HEADING, Role.DATELINE, Role.CAPTION]
    assert roles == top + [Role.BODY] * 20


ROLES = {
    Role.HEADING: [
        "Talks end without a deal",
        "# Talks",
        "PUTIN ARRIVES",
        "Разговорите пропаднаха",
    ],
    Role.DATELINE: [
        "Jun 18, 2024 21:42 146",
        "June 18, 2024, 9:42 p.m. ET",
        "Updated: Jun 19, 2024 08:00",
        "18.06.2024 21:42",
        "18 юни 2024 г., 21:42 ч.",
        "3. Mai 2024, 10:15 Uhr",
        "5 min read",
    ],
    Role.BYLINE: ["By Jane Smith", "Von Anna Schmidt", "Автор: Иван Петров", "BBC News, Kyiv"],
    Role.CAPTION: ["Talks in Geneva - 1", "Photo: EPA", "Снимка: БГНЕС", "Getty Images"],
    Role.LIST_ITEM: ["- two died", "• two died", "3. Taxes went up", "b) second", "| a | b |"],
    Role.QUOTATION: ["> We will not leave", "“We will never leave this place”"],
    Role.NAVIGATION: ["Read also:", "Home | News | Sport", "Share this article", "---", "Реклама"],
    Role.BODY: [BODY, "He left.", "What we know:", "and then some", "By the end it was over."],
}


@pytest.mark.parametrize(
    ("role", "line"), [(role, line) for role, lines in ROLES.items() for line in lines]
)
def test_a_line_shows_its_role_by_its_form(role: Role, line: str) -> None:
    assert role_of(line) is role


def test_fields_before_markdown_and_lines_of_code_are_no_running_text() -> None:
    text = (
        "---\ntitle: A day\ndate: 2024-01-02\nlayout: post\n---\n\n```\nx = 1\n```\n\nA line\n===\n"
    )
    assert [role for _, _, role in blocks(text)] == [
        Role.NAVIGATION,
        Role.HEADING,
        Role.DATELINE,
        *[Role.NAVIGATION] * 3,
        Role.BODY,
        Role.NAVIGATION,
        Role.HEADING,
        Role.NAVIGATION,
    ]


WRAPPED = {
    "mail": (
        "The ministers agreed late on Monday that the\n"
        "talks would go on, but nobody could say for\n"
        "how long."
    ),
    "reply": (
        "> The ministers agreed late on Monday that the\n"
        "> talks would go on, but nobody could say for\n"
        "> how long."
    ),
    "indented": (
        "   The ministers agreed late on Monday that the\n"
        "   talks would go on, but nobody could say for\n"
        "   how long."
    ),
    "windows": (
        "The ministers agreed late on Monday that the\r\n"
        "talks would go on, but nobody could say for\r\n"
        "how long."
    ),
    "first line indented": (
        "    The ministers agreed late on Monday that\n"
        "the talks would go on, but nobody could say\n"
        "for how long."
    ),
    "list item": (
        "- The ministers agreed late on Monday that\n"
        "  the talks would go on, but nobody could say\n"
        "  for how long."
    ),
    "names at the edge": (
        "The talks between the delegations of President\n"
        "Putin and the other side went on until late at\n"
        "night."
    ),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_a_hard_wrapped_paragraph_is_one(kind: str) -> None:
    assert lines_in(WRAPPED[kind]) == [WRAPPED[kind].strip()]


KEPT_APART = {
    "verse": (
        "Shall I compare thee to a summer's day?\n"
        "Thou art more lovely and more temperate:\n"
        "Rough winds do shake the darling buds of May,\n"
        "And summer's lease hath all too short a date;"
    ),
    "headlines": ("PUTIN ARRIVES IN PYONGYANG\nKIM GREETS HIM AT AIRPORT\nThe two embraced."),
    "chat": ("hey are you coming\nyeah in a bit\nok see you there then"),
    "menu": ("home\nnews\nsports\nweather"),
    "list": (
        "- two eggs, lightly beaten, and some salt\n- one cup of flour, sifted\n- and a bit of milk"
    ),
    "numbers": (
        "1. the first of the things we wanted to say\n"
        "2. the second of the things we wanted\n"
        "3. and more"
    ),
    "address": ("Jane Smith\n12 Main Street\nSpringfield, IL 62701\nUSA"),
    "table": (
        "name      age   town of birth\n"
        "anna       31   kyiv in ukraine\n"
        "boris      40   sofia in bulgaria"
    ),
    "talk": (
        "anna: are you going to the meeting today\nboris: i do not think that i will go\nanna: why"
    ),
    "whole lines": f"{BODY}\n{BODY}\n{BODY}",
}


@pytest.mark.parametrize("kind", KEPT_APART)
def test_lines_that_are_not_wrapped_stay_apart(kind: str) -> None:
    assert lines_in(KEPT_APART[kind]) == KEPT_APART[kind].split("\n")


def test_a_heading_right_above_a_wrapped_paragraph_stays_a_heading() -> None:
    text = f"Talks go on\n{WRAPPED['mail']}"
    assert lines_in(text) == ["Talks go on", WRAPPED["mail"]]


def test_sentences_run_over_the_breaks_of_a_quoted_reply() -> None:
    text = (
        "> It rose to 5.2 percent in May, which is the\n"
        "> highest. The bank held its rates, and it will\n"
        "> meet again."
    )
    assert [text[segment.start : segment.end] for segment in segments(text)] == [
        "> It rose to 5.2 percent in May, which is the\n> highest.",
        "The bank held its rates, and it will\n> meet again.",
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2029"])
def test_a_long_text_is_read_in_whole_lines(line_break: str) -> None:
    lines = [f"{BODY} {number}" for number in range(5_000)]
    assert lines_in((line_break * 2).join(lines)) == lines


def test_a_line_that_nobody_can_see_parts_paragraphs() -> None:
    (_, _, above), (_, _, below) = blocks("Talks\n\u200b\nTalks go on")
    assert above is below is Role.HEADING


NAMES = (
    "President Joe Biden met Prime Minister Rishi Sunak of the United Kingdom in San Francisco on "
    "Tuesday. They spoke about Ukraine, Israel and the European Union. A spokesman for the White "
    "House declined to comment on reports from Reuters."
)
NOUNS = (
    "Die Regierung hat am Montag beschlossen, die Steuern auf Einkommen und Vermögen im kommenden "
    "Jahr deutlich zu erhöhen. Kritiker aus Wirtschaft und Opposition sprachen von einem Fehler. "
    "Der Bundestag muss noch zustimmen, bevor das Gesetz in Kraft treten kann."
)


@pytest.mark.parametrize("width", [60, 65, 70, 72, 75, 80])
@pytest.mark.parametrize("paragraph", [NAMES, NOUNS])
def test_paragraphs_full_of_capitals_are_torn_by_no_wrapping(paragraph: str, width: int) -> None:
    text = textwrap.fill(paragraph, width)
    assert len(list(segments(text))) == 3
    assert len(list(segments(f"{text}\n\n{text}\n"))) == 6


def test_headlines_of_two_sentences_are_lines_of_their_own() -> None:
    text = "Biden Wins Debate. Trump Calls It Rigged\nStorm Hits Coast. Thousands Flee Homes"
    assert len(list(segments(text))) == 4

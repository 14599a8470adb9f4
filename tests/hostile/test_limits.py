"""No file takes longer, or more memory, than is said here: bombs are refused or read in passing."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Any, Final

import pytest

from factcheck.domain.anchors.quoted import surroundings
from factcheck.domain.display import displayable, shortened
from factcheck.domain.errors import Unreadable
from factcheck.domain.searching import indexed
from factcheck.domain.wording import words_changed
from factcheck.export.commonmark import literal_lines
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.language import language_of
from factcheck.reading.pasted import source_in
from factcheck.reading.sentences import segments
from factcheck.reading.title import title_of
from factcheck.reading.written_dates import written_dates
from factcheck.tui.wrapping import wrap
from tests.hostile.bombs import BOMBS, LARGE

SECONDS: Final = 15.0
"""Of the processor, for each of these files; most take a tenth of one."""
MEGABYTES: Final = 900
"""Of memory at most, whatever is read."""
STEEPEST: Final = 3.0
"""How much longer twice the text may take; what grows with the square takes four times as long."""
_SHORT_RUN: Final = 0.02
"""Seconds in which nothing can be measured."""

UNITS: Final = (
    *("a", " ", "\n", "\t", ". ", "a. ", "A b. ", "(", "[", "“", '"', "'", "“a” ", "> ", "> a\n"),
    *("a\n", "# a\n", "- a\n", "1) a\n", "<", "<a ", "<!--", "&amp;", "`", "*", "[](", "{{", "\\"),
    *("http://a.b ", "www.", "...", ". . ", "…", "a-", "2020 ", "1 January 2020 ", "a (2020). "),
    *("accessed ", "via ", "at ", "e.g. ", "A.B.", "\u0301", "a\u0301", "\u200b", "\u202e\u05d0"),
    *("中。", "👨\u200d👩 ", "\u2028", "\x85", "\r\n", "\x0c", "1,", "IV ", "a: b\n", "[...] "),
)
"""What hostile texts are made of, over and over."""

WORK: Final[Mapping[str, tuple[Callable[[str], object], int]]] = {
    "cutting into sentences": (lambda text: list(segments(text)), 8_000),
    "guessing the language": (language_of, 40_000),
    "finding a title": (title_of, 40_000),
    "guessing the encoding": (lambda text: decoded(b"\xe9" + text.encode()), 1_500),
    "reading a pasted source": (lambda text: source_in(f"x{text}x https://a.org"), 6_000),
    "reading dates": (written_dates, 2_000),
    "making displayable": (displayable, 40_000),
    "shortening": (lambda text: shortened(text, 80), 40_000),
    "wrapping": (lambda text: wrap(text, 20), 8_000),
    "escaping for Markdown": (lambda text: list(literal_lines(text)), 8_000),
    "indexing for the search": (indexed, 20_000),
    "finding a quote": (lambda text: surroundings(text[-200:] + "x", text), 8_000),
    "comparing wordings": (lambda text: words_changed(text, f"x {text[:-9]} y"), 4_000),
}
"""What is done with texts, and with how many characters of them it is tried."""


Costs = dict[str, dict[str, Any]]
SHORT: Final = frozenset({"reading a pasted source", "reading dates"})
"""What is only done with short texts: longer ones are a quote, or no date."""


@pytest.fixture(scope="module", params=[BOMBS, pytest.param(LARGE, marks=pytest.mark.soak)])
def costs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Costs:
    """What reading each bomb cost, all of them in one process."""
    folder = tmp_path_factory.mktemp("bombs")
    bombs = request.param
    for name, made in bombs.items():
        content = made()
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.reading_alone", *bombs],
        cwd=folder,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=len(bombs) * SECONDS * 4,
    )
    assert done.returncode == 0, done.stderr
    found = {cost["name"]: cost for cost in map(json.loads, done.stdout.splitlines())}
    assert found.keys() == bombs.keys()
    return found


def test_no_file_takes_long(costs: Costs) -> None:
    assert {name: cost for name, cost in costs.items() if cost["seconds"] > SECONDS} == {}


def test_no_file_takes_much_memory(costs: Costs) -> None:
    assert {name: cost for name, cost in costs.items() if cost["peak"] > MEGABYTES} == {}


def test_files_that_name_others_do_not_get_them(costs: Costs) -> None:
    assert not [name for name, cost in costs.items() if "root:x:" in cost["words"]]


def test_what_is_refused_says_why(costs: Costs) -> None:
    for cost in costs.values():
        assert cost["words"] or ": " in cost["problem"]
        assert cost["problem"].isprintable()


@pytest.mark.parametrize("what", WORK)
@pytest.mark.parametrize("scale", [1, pytest.param(8, marks=pytest.mark.soak)])
def test_time_grows_no_faster_than_the_text(what: str, scale: int) -> None:
    work, length = WORK[what]
    length *= 1 if what in SHORT else scale
    steep = {}
    for unit in UNITS:
        took = seconds(work, unit, length)
        if took > _SHORT_RUN:
            twice = min(seconds(work, unit, 2 * length) for _ in range(3))
            if twice > STEEPEST * min(took, seconds(work, unit, length)):
                steep[unit] = (took, twice)
    assert steep == {}


def seconds(work: Callable[[str], object], unit: str, length: int) -> float:
    text = unit * (length // len(unit))
    began = process_time()
    with suppress(Unreadable):
        work(text)
    return process_time() - began

"""How fast sentences are found, against the bare library sentencex, and how the time grows.

`python -m bench.segmentation FOLDER` repeats the texts (.txt) below FOLDER to 5 MB and measures
both, then one paragraph without a line break from 50 KB to 5 MB. Exit status 1: too slow.
"""

import argparse
import re
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import sentencex

from factcheck.reading.sentences import segments

SIZE: Final = 5_000_000
"""Characters of the long text."""
PARAGRAPHS: Final = (50_000, 500_000, 5_000_000)
"""Characters of the paragraphs whose times are compared."""
GOAL_RATIO: Final = 0.6
"""Share of the bare library's throughput that must be kept."""
GOAL_GROWTH: Final = 2.0
"""Time a character in the longest paragraph against that in the shortest, at most."""
ROUNDS: Final = 3
"""The best of so many counts; the others were disturbed."""
LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def bare(text: str) -> Iterator[Any]:
    """Yield the spans that the library finds, fed line by line."""
    for line in LINE.finditer(text):
        begin = line.start()
        for found in sentencex.get_sentence_boundaries("en", line.group()):
            yield begin + found["start_index"], begin + found["end_index"]


def seconds(work: Callable[[], Iterable[Any]]) -> float:
    """Return how long it takes to list what `work` returns."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        list(work())
        times.append(time.perf_counter() - begin)
    return min(times)


def repeated(text: str, size: int) -> str:
    """Return `text` repeated to `size` characters."""
    return (text * (size // len(text) + 1))[:size]


def main() -> int:
    """Measure, print a table and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.rglob("*.txt"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files) + "\n"
    article = repeated(text, SIZE)
    library, ours = seconds(partial(bare, article)), seconds(partial(segments, article))
    ratio = library / ours
    print(f"{len(article):>9,} characters: library {library:.3f} s, ours {ours:.3f} s: {ratio:.2f}")
    rates = []
    for size in PARAGRAPHS:
        paragraph = repeated(" ".join(text.split()) + " ", size)
        rates.append(seconds(partial(segments, paragraph)) / size)
        print(f"{size:>9,} characters in one paragraph: {rates[-1] * 1e9:.0f} ns a character")
    return int(ratio < GOAL_RATIO or rates[-1] > GOAL_GROWTH * rates[0])


if __name__ == "__main__":
    raise SystemExit(main())

"""Several programs on one file at once: none fails, and nothing is lost."""

import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.remark import Note
from factcheck.store.store import Store

WRITE = """
import sys
from pathlib import Path
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.findings.remark import Note
from factcheck.store.store import Store

path, reviewer, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store(path) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    sentence = next(store.documents.sentences(store.documents.numbered(1)))
    for number in range(count):
        note = Note(text=f"{reviewer} {number}")
        change = Change(kind=Kind.NOTE, subject=sentence.id, value=note)
        store.journal.record(Author(reviewer=reviewer), [change])
"""
OPEN = """
import sys, time
from pathlib import Path
from factcheck.store.store import Store

folder = Path(sys.argv[1])
print("ready", flush=True)
start = float(sys.stdin.readline())
for number in range(12):
    time.sleep(max(0, start + number * 0.05 - time.time()))
    with Store(folder / f"{number}.db") as store:
        store.sittings.start(sys.argv[2], None)
"""


def started(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a program that waits for a line before it goes on."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def let_go(programs: list[subprocess.Popen[str]]) -> None:
    """Tell all programs when to go on, and check that each comes to a good end."""
    for program in programs:
        assert program.stdout
        assert program.stdout.readline() == "ready\n"
    start = time.time() + 0.1
    for program in programs:
        assert program.stdin
        program.stdin.write(f"{start}\n")
        program.stdin.flush()
    problems = [program.communicate(timeout=60)[1] for program in programs]
    assert problems == [""] * len(programs)
    assert [program.returncode for program in programs] == [0] * len(programs)


def test_two_programs_that_write_at_once_lose_nothing(store: Store, article: Document) -> None:
    count = 100
    path = str(store.path)
    let_go([started(WRITE, path, reviewer, str(count)) for reviewer in ("ann", "bob")])
    decisions = list(store.journal.decisions())
    for reviewer in ("ann", "bob"):
        mine = [decision.value for decision in decisions if decision.reviewer == reviewer]
        assert mine == [Note(text=f"{reviewer} {number}") for number in range(count)]
    assert all(before.at < after.at for before, after in pairwise(decisions))


def test_a_program_sees_at_once_what_another_one_saved(store: Store, article: Document) -> None:
    sentence = next(store.documents.sentences(article))
    change = Change(kind=Kind.NOTE, subject=sentence.id, value=Note(text="Seen?"))
    with Store(store.path) as other:
        store.journal.record(Author(reviewer="ann"), [change])
        assert other.journal.current(Kind.NOTE, sentence.id, "ann") == change.value


def test_eight_programs_can_make_the_same_new_database_at_once(tmp_path: Path) -> None:
    let_go([started(OPEN, str(tmp_path), f"r{n}") for n in range(8)])
    for path in sorted(tmp_path.glob("*.db")):
        with Store(path) as store:
            assert {sitting.reviewer for sitting in store.sittings.all()} == {
                f"r{n}" for n in range(8)
            }

"""Data out, from the command line."""

import json
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from factcheck.export.formats import FORMATS
from tests.cli.conftest import Run


@pytest.fixture
def judged(run: Run, article: Path) -> Path:
    """The first sentence is a claim to two reviewers, who judge it differently."""
    run("verdict", "1:1", "false", "--because", "see the census")
    run("evidence", "1:1", "--url", "https://example.org/", "--stance", "refutes")
    run("--reviewer", "ben", "verdict", "1:1", "true")
    run("tag", "1:2", "opinion")
    return article


def export(run: Run, *arguments: str) -> CompletedProcess[str]:
    return run("export", *arguments)


def manifest(folder: Path) -> dict[str, Any]:
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def test_all_formats_are_listed(run: Run) -> None:
    listed = export(run, "--list")
    assert listed.returncode == 0
    assert [line.split()[0] for line in listed.stdout.splitlines()] == list(FORMATS)
    data = json.loads(export(run, "--list", "--json").stdout)
    assert {each["name"]: each["in"] for each in data} == {
        name: form.read is not None for name, form in FORMATS.items()
    }


def test_the_schema_is_printed(run: Run) -> None:
    assert "$defs" in json.loads(export(run, "--schema").stdout)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.lines])
def test_each_format_is_the_same_on_repeat_and_on_standard_output(
    run: Run, judged: Path, folder: Path, name: str
) -> None:
    for file in ("one", "two"):
        done = export(run, "--format", name, "--reviewer", "ann", "-o", f"{file}.data")
        assert done.returncode == 0
    content = (folder / "one.data").read_bytes()
    assert content
    assert content == (folder / "two.data").read_bytes()
    assert export(run, "--format", name, "--reviewer", "ann").stdout.encode() == content


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.files])
def test_each_folder_is_the_same_on_repeat(run: Run, judged: Path, folder: Path, name: str) -> None:
    contents = []
    for _ in range(2):
        done = export(run, "--format", name, "-o", "out")
        assert done.returncode == 0
        contents.append({file.name: file.read_bytes() for file in (folder / "out").iterdir()})
    assert contents[0] == contents[1]
    assert contents[0]


def test_a_name_that_ends_like_a_folder_is_one(run: Run, judged: Path, folder: Path) -> None:
    assert export(run, "--format", "fever", "-o", "fever.data/").returncode == 0
    assert (folder / "fever.data" / "fever.jsonl").is_file()
    assert export(run, "--format", "csv", "-o", "csv.data/").returncode == 2


def test_a_folder_may_hold_all_reviewers_where_a_file_cannot(
    run: Run, judged: Path, folder: Path
) -> None:
    assert "view: adjudicated" in export(run, "--format", "doccano", "-o", "a.jsonl").stdout
    assert "view: all" in export(run, "--format", "doccano", "-o", "out/").stdout
    assert len(list((folder / "out").iterdir())) == 2


@pytest.mark.parametrize("name", list(FORMATS))
def test_an_empty_database_can_be_exported(run: Run, folder: Path, name: str) -> None:
    path = "out" if FORMATS[name].lines is None else "out.data"
    assert export(run, "--format", name, "-o", path).returncode == 0


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_an_archive_is_the_same_from_the_database_that_it_was_taken_into(
    run: Run, judged: Path, folder: Path, name: str
) -> None:
    export(run, "--format", name, "-o", "one.data")
    other = ("--db", "other.db", "--reviewer", "eva")
    assert run(*other, "import", "one.data").returncode == 0
    run(*other, "export", "--format", name, "-o", "two.data")
    assert (folder / "one.data").read_bytes() == (folder / "two.data").read_bytes()
    assert run(*other, "import", "one.data").stdout.startswith("taken: nothing new")


def test_the_manifest_tells_what_is_in_it_and_what_is_not(
    run: Run, judged: Path, folder: Path
) -> None:
    export(run, "--format", "csv", "--tag", "claim", "-o", "a.csv", "--manifest", "manifest.json")
    told = manifest(folder)
    content = (folder / "a.csv").read_bytes()
    assert told["files"] == [
        {"name": "a.csv", "sha256": sha256(content).hexdigest(), "bytes": len(content)}
    ]
    assert told["filter"] == {"tags": ["claim"]}
    assert told["view"] == "all"
    assert told["offsets"] == "Unicode code points"
    assert told["claims_by_state"] == {"disputed": 1}
    assert told["selected"]["sentences"] == 1
    assert told["selected"]["verdicts"] == 2
    assert told["left_out"]["by_the_filter"] == {"sentences: another tag, or none": 2}


def test_the_manifest_is_the_same_on_repeat(run: Run, judged: Path, folder: Path) -> None:
    export(run, "--format", "fever", "--manifest", "manifest.json")
    first = (folder / "manifest.json").read_bytes()
    export(run, "--format", "fever", "--manifest", "manifest.json")
    assert first == (folder / "manifest.json").read_bytes()


def test_the_view_is_said_and_kept_to(run: Run, judged: Path, folder: Path) -> None:
    done = export(run, "--format", "csv", "--view", "agreed", "-o", "a.csv")
    assert "view: agreed" in done.stdout
    assert "reviewers differ" in done.stderr
    assert "see the census" not in (folder / "a.csv").read_text(encoding="utf-8")
    export(run, "--format", "csv", "--reviewer", "ben", "-o", "a.csv")
    assert "see the census" not in (folder / "a.csv").read_text(encoding="utf-8")
    export(run, "--format", "csv", "--reviewer", "ann", "-o", "a.csv")
    assert "see the census" in (folder / "a.csv").read_text(encoding="utf-8")


def test_a_format_with_one_verdict_a_claim_refuses_all_side_by_side(run: Run, judged: Path) -> None:
    done = export(run, "--format", "averitec", "--view", "all")
    assert done.returncode == 2
    assert "agreed or adjudicated" in done.stderr
    assert export(run, "--format", "averitec", "--view", "all", "--reviewer", "ann").stdout


def test_what_others_judged_is_no_longer_hidden_once_it_was_exported(
    run: Run, article: Path
) -> None:
    run("--reviewer", "ben", "verdict", "1:1", "true")
    export(run, "--format", "csv", "--reviewer", "ann")
    run("verdict", "1:1", "false")
    blind = json.loads(run("show", "1", "--json").stdout)["sentences"][0]["claims"][0]
    assert blind["verdict"]["blind"] is True
    run("--reviewer", "eva", "export", "--format", "csv")
    run("--reviewer", "eva", "verdict", "1:1", "false")
    seen = json.loads(run("--reviewer", "eva", "show", "1", "--json").stdout)
    assert seen["sentences"][0]["claims"][0]["verdict"]["blind"] is False


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ((), "say --format NAME"),
        (("--format", "docx"), "no format is called 'docx'"),
        (("--format", "brat"), "name a folder"),
        (("--format", "csv", "-o", "."), "name a file"),
        (("--format", "csv", "--since", "yesterday"), "since: write it as"),
        (("--format", "csv", "--reviewer", ""), "reviewers"),
    ],
)
def test_wrong_usage_says_what_to_do(
    run: Run, article: Path, arguments: tuple[str, ...], advice: str
) -> None:
    done = export(run, *arguments)
    assert done.returncode == 2
    assert advice in done.stderr
    assert done.stdout == ""


def test_a_failed_export_leaves_the_old_files(run: Run, article: Path, folder: Path) -> None:
    (folder / "a.csv").write_text("old", encoding="utf-8")
    assert export(run, "--format", "csv", "--article", "9", "-o", "a.csv").returncode == 1
    assert (folder / "a.csv").read_text(encoding="utf-8") == "old"
    assert export(run, "--format", "csv", "-o", "gone/a.csv").returncode == 1


def test_controls_reach_a_pipe_as_they_are(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_text("It is \x1b]0;x\x07 here.", encoding="utf-8")
    run("add", "b.txt")
    assert "\x1b]0;x\x07" in export(run, "--format", "csv").stdout


@pytest.mark.parametrize("end", ["", "-wal"])
def test_the_database_itself_is_never_written_over(
    run: Run, judged: Path, folder: Path, end: str
) -> None:
    own = f"../factcheck.db{end}"
    before = (folder.parent / "factcheck.db").read_bytes()
    for arguments in (
        ("export", "--format", "csv", "-o", own),
        ("export", "--format", "csv", "-o", "a.csv", "--manifest", own),
        ("report", "-o", own),
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert "is the database itself" in done.stderr
    assert (folder.parent / "factcheck.db").read_bytes() == before


def test_a_manifest_does_not_take_the_place_of_its_export(
    run: Run, judged: Path, folder: Path
) -> None:
    done = export(run, "--format", "csv", "-o", "a.csv", "--manifest", "a.csv")
    assert done.returncode == 2
    assert not (folder / "a.csv").exists()


def test_a_reviewer_whom_nobody_knows_is_named(run: Run, judged: Path) -> None:
    done = export(run, "--format", "csv", "--reviewer", "ghost")
    assert done.returncode == 1
    assert "nobody called 'ghost' has decided anything: these have: ann, ben" in done.stderr


def test_of_many_remarks_the_first_are_told(run: Run, folder: Path) -> None:
    words = (f"Number {n} is here." for n in range(30))
    (folder / "many.txt").write_text(" ".join(words), encoding="utf-8")
    run("add", "many.txt")
    for number in range(1, 31):
        run("verdict", f"1:{number}", "false")
    done = export(run, "--format", "claimreview", "-o", "all.jsonld", "--manifest", "m.json")
    told = [line for line in done.stderr.splitlines() if "factcheck: 1:" in line]
    remarks = json.loads((folder / "m.json").read_text(encoding="utf-8"))["remarks"]
    assert len(told) == 20 < len(remarks)
    assert f"and {len(remarks) - 20} remarks more: --manifest FILE has them" in done.stderr

"""What a project has agreed on, from the command line."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.scales.scales import GOOGLE5, PRESETS
from factcheck.domain.scheme.scheme import DEFAULT
from tests.cli.conftest import Run

RENAMING = """\
version = "2"
scale = "fever"
[ratings_renamed]
false = "refutes"
"""
SAVED = "saved: scheme 1, scale averitec\n"


@pytest.fixture
def file(folder: Path) -> Path:
    """The project's file, beside the database."""
    return folder.parent / "scheme.toml"


def scale_in_force(run: Run) -> str:
    return str(json.loads(run("scheme", "--json").stdout)["scale"]["key"])


def rating(run: Run, ref: int) -> str:
    sentence = json.loads(run("show", "1", "--json").stdout)["sentences"][ref - 1]
    return str(sentence["claims"][0]["verdict"]["rating"])


def decisions(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder.parent / "factcheck.db")) as db:
        return db.execute("SELECT kind, reviewer FROM decision ORDER BY at, id").fetchall()


def test_the_scheme_is_shown_with_labels_kinds_and_ratings(run: Run) -> None:
    lines = run("scheme").stdout.splitlines()
    assert lines[0] == "scheme 1"
    for tag, label in DEFAULT.labels.items():
        assert f"{tag}: {label.words}" in lines
        assert f"    {label.definition}" in lines
        assert f"    For example: {label.example}" in lines
        for kind in label.subtypes:
            assert any(line.split()[:1] == [kind.key] for line in lines)
    assert all(f"    {n}. {text}" in lines for n, text in enumerate(DEFAULT.questions, 1))


def test_each_rating_is_shown_with_its_key_and_its_number(run: Run) -> None:
    lines = run("scheme").stdout.splitlines()
    start = lines.index("scale google5: Five steps")
    shown = [line.split(maxsplit=3) for line in lines[start + 1 : start + 8]]
    assert [row[:3] for row in shown[:5]] == [
        [str(place), rating.key, str(place)] for place, rating in enumerate(GOOGLE5.on_scale, 1)
    ]
    assert lines[start + 6] == (
        "  6  unproven         off the scale  "
        "Unproven: The evidence that was found decides neither way."
    )


def test_a_rating_without_a_key_on_the_keyboard_has_no_place(run: Run) -> None:
    run("scheme", "--use", "snopes")
    lines = run("scheme").stdout.splitlines()
    assert any(line.startswith("  9  outdated ") for line in lines)
    assert any(line.startswith("     miscaptioned ") for line in lines)


def test_the_scheme_is_told_in_json(run: Run) -> None:
    data = json.loads(run("scheme", "--json").stdout)
    assert (data["version"], data["scale"]["key"]) == ("1", "google5")
    assert [label["key"] for label in data["labels"]] == ["claim", "opinion", "filler"]
    assert data["labels"][2]["one_only"] is True
    assert data["labels"][0]["subtypes"][0].keys() == {"key", "words", "meaning"}
    assert data["sign_off"] == {"approvals": 1, "editors": [], "second_verdict": False}
    assert data["scale"]["ratings"][5] == {
        "key": "unproven",
        "words": "Unproven",
        "meaning": "The evidence that was found decides neither way.",
        "number": None,
        "off_scale": True,
        "normalised": "OTHER",
        "open": False,
    }


def test_all_scales_are_listed_a_line_each(run: Run) -> None:
    lines = run("scheme", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(PRESETS)
    assert lines[2] == "fever        refutes, supports, not-enough-info"


def test_all_scales_are_listed_in_json(run: Run) -> None:
    scales = json.loads(run("scheme", "--list", "--json").stdout)
    assert [scale["key"] for scale in scales] == list(PRESETS)
    for scale in scales:
        assert scale.keys() == {"key", "name", "ratings"}
        for step in scale["ratings"]:
            assert step["off_scale"] is (step["number"] is None)


def test_another_scale_is_used_and_taken_back(run: Run) -> None:
    assert run("scheme", "--use", "averitec").stdout == SAVED
    assert run("scheme", "--use", "averitec").stdout == "nothing changed: it stood so already\n"
    assert scale_in_force(run) == "averitec"
    assert run("undo").returncode == 0
    assert scale_in_force(run) == "google5"


def test_a_verdict_is_given_on_the_scale_in_force(run: Run, article: Path) -> None:
    run("scheme", "--use", "averitec")
    assert run("verdict", "1:1", "refuted").returncode == 0
    refused = run("verdict", "1:2", "false")
    assert refused.returncode == 2
    assert "choose one of refuted, supported, not-enough-evidence" in refused.stderr


def test_an_unknown_scale_is_refused_with_those_there_are(run: Run) -> None:
    refused = run("scheme", "--use", "stars")
    assert refused.returncode == 2
    assert "no scale 'stars': choose one of google5, averitec" in refused.stderr


def test_a_preview_shows_what_changes_and_changes_nothing(
    run: Run, article: Path, folder: Path
) -> None:
    run("verdict", "1:1", "false")
    run("verdict", "1:2", "true")
    before = decisions(folder)
    Path("next.toml").write_text(RENAMING)
    lines = run("scheme", "--preview", "next.toml").stdout.splitlines()
    assert "scale: google5 -> fever" in lines
    assert "version: '1' -> '2'" in lines
    assert lines[-2:] == [
        "google5/false (in use 1x): becomes fever/refutes",
        "google5/true (in use 1x): stays as recorded",
    ]
    assert decisions(folder) == before


def test_a_preview_is_told_in_json(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false")
    data = json.loads(run("scheme", "--preview", "--use", "fever", "--json").stdout)
    assert data == {
        "changes": ["scale: google5 -> fever"],
        "in_use": [
            {
                "scale": "google5",
                "tag": None,
                "key": "false",
                "count": 1,
                "outcome": "stays as recorded",
                "becomes": "",
            }
        ],
    }


def test_a_preview_of_what_is_in_force_says_so(run: Run) -> None:
    shown = run("scheme", "--preview", "--use", "google5")
    assert shown.stdout == "nothing changes: it stands so already\n"


def test_applying_a_file_renames_and_says_how_much(run: Run, article: Path, folder: Path) -> None:
    run("--reviewer", "ben", "verdict", "1:1", "false")
    run("verdict", "1:1", "false")
    Path("next.toml").write_text(RENAMING)
    applied = run("scheme", "--apply", "next.toml")
    assert applied.stdout == "saved: scheme 2, scale fever, 2 decisions renamed\n"
    assert decisions(folder)[-3:] == [("scheme", "ann"), ("verdict", "ben"), ("verdict", "ann")]
    assert rating(run, 1) == "refutes"
    run("undo")
    assert rating(run, 1) == "false"


def test_applying_says_the_scheme_in_json(run: Run) -> None:
    assert json.loads(run("scheme", "--use", "fever", "--json").stdout)["scale"]["key"] == "fever"


def test_the_projects_own_file_needs_no_name(run: Run, article: Path, file: Path) -> None:
    run("tag", "1:1", "claim")
    file.write_text(RENAMING)
    assert "scale: google5 -> fever" in run("scheme", "--preview").stdout
    assert run("scheme", "--apply", "--json").returncode == 0
    assert scale_in_force(run) == "fever"


def test_what_the_file_says_of_sign_off_and_rules_is_shown(run: Run) -> None:
    Path("next.toml").write_text(
        'sites = ["a.org"]\n[sign_off]\napprovals = 2\neditors = ["ann", "ben"]\n'
        'second_verdict = true\n[checks_off]\ntag-pace = "we do it by hand"\n'
    )
    run("scheme", "--apply", "next.toml")
    assert run("scheme").stdout.splitlines()[-3:] == [
        "sign-off: 2 approvals by ann, ben, and a second verdict",
        "our sites: a.org",
        "not checked: tag-pace, because we do it by hand",
    ]


def test_a_mistake_in_a_file_is_named_with_its_line(run: Run) -> None:
    Path("next.toml").write_text('version = "2"\nscale = "stars"\n')
    for option in ("--preview", "--apply"):
        refused = run("scheme", option, "next.toml")
        assert refused.returncode == 2
        assert refused.stderr.startswith("factcheck: next.toml, line 2: scale: no preset is called")


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    for option in ("--preview", "--apply"):
        assert "there is no scheme.toml beside the database" in run("scheme", option).stderr
        missing = run("scheme", option, "gone.toml")
        assert missing.returncode == 1
        assert "gone.toml cannot be read" in missing.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--list", "--use", "fever"),
        ("--list", "--apply"),
        ("--apply", "--preview"),
        ("--apply", "a.toml", "--use", "fever"),
        ("--preview", "a.toml", "--use", "fever"),
    ],
)
def test_options_that_say_two_things_are_refused(run: Run, options: tuple[str, ...]) -> None:
    refused = run("scheme", *options)
    assert refused.returncode == 2
    assert "see `factcheck scheme --help`" in refused.stderr


def test_words_from_a_file_cannot_command_the_terminal(run: Run) -> None:
    Path("next.toml").write_text('[labels.claim]\nwords = "Claim\\u001b[31m"\n', encoding="utf-8")
    shown = run("scheme", "--preview", "next.toml").stdout
    run("scheme", "--apply", "next.toml")
    assert "\x1b" not in shown + run("scheme").stdout
    assert "Claim␛[31m" in run("scheme").stdout


def test_help_loads_no_models() -> None:
    listing = (
        "import sys\nfrom factcheck.cli.main import run\nassert run(['scheme', '--help']) == 0"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{listing}\nprint(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "--preview [FILE]" in done.stdout
    assert not {"pydantic", "sqlite_utils", "textual"} & set(done.stderr.split())

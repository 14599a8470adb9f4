"""What an editor would object to, from the command line."""

import json
from pathlib import Path

from factcheck.domain.linting.rules import RULES
from tests.cli.conftest import Run


def test_findings_say_where_they_are_how_grave_and_what_to_do(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false")
    done = run("lint")
    lines = done.stdout.splitlines()
    assert any(
        line.startswith("1:1  error  verdict-reasoned  ann's verdict gives no reasons (give the ")
        for line in lines
    )
    assert lines[-1] == "2 errors, 2 warnings, 0 notes"
    assert done.returncode == 1


def test_an_article_without_findings_says_so(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    done = run("lint", "1")
    assert (done.stdout, done.returncode) == ("nothing to object to\n", 0)


def test_warnings_alone_are_no_failure(run: Run, article: Path) -> None:
    run("claim", "1:2", "--text", "It is lovely.")
    done = run("lint", "article.txt")
    assert done.stdout.splitlines()[-1].startswith("0 errors, ")
    assert done.returncode == 0


def test_json_is_one_list_with_stable_keys(run: Run, article: Path) -> None:
    assert json.loads(run("lint", "--json").stdout) == []
    run("verdict", "1:1", "false")
    done = run("lint", "--json")
    findings = json.loads(done.stdout)
    assert done.returncode == 1
    (finding,) = [item for item in findings if item["rule"] == "verdict-reasoned"]
    keys = {"rule", "number", "severity", "ref", "field", "message", "advice", "source"}
    assert set(finding) == keys
    assert (finding["number"], finding["severity"], finding["ref"]) == (11, "error", "1:1")


def test_the_rules_are_listed_with_source_and_advice(run: Run, article: Path) -> None:
    done = run("lint", "--rules")
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * len(RULES)
    assert lines[0].split()[:3] == ["1", "rating-on-scale", "error"]
    rules = json.loads(run("lint", "--rules", "--json").stdout)
    assert [rule["rule"] for rule in rules] == [rule.id for rule in RULES]
    assert rules[0]["off"] is None
    assert run("lint", "--rules", "1").returncode == 2


def test_an_unknown_article_is_named(run: Run, article: Path) -> None:
    done = run("lint", "7")
    assert "no article '7'" in done.stderr
    assert done.returncode == 1


def test_hostile_text_stays_on_its_line(run: Run, article: Path) -> None:
    run("claim", "1:1", "--text", "True: \x1b[31mred\nline")
    for line in run("lint").stdout.splitlines():
        assert line.isprintable()

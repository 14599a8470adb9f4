"""The report from the command line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_the_report_is_printed(run: Run, article: Path) -> None:
    done = run("report")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# ")
    assert "\n3. undecided: Read more here.\n" in done.stdout


def test_the_report_is_written_to_a_file(run: Run, article: Path, folder: Path) -> None:
    done = run("report", "-o", "report.md")
    assert done.returncode == 0
    assert "report.md" in done.stdout
    assert (folder / "report.md").read_text(encoding="utf-8") == run("report").stdout


def test_a_hyphen_is_standard_output(run: Run, article: Path, folder: Path) -> None:
    assert run("report", "-o", "-").stdout == run("report").stdout
    assert not (folder / "-").exists()


def test_two_reports_are_byte_identical(run: Run, article: Path, folder: Path) -> None:
    run("verdict", "1:1", "false", "--because", "see the census")
    run("report", "-o", "one.md")
    run("report", "-o", "two.md")
    assert (folder / "one.md").read_bytes() == (folder / "two.md").read_bytes()


def test_a_report_may_be_on_some_articles(run: Run, article: Path, folder: Path) -> None:
    (folder / "b.txt").write_text("Another article is here today.", encoding="utf-8")
    run("add", "b.txt")
    assert run("report").stdout.count("\n## Summary") == 2
    assert run("report", "b.txt").stdout.startswith("# Another article is here today")


def test_an_unknown_article_leaves_the_old_report(run: Run, article: Path, folder: Path) -> None:
    (folder / "report.md").write_text("old", encoding="utf-8")
    assert run("report", "gone", "-o", "report.md").returncode == 1
    assert (folder / "report.md").read_text(encoding="utf-8") == "old"


def test_a_folder_that_does_not_exist_could_not_be_written(run: Run, article: Path) -> None:
    done = run("report", "-o", "gone/report.md")
    assert done.returncode == 1
    assert done.stderr.startswith("factcheck: gone/report.md cannot be written")


def test_an_unknown_format_is_wrong_usage(run: Run, article: Path) -> None:
    assert run("report", "--format", "docx").returncode == 2


def test_a_page_and_its_print_are_written(run: Run, article: Path, folder: Path) -> None:
    assert run("report", "--format", "html", "-o", "report.html").returncode == 0
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert run("report", "--format", "html").stdout == page


def test_a_report_is_what_one_reviewer_says(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false", "--because", "see the census")
    run("--reviewer", "ben", "verdict", "1:1", "true")
    assert "see the census" not in run("report", "--reviewer", "ben").stdout
    assert "see the census" in run("report", "--reviewer", "ann").stdout
    assert "see the census" not in run("report", "--view", "agreed").stdout


def test_front_matter_is_for_one_article(run: Run, article: Path, folder: Path) -> None:
    assert run("report", "1", "--front-matter").stdout.startswith("---\n")
    (folder / "b.txt").write_text("Another article is here today.", encoding="utf-8")
    run("add", "b.txt")
    assert run("report", "--front-matter", "-o", "r.md").returncode == 2
    assert not (folder / "r.md").exists()
    (folder / "out").mkdir()
    assert run("report", "--front-matter", "-o", "out").returncode == 0
    assert len(list((folder / "out").iterdir())) == 2
    assert run("report", "--front-matter", "--format", "html").returncode == 2


def test_a_newsroom_brings_its_own_templates(run: Run, article: Path, folder: Path) -> None:
    (folder / "ours").mkdir()
    done = run("report", "--templates", "ours")
    assert done.returncode == 2
    assert "holds no template" in done.stderr
    (folder / "ours" / "report.md.jinja").write_text("Our *own* words.\n", encoding="utf-8")
    assert run("report", "--templates", "ours").stdout == "Our *own* words.\n"


def test_what_a_claim_is_about_is_in_both_reports(run: Run, article: Path) -> None:
    run("claim", "1:1", "--topics", "housing, growth")
    assert "Topics: housing, growth" in run("report").stdout
    assert "<bdi>housing, growth</bdi>" in run("report", "--format", "html").stdout


def test_an_empty_report_says_so(run: Run, article: Path) -> None:
    done = run("report", "--state", "published")
    assert done.returncode == 0
    assert "nothing is selected" in done.stderr

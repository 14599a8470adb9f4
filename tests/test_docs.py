"""Documentation that derives from the code says what the code says; `make docs` writes it."""

from pathlib import Path
from xml.etree import ElementTree

from docs.export_schema import EXPORT_SCHEMA_FILE, export_schema
from docs.format_table import FORMATS_FILE, with_format_table
from docs.key_table import README_FILE, with_key_table
from docs.screenshot import SCREENSHOT_FILE, screenshot

ROOT = Path(__file__).parents[1]


def test_the_readme_has_the_key_table_of_the_code() -> None:
    readme = README_FILE.read_text(encoding="utf-8")
    assert readme == with_key_table(readme), "run `make docs`"
    assert "| `c` | claim |" in readme


def test_the_schema_of_the_archive_is_what_the_models_say() -> None:
    assert EXPORT_SCHEMA_FILE.read_text(encoding="utf-8") == export_schema(), "run `make docs`"


def test_the_formats_are_those_of_the_code() -> None:
    page = FORMATS_FILE.read_text(encoding="utf-8")
    assert page == with_format_table(page), "run `make docs`"
    assert "| `json` |" in page


def test_the_screenshot_can_be_drawn_and_is_a_picture_of_the_review() -> None:
    for picture in (screenshot(), SCREENSHOT_FILE.read_text(encoding="utf-8")):
        root = ElementTree.fromstring(picture)  # noqa: S314 - our own file
        words = " ".join("".join(root.itertext()).split()).replace("\N{NO-BREAK SPACE}", " ")
        assert "article 1 of 2" in words
        assert "CLAIM 1 of 1" in words


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command == "exec make test"
    assert "make test " in README_FILE.read_text(encoding="utf-8")

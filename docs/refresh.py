"""Writes the parts of the documentation that derive from the code: `make docs`."""

from docs.export_schema import EXPORT_SCHEMA_FILE, export_schema
from docs.format_table import FORMATS_FILE, with_format_table
from docs.key_table import README_FILE, with_key_table
from docs.schema import SCHEMA_FILE, current_schema
from docs.screenshot import SCREENSHOT_FILE, screenshot


def main() -> None:
    """Write the schemas, the README's key table and its screenshot."""
    SCHEMA_FILE.write_text(current_schema(), encoding="utf-8")
    EXPORT_SCHEMA_FILE.write_text(export_schema(), encoding="utf-8")
    readme = README_FILE.read_text(encoding="utf-8")
    README_FILE.write_text(with_key_table(readme), encoding="utf-8")
    FORMATS_FILE.write_text(with_format_table(FORMATS_FILE.read_text("utf-8")), encoding="utf-8")
    SCREENSHOT_FILE.write_text(screenshot(), encoding="utf-8")


if __name__ == "__main__":
    main()

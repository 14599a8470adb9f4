"""The README's key table, from the command table."""

from pathlib import Path

from factcheck.tui.commands.dialogs import FORM_COMMANDS
from factcheck.tui.commands.key_table import key_rows
from factcheck.tui.commands.review import COMMANDS

README_FILE = Path(__file__).parents[1] / "README.md"
_BEGIN, _END = "<!-- keys -->\n", "<!-- end of keys -->"


def with_key_table(readme: str) -> str:
    """Return the text of the README with the keys as they are now."""
    before, _, rest = readme.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{_table()}{_END}{after}"


def _table() -> str:
    rows = (
        f"| {' '.join(map(_code, row.keys.split()))} | {row.name} | {row.explanation} |"
        for row in key_rows((*COMMANDS, *FORM_COMMANDS))
    )
    return "\n".join(("", "| key | command | what it does |", "|---|---|---|", *rows, "", ""))


def _code(key: str) -> str:
    return key if key == "..." else f"`{key}`"

"""The table of formats in docs/formats.md, from the table of formats in the code."""

from pathlib import Path

from factcheck.export.format import Format
from factcheck.export.formats import FORMATS

FORMATS_FILE = Path(__file__).parent / "formats.md"
_BEGIN, _END = "<!-- formats -->\n", "<!-- end of formats -->"


def with_format_table(page: str) -> str:
    """Return the text of the page with the formats as they are now."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    rows = "\n".join(map(_row, FORMATS.values()))
    heading = "| format | out | in | what it holds | offsets |\n|---|---|---|---|---|"
    return f"{before}{_BEGIN}\n{heading}\n{rows}\n\n{_END}{after}"


def _row(form: Format) -> str:
    ways = {"a file": form.lines, "a folder": form.files}
    out = " or ".join(way for way, can in ways.items() if can)
    view = "; one view" if form.one_view else ""
    return (
        f"| `{form.name}` | {out}{view} | {'yes' if form.read else ''} | {form.holds} "
        f"| {form.offsets} |"
    )

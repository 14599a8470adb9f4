"""What an export holds, what it leaves out and why, as data."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck import __version__
from factcheck.export.format import Format
from factcheck.export.saving import Written
from factcheck.services.selecting import Export


def manifest_lines(form: Format, export: Export, files: Sequence[Written]) -> Iterator[str]:
    """Yield the lines of the manifest of an export that was written to `files`.

    It names no time, so that the same findings give the same manifest.
    """
    ledger, selection = export.ledger, export.selection
    chosen = selection.model_dump(mode="json", exclude={"view"}, exclude_defaults=True)
    told = {
        "format": form.name,
        "factcheck": __version__,
        "scheme": {"version": export.scheme.version, "scale": export.scheme.scale.key},
        "view": selection.view,
        "filter": chosen,
        "offsets": form.offsets,
        "files": [file._asdict() for file in files],
        "selected": _sorted(ledger.selected),
        "claims_by_state": _sorted(ledger.states),
        "left_out": {
            "by_the_filter": _sorted(ledger.passed_over),
            "by_the_format": _sorted(ledger.left_out),
        },
        "said_differently": _sorted(ledger.changed),
        "remarks": ledger.remarks,
        "further_remarks": ledger.unsaid,
    }
    yield from json.dumps(told, indent=2).splitlines()


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: number for name, number in sorted(counts.items()) if number}

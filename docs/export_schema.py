"""The JSON Schema of the archive, written down in `docs/export.schema.json`."""

import json
from pathlib import Path
from typing import Final

from factcheck.export.schema import schema

EXPORT_SCHEMA_FILE: Final = Path(__file__).with_name("export.schema.json")


def export_schema() -> str:
    """Return the schema as people read it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"

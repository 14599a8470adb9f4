"""Front matter: what a static-site generator wants to know of a page, as YAML."""

import json
import re
from typing import Final

from factcheck.domain.display import one_line

_NOT_IN_YAML: Final = re.compile("[\ufffe\uffff]")
"""YAML 1.2, production 1, has all of Unicode but these two and what `one_line` makes visible."""


def scalar(value: object) -> str:
    """Return a value or a list of values in YAML, whatever the words in it hold.

    Every JSON text is YAML 1.2, and a quoted string ends only where it is meant to.
    """
    return _NOT_IN_YAML.sub(
        "\N{REPLACEMENT CHARACTER}", json.dumps(_plain(value), ensure_ascii=False)
    )


def _plain(value: object) -> object:
    if value is None or isinstance(value, int):
        return value
    return [*map(_plain, value)] if isinstance(value, list | tuple) else one_line(str(value))

"""The two articles that come with the program, to try it on."""

from pathlib import Path

import factcheck


def seed_folder() -> Path:
    """Return where they are: in the installed package, or beside it in a checkout."""
    package = Path(factcheck.__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"

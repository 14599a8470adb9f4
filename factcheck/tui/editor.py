"""Long texts in the reviewer's own editor."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.domain.errors import NoEditor


def edit(text: str) -> str:
    """Return `text` as the reviewer left it in $VISUAL or $EDITOR; raises NoEditor."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with TemporaryDirectory() as folder:
        path = Path(folder, "factcheck.md")
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603
            return path.read_text(encoding="utf-8").rstrip("\n")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise NoEditor(
                f"{editor!r} did not work ({error}): set EDITOR to your editor"
            ) from error

"""SQLite's and the system's errors, told so that the user knows what to do."""

from typing import Final


def advice(error: Exception) -> str:
    """Say in one line what went wrong and what the user can do."""
    reason = str(error)
    for symptom, advice in _ADVICE.items():
        if symptom in reason:
            return advice
    return reason


_ADVICE: Final = {
    "database is locked": "another program is writing to it: try again in a moment",
    "disk is full": "the disk is full: make room and try again",
    "readonly database": "the file or its folder is read-only: allow writing and try again",
    "unable to open": "the file or its folder cannot be opened: check the path and its permissions",
    "not a database": "the file is not a SQLite database: name a different file with --db",
    "malformed": "the file is damaged: keep it, and go on with a copy made before",
    "disk I/O error": "the disk does not answer: check it and try again",
    "No such file": "its folder cannot be made: check the path",
    "Permission denied": "its folder may not be written to: check the path and its permissions",
    "File exists": "a file stands where a folder is needed: check the path",
    "Not a directory": "a file stands where a folder is needed: check the path",
}

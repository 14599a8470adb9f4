"""How what a file says joins what stands already: what it leaves out stays."""

from typing import Any

from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.value import Value

_PARAGRAPHS = "\n\n"


def joined(stands: Value | None, said: Value) -> Value:
    """Return what is to stand after `said` was said where something `stands`.

    Another tag or rating takes the old one's place with all that was said beside it; a note is
    added to the one that is there.
    """
    if stands is None or type(stands) is not type(said) or _is_another(stands, said):
        return said
    if isinstance(stands, Note) and isinstance(said, Note):
        return stands if said.text in stands.text else _appended(stands, said)
    if isinstance(stands, Flag) and isinstance(said, Flag) and not said.reason:
        return stands
    return stands.model_copy(update=_told(said))


def holds(stands: Value, said: Value) -> bool:
    """Whether what `stands` says all that `said` says."""
    return joined(stands, said).says_what(stands)


def _is_another(stands: Value, said: Value) -> bool:
    """Whether the two differ in what all else hangs on."""
    if isinstance(stands, TagValue) and isinstance(said, TagValue):
        return stands.tag is not said.tag
    if isinstance(stands, Verdict) and isinstance(said, Verdict):
        return (stands.scale, stands.rating) != (said.scale, said.rating)
    return False


def _appended(stands: Note, said: Note) -> Note:
    return Note(text=f"{stands.text}{_PARAGRAPHS}{said.text}")


def _told(said: Value) -> dict[str, Any]:
    """Return the fields that say something."""
    fields = type(said).model_fields
    return {
        name: getattr(said, name)
        for name, field in fields.items()
        if getattr(said, name) != field.get_default(call_default_factory=True)
    }

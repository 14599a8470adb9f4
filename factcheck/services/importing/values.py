"""How what a file says joins what stands already: what it leaves out stays."""

from typing import Any, Final

from factcheck.domain.display import shortened
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.value import Value

_PARAGRAPHS: Final = "\n\n"
_LONGEST: Final = 40
"""Characters of a value that is told in a remark."""
_ADDED: Final = frozenset({"subtypes", "topics", "types"})
"""Fields in which rows of one file that say different things add to each other."""


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


def contradicts(before: Value, said: Value) -> bool:
    """Whether two rows of one file cannot both be right."""
    if type(before) is not type(said) or isinstance(said, Note | Flag):
        return False
    first, second = _told(before), _told(said)
    shared = first.keys() & second.keys() - _ADDED - type(said).circumstances
    return any(first[name] != second[name] for name in shared)


def together(before: Value, said: Value) -> Value:
    """Return what two rows of one file say together."""
    first, second = _told(before), _told(said)
    added = {
        name: tuple(dict.fromkeys((*first[name], *second[name])))
        for name in first.keys() & second.keys() & _ADDED
    }
    return said.model_copy(update=added)


def without_what_stands(stands: Value | None, said: Value) -> Value:
    """Return what is said beyond what stands: in fields that say nothing yet."""
    if stands is None or type(stands) is not type(said):
        return said
    fields = type(said).model_fields
    known = _told(stands).keys()
    return said.model_copy(
        update={name: fields[name].get_default(call_default_factory=True) for name in known}
    )


def replaced(stands: Value | None, said: Value) -> str:
    """Return what of what stands another value takes the place of; empty for nothing."""
    if stands is None or type(stands) is not type(said) or isinstance(said, Note | Flag):
        return ""
    old, new = _told(stands), _told(said)
    changed = [name for name in new if name in old and old[name] != new[name]]
    told = (
        f"{name.replace('_', ' ')} {_shown(old[name])} becomes {_shown(new[name])}"
        for name in changed
        if name not in type(said).circumstances
    )
    return ", ".join(told)


def _is_another(stands: Value, said: Value) -> bool:
    """Whether the two differ in what all else hangs on."""
    if isinstance(stands, TagValue) and isinstance(said, TagValue):
        return stands.tag is not said.tag
    if isinstance(stands, Verdict) and isinstance(said, Verdict):
        return (stands.scale, stands.rating) != (said.scale, said.rating)
    return False


def _appended(stands: Note, said: Note) -> Note:
    return Note(text=f"{stands.text}{_PARAGRAPHS}{said.text}")


def _shown(value: object) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return shortened(words, _LONGEST)


def _told(said: Value) -> dict[str, Any]:
    """Return the fields that say something."""
    fields = type(said).model_fields
    return {
        name: getattr(said, name)
        for name, field in fields.items()
        if getattr(said, name) != field.get_default(call_default_factory=True)
    }

"""The archive read back: JSON, or JSON lines, record by record."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any, Final

from factcheck.domain.archive.records import ARRAYS, FORM, Header, name_of
from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Archived, DataFile, Refused

_MODELS: Final[tuple[type[Value], ...]] = (Header, *ARRAYS.values())
_KINDS: Final = {name_of(model): model for model in _MODELS}
_BEGINS: Final = r'"record"\s*:\s*"header"\s*,\s*"format"\s*:\s*"factcheck archive"'
_JSON: Final = re.compile(rf'\ufeff?\s*{{\s*"header"\s*:\s*{{\s*{_BEGINS}')
_JSONL: Final = re.compile(rf"\ufeff?\s*{{\s*{_BEGINS}")
_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")
"""How half of a character begins, alone or with its other half."""
_DERIVED: Final = "sentences"
"""What of an article follows from the decisions, and is not taken in."""
_NO_ARCHIVE: Final = "this is no archive of factcheck: name its format with --format"


def recognises_json(name: str, head: str) -> bool:
    """Whether a file begins like an archive in JSON."""
    return _JSON.match(head) is not None


def recognises_jsonl(name: str, head: str) -> bool:
    """Whether a file begins like an archive in JSON lines."""
    return _JSONL.match(head) is not None


def read_json(file: DataFile) -> Iterator[Archived | Refused]:
    """Yield the records of an archive in JSON, by their numbers; raises Unreadable."""
    try:
        whole = _parsed(file.content)
    except InvalidValue as error:
        raise Unreadable(f"{error}: export it again") from None
    if not isinstance(whole, dict) or "header" not in whole:
        raise Unreadable(_NO_ARCHIVE)
    numbers = count(1)
    yield _row(next(numbers), whole.pop("header"))
    for array in ARRAYS:
        records = whole.pop(array, [])
        if not isinstance(records, list):
            raise Unreadable(f"{array!r} is no list: export it again")
        yield from (_row(next(numbers), record) for record in records)
    for name in whole:
        yield Refused(next(numbers), f"{name!r} is no part of an archive: leave it out")


def read_jsonl(file: DataFile) -> Iterator[Archived | Refused]:
    """Yield the records of an archive in JSON lines, line by line; raises Unreadable."""
    is_archive = False
    for number, line in enumerate(BytesIO(file.content), start=1):
        if not line.strip():
            continue
        row = _row_in(number, line)
        is_archive = is_archive or isinstance(row, Archived) or b'"record"' in line
        if not is_archive:
            raise Unreadable(_NO_ARCHIVE)
        yield row
    if not is_archive:
        raise Unreadable(_NO_ARCHIVE)


def _row_in(number: int, line: bytes) -> Archived | Refused:
    try:
        return _row(number, _parsed(line))
    except InvalidValue as error:
        cut_off = not line.endswith(b"\n")
        why = ", and may be cut off" if cut_off else ""
        return Refused(number, f"{error}{why}: export it again")


def _row(number: int, fields: object) -> Archived | Refused:
    """Return a record, validated; raises Unreadable where a newer program wrote it."""
    if not isinstance(fields, dict) or fields.get("record") not in [*_KINDS]:
        return Refused(number, f"is no record: choose among {', '.join(_KINDS)}")
    model = _KINDS[fields["record"]]
    if model is Header:
        _refuse_newer(fields.get("form"))
    fields.pop(_DERIVED, None)
    unknown = sorted(fields.keys() - model.model_fields.keys())
    if unknown:
        return Refused(number, f"{unknown[0]!r} is not known: update factcheck, or leave it out")
    return _validated(number, model, fields)


def _validated(number: int, model: type[Value], fields: dict[str, Any]) -> Archived | Refused:
    try:
        record = model.of(**fields)
    except InvalidValue as error:
        return Refused(number, str(error))
    except RecursionError:
        return Refused(number, "is nested too deeply: export it again")
    return Archived(number, record)  # type: ignore[arg-type]


def _refuse_newer(form: object) -> None:
    if isinstance(form, int) and form > FORM:
        raise Unreadable(
            f"was written by a newer factcheck (form {form}; this one reads up to form {FORM}): "
            "update factcheck"
        )


def _parsed(content: bytes) -> Any:
    """Return what JSON says; raises InvalidValue where it is none that can be kept."""
    try:
        parsed = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse_constant
        )
        if _SURROGATE.search(content):
            json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeDecodeError:
        raise InvalidValue("is not UTF-8") from None
    except UnicodeEncodeError:
        raise InvalidValue("holds half a character") from None
    except RecursionError:
        raise InvalidValue("is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise InvalidValue(f"is not JSON ({error.msg}, at character {error.pos + 1})") from None
    except ValueError:
        raise InvalidValue("holds a number that is too long") from None
    return parsed


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise InvalidValue(f"says {twice!r} twice")
    return found


def _refuse_constant(name: str) -> None:
    raise InvalidValue(f"holds {name}, which is no number in JSON")

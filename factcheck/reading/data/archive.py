"""The archive read back: JSON, or JSON lines, record by record."""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from factcheck.domain.archive.records import ARRAYS, FORM, End, Header, name_of
from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Archived, DataFile, Refused
from factcheck.reading.data.strict_json import Located, members, parsed

_MODELS: Final[tuple[type[Value], ...]] = (Header, *ARRAYS.values(), End)
_KINDS: Final = {name_of(model): model for model in _MODELS}
_HEADER: Final = r'\{(?=[^{}]*"record"\s*:\s*"header")[^{}]*"format"\s*:\s*"factcheck archive"'
_JSON: Final = re.compile(rf'\s*\{{\s*"header"\s*:\s*{_HEADER}')
_JSONL: Final = re.compile(_HEADER)
_SORTED: Final = re.compile(
    r'\s*\{\s*"articles"\s*:\s*\[\s*'
    r'(?:\{\s*"added"\s*:\s*"[^"]*"\s*,\s*"as_read"\s*:|\]\s*,\s*"attachments"\s*:)'
)
"""How an archive begins whose names a tool has sorted."""
_DERIVED: Final = "sentences"
"""What of an article follows from the decisions, and is not taken in."""
_END: Final = name_of(End)
_PARTS: Final = {name_of(Header), *ARRAYS, _END}
_CUT_OFF: Final = "is cut off: {} of {} records are there: export it again"
_NO_END: Final = (
    "is cut off: its last record, which says how many there are, is not there: export it again"
)
_NO_ARCHIVE: Final = "this is no archive of factcheck: name its format with --format"


def recognises_json(name: str, head: str) -> bool:
    """Whether a file begins like an archive in JSON."""
    head = head.lstrip("\ufeff")
    return (_JSON.match(head) or _SORTED.match(head)) is not None


def recognises_jsonl(name: str, head: str) -> bool:
    """Whether a file begins like an archive in JSON lines."""
    first, _, _ = head.lstrip("\ufeff \t\r\n").partition("\n")
    return _JSONL.match(first) is not None


def read_json(file: DataFile) -> Iterator[Archived | Refused]:
    """Yield the records of an archive in JSON, each with its line; raises Unreadable."""
    try:
        whole = members(file.content)
    except InvalidValue as error:
        raise Unreadable(f"{error}: export it again") from None
    if "header" not in whole:
        raise Unreadable(_NO_ARCHIVE)
    yield from _up_to_its_end(_rows_of(whole))
    for name, (line, *_) in whole.items():
        if name not in _PARTS:
            yield Refused(line, f"{name!r} is no part of an archive: leave it out")


def _rows_of(whole: Mapping[str, Located]) -> Iterator[Archived | Refused]:
    """Yield the records of an object, in the order in which they can be taken in."""
    yield _row(whole["header"].line, whole["header"].value)
    for array in ARRAYS:
        records = whole[array].items if array in whole else []
        if records is None:
            raise Unreadable(f"{array!r} is no list: export it again")
        yield from (_row(record.line, record.value) for record in records)
    if _END in whole:
        yield _row(whole[_END].line, whole[_END].value)


def read_jsonl(file: DataFile) -> Iterator[Archived | Refused]:
    """Yield the records of an archive in JSON lines, line by line; raises Unreadable."""
    yield from _up_to_its_end(_rows_in(file.content))


def _rows_in(content: bytes) -> Iterator[Archived | Refused]:
    is_archive = False
    for number, line in enumerate(BytesIO(content), start=1):
        if not line.strip():
            continue
        row = _row_in(number, line)
        is_archive = is_archive or isinstance(row, Archived) or b'"record"' in line
        if not is_archive:
            raise Unreadable(_NO_ARCHIVE)
        yield row
    if not is_archive:
        raise Unreadable(_NO_ARCHIVE)


def _up_to_its_end(rows: Iterable[Archived | Refused]) -> Iterator[Archived | Refused]:
    """Yield the rows before the end, and that some are missing if there are not as many."""
    passed, row = 0, None
    for row in rows:
        end = row.record if isinstance(row, Archived) else None
        if not isinstance(end, End):
            passed += 1
            yield row
            continue
        if passed != end.records:
            yield Refused(row.line, _CUT_OFF.format(passed, end.records))
        passed = 0
    if passed and isinstance(row, Archived):
        yield Refused(row.line, _NO_END)


def _row_in(number: int, line: bytes) -> Archived | Refused:
    try:
        return _row(number, parsed(line))
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

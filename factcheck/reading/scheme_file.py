"""The file in which a project says what it has agreed on: `scheme.toml`."""

import re
import tomllib
from hashlib import sha256
from typing import Annotated, Any, Final, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails

from factcheck.domain.errors import InvalidScheme
from factcheck.domain.linting.rules import RULES
from factcheck.domain.scales.scale import Key, Normalised, Rating, Scale
from factcheck.domain.scales.scales import GOOGLE5, PRESETS
from factcheck.domain.scheme.label import Label, Subtype
from factcheck.domain.scheme.labels import LABELS
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.scheme.scheme import Scheme, SignOff
from factcheck.domain.tag import Tag
from factcheck.domain.text import SaidText
from factcheck.domain.value import Value
from factcheck.reading.toml_lines import Path, line_of, lines_in

_LARGEST: Final = 300_000
"""Bytes; a scheme of a hundred pages is smaller."""
_DEEPEST: Final = 50
"""Names with dots between them; a scheme has two, and reading time grows with their square."""
_NAME: Final = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP: Final = re.compile(rf"(?:{_NAME}[ \t]*+\.[ \t]*+){{{_DEEPEST}}}")
_PLACE: Final = re.compile(r"at line (\d+), column \d+")
_NAMED: Final = re.compile(r"([a-z0-9_-]+(?:\.[a-z0-9-]+)*): (.+)", re.DOTALL)
"""How a rule about several fields says which of them is at fault."""

_TABLES: Final[dict[str | int, type[Value]]] = {
    "scale": Scale,
    "ratings": Rating,
    "labels": Label,
    "subtypes": Subtype,
    "sign_off": SignOff,
    "organisation": Organisation,
}
"""What stands in the tables of that name."""

_ADVICE: Final = {
    "missing": "is missing: write it",
    "string_type": "write it in quotes",
    "string_pattern_mismatch": "write lower-case letters and digits, with hyphens between words",
    "string_too_long": "write at most {max_length} characters",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "greater_than_equal": "write a number of at least {ge}",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "tuple_type": "write a list, in square brackets",
    "too_short": "is empty: write at least one",
    "dict_type": "write it as a table",
    "model_type": "write it as a table",
    "enum": "choose {expected}",
}
"""What to do about each kind of mistake for which the rule itself has no words."""


class _Fault(NamedTuple):
    """A mistake in the file."""

    path: Path
    advice: str


def scheme_in(content: bytes, name: str) -> Scheme:
    """Return the scheme that a file says; what it leaves out is as where no project says anything.

    Raises InvalidScheme, which names the line.
    """
    text = _decoded(content, name)
    try:
        said = _SchemeFile(**_parsed(text, name))
    except ValidationError as error:
        raise InvalidScheme(_explained(error, text, name)) from error
    except RecursionError as error:
        raise InvalidScheme(f"{name} is nested too deeply: write it flatter") from error
    return Scheme.model_construct(**{**dict(said), "file": sha256(content).hexdigest()})


def _decoded(content: bytes, name: str) -> str:
    if len(content) > _LARGEST:
        raise InvalidScheme(f"{name} is too large for a scheme: is it another file?")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidScheme(f"{name}, line {line}: is not UTF-8: save it as UTF-8") from error


def _parsed(text: str, name: str) -> dict[str, Any]:
    if _DEEP.search(text):
        raise RecursionError
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else text.rstrip().count("\n") + 1
        what = str(error).partition(" (at ")[0]
        raise InvalidScheme(
            f"{name}, line {line}: cannot be read as TOML ({what}): correct that line"
        ) from error
    except ValueError as error:
        raise InvalidScheme(f"{name} holds a number that is too long: shorten it") from error


def _explained(error: ValidationError, text: str, name: str) -> str:
    """Return the first mistake in the file, with its line."""
    lines = lines_in(text)
    faults = [_fault(details) for details in error.errors(include_url=False)]
    path, advice = min(faults, key=lambda fault: line_of(lines, fault.path))
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    others = sum(fault.path[: len(path)] != path for fault in faults)
    more = f" ({others} more below)" if others else ""
    return f"{name}, line {line_of(lines, path)}: {where}: {advice}{more}"


def _fault(details: ErrorDetails) -> _Fault:
    path = tuple(part for part in details["loc"] if part != "[key]")
    message = details["msg"].removeprefix("Value error, ")
    if details["type"] == "extra_forbidden":
        return _Fault(path, f"is not known here: choose among {_fields_around(path)}")
    if details["type"] in _ADVICE:
        context = {
            name: str(value).replace("'", "") for name, value in details.get("ctx", {}).items()
        }
        return _Fault(path, _ADVICE[details["type"]].format(**context))
    named = _NAMED.fullmatch(message)
    if named is None:
        return _Fault(path, message)
    inner = (int(part) - 1 if part.isdecimal() else part for part in named[1].split("."))
    return _Fault((*path, *inner), named[2])


def _fields_around(path: Path) -> str:
    """Return the names that may stand where something unknown does."""
    tables = (_TABLES[part] for part in reversed(path[:-1]) if part in _TABLES)
    return ", ".join(name for name in next(tables, Scheme).model_fields if name != "file")


def _whole_labels(given: Any) -> Any:
    """Return the labels with the parts that the file leaves out."""
    if not isinstance(given, dict):
        return given
    defaults: dict[str, Any] = {tag.value: label.model_dump() for tag, label in LABELS.items()}
    filled = {
        tag: {**defaults.get(tag, {}), **label} if isinstance(label, dict) else label
        for tag, label in given.items()
    }
    return {**defaults, **filled}


def _chosen_scale(given: Any) -> Any:
    """Return the preset that is named, or the table that defines a scale of the project's own."""
    if isinstance(given, dict) and given.get("key") in [*PRESETS]:
        raise ValueError("key: a preset is called so: choose a key of your own")
    if not isinstance(given, str):
        return given
    if given not in PRESETS:
        raise ValueError(f"no preset is called {given!r}: choose one of {', '.join(PRESETS)}")
    return PRESETS[given]


def _with_normalised(scale: Scale) -> Scale:
    """Return a scale whose steps come to something in statistics if the file does not say what."""
    ends = {1: Normalised.FALSE, scale.best: Normalised.TRUE}
    ratings = tuple(
        rating.model_copy(update={"normalised": ends.get(rating.number, Normalised.MIXTURE)})
        if rating.number and "normalised" not in rating.model_fields_set
        else rating
        for rating in scale.ratings
    )
    return scale.model_copy(update={"ratings": ratings})


def _known_rules(off: dict[str, str]) -> dict[str, str]:
    known = [rule.id for rule in RULES]
    for name in off:
        if name not in known:
            raise ValueError(f"{name}: no rule is called so: choose among {', '.join(known)}")
    return off


def _not_said(file: str) -> str:
    raise ValueError("is not known here: take it out")


class _SchemeFile(Scheme):
    """A scheme as a file says it: with parts left out, and presets by their names."""

    labels: Annotated[dict[Tag, Label], BeforeValidator(_whole_labels)] = LABELS
    scale: Annotated[Scale, BeforeValidator(_chosen_scale), AfterValidator(_with_normalised)] = (
        GOOGLE5
    )
    checks_off: Annotated[dict[Key, SaidText], AfterValidator(_known_rules)] = Field(
        default_factory=dict
    )
    file: Annotated[str, BeforeValidator(_not_said)] = ""

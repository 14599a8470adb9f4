"""The JSON Schema of the archive, made of the models that write and read it."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import ModelSchema

from factcheck.domain.archive.records import ARRAYS, DecisionRecord, End, Header
from factcheck.domain.decision import Kind
from factcheck.domain.value import Value

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ABOUT: Final = (
    "Everything that a database of factcheck holds, but for forms that were left without saving. "
    "As `json` it is one object with the header, an array for each kind of record and the end; as "
    "`jsonl` it is one record a line. The journal is the whole history: what stands follows from "
    "it, and stands beside it in the `sentences` of each article for readers who want data alone. "
    "Offsets are Unicode code points into the `text` of the article, the end exclusive. Times are "
    "UTC. Verdicts on ratings off their scale have no number."
)
_KINDS: Final[tuple[type[Value], ...]] = (Header, *ARRAYS.values(), End)
_VALUES: Final = tuple(dict.fromkeys(kind.value_type for kind in Kind))


class _Documented(GenerateJsonSchema):
    """Describes each field by the words that stand under it in the model."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        for name, words in _descriptions(schema["cls"]).items():
            if name in made.get("properties", {}):
                made["properties"][name].setdefault("description", words)
        return made


def schema() -> dict[str, Any]:
    """Return the JSON Schema for a whole archive in JSON, and for a line of one in JSON lines."""
    _, made = models_json_schema(
        [(model, "validation") for model in (*_KINDS, *_VALUES)], schema_generator=_Documented
    )
    definitions = made["$defs"]
    for model in _KINDS:
        definitions[model.__name__]["required"].insert(0, "record")
    definitions[DecisionRecord.__name__]["allOf"] = [_value_of(kind) for kind in Kind]
    return {
        "$schema": _DIALECT,
        "title": "factcheck archive",
        "description": _ABOUT,
        "oneOf": [_whole(), *map(_reference, _KINDS)],
        "$defs": definitions,
    }


def _descriptions(model: type[object]) -> dict[str, str]:
    """Return what stands under the fields of a model and of those it is made from."""
    found = {}
    for base in reversed(model.__mro__[: model.__mro__.index(Value)]):
        (definition,) = ast.parse(dedent(inspect.getsource(base))).body
        for field, words in pairwise(getattr(definition, "body", ())):
            match field, words:
                case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(said))):
                    found[name] = " ".join(said.split())
    return found


def _whole() -> dict[str, Any]:
    arrays = {name: {"type": "array", "items": _reference(model)} for name, model in ARRAYS.items()}
    return {
        "title": "An archive in JSON",
        "type": "object",
        "properties": {"header": _reference(Header), **arrays, "end": _reference(End)},
        "required": ["header", *arrays, "end"],
        "additionalProperties": False,
    }


def _value_of(kind: Kind) -> dict[str, Any]:
    """Return what the values of one kind of decision are."""
    value = {"anyOf": [_reference(kind.value_type), {"type": "null"}]}
    return {
        "if": {"properties": {"kind": {"const": kind.value}}},
        "then": {"properties": {"value": value}},
    }


def _reference(model: type[Value]) -> dict[str, str]:
    return {"$ref": f"#/$defs/{model.__name__}"}

"""The base of all values: frozen, closed to unknown fields, with errors a user understands."""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck.domain.errors import InvalidValue


class Value(BaseModel):
    """A frozen value; equal when its fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    circumstances: ClassVar[frozenset[str]] = frozenset()
    """The fields that tell how the value came to be, and not what it says."""

    def says_what(self, other: "Value | None") -> bool:
        """Whether this value says what `other` says, however each came to be."""
        said = type(self).model_fields.keys() - self.circumstances
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name) for name in said
        )

    @classmethod
    def of(cls, /, **fields: Any) -> Self:
        """Return the value with these fields; raises InvalidValue that names the field at fault."""
        try:
            return cls(**fields)
        except ValidationError as error:
            raise InvalidValue(_explain(error)) from error

    @classmethod
    def trusted(cls, /, **fields: Any) -> Self:
        """Return the value with all of its fields, in their order, as they were validated before.

        An export makes millions: `model_construct` would look for defaults, and takes as long as
        validating.
        """
        value = cls.__new__(cls)
        object.__setattr__(value, "__dict__", fields)
        object.__setattr__(value, "__pydantic_fields_set__", set(fields))
        object.__setattr__(value, "__pydantic_extra__", None)
        object.__setattr__(value, "__pydantic_private__", None)
        return value


def _explain(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "enum":
        message = f"choose {first['ctx']['expected']}".replace("'", "")
    return f"{field}: {message}" if field else message

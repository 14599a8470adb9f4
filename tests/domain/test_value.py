"""A value made of fields that were validated before is the one that validation made."""

import pytest

from factcheck.domain.archive.state import TagState
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.identity import document_id
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value

VALUES = (
    Claim(text="It is so.", types=("numerical", "quote")),
    Document(id=document_id("A."), number=1, title="T", source="a.txt", text="A.", added="2026"),
    TagState(tag=Tag.CLAIM, subtypes=("quote",), at="2026-01-01T00:00:00.000000Z"),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_trusted_fields_make_the_same_value(value: Value) -> None:
    trusted = type(value).trusted(**dict(value))
    assert trusted == value
    assert hash(trusted) == hash(value)
    assert trusted.model_dump_json(exclude_unset=True) == value.model_dump_json()
    assert trusted.model_copy(deep=True) == value


def test_a_trusted_value_is_as_frozen_as_any() -> None:
    claim = Claim.trusted(**dict(VALUES[0]))
    with pytest.raises(ValueError, match="frozen"):
        claim.text = "Or not."  # type: ignore[misc]

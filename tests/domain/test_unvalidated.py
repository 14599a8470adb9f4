"""What is made without validation is what validation would have made of it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.scales.scale import Scale
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.scheme import DEFAULT, Scheme


@pytest.mark.parametrize("scale", PRESETS.values(), ids=PRESETS)
def test_every_preset_is_a_valid_scale(scale: Scale) -> None:
    assert Scale.model_validate(scale.model_dump()) == scale


def test_the_scheme_of_a_project_that_agreed_on_nothing_is_valid() -> None:
    assert Scheme() == DEFAULT
    assert Scheme.model_validate(DEFAULT.model_dump()) == DEFAULT


def test_a_claim_of_which_nothing_is_said_is_valid() -> None:
    assert Claim.model_construct() == Claim()


def outcome(make: Callable[[], Author]) -> Author | str:
    """Return what is made, or the message that refuses it."""
    try:
        return make()
    except InvalidValue as error:
        return str(error)


@given(st.text(max_size=120))
def test_a_reviewer_has_the_name_that_validation_allows(name: str) -> None:
    assert outcome(lambda: Author.named(name)) == outcome(lambda: Author.of(reviewer=name))

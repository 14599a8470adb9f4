"""The kinds of decision: what each holds, and whose it is."""

import pytest

from factcheck.domain.decision import Author, Kind
from factcheck.domain.errors import InvalidValue


def test_what_reviewers_judge_is_personal_and_all_else_is_shared() -> None:
    assert {kind for kind in Kind if kind.personal} == {
        Kind.TAG,
        Kind.VERDICT,
        Kind.APPROVAL,
        Kind.NOTE,
        Kind.FLAG,
    }


def test_every_kind_has_a_model_of_its_own() -> None:
    assert len({kind.value_type for kind in Kind}) == len(Kind)


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "a\x1b[0m", "x" * 101])
def test_a_reviewer_has_a_name_that_fits_on_a_line(name: str) -> None:
    with pytest.raises(InvalidValue, match=r"^reviewer: "):
        Author.of(reviewer=name)

"""Drafts: what was typed into a form stays until the form is saved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.store.store import Store

FIELDS = {"text": "The town grew by 3 %.", "claimant": ""}


def test_a_draft_survives_a_restart(store: Store) -> None:
    store.drafts.keep("ann", "claim", "s#1", FIELDS)
    with Store(store.path) as reopened:
        assert reopened.drafts.find("ann", "claim", "s#1") == FIELDS


def test_the_newest_draft_counts(store: Store) -> None:
    store.drafts.keep("ann", "claim", "s#1", {"text": "old"})
    store.drafts.keep("ann", "claim", "s#1", FIELDS)
    assert store.drafts.find("ann", "claim", "s#1") == FIELDS


@pytest.mark.parametrize(
    ("reviewer", "form", "subject"),
    [("bob", "claim", "s#1"), ("ann", "note", "s#1"), ("ann", "claim", "s#2")],
)
def test_a_draft_is_one_reviewers_for_one_form_on_one_subject(
    store: Store, reviewer: str, form: str, subject: str
) -> None:
    store.drafts.keep("ann", "claim", "s#1", FIELDS)
    assert store.drafts.find(reviewer, form, subject) is None
    store.drafts.discard(reviewer, form, subject)
    assert store.drafts.find("ann", "claim", "s#1") == FIELDS


def test_a_discarded_draft_is_gone(store: Store) -> None:
    store.drafts.keep("ann", "claim", "s#1", FIELDS)
    store.drafts.discard("ann", "claim", "s#1")
    store.drafts.discard("ann", "claim", "s#1")
    assert store.drafts.find("ann", "claim", "s#1") is None


@given(st.dictionaries(st.text(), st.text(st.characters())))
@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_typed_comes_back(store: Store, fields: dict[str, str]) -> None:
    store.drafts.keep("ann", "claim", "s#1", fields)
    assert store.drafts.find("ann", "claim", "s#1") == fields

"""The findings in an article, key by key."""

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.scheme.scheme import SUBJECT, Scheme
from factcheck.domain.tag import Tag
from factcheck.services.articles import article_named, review_of
from factcheck.store.store import Store
from factcheck.tui.screens.lint import LintScreen
from tests.tui.conftest import Open, Sitting

ANN = Author(reviewer="ann")


@pytest.fixture
def judged(store: Store) -> list[SentenceId]:
    """The second and the fourth sentence of the first article are judged without reasons."""
    sentences = review_of(store, article_named(store, "1"), "ann").sentences
    names = [sentences[index].sentence.id for index in (1, 3)]
    for name in names:
        verdict = Verdict(rating="false")
        changes = [
            Change(kind=Kind.TAG, subject=name, value=TagValue(tag=Tag.CLAIM)),
            Change(kind=Kind.VERDICT, subject=claim_id(name), value=verdict),
        ]
        store.journal.record(ANN, changes)
    return names


async def open_list(sitting: Sitting, store: Store) -> list[str | None]:
    """Open the list of findings, and return where its answer will stand."""
    answers: list[str | None] = []
    screen = LintScreen(store, article_named(store, "1"), "ann")
    sitting.app.push_screen(screen, answers.append)
    await sitting.pilot.pause()
    return answers


async def test_each_finding_says_where_it_is_and_what_to_do(
    open_review: Open, store: Store, judged: list[SentenceId]
) -> None:
    async with open_review() as sitting:
        await open_list(sitting, store)
        shown = sitting.text()
        assert "1:2  warning  claimant-named" in shown
        assert "nobody is named who makes the claim" in shown
        assert "say that it is unknown" in shown


async def test_enter_goes_to_the_sentence_of_the_finding(
    open_review: Open, store: Store, judged: list[SentenceId]
) -> None:
    async with open_review() as sitting:
        answers = await open_list(sitting, store)
        await sitting.press("j", "down", "k", "enter")
        assert answers == [claim_id(judged[0])]


async def test_escape_closes_the_list(
    open_review: Open, store: Store, judged: list[SentenceId]
) -> None:
    async with open_review() as sitting:
        answers = await open_list(sitting, store)
        await sitting.press("escape")
        assert answers == [None]
        assert sitting.app.is_running


async def test_q_quits_from_the_list(
    open_review: Open, store: Store, judged: list[SentenceId]
) -> None:
    async with open_review() as sitting:
        await open_list(sitting, store)
        await sitting.press("q")
        assert not sitting.app.is_running


async def test_an_article_without_findings_says_so_and_how_many_rules_are_off(
    open_review: Open, store: Store
) -> None:
    off = Scheme(checks_off={"tag-pace": "nobody is measured here"})
    store.journal.record(ANN, [Change(kind=Kind.SCHEME, subject=SUBJECT, value=off)])
    async with open_review() as sitting:
        answers = await open_list(sitting, store)
        assert "Nothing to object to." in sitting.text()
        assert "rules turned off: 1" in sitting.text()
        await sitting.press("enter")
        assert answers == []

"""What a reviewer does in the windows over a claim: evidence, ratings, links, the guideline."""

import pytest

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.boundaries import split
from factcheck.services.claims import describe_claim, link
from factcheck.services.evidence import add_evidence, remove_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.commands.key_table import key_table
from factcheck.tui.screens.choosing import RatingScreen
from factcheck.tui.screens.evidence import EvidenceScreen
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.guideline import GuidelineScreen
from factcheck.tui.screens.links import LinksScreen
from tests.tui.checked import ANN, BEN, claim_at, published, use_scale, with_evidence
from tests.tui.conftest import Open, Sitting

SMALL = (80, 24)
HOSTILE = "[/foo] [@click=app.quit]x[/] \x1b[2J\x9b31m \u202eevil"


async def open_evidence(sitting: Sitting) -> None:
    """Open the evidence of the first sentence's claim."""
    await sitting.press("g", "E")


async def open_links(sitting: Sitting) -> None:
    """Open the links of the first sentence's claim."""
    await sitting.press("g", "L")


async def choose_rating(sitting: Sitting, *keys: str) -> list[str | None]:
    """Open the ratings, press `keys`, and return what was chosen."""
    chosen: list[str | None] = []
    await sitting.app.push_screen(RatingScreen(sitting.desk.scale), chosen.append)
    await sitting.pilot.pause()
    await sitting.press(*keys)
    return chosen


def sites(store: Store) -> list[str]:
    return [item.evidence.site for item in claim_seen(store, claim_at(store), "ann").evidence]


def used(store: Store) -> list[str]:
    return [item.evidence.site for item in claim_seen(store, claim_at(store), "ann").used]


async def test_the_evidence_is_listed_with_what_is_kept_of_it(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store), "a.org")
    reason = Evidence(claim=claim_at(store), url="https://b.org", not_archived="paywall")
    add_evidence(store, ANN, reason)
    async with open_review(size=SMALL) as sitting:
        await open_evidence(sitting)
        text = sitting.text()
        assert "− [1] a.org  refutes" in text
        assert "“Said a.org.”" in text
        assert "https://a.org/page" in text
        assert "· [2] b.org  context" in text
        assert "not archived: paywall" in text


async def test_what_was_found_of_a_quote_is_said(open_review: Open, store: Store) -> None:
    with_evidence(store, claim_at(store), "a.org")
    (item,) = claim_seen(store, claim_at(store), "ann").evidence
    store._db.execute(
        "INSERT INTO verification (evidence_id, quote, at, finding, detail)"
        " VALUES (?, ?, '2026-01-01', 'gone', '')",
        [item.id, item.evidence.quote],
    )
    async with open_review() as sitting:
        await open_evidence(sitting)
        assert "quote gone" in sitting.text()


async def test_sources_are_added_changed_and_removed_in_the_list(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store), "a.org")
    async with open_review(size=SMALL) as sitting:
        await open_evidence(sitting)
        await sitting.press("e")
        await sitting.type("https://b.org")
        await sitting.press("tab", "tab", "s", "ctrl+s")
        assert sites(store) == ["a.org", "b.org"]
        await sitting.press("j", "enter", "tab", "tab", "tab")
        await sitting.type("Better")
        await sitting.press("ctrl+s")
        assert "[2] Better" in sitting.text()
        await sitting.press("x")
        assert sites(store) == ["a.org"]
        await sitting.press("escape", "z")
        assert sites(store) == ["a.org", "b.org"]


async def test_an_empty_list_says_how_to_add(open_review: Open) -> None:
    async with open_review() as sitting:
        await open_evidence(sitting)
        assert "No evidence yet: e adds a source." in sitting.text()
        await sitting.press("x", "space", "enter", "o")
        assert isinstance(sitting.app.screen, EvidenceScreen)


async def test_space_says_what_the_verdict_rests_on(open_review: Open, store: Store) -> None:
    with_evidence(store, claim_at(store), "a.org", "b.org")
    judge(store, ANN, claim_at(store), "false", "Since.")
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("space")
        assert used(store) == ["b.org"]
        assert "○ not used" in sitting.text()
        await sitting.press("j", "space")
        assert "it rests on this one alone" in sitting.text()
        assert used(store) == ["b.org"]
        await sitting.press("k", "space")
        verdict = claim_seen(store, claim_at(store), "ann").verdict
        assert verdict is not None
        assert (verdict.used, verdict.because) == ((), "Since.")


async def test_without_a_verdict_nothing_rests_on_evidence(open_review: Open, store: Store) -> None:
    with_evidence(store, claim_at(store), "a.org")
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("space")
        assert "judge the claim first" in sitting.text()


async def test_what_a_verdict_rests_on_leaves_its_scale_alone(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store), "a.org", "b.org")
    judge(store, ANN, claim_at(store), "false")
    use_scale(store, "politifact")
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("space")
        verdict = claim_seen(store, claim_at(store), "ann").verdict
        assert verdict is not None
        assert (verdict.scale, len(verdict.used)) == ("google5", 1)


async def test_an_address_is_copied_and_that_is_said(open_review: Open, store: Store) -> None:
    with_evidence(store, claim_at(store), "a.org")
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("o")
        assert sitting.app.clipboard == "https://a.org/page"
        assert "clipboard: https://a.org/page" in sitting.text()


async def test_published_evidence_is_removed_only_with_a_correction(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store), "a.org")
    published(store, claim_at(store))
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("x")
        assert isinstance(sitting.app.screen, Form)
        await sitting.press("escape")
        assert sites(store) == ["a.org"]
        await sitting.press("x")
        await sitting.type("The source was withdrawn.")
        await sitting.press("ctrl+s")
        assert "No evidence yet" in sitting.text()
    seen = claim_seen(store, claim_at(store), "ann")
    assert [correction.text for correction in seen.corrections] == ["The source was withdrawn."]


async def test_the_list_shows_hostile_sources_as_letters(open_review: Open, store: Store) -> None:
    hostile = Evidence(claim=claim_at(store), title=HOSTILE, quote=HOSTILE, not_archived=HOSTILE)
    add_evidence(store, ANN, hostile)
    async with open_review() as sitting:
        await open_evidence(sitting)
        text = sitting.text()
        assert "[@click=app.quit]x[/]" in text
        assert not {"\x1b", "\x9b", "\u202e"} & set(text)


async def test_q_quits_from_a_list(open_review: Open) -> None:
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("q")
        assert sitting.app._exit


async def test_the_whole_scale_is_in_sight_with_keys_and_meanings(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        chosen = await choose_rating(sitting)
        text = sitting.text()
        for rating in sitting.desk.scale.ratings:
            assert rating.words in text
            assert rating.meaning[:40] in text
        assert "1 False  1 of 5" in text
        assert "6 Unproven  off the scale" in text
        await sitting.press("2")
        assert chosen == ["mostly-false"]


@pytest.mark.parametrize(
    ("keys", "key"),
    [(("enter",), "false"), (("j", "enter"), "mostly-false"), (("8",), None), (("escape",), None)],
)
async def test_a_rating_is_chosen_by_moving_or_by_its_digit(
    open_review: Open, keys: tuple[str, ...], key: str | None
) -> None:
    async with open_review() as sitting:
        chosen = await choose_rating(sitting, *keys)
        assert chosen == ([] if keys == ("8",) else [key])


async def test_ratings_beyond_the_digits_are_reached_by_moving(
    open_review: Open, store: Store
) -> None:
    use_scale(store, "snopes")
    async with open_review(size=SMALL) as sitting:
        chosen = await choose_rating(sitting, "G")
        assert "Lost Legend" in sitting.text()
        await sitting.press("enter")
        assert chosen == ["lost-legend"]


async def test_the_rating_that_stands_is_marked_and_begun_at(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("3", "V")
        assert isinstance(sitting.app.screen, RatingScreen)
        assert "3 Half true ◀" in sitting.text()
        await sitting.press("j", "enter")
        (claim,) = sitting.desk.current.claims
        assert claim.verdict is not None
        assert claim.verdict.rating == "mostly-true"


async def test_a_claim_is_linked_to_one_in_another_article(open_review: Open, store: Store) -> None:
    describe_claim(store, BEN, claim_at(store, 3, article="2"), {"text": "Zebras cross borders."})
    async with open_review(size=SMALL) as sitting:
        await sitting.press("g", "c")
        await open_links(sitting)
        assert "No links yet: a adds one." in sitting.text()
        await sitting.press("a")
        await sitting.type("zebr")
        assert "2:3" in sitting.text()
        await sitting.press("enter")
        assert "What this claim is to: Zebras cross borders." in sitting.text()
        await sitting.press("3")
        assert "repeats  2:3" in sitting.text()
        (known,) = claim_seen(store, claim_at(store), "ann").links
        assert (known.relation, known.other) == ("repeats", claim_at(store, 3, article="2"))
        await sitting.press("enter")
        assert "article 2 of 2 · sentence 3" in sitting.text()


async def test_links_are_seen_from_the_other_claim_and_taken_away_there(
    open_review: Open, store: Store
) -> None:
    first, other = claim_at(store), claim_at(store, 5)
    link(store, ANN, other, first, "broader")
    async with open_review() as sitting:
        await open_links(sitting)
        assert "narrower  1:5" in sitting.text()
        await sitting.press("x")
        assert "No links yet" in sitting.text()
    assert claim_seen(store, other, "ann").links == ()


async def test_a_claim_is_found_by_its_reference_and_without_words_those_nearby(
    open_review: Open, store: Store
) -> None:
    describe_claim(store, ANN, claim_at(store), {"text": "Here."})
    describe_claim(store, ANN, claim_at(store, 2), {"text": "Near."})
    describe_claim(store, ANN, claim_at(store, 4, 2), {"text": "The second one there."})
    async with open_review() as sitting:
        await open_links(sitting)
        await sitting.press("a")
        text = sitting.text()
        assert "Near." in text
        assert "1:4.2" in text
        await sitting.type("1:4.2")
        await sitting.press("enter", "1")
        (known,) = claim_seen(store, claim_at(store), "ann").links
        assert known.other == claim_at(store, 4, 2)
        await sitting.press("a")
        assert "The second one there." not in sitting.text()


async def test_a_link_that_nobody_finishes_changes_nothing(open_review: Open, store: Store) -> None:
    describe_claim(store, ANN, claim_at(store, 2), {"text": "Near."})
    async with open_review() as sitting:
        await open_links(sitting)
        await sitting.press("a", "enter", "escape")
        assert claim_seen(store, claim_at(store), "ann").links == ()
        await sitting.press("a", "q", "escape", "escape")
        assert sitting.app.screen is sitting.review


async def test_the_guideline_tells_what_the_label_means(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("f", "k")
        await sitting.press("h")
        labels = sitting.desk.store.schemes.in_force().labels
        text = sitting.text()
        assert labels[Tag.FILLER].definition[:40] in text
        assert labels[Tag.FILLER].example in text
        assert "Boilerplate" in text
        assert labels[Tag.OPINION].example not in text
        await sitting.press("escape")
        assert sitting.app.screen is sitting.review


async def test_without_a_tag_the_guideline_shows_all_labels_and_the_test_for_opinion(
    open_review: Open,
) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("h")
        text = sitting.text()
        for label in sitting.desk.store.schemes.in_force().labels.values():
            assert label.example in text
        assert "Who asserts this?" in text


async def test_a_sentence_is_flagged_for_the_guideline(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("h")
        await sitting.press("!")
        await sitting.type("irony?")
        await sitting.press("enter")
        assert sitting.app.screen is sitting.review
        flag = sitting.desk.current.flag
        assert flag is not None
        assert (flag.reason, flag.guideline) == ("irony?", True)


async def test_a_flag_for_the_guideline_can_be_taken_back(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("h")
        await sitting.press("!", "enter")
        deciding.undo(store, ANN)
        sitting.desk.refresh([0])
        assert sitting.desk.current.flag is None


@pytest.mark.parametrize(
    "size",
    [(20, 6), *(pytest.param(size, marks=pytest.mark.soak) for size in [(80, 24), (120, 36)])],
)
async def test_the_windows_fit_any_terminal(
    open_review: Open, store: Store, size: tuple[int, int]
) -> None:
    with_evidence(store, claim_at(store), *(f"site{n}.org" for n in range(12)))
    async with open_review(size=size) as sitting:
        await sitting.press("g")
        for window in (EvidenceScreen, LinksScreen, GuidelineScreen):
            await sitting.app.push_screen(window(sitting.desk))
            await sitting.pilot.pause()
            await sitting.press("j", "j", "k", "escape")
            assert sitting.app.screen is sitting.review
        await sitting.app.push_screen(RatingScreen(sitting.desk.scale))
        await sitting.press("j", "escape")
        assert sitting.app.screen is sitting.review


async def test_the_highlight_is_told_without_colours(
    open_review: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_review(size=SMALL) as sitting:
        await choose_rating(sitting, "j")
        strips = sitting.app.screen._compositor.render_strips()
        marked = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline
        ]
        assert any("Mostly false" in text for text in marked)


def test_the_keys_of_the_windows_stand_in_the_key_table() -> None:
    explanations = {row.explanation for row in key_table()}
    assert "in the evidence: take a source away; undo brings it back" in explanations
    assert "in the guideline: it does not say what this sentence is" in explanations


async def test_a_sentence_that_another_program_splits_under_a_window_breaks_nothing(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store, 3), "a.org", "b.org")
    describe_claim(store, ANN, claim_at(store, 5), {"text": "Near."})
    link(store, ANN, claim_at(store, 3), claim_at(store, 5), "same")
    async with open_review() as sitting:
        for offset, window, *keys in (
            (40, "E", "x", "space", "enter"),
            (20, "L", "x", "a"),
            (7, "enter", "ctrl+s"),
        ):
            await sitting.press("g", "j", "j", window)
            with Store(store.path) as other:
                split(other, ANN, sitting.desk.current.sentence.id, offset, Part.FIRST)
            await sitting.press(*keys)
            while sitting.app.screen is not sitting.review:
                await sitting.press("escape")
        assert not sitting.app._exception


async def test_a_source_that_another_program_took_away_cannot_be_changed(
    open_review: Open, store: Store
) -> None:
    with_evidence(store, claim_at(store), "a.org")
    (item,) = claim_seen(store, claim_at(store), "ann").evidence
    async with open_review() as sitting:
        await open_evidence(sitting)
        await sitting.press("enter", "tab", "tab", "tab", "n", "e", "w")
        with Store(store.path) as other:
            remove_evidence(other, BEN, item.id)
        await sitting.press("ctrl+s")
        await sitting.wait_for("it was taken away")
        await sitting.press("escape")
        assert "No evidence yet" in sitting.text()


async def test_thousands_of_claims_can_be_searched_for_one_to_link(
    open_review: Open, store: Store
) -> None:
    last = claim_at(store, 27, article="2")
    for number in range(2, 60):
        describe_claim(store, BEN, claim_at(store, 27, number, "2"), {"text": f"Number {number}."})
    async with open_review() as sitting:
        await open_links(sitting)
        await sitting.press("a")
        await sitting.type("number 59")
        await sitting.wait_for("1 of 59 claims")
        await sitting.press("enter", "1")
        (known,) = claim_seen(store, claim_at(store), "ann").links
        assert known.other == last.replace("#1", "#59")

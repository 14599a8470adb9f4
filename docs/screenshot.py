"""The README's screenshot, drawn by the real program on the seed articles."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.domain.decision import Author
from factcheck.domain.filling import written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services.adding import add_sources
from factcheck.services.articles import article_named, review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.seeds import seed_folder
from factcheck.services.sittings import begin
from factcheck.store.store import Store
from factcheck.tui.app import FactcheckApp
from factcheck.tui.commands.review import COMMANDS

SCREENSHOT_FILE = Path(__file__).with_name("review.svg")
_REVIEWER = "ann"
_SIZE = (120, 34)
_KEYS = (*"ffcffcooooooocooc3m", *"ask the desk", "enter")


def screenshot() -> str:
    """Return a picture of the review in SVG."""
    with TemporaryDirectory() as folder, Store(Path(folder, "factcheck.db")) as store:
        author = Author(reviewer=_REVIEWER)
        list(add_sources(store, author, [str(seed_folder())]))
        _prepare(store, author)
        return asyncio.run(_drawn(store))


def _prepare(store: Store, author: Author) -> None:
    """Record what is there before the keys are pressed: a claim with wording and evidence."""
    article = review_of(store, article_named(store, "1"), _REVIEWER)
    claim = claim_id(article.sentences[17].sentence.id)
    wording = Claim(
        text="North Korea provides Russia with millions of artillery shells.",
        claimant="focus.de",
        date="2024-06-18",
    )
    describe_claim(store, author, claim, written(wording))
    for url, stance, quote in (
        ("https://www.bloomberg.com/", Stance.SUPPORTS, "nearly five million"),
        ("https://www.mk.ru/", Stance.REFUTES, "Moscow and Pyongyang deny these claims"),
    ):
        source = Evidence(claim=claim, url=url, stance=stance, quote=quote)
        add_evidence(store, author, source)


async def _drawn(store: Store) -> str:
    app = FactcheckApp(store, begin(store, _REVIEWER), COMMANDS)
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.press(*("space" if key == " " else key for key in _KEYS))
        await pilot.pause()
        return app.export_screenshot(title="factcheck")

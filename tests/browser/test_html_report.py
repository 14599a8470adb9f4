"""The HTML report in a real browser: it reads well, and nothing in it runs or asks for anything."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest
from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from factcheck.export.data.linked_data.claimreview import claim_review
from factcheck.export.report.edition import Edition
from factcheck.export.report.html import html_report
from factcheck.services.reporting import ReportedArticle, reported
from factcheck.store.store import Store
from tests.browser.conftest import Opening
from tests.export.harbour import harbour

CONTRASTS: Final = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue]
    .map(each => each / 255)
    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = element => {
    for (let each = element; each; each = each.parentElement) {
      const found = parts(getComputedStyle(each).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
  };
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = {};
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || element.closest('script, svg')) continue;
    const [dark, bright] = [parts(getComputedStyle(element).color), ground(element)]
      .map(light).sort((one, other) => one - other);
    const ratio = (bright + 0.05) / (dark + 0.05);
    const name = `${element.tagName} ${element.className}`;
    found[name] = Math.min(found[name] ?? 99, ratio);
  }
  return found;
}"""
"""The lowest contrast of the words in each kind of element, as WCAG 2.2 defines it."""
RED: Final = "rgb(255, 0, 0)"
TRYING: Final = """() => document.body.insertAdjacentHTML('beforeend',
  `<p style="color: red" id="added">x</p><img src="x" onerror="document.title='pwned'">`)"""
"""Puts into the page what should never be in it."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Store]:
    database = tmp_path_factory.mktemp("harbour") / "factcheck.db"
    copyfile(empty_database, database)
    with Store(database) as opened:
        yield opened


@pytest.fixture(scope="module")
def article(store: Store, tmp_path_factory: pytest.TempPathFactory) -> ReportedArticle:
    return reported(store, harbour(store, tmp_path_factory.mktemp("text")))


@pytest.fixture(scope="module")
def report(
    store: Store, article: ReportedArticle, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    lines = html_report([article], Edition(scheme=store.schemes.in_force()))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def reasons(page: Page) -> Locator:
    return page.get_by_text("It grew, and by less than half.")


def open_all(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")


def test_it_asks_for_nothing_and_runs_nothing(opening: Opening, report: Path) -> None:
    page, said, asked = opening(report)
    open_all(page)
    page.locator("a.mark").first.click()
    page.wait_for_timeout(50)
    assert page.title() == "Harbour budget “has doubled”, minister says"
    assert [address.partition("#")[0] for address in asked] == [report.as_uri()]
    assert said == []


def test_what_got_in_all_the_same_would_not_run(opening: Opening, report: Path) -> None:
    page, said, _ = opening(report)
    page.evaluate(TRYING)
    page.wait_for_timeout(50)
    assert page.title() != "pwned"
    assert page.locator("#added").evaluate("each => getComputedStyle(each).color") != RED
    refused = [each for each in said if "Content Security Policy" in each]
    assert len(refused) == len(said) > 0


def test_a_claim_opens_to_its_verdict_and_sources(opening: Opening, report: Path) -> None:
    page = opening(report).page
    assert not reasons(page).is_visible()
    page.get_by_text("Claim 1", exact=True).click()
    assert reasons(page).is_visible()
    assert page.get_by_role("link", name="Budget law 2024 & annexes").first.is_visible()


def test_it_can_be_read_without_scripts(opening: Opening, report: Path) -> None:
    page = opening(report, java_script_enabled=False).page
    assert not reasons(page).is_visible()
    page.get_by_text("Claim 1", exact=True).click()
    assert reasons(page).is_visible()


def test_a_sentence_leads_to_its_claim_and_back(opening: Opening, report: Path) -> None:
    page = opening(report).page
    page.locator("a.mark", has_text="claim 1").click()
    assert reasons(page).is_visible()
    page.get_by_role("link", name="Sentence 3 of the article").click()
    page.wait_for_function("location.hash === '#s3'")
    assert page.locator("#s3:target").is_visible()


def test_keys_alone_are_enough(opening: Opening, report: Path) -> None:
    page = opening(report).page
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the report"
    assert page.locator(":focus").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert reasons(page).is_visible()


def test_it_has_landmarks_and_headings_for_screen_readers(opening: Opening, report: Path) -> None:
    page = opening(report).page
    for role in ("banner", "main", "contentinfo", "navigation"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    names = [each.get_attribute("aria-labelledby") for each in page.get_by_role("region").all()]
    assert names == ["summary", "claims", "text", "open", "method"]
    assert page.get_by_role("img", name="Claims by verdict").count() == 1


def test_words_can_be_read_by_day_and_by_night(opening: Opening, report: Path) -> None:
    page = opening(report).page
    open_all(page)
    grounds = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        contrasts = page.evaluate(CONTRASTS)
        assert len(contrasts) > 20
        assert not {name: ratio for name, ratio in contrasts.items() if ratio < 4.5}
    assert grounds == ["rgb(252, 250, 245)", "rgb(23, 24, 27)"]


def test_it_fits_a_telephone_and_a_wide_screen(opening: Opening, report: Path) -> None:
    page = opening(report).page
    open_all(page)
    for width in (360, 800, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        column = page.locator(".text").bounding_box()
        assert column
        assert column["width"] <= min(width, 750)


def test_on_paper_every_claim_is_open_and_every_address_is_printed(
    opening: Opening, report: Path
) -> None:
    page = opening(report).page
    page.emulate_media(media="print")
    assert reasons(page).is_visible()
    assert not page.get_by_role("navigation").is_visible()
    pages = PdfReader(io.BytesIO(page.pdf())).pages
    words = "".join(" ".join(each.extract_text() for each in pages).split())
    assert "Itgrew,andbylessthanhalf." in words
    assert "https://law.example.org/2024?x=1&y=2" in words
    assert "https://archive.example.org/law" in words


def test_the_data_in_it_is_the_fact_check(
    opening: Opening, report: Path, store: Store, article: ReportedArticle
) -> None:
    page = opening(report).page
    found = page.locator("script").evaluate_all("all => all.map(each => each.textContent)")
    organisation = store.schemes.in_force().organisation
    told = [claim_review(organisation, article.document, claim) for claim in article.claims]
    assert [json.loads(each) for each in found] == [each for each in told if each]

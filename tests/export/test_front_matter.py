"""Front matter: what a site generator wants to know, whatever words are in it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidInput
from factcheck.export.report.edition import Edition
from factcheck.export.report.front_matter import scalar
from factcheck.export.report.markdown import markdown_files, markdown_report
from factcheck.services.reporting import reported
from factcheck.store.store import Store
from tests.export.harbour import harbour


def front_matter(lines: Iterator[str]) -> dict[str, object]:
    opening, *matter = "\n".join(lines).split("---\n")[:2]
    assert opening == ""
    found = yaml.safe_load(matter[0])
    assert isinstance(found, dict)
    return found


def test_front_matter_says_what_a_site_generator_wants(store: Store, tmp_path: Path) -> None:
    article = reported(store, harbour(store, tmp_path))
    edition = Edition(scheme=store.schemes.in_force(), front_matter=True)
    found = front_matter(markdown_report([article], edition))
    assert found == {
        "title": article.document.title,
        "date": "2024-07-02",
        "authors": ["ann", "ben", "eve <b>ed</b>"],
        "claims": 4,
        "ratings": ["Mostly false", "Unproven"],
        "source": "https://news.example.org/2024/harbour?a=1&b=2",
        "language": "en",
        "publisher": "The Harbour Desk",
    }


@settings(deadline=None, max_examples=200)
@given(
    st.one_of(st.text(), st.sampled_from(["---", "a: b", "yes", "null", "'\"\\", "\ufffe", "é"]))
)
def test_any_word_is_one_scalar(words: str) -> None:
    found = yaml.safe_load(f"a: {scalar(words)}\nb: [{scalar([words, 1])}]\n")
    shown = json.loads(scalar(words))
    assert found == {"a": shown, "b": [[shown, 1]]}


def test_front_matter_is_about_one_article(store: Store, article: Document) -> None:
    edition = Edition(front_matter=True)
    facts = reported(store, article)
    with pytest.raises(InvalidInput, match="front matter is about one article"):
        list(markdown_report([facts, facts], edition))
    files = {file.name: list(file.lines) for file in markdown_files([facts, facts], edition)}
    assert len(files) == 2
    assert all(lines[0] == "---" and lines.count("---") == 2 for lines in files.values())

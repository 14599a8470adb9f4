"""The archive as it is written: documented, the same every time, and one record at a time."""

import json
import re
import tracemalloc
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import EvidenceId, claim_id
from factcheck.domain.selection import Selection, View
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.domain.verification import Finding, Look
from factcheck.export.data.archive import json_lines, jsonl_lines
from factcheck.export.schema import schema
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.attaching import attachment_from
from factcheck.services.boundaries import merge
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.selecting import exported
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.export.harbour import harbour
from tests.services.archives import archive_of, brought_in, stands_in

GOLDEN: Final = Path(__file__).parents[1] / "golden"
ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer="ben")
TEXT: Final = (
    "The town “grew” by half.\r\nE\u0301 was\there 👩🏽‍✈️. </script>=cmd|' /C calc'!A0. "
    "\u202eorez\u202c says so.\n"
)
UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME: Final = re.compile(r"2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
TODAY: Final = re.compile(r'(?<="accessed":")2\d{3}-\d\d-\d\d')


@pytest.fixture
def town(store: Store, tmp_path: Path) -> Document:
    """An article that two people have reviewed, with something in every table."""
    (tmp_path / "town.txt").write_bytes(TEXT.encode())
    (tmp_path / "shot.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (addition,) = add_sources(store, ANN, [str(tmp_path / "town.txt")])
    article = addition.article
    assert article
    first, *others = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [first, others[0]], Tag.CLAIM)
    deciding.tag(store, BEN, [others[0]], Tag.OPINION)
    deciding.note(store, BEN, [others[0]], "</script>\u2028\x07")
    deciding.flag(store, BEN, [others[0]], "=cmd")
    claim = claim_id(first)
    describe_claim(store, ANN, claim, {"text": "The town grew by half.", "claimant": "The mayor"})
    kept = attachment_from(store, tmp_path / "shot.png")
    item = Evidence.of(
        claim=claim, url="https://e.example/a", quote="“by half”", attachments=(kept,)
    )
    (*_, given) = add_evidence(store, ANN, item)
    judge(store, ANN, claim, "mostly-true", "It did.\n\nNearly.")
    judge(store, BEN, claim, "unproven")
    merge(store, BEN, others[-2])
    store.journal.undo(BEN)
    store.snapshots.keep("https://e.example/a", b"<p>by half</p>", "text/html", "by half")
    store.snapshots.record(
        EvidenceId(given.subject), "“by half”", Look(Finding.CHANGED, "[-more-]")
    )
    store.sittings.move(store.sittings.start("ann", None), Place(document=article.id, offset=3))
    store.reviews.reveal("ben", claim)
    return article


def steady(archive: str, folder: Path) -> str:
    """Return an archive with the same ids and times whenever it was made."""
    archive = renamed(archive, UUID, "00000000-0000-7000-8000-{:012}")
    archive = renamed(archive, TIME, "2026-01-01T00:00:00.{:06}Z")
    archive = re.sub(r'(?<="program":")[^"]*', "1.0", archive)
    return TODAY.sub("2026-01-01", archive).replace(str(folder), "/home/ann")


def renamed(archive: str, names: re.Pattern[str], form: str) -> str:
    """Return an archive with its names numbered in their order."""
    numbers = {name: n for n, name in enumerate(sorted(set(names.findall(archive))), start=1)}
    return names.sub(lambda match: form.format(numbers[match[0]]), archive)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_archive_is_written_as_it_always_was(
    store: Store, town: Document, tmp_path: Path, form: str
) -> None:
    golden = (GOLDEN / f"{form}.{form}").read_text(encoding="ascii")
    assert steady(archive_of(store, form=form), tmp_path) == golden


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_the_archive_of_another_year_is_read(store: Store, form: str) -> None:
    golden = (GOLDEN / f"{form}.{form}").read_text(encoding="ascii")
    assert not brought_in(store, golden).refused
    again = re.sub(r'(?<="program":")[^"]*', "1.0", archive_of(store, form=form))
    assert again == golden
    assert stands_in(store)["verdict"]


def test_both_forms_hold_the_same_records(store: Store, town: Document) -> None:
    lines = [json.loads(line) for line in archive_of(store).splitlines()]
    whole = json.loads(archive_of(store, form="json"))
    header, end = whole.pop("header"), whole.pop("end")
    assert [header, *(record for array in whole.values() for record in array), end] == lines
    assert end["records"] == len(lines) - 1


def test_each_line_is_plain_ascii_that_no_reader_breaks_and_no_terminal_obeys(
    store: Store, town: Document
) -> None:
    for form in ("json", "jsonl"):
        for line in archive_of(store, form=form).removesuffix("\n").split("\n"):
            assert line.isascii()
            assert line.isprintable()


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """Knows the schema of the archive."""
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_what_is_written_is_what_the_schema_says(
    store: Store, tmp_path: Path, town: Document, validator: jsonschema.Draft202012Validator
) -> None:
    harbour(store, tmp_path)
    for view in View:
        export = exported(store, Selection(view=view))
        for line in jsonl_lines(export):
            validator.validate(json.loads(line))
        validator.validate(json.loads("".join(json_lines(export))))


def test_the_schema_refuses_what_no_archive_holds(
    store: Store, town: Document, validator: jsonschema.Draft202012Validator
) -> None:
    header, article, decision, *_ = map(json.loads, archive_of(store).splitlines())
    assert validator.is_valid(decision)
    for changed in (
        {**decision, "kind": "wish"},
        {**decision, "value": {"tag": "truth"}},
        {**article, "number": 1},
        {**header, "format": "another"},
        {"header": header, "articles": [decision]},
    ):
        assert not validator.is_valid(changed)


def test_the_schema_describes_every_record_and_nearly_every_field() -> None:
    for name, model in schema()["$defs"].items():
        assert model.get("description"), name
    article = schema()["$defs"]["ArticleRecord"]["properties"]
    assert article["text"]["description"] == "Exactly the text that came."
    verdict = schema()["$defs"]["VerdictState"]["properties"]
    assert verdict["because"]["description"] == "The reasons, in Markdown."


def claims_in(store: Store, selection: Selection) -> list[dict[str, Any]]:
    """Return the claims of the first article as they stand in a view."""
    article = json.loads(list(jsonl_lines(exported(store, selection)))[1])
    return [claim for sentence in article["sentences"] for claim in sentence["claims"]]


def test_a_rating_off_the_scale_never_gets_a_number(store: Store, town: Document) -> None:
    verdicts = claims_in(store, Selection())[0]["verdicts"]
    numbers = ("number", "worst", "best")
    assert [verdicts["ann"][name] for name in numbers] == [4, 1, 5]
    assert [verdicts["ben"][name] for name in numbers] == [None, None, None]
    assert verdicts["ben"]["normalised"]


def test_where_reviewers_differ_an_agreed_view_is_silent_and_the_journal_is_not(
    store: Store, town: Document
) -> None:
    agreed = Selection(view=View.AGREED)
    assert all(not claim["verdicts"] for claim in claims_in(store, agreed))
    kinds = [json.loads(line).get("kind") for line in jsonl_lines(exported(store, agreed))]
    assert kinds.count("verdict") == 2


def big(store: Store, articles: int) -> None:
    """Keep articles of many tagged sentences each."""
    for number in range(articles):
        words = [f"Sentence {place} of article {number}." for place in range(200)]
        article = added(store, *words, source=f"{number}.txt")
        deciding.tag(store, ANN, [each.id for each in sentences_of(store, article)], Tag.CLAIM)


def peak_of(store: Store) -> int:
    """Return how many bytes the writing of an archive needs at most."""
    tracemalloc.start()
    for _ in jsonl_lines(exported(store, Selection())):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.soak
def test_ten_times_the_articles_take_no_more_memory(store: Store) -> None:
    store._db.execute("PRAGMA synchronous = OFF")
    big(store, 2)
    few = peak_of(store)
    big(store, 20)
    assert peak_of(store) < 1.2 * few

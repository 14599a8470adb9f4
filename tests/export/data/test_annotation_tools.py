"""Label Studio, doccano, Prodigy and brat: what is written, and that it comes back whole."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.identity import claim_id
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.export.data.tools import brat, doccano, label_studio, prodigy
from factcheck.export.format import OutFile
from factcheck.reading.data.incoming import Reader
from factcheck.reading.data.tools import brat as brat_reading
from factcheck.reading.data.tools import doccano as doccano_reading
from factcheck.reading.data.tools import label_studio as label_studio_reading
from factcheck.reading.data.tools import prodigy as prodigy_reading
from factcheck.services import deciding
from factcheck.services.selecting import Export, exported
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.export.data.annotated import (
    ANN,
    BEN,
    TEXT,
    annotated,
    exported_in,
    findings,
    taken,
    whole,
)

GOLDEN = Path(__file__).parent.parent / "golden"
TIMES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


class Tool(NamedTuple):
    """How one tool's files are written and read."""

    write: Callable[[Export], Iterator[OutFile]]
    read: Reader
    recognises: Callable[[str, str], bool]

    def files(self, export: Export) -> dict[str, str]:
        return {file.name: whole(file) for file in self.write(export)}

    def readable(self, files: dict[str, str]) -> list[str]:
        return [name for name, text in files.items() if self.recognises(name, text[:4096])]


def as_one(
    lines: Callable[[Export], Iterator[str]], name: str
) -> Callable[[Export], Iterator[OutFile]]:
    return lambda export: iter([OutFile(name, lines(export))])


TOOLS = {
    "label-studio": Tool(
        label_studio.files, label_studio_reading.read, label_studio_reading.recognises
    ),
    "label-studio.json": Tool(
        as_one(label_studio.lines, "label-studio.json"),
        label_studio_reading.read,
        label_studio_reading.recognises,
    ),
    "doccano": Tool(doccano.files, doccano_reading.read, doccano_reading.recognises),
    "prodigy": Tool(prodigy.files, prodigy_reading.read, prodigy_reading.recognises),
    "prodigy.jsonl": Tool(
        as_one(prodigy.lines, "prodigy.jsonl"), prodigy_reading.read, prodigy_reading.recognises
    ),
    "brat": Tool(brat.files, brat_reading.read, brat_reading.recognises),
    "doccano.jsonl": Tool(
        as_one(doccano.lines, "doccano.jsonl"), doccano_reading.read, doccano_reading.recognises
    ),
}
SIDE_BY_SIDE = ("label-studio", "label-studio.json", "doccano", "prodigy", "prodigy.jsonl")
"""Those that hold everybody's tags; the others hold one view."""


@pytest.fixture
def elsewhere(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """A second database, empty."""
    copyfile(empty_database, tmp_path / "elsewhere.db")
    with Store(tmp_path / "elsewhere.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def annotated_database(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Path:
    """The project, to be copied: making it takes longer than most tests."""
    folder = tmp_path_factory.mktemp("annotated")
    copyfile(empty_database, folder / "project.db")
    with Store(folder / "project.db") as opened:
        annotated(opened, folder)
    return folder / "project.db"


@pytest.fixture
def project(tmp_path: Path, annotated_database: Path) -> Iterator[Store]:
    copyfile(annotated_database, tmp_path / "project.db")
    with Store(tmp_path / "project.db") as opened:
        yield opened


@pytest.mark.parametrize("name", TOOLS)
def test_what_is_written_is_what_was_written_before(name: str, project: Store) -> None:
    files = TOOLS[name].files(exported_in(project))
    assert TOOLS[name].files(exported_in(project)) == files
    for file, text in files.items():
        golden = GOLDEN / (name if len(files) == 1 else f"{name}-{file}")
        assert TIMES.sub("TIME", text).encode() == golden.read_bytes(), golden


@pytest.mark.parametrize("name", SIDE_BY_SIDE)
def test_everything_comes_back_into_an_empty_database(
    name: str, project: Store, elsewhere: Store
) -> None:
    tool = TOOLS[name]
    files = tool.files(exported_in(project))
    report = taken(elsewhere, tool.read, files, *tool.readable(files))
    assert report.refused == report.remarks == []
    assert findings(elsewhere) == findings(project)
    (article,) = elsewhere.documents.all()
    assert article.text == TEXT
    assert article.url == "https://news.example.org/harbour"


@pytest.mark.parametrize("name", TOOLS)
def test_what_is_known_is_not_taken_again(name: str, project: Store) -> None:
    tool, before = TOOLS[name], findings(project)
    files = tool.files(exported_in(project))
    report = taken(project, tool.read, files, *tool.readable(files))
    assert not report.refused
    assert not report.taken
    assert findings(project) == before


@pytest.mark.parametrize("name", ["brat", "doccano.jsonl"])
def test_one_view_holds_what_all_agree_on_and_counts_the_rest(
    name: str, project: Store, elsewhere: Store
) -> None:
    tool, export = TOOLS[name], exported_in(project)
    files = tool.files(export)
    taken(elsewhere, tool.read, files, *tool.readable(files))
    assert export.ledger.left_out["tags: reviewers differ"] == 1
    here, there = findings(project), findings(elsewhere)
    assert [key for key in here if here[key] != there[key]] == [
        sentences_of(project, next(iter(project.documents.all())))[2].id
    ]


@pytest.mark.parametrize("view", [View.AGREED, View.ADJUDICATED])
@pytest.mark.parametrize("name", TOOLS)
def test_an_agreed_view_is_said_by_whoever_imports_it(
    name: str, view: View, project: Store, elsewhere: Store
) -> None:
    tool = TOOLS[name]
    files = tool.files(exported_in(project, view))
    report = taken(elsewhere, tool.read, files, *tool.readable(files))
    assert not report.refused
    (article,) = exported_in(elsewhere).articles
    assert [sorted(each.tags) for each in article.sentences] == [
        ["eve"],
        ["ben ✓ <b>", "eve"],
        [],
        ["ben ✓ <b>"],
        [],
        [],
    ]


def test_the_files_of_each_tool_are_recognised_by_it_alone(project: Store) -> None:
    for name, tool in TOOLS.items():
        files = tool.files(exported_in(project))
        readable = tool.readable(files)
        assert readable, name
        for other in TOOLS.values():
            if other.recognises is not tool.recognises:
                assert not other.readable(files), name


def test_doccano_counts_utf_16_and_the_others_code_points(project: Store) -> None:
    (article,) = exported_in(project).articles
    budget = article.sentences[1].sentence
    (line,) = doccano.lines(exported_in(project))
    start, end, label = json.loads(line)["label"][1]
    wide = TEXT.encode("utf-16-le")
    assert wide[2 * start : 2 * end].decode("utf-16-le") == budget.text
    assert (start, label) != (budget.start, "filler")
    task = json.loads(next(prodigy.lines(exported_in(project))))
    assert task["spans"][1] == {"start": budget.start, "end": budget.end, "label": "claim"}


def test_label_studio_shows_a_region_for_each_claim_with_its_verdict(project: Store) -> None:
    (task,) = json.loads("\n".join(label_studio.lines(exported_in(project))))
    first, second = task["annotations"]
    assert first["completed_by"] == {"email": "ann@example.org"}
    assert "completed_by" not in second
    assert second["lead_time"] == 8.4
    verdicts = {
        result["id"].rpartition("-")[2]: result["value"]["choices"]
        for result in second["result"]
        if result["from_name"] == "verdict"
    }
    assert verdicts == {"1": ["false"], "2": ["true"]}
    for result in first["result"]:
        value = result["value"]
        if isinstance(value["text"], str):
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_label_studios_configuration_names_every_control_and_choice_used(project: Store) -> None:
    files = TOOLS["label-studio"].files(exported_in(project))
    view = ElementTree.fromstring(files["label-studio-config.xml"])  # noqa: S314  # our own
    known = {
        element.get("name"): {child.get("alias") or child.get("value") for child in element}
        for element in view
        if element.get("toName") == "text"
    }
    assert view.find("Text[@name='text'][@value='$text']") is not None
    for task in json.loads(files["label-studio.json"]):
        for result in (each for done in task["annotations"] for each in done["result"]):
            chosen = result["value"].get(result["type"], [])
            assert set(chosen) <= known[result["from_name"]]
            assert result["to_name"] == "text"


def test_brat_has_the_exact_text_and_annotations_that_never_run_over_a_line(
    project: Store,
) -> None:
    files = TOOLS["brat"].files(exported_in(project))
    (name,) = (name for name in files if name.endswith(".txt"))
    assert files[name] == TEXT
    lines = files[name.replace(".txt", ".ann")].splitlines()
    bound = [line.split("\t") for line in lines if line.startswith("T")]
    assert len(bound) == 3
    for _, label_and_offsets, words in bound:
        _, _, offsets = label_and_offsets.partition(" ")
        parts = [TEXT[int(a) : int(b)] for a, b in (o.split() for o in offsets.split(";"))]
        assert " ".join(parts) == words
        assert all(len(part.splitlines()) == 1 for part in parts)
    assert any(line.startswith("A") and line.endswith("kind-numerical T2") for line in lines)


def relabelled(line: str) -> str:
    record: dict[str, Any] = json.loads(line)
    record["label"] = [[a, b, {"claim": "opinion"}.get(n, n)] for a, b, n in record["label"][:2]]
    return json.dumps(record)


def test_what_was_changed_in_the_tool_is_what_comes_back(project: Store, elsewhere: Store) -> None:
    (line,) = doccano.lines(exported_in(project))
    taken(elsewhere, doccano_reading.read, {"all.jsonl": relabelled(line)})
    (article,) = exported_in(elsewhere).articles
    tags = [
        {name: said.value.tag for name, said in each.tags.items()} for each in article.sentences
    ]
    assert tags[1] == {"eve": Tag.OPINION}
    assert tags[3] == {}
    assert not article.claims
    assert article.sentences[1].notes
    assert article.sentences[4].flags


def test_what_others_say_in_the_tool_of_our_tasks_is_theirs(
    project: Store, elsewhere: Store
) -> None:
    (task,) = json.loads("\n".join(label_studio.lines(exported_in(project))))
    for annotation in task["annotations"]:
        annotation["completed_by"] = 7  # whoever imported the tasks
    result = {**task["annotations"][0]["result"][0], "id": "Dx_aB91ISN"}
    task["annotations"].append({"completed_by": {"email": "zoe@example.org"}, "result": [result]})
    taken(elsewhere, label_studio_reading.read, {"back.json": json.dumps([task])})
    (article,) = exported_in(elsewhere).articles
    assert sorted(article.sentences[0].tags) == [
        "ann@example.org",
        "ben ✓ <b>",
        "zoe@example.org",
    ]
    assert sorted(article.sentences[1].tags) == ["ann@example.org", "ben ✓ <b>"]


def test_who_answers_a_task_of_somebody_else_says_it_beside_them(
    project: Store, elsewhere: Store
) -> None:
    first = json.loads(next(prodigy.lines(exported_in(project))))
    first |= {"_annotator_id": "claims-zoe", "_session_id": "claims-zoe"}
    first["spans"][0]["label"] = "opinion"
    taken(elsewhere, prodigy_reading.read, {"out.jsonl": json.dumps(first)})
    (article,) = exported_in(elsewhere).articles
    tags = {name: said.value.tag for name, said in article.sentences[0].tags.items()}
    assert tags == {"ann@example.org": Tag.FILLER, "claims-zoe": Tag.OPINION}
    assert sorted(article.sentences[1].claims[0].verdicts) == ["ann@example.org"]


def test_a_part_of_an_article_finds_its_sentences_again(project: Store, elsewhere: Store) -> None:
    export = exported(project, Selection(tags=(Tag.CLAIM,)))
    lines = "\n".join(label_studio.lines(export))
    taken(elsewhere, label_studio_reading.read, {"part.json": lines})
    here, there = findings(project), findings(elsewhere)
    claims = [key for key, value in here.items() if value[3]]  # type: ignore[index]
    assert len(claims) == 2
    assert all(there[key] == here[key] for key in claims)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20
).filter(lambda words: words.strip() == words and words.strip("\ufeff") == words)
SENTENCES = st.lists(WORDS, min_size=1, max_size=5)
GAPS = st.sampled_from([" ", "\n", "\r\n\r\n", "\t", "\u2028 "])


def come_back(name: str, data: st.DataObject, here: Store, there: Store) -> None:
    """Let somebody tag an article of any words, and let it go there and come back."""
    tool = TOOLS[name]
    article = added(here, *data.draw(SENTENCES), gap=data.draw(GAPS))
    for sentence in sentences_of(here, article):
        tag = data.draw(st.sampled_from([*Tag, None]))
        deciding.tag(here, ANN, [sentence.id], tag)
        if tag is Tag.CLAIM:
            judge(here, ANN, claim_id(sentence.id), "false", data.draw(WORDS))
        if data.draw(st.booleans()):
            deciding.note(here, ANN, [sentence.id], data.draw(WORDS))
    files = tool.files(exported_in(here))
    report = taken(there, tool.read, files, *tool.readable(files))
    assert not report.refused
    assert findings(there) == findings(here)
    assert not taken(here, tool.read, files, *tool.readable(files)).taken


ANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
BY_FILE = ("label-studio.json", "doccano.jsonl", "prodigy.jsonl", "brat")


@pytest.mark.parametrize("name", BY_FILE)
@settings(ANY, max_examples=8)
@given(data=st.data())
def test_an_article_of_any_words_comes_back_as_it_was(
    name: str, data: st.DataObject, empty_database: Path, tmp_path: Path
) -> None:
    with emptied(empty_database, tmp_path) as (here, there):
        come_back(name, data, here, there)


@pytest.mark.soak
@pytest.mark.parametrize("name", BY_FILE)
@settings(ANY, max_examples=300)
@given(data=st.data())
def test_many_articles_of_any_words_come_back_as_they_were(
    name: str, data: st.DataObject, empty_database: Path, tmp_path: Path
) -> None:
    with emptied(empty_database, tmp_path) as (here, there):
        come_back(name, data, here, there)


@contextmanager
def emptied(empty: Path, folder: Path) -> Iterator[tuple[Store, Store]]:
    """Open two databases with nothing in them."""
    for name in ("here.db", "there.db"):
        for old in folder.glob(f"{name}*"):
            old.unlink()
        copyfile(empty, folder / name)
    with Store(folder / "here.db") as here, Store(folder / "there.db") as there:
        yield here, there


@pytest.mark.parametrize("name", TOOLS)
def test_an_article_of_which_nothing_is_said_goes_to_the_tool_and_comes_back(
    name: str, store: Store, elsewhere: Store
) -> None:
    article = added(store, "Nothing said.", "Nor here.")
    tool = TOOLS[name]
    files = tool.files(exported_in(store))
    report = taken(elsewhere, tool.read, files, *tool.readable(files))
    assert not report.refused
    assert [each.id for each in elsewhere.documents.all()] == [article.id]
    assert findings(elsewhere) == findings(store)


def test_nothing_at_all_is_still_what_each_tool_can_read(store: Store) -> None:
    assert json.loads("".join(label_studio.lines(exported_in(store)))) == []
    assert list(doccano.lines(exported_in(store))) == []
    assert list(prodigy.lines(exported_in(store))) == []
    assert [file.name for file in brat.files(exported_in(store))] == ["annotation.conf"]


def test_a_reviewers_name_is_a_safe_file_name(project: Store) -> None:
    names = [file.name for file in doccano.files(exported_in(project))]
    assert names == ["ann-example-org.jsonl", "ben-b.jsonl"]
    assert BEN.reviewer not in names

"""The file of a project: what it may leave out, and where a mistake in it stands."""

import pathlib
import re
import tomllib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidScheme
from factcheck.domain.scales.scale import Normalised
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.scheme import DEFAULT, Scheme
from factcheck.domain.tag import Tag
from factcheck.reading.scheme_file import scheme_in
from factcheck.reading.toml_lines import Path, line_of, lines_in

EXAMPLE = pathlib.Path(__file__).parents[2] / "docs" / "scheme.toml"

SCALE = """\
[scale]
key = "mine"
name = "Mine"

[[scale.ratings]]
key = "no"
words = "No"
number = 1
meaning = "N."

[[scale.ratings]]
key = "so-so"
words = "So so"
number = 2
meaning = \"\"\"
[[scale.ratings]]
key = "not a key"
\"\"\"

[[scale.ratings]]
key = "yes"
words = "Yes"
number = 3
meaning = "Y."

[[scale.ratings]]
key = "fake"
words = "Fake"
meaning = "F."
normalised = "FALSE"

[[scale.ratings]]
key = "own"
words = "Own words"
meaning = "O."
open = true
"""


def read(text: str) -> Scheme:
    return scheme_in(text.encode(), "scheme.toml")


def refusal(text: str | bytes) -> str:
    with pytest.raises(InvalidScheme) as refused:
        scheme_in(text.encode() if isinstance(text, str) else text, "scheme.toml")
    return str(refused.value)


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet", "\ufeff"])
def test_an_empty_file_says_what_no_file_says(text: str) -> None:
    assert read(text).says_what(DEFAULT)


def test_a_scheme_knows_the_bytes_that_it_was_read_from() -> None:
    assert read("# one").file == sha256(b"# one").hexdigest()


@pytest.mark.parametrize("name", PRESETS)
def test_a_scale_can_be_named(name: str) -> None:
    assert read(f'scale = "{name}"').scale == PRESETS[name]


def test_a_scale_of_ones_own_is_read_in_full() -> None:
    scale = read(SCALE).scale
    assert [(r.key, r.number, r.open) for r in scale.ratings] == [
        ("no", 1, False),
        ("so-so", 2, False),
        ("yes", 3, False),
        ("fake", None, False),
        ("own", None, True),
    ]


def test_steps_come_to_something_in_statistics_without_saying_so() -> None:
    assert [rating.normalised for rating in read(SCALE).scale.ratings] == [
        Normalised.FALSE,
        Normalised.MIXTURE,
        Normalised.TRUE,
        Normalised.FALSE,
        Normalised.OTHER,
    ]


def test_what_a_step_comes_to_can_be_said() -> None:
    said = SCALE.replace("number = 2", 'number = 2\nnormalised = "FALSE"')
    assert read(said).scale.rating("so-so").normalised is Normalised.FALSE


def test_a_label_keeps_the_parts_that_the_file_leaves_out() -> None:
    scheme = read('[labels.opinion]\nwords = "View"')
    usual = DEFAULT.labels[Tag.OPINION]
    assert scheme.labels[Tag.OPINION] == usual.model_copy(update={"words": "View"})
    assert scheme.labels[Tag.CLAIM] == DEFAULT.labels[Tag.CLAIM]
    assert list(scheme.labels) == list(Tag)


def test_a_list_of_kinds_stands_in_the_place_of_the_usual_one() -> None:
    text = '[[labels.claim.subtypes]]\nkey = "number"\nwords = "Number"\nmeaning = "N."'
    assert read(text).labels[Tag.CLAIM].keys == ("number",)
    assert read("[labels.claim]\nsubtypes = []").labels[Tag.CLAIM].subtypes == ()


def test_the_example_in_the_documentation_says_every_kind_of_thing() -> None:
    scheme = scheme_in(EXAMPLE.read_bytes(), EXAMPLE.name)
    said = set(tomllib.loads(EXAMPLE.read_text(encoding="utf-8")))
    assert said == Scheme.model_fields.keys() - {"file"}
    assert scheme.scale.keys == ("wrong", "in-part", "right", "forged", "open")
    assert scheme.labels[Tag.CLAIM].keys == ("number", "event", "position")
    assert scheme.labels[Tag.FILLER].keys == DEFAULT.labels[Tag.FILLER].keys
    assert (scheme.sign_off.approvals, len(scheme.sign_off.editors)) == (2, 3)


def test_the_documentation_explains_every_key_of_the_file() -> None:
    told = EXAMPLE.with_suffix(".md").read_text(encoding="utf-8")
    for name in Scheme.model_fields.keys() - {"file", "labels"}:
        assert f"`{name}`" in told
    assert all(f"`labels.{tag}`" in told for tag in Tag)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version = 2", "line 1: version: write it in quotes"),
        ('\n\ncolour = "red"', "line 3: colour: is not known here: choose among version, labels"),
        (
            '[labels.claim]\nword = "C"',
            "line 2: labels.claim.word: is not known here: choose among words, definition",
        ),
        (
            '[labels.claims]\nwords = "C"',
            "line 1: labels.claims: choose claim, opinion or filler",
        ),
        ('[labels.claim]\nwords = ""', "line 2: labels.claim.words: write 1 to 80 characters"),
        ('[labels]\nclaim = "C"', "line 2: labels.claim: write it as a table"),
        ("labels = 1", "line 1: labels: write it as a table"),
        ('file = "x"', "line 1: file: is not known here: take it out"),
        ('scale = "stars"', "line 1: scale: no preset is called 'stars': choose one of google5"),
        ("scale = 5", "line 1: scale: write it as a table"),
        ('[scale]\nkey = "afp"', "line 2: scale.key: a preset is called so: choose a key"),
        ('[scale]\nkey = "mine"\nratings = []', "line 1: scale.name: is missing: write it"),
        ('sites = ["a.org",\n"https://b.org"]', "line 1: sites.2: write the domain alone"),
        ('sites = "a.org"', "line 1: sites: write a list, in square brackets"),
        ("[sign_off]\napprovals = 0", "line 2: sign_off.approvals: write a number of at least 1"),
        ("[sign_off]\napprovals = 1.5", "line 2: sign_off.approvals: write a whole number"),
        (
            '[sign_off]\nsecond_verdict = "if"',
            "line 2: sign_off.second_verdict: write true or false",
        ),
        (
            '[sign_off]\neditors = ["ann"]\napprovals = 2',
            "line 3: sign_off.approvals: 2 cannot come from 1",
        ),
        ('[checks_off]\na-rule = " "', "line 2: checks_off.a-rule: is empty: write something"),
        (
            '[checks_off]\ntag-pace = "B"\na-rule = "B"',
            "line 3: checks_off.a-rule: no rule is called so: choose among rating-on-scale",
        ),
        ('[checks_off]\n"A rule" = "x"', "line 2: checks_off.A rule: write lower-case letters"),
        (
            '[ratings_renamed]\nold = "gone"',
            "line 2: ratings_renamed.old: cannot become 'gone': choose among false",
        ),
        (
            '[subtypes_renamed]\nold = "gone"',
            "line 2: subtypes_renamed.old: cannot become 'gone': choose among numerical",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_do(text: str, problem: str) -> None:
    assert refusal(text).startswith(f"scheme.toml, {problem}")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('key = "so-so"', 'key = "So so"', "line 12: scale.ratings.2.key: write lower-case"),
        ('key = "fake"', 'key = "yes"', "line 27: scale.ratings.4.key: 'yes' is taken"),
        ("number = 3", "number = 2", "line 23: scale.ratings.3.number: order the ratings"),
        ("number = 3", 'number = "three"', "line 23: scale.ratings.3.number: write a whole"),
        ("number = 1\n", "", "line 13: scale.ratings.2.number: order the ratings"),
        ('words = "Yes"\n', "", "line 20: scale.ratings.3.words: is missing: write it"),
        ('"FALSE"', '"LIE"', "line 30: scale.ratings.4.normalised: choose TRUE, FALSE, MIXTURE"),
        ("open = true", "opened = true", "line 36: scale.ratings.5.opened: is not known here"),
    ],
)
def test_a_mistake_in_a_scale_is_named_with_its_line(old: str, new: str, problem: str) -> None:
    assert old in SCALE
    assert refusal(SCALE.replace(old, new)).startswith(f"scheme.toml, {problem}")


def test_a_mistake_in_an_inline_table_stands_on_the_line_of_its_key() -> None:
    rows = ",\n".join(f'{{key = "{key}", words = "W", meaning = "M."}}' for key in ("a", "B"))
    text = f'[scale]\nkey = "mine"\nname = "M"\nratings = [\n{rows},\n]\nx = 1'
    assert refusal(text).startswith("scheme.toml, line 4: scale.ratings.2.key: ")


def test_the_first_of_several_mistakes_is_named() -> None:
    text = 'version = 1\nsites = [""]\n[sign_off]\napprovals = 0'
    assert refusal(text) == "scheme.toml, line 1: version: write it in quotes (2 more below)"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb =\n", 2),
        ("a = 1\r\nb = 2\r\nc c\r\n", 3),
        ("a = 1\na = 2", 2),
        ("[a]\n[a]", 2),
        ("a = 1\nb = [\n", 2),
        ('a = """\n\n', 1),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(text: str, line: int) -> None:
    assert refusal(text).startswith(f"scheme.toml, line {line}: cannot be read as TOML")


def test_what_is_not_utf_8_is_named_with_its_line() -> None:
    text = b'version = "1"\nsites = ["\xfc.de"]'
    assert refusal(text) == "scheme.toml, line 2: is not UTF-8: save it as UTF-8"


@pytest.mark.parametrize("text", [b"a = " + b"[" * 100_000, b"# " + b"a" * 1_000_000])
def test_what_no_scheme_is_like_is_refused(text: bytes) -> None:
    assert re.match(
        r"scheme\.toml(, line 1:)? is (too large|nested too deeply|not TOML)", refusal(text)
    )


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_whatever_is_in_a_file_is_read_or_refused(content: str | bytes) -> None:
    content = content.encode(errors="surrogatepass") if isinstance(content, str) else content
    try:
        assert scheme_in(content, "scheme.toml").file
    except InvalidScheme as error:
        assert str(error).startswith("scheme.toml")  # noqa: PT017 - not every content is refused


VALUES = (
    "1",
    '"# no [comment]"',
    "'''\nthis = 1\n[that]\n'''",
    '"""\n[[x]]\n\\"""\n"""',
    "[\n 1, # one ]\n 2,\n]",
    "{ a = 1, b = [ 2 ] }",
    "[{ a = '''}\n]\n''' }]",
)


@given(st.lists(st.sampled_from(["", "# x = 1", "[t{0}]", "[[list]]", *VALUES]), max_size=12))
def test_every_key_and_table_is_found_on_its_line(parts: list[str]) -> None:
    """Build a document of which each line is known: keys `k0`, tables `t1`, a list of tables."""
    table: Path = ()
    expected: dict[Path, int] = {}
    text, entries = "", 0
    for number, part in enumerate(parts):
        line = text.count("\n") + 1
        if part.startswith("[t"):
            table = (f"t{number}",)
            expected[table] = line
        elif part == "[[list]]":
            table, entries = ("list", entries), entries + 1
            expected[table] = line
        elif part in VALUES:
            expected[(*table, f"k{number}")] = line
            part = f"k{number} = {part}"
        text += part.format(number) + "\n" if part.startswith("[t") else part + "\n"
    lines = lines_in(text)
    assert {path: lines[path] for path in expected} == expected


def test_what_is_not_there_is_on_the_line_of_the_nearest_thing_around_it() -> None:
    lines = lines_in('\n[a."b.c"]\nd.e = 1\n\n[[a.f]]\n[a.f.g]\n[[a.f]]\n[a.f.g]')
    assert line_of(lines, ("z",)) == 1
    assert line_of(lines, ("a", "b.c", "d", "e", "z")) == 3
    assert line_of(lines, ("a", "f", 0, "z")) == 5
    assert line_of(lines, ("a", "f", 1, "g", "z")) == 8
    assert line_of(lines, ("a", "f")) == 5

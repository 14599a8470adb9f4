"""Lines of JSON: the same values and errors as without, and where they begin."""

import json
from collections.abc import Callable
from time import process_time
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.data.json_lines import located, places

DECODER: Final = json.JSONDecoder()
VALUES: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(VALUES, st.sampled_from([None, 0, 2]))
def test_the_value_is_what_json_says(value: Any, indent: int | None) -> None:
    text = f" \r\n{json.dumps(value, indent=indent)}\n"
    assert located(text, DECODER).value == value


@given(st.lists(VALUES, min_size=1), st.sampled_from(["{}", '{{"a": 1, "b":\n {{"c": {}}}}}']))
def test_each_part_of_an_outer_array_begins_on_its_line(values: list[Any], holder: str) -> None:
    parts = [json.dumps(value, indent=1) for value in values]
    joined = " ,\n".join(parts)
    text = holder.format(f"[\n{joined}\n]")
    found = located(text, DECODER)
    array = found.value if holder == "{}" else found.value["b"]["c"]
    lines = text.split("\n")
    assert array == values
    for line, part in zip(found.lines_in(array), parts, strict=True):
        assert lines[line - 1].startswith(part.split("\n")[0])


@given(st.text('[]{},:" 1n', max_size=12))
def test_what_is_no_json_fails_as_without_lines(text: str) -> None:
    assert outcome(lambda: located(text, DECODER).value) == outcome(lambda: DECODER.decode(text))


def outcome(read: Callable[[], object]) -> object:
    """Return what is read, or why it cannot be."""
    try:
        return read()
    except json.JSONDecodeError as error:
        return str(error)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[1," * 100_000])
def test_a_depth_that_nobody_reads_is_an_error(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        located(text, DECODER)


def test_parts_on_one_line_are_numbered() -> None:
    assert list(places([1, 1, 1])) == [1, 2, 3]
    assert list(places([4])) == [4]
    assert list(places([2, 2, 3])) == [2, 2, 3]


def test_many_lines_take_no_longer_than_their_number() -> None:
    def seconds(number: int) -> float:
        text = json.dumps(["word"] * number, indent=0)
        begun = process_time()
        located(text, DECODER)
        return process_time() - begun

    seconds(1000)
    assert seconds(200_000) < 30 * max(seconds(20_000), 0.005)

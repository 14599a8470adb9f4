"""Whatever stands in the files of a project or a reviewer, they are followed or refused."""

from contextlib import suppress
from pathlib import Path
from random import Random
from time import process_time
from typing import Final

import pytest
from hypothesis import settings

from factcheck.domain.errors import InvalidKeys, InvalidScheme
from factcheck.reading.scheme_file import scheme_in
from factcheck.tui.commands.keymap import commands_in_force
from tests.hostile.mutating import CORPUS, mutated

SCHEME: Final = CORPUS / "schemes" / "scheme.toml"
KEYS: Final = CORPUS / "keys" / "keys.toml"
SECONDS: Final = 10.0
"""Of the processor, for the worst file."""
BOMBS: Final = {
    "deep array": "a = " + "[" * 5_000,
    "deep table": "a = " + "{a = " * 3_000,
    "deep name": ".".join("a" * 4_000) + " = 1",
    "longer name": ".".join("a" * 100_000) + " = 1",
    "quoted name": ".".join(['"a b"'] * 20_000) + " = 1",
    "deep header": f"[{'.'.join('a' * 5_000)}]",
    "long number": "a = 1" + "0" * 5_000,
    "long list": "a = [" + "[1],\n" * 40_000 + "]\nb = 1",
    "long text": "a = '''\n" + "]\n" * 40_000 + "'''\nb = 1",
    "many tables": "[[a]]\n" * 20_000,
    "many names": "\n".join(f"a{number} = 1" for number in range(20_000)),
    "half a character": 'a = "\\ud800"',
    "control": 'a = "\x1b]0;x\x07"',
    "control in a name": '"\\u001b]0;x\\u0007" = "x"',
    "infinite": "version = inf",
    "nothing": "",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_scheme_file_takes_long(bomb: str) -> None:
    began = process_time()
    follow_scheme(BOMBS[bomb].encode())
    assert process_time() - began < SECONDS


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_key_table_takes_long(bomb: str, tmp_path: Path) -> None:
    began = process_time()
    follow_keys(tmp_path / "keys.toml", BOMBS[bomb].encode())
    assert process_time() - began < SECONDS


def test_a_sound_scheme_and_key_table_are_followed(tmp_path: Path) -> None:
    assert scheme_in(SCHEME.read_bytes(), "scheme.toml")
    assert commands_in_force(KEYS)


def test_a_scheme_with_faults_is_followed_or_refused() -> None:
    sound = SCHEME.read_bytes()
    for number in range(settings().max_examples):
        follow_scheme(mutated(sound, Random(number), [sound]))  # noqa: S311


def test_a_key_table_with_faults_is_followed_or_refused(tmp_path: Path) -> None:
    sound = KEYS.read_bytes()
    for number in range(4 * settings().max_examples):
        follow_keys(tmp_path / "keys.toml", mutated(sound, Random(number), [sound]))  # noqa: S311


def follow_scheme(content: bytes) -> None:
    with suppress(InvalidScheme):
        scheme_in(content, "scheme.toml")


def follow_keys(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with suppress(InvalidKeys):
        commands_in_force(path)

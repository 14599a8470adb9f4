"""The reviewer's own keys: applied where they are sound, refused at start where they are not."""

from pathlib import Path

import pytest

from factcheck.domain.errors import InvalidKeys
from factcheck.services.sittings import begin
from factcheck.store.store import Store
from factcheck.tui.app import FactcheckApp
from factcheck.tui.commands.command import keys_of
from factcheck.tui.commands.keymap import commands_in_force
from factcheck.tui.commands.review import COMMANDS


def keys_file(folder: Path, text: str) -> Path:
    path = folder / "keys.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_keys_are_the_usual_ones(tmp_path: Path) -> None:
    assert commands_in_force(tmp_path / "keys.toml") == COMMANDS


@pytest.mark.parametrize(
    "text",
    ['"tag.claim" = "d"', 'tag.claim = "d"', '[tag]\nclaim = ["d"]'],
    ids=["quoted", "dotted", "table"],
)
def test_a_command_gets_the_keys_of_the_file(tmp_path: Path, text: str) -> None:
    keys = keys_of(commands_in_force(keys_file(tmp_path, text)))
    assert keys["tag.claim"] == ("d",)
    assert keys["tag.opinion"] == ("o",)


def test_a_clash_is_refused_with_both_commands_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidKeys, match=r"'o'.*tag\.claim.*tag\.opinion"):
        commands_in_force(keys_file(tmp_path, '"tag.claim" = "o"'))


def test_an_unknown_command_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InvalidKeys, match=r"tag\.clam"):
        commands_in_force(keys_file(tmp_path, '"tag.clam" = "d"'))


@pytest.mark.parametrize(
    "value", ["3", "[]", '""', '"no such key"', '["d", 4]', '"\\u001b"', '"ctrl+q"', '"shift+d"']
)
def test_a_key_that_does_not_exist_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(InvalidKeys, match=r"tag\.claim.*names no key"):
        commands_in_force(keys_file(tmp_path, f'"tag.claim" = {value}'))


@pytest.mark.parametrize("content", [b"tag.claim = ", b"\xff\xfe", b'"tag.claim" = "d"\n' * 2])
def test_a_file_that_is_not_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(content)
    with pytest.raises(InvalidKeys, match="cannot be read as TOML"):
        commands_in_force(path)


def test_a_rating_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidKeys, match="verdict needs 7 keys"):
        commands_in_force(keys_file(tmp_path, 'verdict = ["a", "b"]'))


async def test_a_rebound_key_acts_and_the_old_one_does_not(tmp_path: Path, store: Store) -> None:
    text = '"tag.claim" = ["d", ","]\nverdict = ["f1", "f2", "f3", "f4", "f5", "f6", "f7"]'
    commands = commands_in_force(keys_file(tmp_path, text))
    app = FactcheckApp(store, begin(store, "ann"), commands)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c")
        assert not list(store.journal.decisions())
        await pilot.press("d", "comma", "f2")
        kinds = [decision.kind for decision in store.journal.decisions()]
        assert kinds == ["tag", "tag", "tag", "verdict"]


def test_a_command_beyond_the_promised_ones_gives_its_key_up(tmp_path: Path) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('"tag.claim" = "w"\n', encoding="utf-8")
    commands = {command.id: command for command in commands_in_force(file)}
    assert commands["tag.claim"].keys == ("w",)
    assert commands["claim.next"].keys == ()

"""The command table as Textual's key bindings."""

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingsMap

from factcheck.tui.commands.command import Command


def bindings(commands: Iterable[Command]) -> BindingsMap:
    """Return a binding for each key of each command."""
    return BindingsMap([binding for command in commands for binding in _bindings(command)])


def _bindings(command: Command) -> Iterator[Binding]:
    """Yield one binding for all keys, or one a key where the action depends on the key."""
    if not command.keys:
        return
    if "{place}" not in command.action:
        yield _binding(command, ",".join(map(_name, command.keys)), command.action, shown=True)
        return
    for place, key in enumerate(command.keys, start=1):
        yield _binding(command, _name(key), command.action.format(place=place), shown=place == 1)


def _binding(command: Command, key: str, action: str, *, shown: bool) -> Binding:
    return Binding(
        key,
        action,
        command.footer or command.name,
        show=shown and bool(command.footer),
        key_display=command.footer_keys or None,
        tooltip=command.explanation,
        # each key is dealt with before the next is read, so that keys which arrive in a burst,
        # as over a slow line, go where they would have gone one by one
        priority=True,
        id=command.id,
    )


def _name(key: str) -> str:
    """Return Textual's name of a key; a comma would separate keys."""
    return "comma" if key == "," else key

"""The last line of a screen: the keys that act now, and what each of them does."""

from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.events import MouseDown, MouseMove
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget


class ShownKey(NamedTuple):
    """A key as it stands in the line."""

    key: str
    """What a click presses."""
    display: str
    words: str
    explanation: str
    """What is said of it while the mouse is over it."""
    is_enabled: bool


class KeysLine(Widget):
    """Shows keys with what they do; a click presses one.

    Textual's footer looks the same but is a widget for each key, all made anew whenever another
    field takes the keys, which took half of the time that a form needed.
    """

    DEFAULT_CSS = """
    KeysLine {
        dock: bottom;
        height: 1;
        text-wrap: nowrap;
        color: $footer-foreground;
        background: $footer-background;
    }
    """
    ALLOW_SELECT: ClassVar = False

    keys: reactive[tuple[ShownKey, ...]] = reactive(())
    """The keys that act now, in the order of the command table."""
    pointed: reactive[str] = reactive("")
    """The key under the mouse; empty for none."""

    def on_mount(self) -> None:
        """Show other keys as soon as others act."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        """Return the keys side by side."""
        return Content(" ").join(map(self._drawn, self.keys))

    def on_mouse_move(self, event: MouseMove) -> None:
        """Explain the key under the mouse."""
        self.pointed = event.style.meta.get("key", "")
        explained = (key.explanation for key in self.keys if key.key == self.pointed)
        self.tooltip = Content(next(explained, "")) or None

    def on_leave(self) -> None:
        """Point at none any more."""
        self.pointed = ""

    def on_mouse_down(self, event: MouseDown) -> None:
        """Press the key under the mouse."""
        if "key" in event.style.meta:
            self.app.simulate_key(event.style.meta["key"])

    def _follow(self, _: Screen[object]) -> None:
        self.call_after_refresh(self._take)

    def _take(self) -> None:
        """Take the keys that act now, one for each action."""
        if not self.is_attached:
            return
        keys: dict[str, ShownKey] = {}
        for _, binding, is_enabled, explanation in self.screen.active_bindings.values():
            if binding.show:
                display = self.app.get_key_display(binding)
                shown = ShownKey(binding.key, display, binding.description, explanation, is_enabled)
                keys.setdefault(binding.action, shown)
        self.keys = tuple(keys.values())

    def _drawn(self, key: ShownKey) -> Content:
        """Return a key as it stands in the line."""
        drawn = Content.assemble(
            (key.display, "bold $footer-key-foreground on $footer-key-background"),
            (f" {key.words}", "$footer-description-foreground on $footer-description-background"),
        )
        if not key.is_enabled:
            drawn = drawn.stylize("dim")
        if key.key == self.pointed:
            drawn = drawn.stylize("on $block-hover-background")
        return drawn.stylize(Style.from_meta({"key": key.key}))

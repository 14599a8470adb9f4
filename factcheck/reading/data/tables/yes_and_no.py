"""What people write for yes and for no, and what spreadsheets make of it in their languages."""

from typing import Final

_YES: Final = (
    "yes", "y", "true", "t", "1", "x", "on", "✓", "☑", "✔", "ja", "oui", "sí", "sì", "sim", "да",
    "wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar", "prawda", "pravda", "истина",
    "істина", "sant", "sand", "sann", "tosi", "doğru", "igaz", "adevărat", "αληθησ",
)  # fmt: skip
_NO: Final = (
    "no", "n", "false", "f", "0", "off", "☐", "✗", "✘", "nein", "non", "não", "nee", "нет",
    "falsch", "faux", "falso", "onwaar", "fałsz", "nepravda", "ложь",
    "хибність", "falskt", "falsk", "usann", "epätosi", "yanlış", "hamis", "fals", "ψευδησ",
)  # fmt: skip
_MEANT: Final = {word.casefold(): True for word in _YES} | {word.casefold(): False for word in _NO}


def yes_or_no(cell: str) -> bool | None:
    """Return whether a cell says yes; None where it says neither yes nor no."""
    return _MEANT.get(cell.strip().casefold())

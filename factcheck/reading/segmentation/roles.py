"""What a line is to the page, by its form: a heading, a date, a byline, a list item, ..."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from factcheck.domain.role import Role
from factcheck.reading.segmentation.page_words import (
    AGENCIES,
    AUTHOR_LABELS,
    CAPTION_LABELS,
    DATE_WORDS,
    PAGE_LINES,
    PAGE_PHRASES,
)

_SHORTEST_BODY: Final = 40
"""Characters; a dateline with a full stop is shorter."""
_LONGEST_HEADING: Final = 160
"""Characters; sub-headings under a headline are whole sentences at times."""
_LONGEST_LABEL: Final = 80
"""Characters; what a page says about itself is shorter."""
_MOST_NAMES: Final = 8
"""Words in a byline."""
_FEWEST_QUOTED: Final = 5
"""Words; fewer in quotation marks are a title."""
_LONGEST_PART: Final = 25
"""Characters between the bars of a menu."""

_MARKED: Final = re.compile(
    r"""
      (?P<heading>\#{1,6}\s)
    | (?P<quotation>>)
    | (?P<list_item>(?:[-*+•◦▪‣⁃·●○■□✓✔➤►▶👉]|\(?\d{1,3}[.)]|\(?[^\W\d_]\))(?:\s|(?<=⁃))|\|)
    | (?P<navigation>(?:[-=*_~`]\s?){3,})
    """,
    re.VERBOSE,
)
"""What Markdown and lists set before a line."""
_WORD: Final = re.compile(r"[^\W_]+")
_FIGURE: Final = re.compile(r"\d")
_TELLING_SIGNS: Final = re.compile(r"[\d|›»>·•/“„\"«「『©]")
"""What every line holds that is more than a heading, unless its first word tells."""
_NUMBERED: Final = re.compile(r"\s[-–—] ?\d{1,3}$")
_BAR: Final = re.compile(r"\s[|›»>·•/]\s")
_QUOTATION: Final = re.compile(r"[“„\"«「『][^“”„\"«»「」『』]+[”“\"»」』][.!?…]?$")
_ENDS: Final = ".!?…:;,。！？؟।"
_SIGNS: Final = " \t:.,;|/()[]#©—–-"


class Setting(NamedTuple):
    """A line, and whether the lines around leave it alone."""

    words: str
    """What the line says."""
    first: str
    """Its first word in small letters."""
    alone: bool
    """Whether it is a paragraph of its own."""
    before_body: bool
    """Whether running text follows."""


def reads_like_body(words: str) -> bool:
    """Whether a line is so plainly running text that nothing else needs to be asked."""
    return (
        len(words) > _SHORTEST_BODY
        and words[-1] in ".…!?。"
        and words[0].isalpha()
        and words[1] not in ".)"
    )


def marked(words: str) -> Role | None:
    """Return the role that the line's first characters give it, as in Markdown."""
    if words[0].isalpha() and words[1:2] != ")":
        return None
    match = _MARKED.match(words)
    if match is None or match.lastgroup is None:
        return None
    role = Role[match.lastgroup.upper()]
    return None if role is Role.LIST_ITEM and _only_dates(words) else role  # "3. Mai 2024"


def shaped(words: str, *, alone: bool, before_body: bool) -> Role:
    """Return the role that the line's form and the lines around give it."""
    first = words.partition(" ")[0].strip(_SIGNS).lower()
    if words[-1] == "." and first.isalpha() and first not in _TELLING_IN_SENTENCES:
        return Role.BODY
    if first not in _TELLING_WORDS and not _telling(words):
        return Role.HEADING if (alone or before_body) and _may_head(words) else Role.BODY
    setting = Setting._make((words, first, alone, before_body))
    for role, fits in _SHAPES:
        if fits(setting):
            return role
    return Role.BODY


def _telling(words: str) -> bool:
    """Whether a line by its signs or its figures may be more than a heading."""
    if len(words) > _LONGEST_HEADING and words[0].isalpha():
        return False
    return _TELLING_SIGNS.search(words) is not None


def _dateline(setting: Setting) -> bool:
    """Every word is a number, a month, a zone or the like."""
    return _only_dates(setting.words)


def _only_dates(words: str) -> bool:
    if len(words) > _LONGEST_LABEL or not _FIGURE.search(words):
        return False
    found = map(re.Match.group, _WORD.finditer(words.lower()))  # mostly the first is none already
    return all(word[0].isdigit() or word in DATE_WORDS for word in found)


def _byline(setting: Setting) -> bool:
    """A word such as "by" and then names only, or an agency and its place."""
    words = setting.words
    if words[-1] in _ENDS or len(words) > _LONGEST_LABEL:
        return False
    if setting.first in AGENCIES:
        return len(words.split()) <= _MOST_NAMES // 2
    label = _phrase(setting, _AUTHOR_LABELS)
    names = _WORD.findall(words[len(label) :]) if label else []
    capitals = sum(not name[0].islower() for name in names)
    return 0 < len(names) <= _MOST_NAMES and capitals >= len(names) - 1 and names[0][0].isupper()


def _caption(setting: Setting) -> bool:
    """A picture's number at the end, or a word such as "Photo:" at the beginning."""
    words = setting.words
    label = _phrase(setting, _CAPTION_LABELS)
    if label and words[len(label) :].lstrip(" ([")[:1] in {"", *":/.©(", "b"}:
        return True
    numbered = words[-1].isdigit() and len(words) <= _LONGEST_HEADING
    return numbered and _NUMBERED.search(words[-8:]) is not None


def _navigation(setting: Setting) -> bool:
    """A phrase that belongs to pages and not to articles, or a menu in one line."""
    words = setting.words
    if len(words) > _LONGEST_LABEL or words[-1] == ".":
        return False
    if _phrase(setting, _PAGE_PHRASES) or words.strip(_SIGNS).lower() in PAGE_LINES:
        return True
    parts = _BAR.split(words)
    return len(parts) > 2 and all(len(part) <= _LONGEST_PART for part in parts)


def _quotation(setting: Setting) -> bool:
    """A paragraph that is one quotation and nothing else."""
    if not setting.alone or not _QUOTATION.match(setting.words):
        return False
    return len(setting.words.split()) >= _FEWEST_QUOTED


def _heading(setting: Setting) -> bool:
    """A short line without a stop, alone or above running text."""
    return (setting.alone or setting.before_body) and _may_head(setting.words)


def _may_head(words: str) -> bool:
    if words[-1] in _ENDS or len(words) > _LONGEST_HEADING or words[0].islower():
        return False
    return words.rstrip("\"'”’»)]")[-1:] not in _ENDS


_SHAPES: Final[tuple[tuple[Role, Callable[[Setting], bool]], ...]] = (
    (Role.DATELINE, _dateline),
    (Role.BYLINE, _byline),
    (Role.CAPTION, _caption),
    (Role.NAVIGATION, _navigation),
    (Role.QUOTATION, _quotation),
    (Role.HEADING, _heading),
)
"""From the narrowest form to the widest; what has none of them is body."""


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for phrase in phrases:
        table.setdefault(phrase.split()[0].strip(_SIGNS), []).append(phrase)
    return table


_AUTHOR_LABELS: Final = _by_first_word(AUTHOR_LABELS)
_CAPTION_LABELS: Final = _by_first_word(CAPTION_LABELS)
_PAGE_PHRASES: Final = _by_first_word(PAGE_PHRASES)
_TELLING_WORDS: Final = frozenset(
    {*_AUTHOR_LABELS, *_CAPTION_LABELS, *_PAGE_PHRASES, *AGENCIES}
    | {line.split()[0] for line in PAGE_LINES}
)
"""First words that a line other than a heading may have."""
_TELLING_IN_SENTENCES: Final = _TELLING_WORDS | DATE_WORDS
"""First words without which a line in letters and with a full stop is body."""


def _phrase(setting: Setting, phrases: dict[str, list[str]]) -> str:
    """Return what the line begins with up to the end of the phrase, if it begins with one."""
    for phrase in phrases.get(setting.first, ()):
        lower = setting.words.lower().replace("’", "'")
        at = lower.find(phrase)
        behind = lower[at + len(phrase) :][:1]
        if at >= 0 and not lower[:at].strip(_SIGNS) and not behind.isalnum():
            return setting.words[: at + len(phrase)]
    return ""

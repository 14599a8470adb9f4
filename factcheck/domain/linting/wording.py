"""Advice on a claim's wording, for the form in which it is typed and for the linter."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from factcheck.domain.linting.wording_lists import LANGUAGES, NO_WORDS, WordLists

LONGEST_WORDING: Final = 75
"""Characters; Google advises fewer in `claimReviewed`."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"[“”„«»\"‹›「『]([^“”„«»\"‹›」』]+)[“”«»\"‹›」』]")
_NAMED_WITHIN: Final = 3
"""Words; a pronoun with so many before it mostly stands for one of them."""
_LONGEST_TITLE: Final = 2
"""Words; what is longer and in quotation marks is a quotation, and no title or catchword."""


class Aspect(StrEnum):
    """What a wording should be; one entry of the check list each."""

    PRONOUNS = "names instead of pronouns"
    STATEMENT = "a statement"
    ALONE = "stands alone"
    QUOTATION = "says it itself, instead of quoting"
    LENGTH = f"at most {LONGEST_WORDING} characters"


class Advice(NamedTuple):
    """What to change in a wording."""

    aspect: Aspect
    message: str


def wording_advice(text: str, language: str = "", *, about_words: bool = False) -> list[Advice]:
    """Return what to change in a claim's wording, in the order of the check list.

    The check list of AVeriTeC's annotation guideline. `language` is a BCP 47 tag, English where
    nobody knows; of other languages than those listed only the punctuation is looked at. Where the
    claim is `about_words`, that somebody said something, it may quote.
    """
    text = text.strip()
    if not text:
        return []
    lists = LANGUAGES.get((language or "en").lower().partition("-")[0], NO_WORDS)
    advice = [*_pronouns(text, lists), *_statement(text, lists), *_alone(text, lists)]
    if not about_words:
        advice += _quotation(text, lists)
    return advice + _length(text)


def _pronouns(text: str, lists: WordLists) -> Iterator[Advice]:
    words = _WORD.findall(text)
    begin = 1 if _begins(text, lists.harmless) else 0
    seen = set()
    for place in range(begin, len(words)):
        name = words[place].lower()
        if name not in seen and _is_unresolved(words, place, lists):
            seen.add(name)
            yield Advice(Aspect.PRONOUNS, f"say who or what “{words[place]}” is")


def _is_unresolved(words: Sequence[str], place: int, lists: WordLists) -> bool:
    """Whether a word is a pronoun that nothing in the wording explains.

    The speaker and the hearer are never explained; others are by the words before, and point out
    of the wording where there are hardly any.
    """
    name = words[place].lower()
    if _is_name(words, place):
        return False
    if name in lists.speakers or (name in lists.others and place < _NAMED_WITHIN):
        return True
    return place == 0 and name in lists.first


def _is_name(words: Sequence[str], place: int) -> bool:
    """Whether a word is a name or a number and no pronoun, by its capitals: US, World War I."""
    word = words[place]
    if word == "I":
        return place > 0 and words[place - 1].istitle()
    return (word.isupper() and len(word) > 1) or (place > 0 and word[0].isupper())


def _statement(text: str, lists: WordLists) -> Iterator[Advice]:
    end = text.rstrip("”“\"»« )'’")
    if end.endswith(("?", "？", "؟", ";")):
        yield Advice(Aspect.STATEMENT, "make the question a statement")
    elif end.endswith(("!", "！")) or _begins(text, lists.exhortations):
        yield Advice(Aspect.STATEMENT, "make the exclamation a statement")


def _alone(text: str, lists: WordLists) -> Iterator[Advice]:
    if _begins(text, lists.connectives):
        first = _WORD.search(text)
        yield Advice(Aspect.ALONE, f"leave out “{first.group() if first else ''}” at the beginning")
    if text.endswith(("…", "...")):
        yield Advice(Aspect.ALONE, "say it to the end")


def _quotation(text: str, lists: WordLists) -> Iterator[Advice]:
    quoted = [match.group(1) for match in _QUOTED.finditer(text)]
    whole = len(quoted) == 1 and len(quoted[0]) + 2 >= len(text.rstrip("."))
    if whole or any(len(words.split()) > _LONGEST_TITLE for words in quoted):
        yield Advice(
            Aspect.QUOTATION, "take away the quotation marks, unless the words are checked"
        )
    if lists.says and lists.says.search(text):
        yield Advice(Aspect.QUOTATION, "leave out who says it, unless that is what is checked")


def _length(text: str) -> list[Advice]:
    if len(text) <= LONGEST_WORDING:
        return []
    over = len(text) - LONGEST_WORDING
    return [Advice(Aspect.LENGTH, f"shorten it by {over} to {LONGEST_WORDING} characters")]


def _begins(text: str, openings: tuple[str, ...]) -> bool:
    words = " ".join(_WORD.findall(text.lower()[:40]))
    return any(f"{words} ".startswith(f"{opening} ") for opening in openings)

"""What a language's words say about the end of a sentence."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final, NamedTuple


class Kind(IntEnum):
    """What an abbreviation does to the full stop behind it, before a word with a capital."""

    NEVER = 1
    """It always wants something after it: a title, "e.g."."""
    REFERENCE = 2
    """It goes on where a number follows: "No. 7", "Sept. 3", "5 ft. 11"."""
    NAME = 3
    """It is part of a name: the sentence ends only where a function word follows."""
    COMPANY = 4
    """It closes a firm, a state or a street: the sentence ends unless an office follows."""
    TIME = 5
    """It closes a time: the sentence ends unless a day, month or zone follows."""
    YEAR = 6
    """It stands behind a year, and before the name of a town: the number decides."""


class Words(NamedTuple):
    """A language's words, each table separated by white space.

    An abbreviation in small letters is one however it is written; one with a capital only with it.
    """

    function: str
    """Articles, pronouns, prepositions, conjunctions, auxiliaries: what begins a sentence, what
    no line ends with by intent, and what a language is known by."""
    never: str = ""
    reference: str = ""
    name: str = ""
    company: str = ""
    time: str = ""
    year: str = ""
    calendar: str = ""
    """Months and days in full, as they stand in dates."""
    articles: str = ""
    """What an ordinal or an organisation stands behind."""
    ordinals: bool = False
    """Whether a full stop behind a number makes it an ordinal."""


class Vocabulary(NamedTuple):
    """The words of a language, ready to be looked up."""

    kinds: dict[str, Kind]
    function: frozenset[str]
    calendar: frozenset[str]
    articles: frozenset[str]
    ordinals: bool


def vocabulary_of(words: Words, shared: Words) -> Vocabulary:
    """Return `words` ready to be looked up, with the abbreviations that all languages share."""
    tables = (
        (Kind.REFERENCE, "reference"),
        (Kind.NAME, "name"),
        (Kind.COMPANY, "company"),
        (Kind.TIME, "time"),
        (Kind.YEAR, "year"),
        (Kind.NEVER, "never"),
    )
    kinds = {
        spelling: kind
        for source in (shared, words)
        for kind, table in tables
        for spelling in _spellings(getattr(source, table).split())
    }
    return Vocabulary(
        kinds=kinds,
        function=frozenset(words.function.split()),
        calendar=frozenset(words.calendar.split()),
        articles=frozenset(words.articles.split()),
        ordinals=words.ordinals,
    )


def joined(first: Vocabulary, *others: Vocabulary) -> Vocabulary:
    """Return `first` with the words of others, for texts that may be in any of them."""
    together = (*others, first)
    return first._replace(
        kinds={word: kind for words in together for word, kind in words.kinds.items()},
        function=frozenset().union(*(words.function for words in together)),
        calendar=frozenset().union(*(words.calendar for words in together)),
    )


def _spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        if len(word) > 1:  # a single capital is an initial
            yield word[0].upper() + word[1:]
        if "." in word:  # without stops, capitals are an acronym: "CA" is no "ca"
            yield word.upper()


SHARED: Final = Words(
    function="",
    never="dr prof mr mrs ms st vs cf eg e.g i.e a.k.a approx ca",
    reference="no nr fig p pp vol art ed",
    company="inc corp ltd co plc ph.d",
    name="jr sr u.s u.k u.n u.s.a u.s.s.r",
    time="a.m p.m",
)
"""Abbreviations met in the articles of every language that has the Latin script."""

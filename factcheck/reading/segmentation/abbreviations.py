"""What a number, a letter or an abbreviation before a full stop says about the sentence's end."""

import re
from collections.abc import Callable
from typing import Final

from factcheck.reading.segmentation.stop import Stop
from factcheck.reading.segmentation.vocabulary import Kind, Vocabulary


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[  \u202f]?)+-?[^\W\d_]{1,2}")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_YEAR: Final = re.compile(r"(?:\d|\b[IVX]+)$")
"""A year, or a century."""
_TIME: Final = re.compile(r"\d|\b[IVX]+\b")
_STREET: Final = re.compile(r"\w+(str)")
"""A German street: its name and the abbreviation in one word."""
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxzłśćńźżžščřбвгджзклмнпрстфхцчшщьъ"
VOWELLESS: Final = re.compile(f"[{_CONSONANTS}{_CONSONANTS.upper()}][{_CONSONANTS}]{{1,3}}")
"""What nobody can say is an abbreviation, known or not."""
_LONGEST_TIME: Final = 4
"""Words: "At about 5 a.m."."""
LABELLED: Final = _words(
    """step plan vitamin type group grade class hepatitis option point section appendix exhibit row
    seat gate terminal category schedule team phase influenza level part title table unit
    model version variant generation typ gruppe klasse option plano grupo tipo groupe план
    тип група группа клас класс витамин вітамін"""
)
"""What a single letter or a figure names: "Plan B" is no initial."""
_OFFICES: Final = _words(
    """ceo cfo coo chief president chairman chairwoman chair executive director founder
    co-founder vice secretary minister ambassador commissioner commission council parliament
    court senate congress government army navy police department agency agent attorney
    general class holdings shares stock bank group officials spokesman spokeswoman
    spokesperson analyst managing senior monday tuesday wednesday thursday friday saturday
    sunday gov sen rep ne nw se sw north south east west northeast northwest southeast southwest"""
)
"""What the abbreviation of a company, a body, a state or a street stands before in a sentence."""
_AFTER_TIME: Final = _words(
    """et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc cet cest bst ist jst kst msk aest
    eastern central mountain pacific greenwich monday tuesday wednesday thursday friday
    saturday sunday mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov
    dec"""
)
"""Zones and days, which belong to the time before them."""
_SPEAKERS: Final = _words(
    """analysts authorities campaigners critics detectives diplomats doctors economists
    environmentalists experts firefighters investigators investors journalists lawmakers lawyers
    observers officials opponents organisers organizers paramedics politicians pollsters
    prosecutors protesters regulators rescuers researchers residents scientists sources spokesmen
    supporters survivors traders villagers voters witnesses workers"""
)
"""Whom sentences of the news begin with, and no institution is called after."""
_PRONOUNS: Final = _words("he i it nobody she that there they this we you")
"""What has a verb after it: "It was 5 p.m."."""
_SUBJECTS: Final = _PRONOUNS | {"a", "an", "the"}
"""What a sentence in capitals begins with; prepositions go on with it as often."""


def number(stop: Stop, words: Vocabulary) -> bool | None:
    """A number ends the sentence, unless it is an ordinal or a part of a date."""
    if not stop.word.isdigit():
        return None
    if not words.ordinals or len(stop.word) > 2:
        return True
    following = stop.next.lower()
    if following in words.function:
        return True
    return not (
        following in words.calendar
        or stop.next.isdigit()
        or stop.previous.lower() in words.articles
    )


def initial(stop: Stop, words: Vocabulary) -> bool | None:
    """A single letter, or several with stops, stands for a name that follows."""
    word = stop.word
    if len(word) == 1 and word.isalpha():
        if word.islower():
            return word in words.function and word not in words.articles
        return _ends_name(stop, words) or stop.previous.lower() in LABELLED
    if not _INITIALS.fullmatch(word):
        return None
    if word.islower():
        return _ends_name(stop, words)
    organisation = stop.previous.lower() in words.articles or not word[-1].isupper()
    return _ends_company(stop, words) if organisation else _ends_name(stop, words)


def shouted(stop: Stop, words: Vocabulary) -> bool | None:
    """In a text all in capitals, an abbreviation ends where a subject follows."""
    if not (stop.before.isupper() and stop.next.isupper() and stop.next.isascii()):
        return None
    known = _kind(stop, words) or _INITIALS.fullmatch(stop.word)
    return stop.next.lower() in _SUBJECTS if known and _shouting(stop) else None


def roman(stop: Stop, words: Vocabulary) -> bool | None:
    """Where a stop makes ordinals, a Roman number belongs to the name of a ruler."""
    if not words.ordinals or not _ROMAN.fullmatch(stop.word):
        return None
    return _ends_name(stop, words)


def abbreviation(stop: Stop, words: Vocabulary) -> bool | None:
    """A known abbreviation ends the sentence as its kind says."""
    if f"{stop.word}.{stop.next}" in words.kinds:  # the first half of "p. m."
        return False
    kind = words.kinds.get(stop.pair) or _kind(stop, words)
    return None if kind is None else _KINDS[kind](stop, words)


def vowelless(stop: Stop, words: Vocabulary) -> bool | None:
    """A word without a vowel is cut: it wants a figure, or with a capital a name: "Дж. Смит"."""
    if not VOWELLESS.fullmatch(stop.word):
        return None
    return _ends_reference(stop, words) if stop.word.islower() else _ends_name(stop, words)


def _kind(stop: Stop, words: Vocabulary) -> Kind | None:
    street = _STREET.fullmatch(stop.word)
    word = street[1] if street else stop.word
    kind = words.kinds.get(word)
    if kind is None and len(word) > 1 and stop.before.isupper():
        return words.kinds.get(word.lower()) or words.kinds.get(word.capitalize())
    return kind


def _shouting(stop: Stop) -> bool:
    """Whether more than an abbreviation or two is in capitals."""
    return any(len(word) > 1 and word.isalpha() for word in stop.before.split())


def _ends_name(stop: Stop, words: Vocabulary) -> bool:
    rest = stop.ahead[len(stop.opening) + len(stop.next) :]
    following = stop.next.lower()
    if following in _SPEAKERS:  # a name would have more capitals
        return rest[:1] == " " and rest[1:2].islower()
    return following in words.function and not (len(following) == 1 and rest[:1] == ".")


def _ends_company(stop: Stop, words: Vocabulary) -> bool:
    return stop.next.lower() not in _OFFICES


def _ends_reference(stop: Stop, words: Vocabulary) -> bool:
    return not (stop.next[:1].isdigit() or (_ROMAN.fullmatch(stop.next) and stop.next != "I"))


def _ends_time(stop: Stop, words: Vocabulary) -> bool:
    if _only_a_time(stop):
        return False
    rest = stop.ahead[len(stop.opening) + len(stop.next) :]
    zone = stop.next.lower() in _AFTER_TIME or stop.next.lower() in words.calendar
    return not (zone or re.match(r" time\b", rest))


def _ends_year(stop: Stop, words: Vocabulary) -> bool:
    if not _YEAR.search(stop.previous):
        return False
    return _ends_name(stop, words) or not _only_a_time(stop)


def _only_a_time(stop: Stop) -> bool:
    """Whether the sentence so far is nothing but "At 5 a.m." and needs its main clause."""
    if not stop.opens_sentence or "," in stop.before:
        return False
    spoken = stop.before.lower().split()
    if spoken[0] in _PRONOUNS:
        return False
    return len(spoken) <= _LONGEST_TIME and bool(_TIME.search(stop.before))


_KINDS: Final[dict[Kind, Callable[[Stop, Vocabulary], bool]]] = {
    Kind.NEVER: lambda stop, words: False,
    Kind.REFERENCE: _ends_reference,
    Kind.NAME: _ends_name,
    Kind.COMPANY: _ends_company,
    Kind.TIME: _ends_time,
    Kind.YEAR: _ends_year,
}

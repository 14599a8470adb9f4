"""Whether a stop ends its sentence: an ordered table of rules, of which the first to know wins."""

import re
from collections.abc import Callable
from typing import Final

from factcheck.reading.segmentation.stop import Stop
from factcheck.reading.segmentation.vocabulary import Kind, Vocabulary

Rule = Callable[[Stop, Vocabulary], bool | None]
"""Says whether the sentence ends, or None where the rule does not apply."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ADDRESS: Final = re.compile(r"https?:|www\.|[a-z]{1,2}[A-Z]")
"""What begins a sentence in small letters: web addresses, and names such as iPhone."""
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.[  \u202f]?)+-?[^\W\d_]{1,2}")
_SIGN: Final = re.compile(r"\d{1,3}|[^\W\d_]|[IVX]{1,4}|[ivx]{1,4}")
"""What numbers a list item or a section."""
_ROMAN: Final = re.compile(r"[IVXLC]+")
_ADDRESS_SIGNS: Final = re.compile(r"[@/\\_=]|www\.")
_ELLIPSIS: Final = re.compile(r"\.{2,3}|…|\.(?:[ \xa0]\.){2}")
_ALWAYS_CAPITAL: Final = re.compile(r"I(?:['’]\w+)?")
_QUOTE_CLOSER: Final = re.compile("[\"'”’»“]")
_ATTRIBUTION: Final = re.compile(
    r"(?:[A-Z][\w’'-]*\.? |(?:of|the|de|van|von|al) ){1,6}"
    r"(?:said|says|asked|asks|replied|shouted|yelled|cried|added|told|wrote|writes|tweeted|"
    r"exclaimed|declared|answered|wondered|called|whispered|screamed|joked|demanded|posted|"
    r"insisted|chanted|muttered|warned|continued|responded|quipped|recalled)\b"
    r"(?! (?:that|he|she|they|it|there|no|the)\b)"
)
"""A name and a verb of speech, without a clause of its own: "Pelosi asked him"."""
_QUOTATIVE: Final = re.compile(r"(?:と|って|という|[他她它我你]们?[^，。]{0,8}[说道问喊])")
"""What goes on after a quotation in Japanese and Chinese: "he said"."""
_GOING_ON: Final = frozenset("/,;:&+|=)]”’№§")
"""Signs that no sentence begins with."""
_LONGEST_ABBREVIATION: Final = 7
"""Letters; nobody shortens a word to more."""
_STREET: Final = re.compile(r"\w+(str)")
"""A German street: its name and the abbreviation in one word."""
_LONGEST_TIME: Final = 4
"""Words: "At about 5 a.m."."""
_LABELLED: Final = _words(
    """plan vitamin type group grade class hepatitis option point section appendix exhibit row
    seat gate terminal category schedule team phase influenza level part title table unit
    model version variant generation typ gruppe klasse option plano grupo tipo groupe план
    тип група группа клас класс витамин вітамін"""
)
"""What a single letter names: "Plan B" is no initial."""
_OFFICES: Final = _words(
    """ceo cfo coo chief president chairman chairwoman chair executive director founder
    co-founder vice secretary minister ambassador commissioner commission council parliament
    court senate congress government army navy police department agency agent attorney
    general class holdings shares stock bank group officials spokesman spokeswoman
    spokesperson analyst managing senior monday tuesday wednesday thursday friday saturday
    sunday"""
)
"""What a company's or an organisation's abbreviation is followed by inside a sentence."""
_AFTER_TIME: Final = _words(
    """et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc cet cest bst ist jst kst msk aest
    eastern central mountain pacific greenwich monday tuesday wednesday thursday friday
    saturday sunday mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov
    dec"""
)
"""Zones and days, which belong to the time before them."""


def goes_on_small(stop: Stop, words: Vocabulary) -> bool | None:
    """A word in small letters goes on with the sentence, unless it is always written so."""
    if not stop.next[:1].islower() or stop.hard or stop.opening[:1] in {"¿", "¡"}:
        return None
    if stop.glued or stop.tail or stop.mark != ".":
        return False
    whole = stop.word.isalpha() and len(stop.word) > _LONGEST_ABBREVIATION
    return whole or _ADDRESS.match(stop.ahead) is not None


def hard_mark(stop: Stop, words: Vocabulary) -> bool | None:
    """A mark such as 。 ends the sentence, unless a quotation closes and "he said" follows."""
    if not stop.hard:
        return None
    return not (stop.tail and _QUOTATIVE.match(stop.ahead))


def bracketed(stop: Stop, words: Vocabulary) -> bool | None:
    """An ellipsis alone in brackets marks words left out, not an end."""
    alone = stop.before[-1:] in {"[", "("} and stop.tail[:1] in {"]", ")"}
    return False if alone else None


def sign_follows(stop: Stop, words: Vocabulary) -> bool | None:
    """A slash, comma or the like goes on with the sentence: "Sept. 3. /TASS/"."""
    return False if stop.ahead[:1] in _GOING_ON else None


def glued(stop: Stop, words: Vocabulary) -> bool | None:
    """Without a gap it is an end only between the end of one plain word and a new capital."""
    if not stop.glued:
        return None
    if _ADDRESS_SIGNS.search(stop.before.rpartition(" ")[2] + stop.ahead.partition(" ")[0]):
        return False
    if not stop.next or stop.next[0].isdigit() or stop.next == stop.word:
        return False
    plain = len(stop.word) > 1 and stop.word not in words.kinds
    if stop.tail or stop.mark.strip(".") or stop.opening:
        return plain
    running = (stop.word[-1:].islower() and stop.word.islower()) or not stop.word[-1:].isalpha()
    begins = stop.next[1:].islower() or stop.next.lower() in words.function or not stop.next[1:]
    return (
        plain
        and "." not in stop.word
        and (
            (running and begins and stop.ahead[len(stop.next) : len(stop.next) + 1] != ".")
            or stop.next.lower() in words.function
        )
    )


def list_sign(stop: Stop, words: Vocabulary) -> bool | None:
    """A number or letter alone at a sentence's beginning numbers it."""
    if not stop.opens_sentence or not _SIGN.fullmatch(stop.word):
        return None
    alone = stop.before.strip(" \t•⁃*-–#([") == stop.word
    return False if alone and stop.mark == "." else None


def attributed(stop: Stop, words: Vocabulary) -> bool | None:
    """A quoted exclamation or question goes on where its speaker is named."""
    quoted = _QUOTE_CLOSER.search(stop.tail) and stop.mark != "."
    return False if quoted and not stop.opening and _ATTRIBUTION.match(stop.ahead) else None


def stammer(stop: Stop, words: Vocabulary) -> bool | None:
    """An ellipsis is a pause before the same word again, and before "I", whose capital is mute."""
    if not _ELLIPSIS.fullmatch(stop.mark):
        return None
    again = stop.word != "" and stop.next.lower() == stop.word.lower()
    return False if again or _ALWAYS_CAPITAL.fullmatch(stop.next) else None


def closed(stop: Stop, words: Vocabulary) -> bool | None:
    """What is not a single full stop right behind a word, or closes with it, ends the sentence."""
    return True if stop.mark != "." or stop.tail.strip(")]") else None


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
        return _ends_name(stop, words) or stop.previous.lower() in _LABELLED
    if not _INITIALS.fullmatch(word):
        return None
    if word.islower():
        return False
    organisation = stop.previous.lower() in words.articles or not word[-1].isupper()
    return _ends_company(stop, words) if organisation else _ends_name(stop, words)


def roman(stop: Stop, words: Vocabulary) -> bool | None:
    """Where a stop makes ordinals, a Roman number belongs to the name of a ruler."""
    if not words.ordinals or not _ROMAN.fullmatch(stop.word):
        return None
    return _ends_name(stop, words)


def abbreviation(stop: Stop, words: Vocabulary) -> bool | None:
    """A known abbreviation ends the sentence as its kind says."""
    if f"{stop.word}.{stop.next}" in words.kinds:  # the first half of "p. m."
        return False
    street = _STREET.fullmatch(stop.word)
    word = street[1] if street else stop.word
    kind = words.kinds.get(stop.pair) or words.kinds.get(word)
    return None if kind is None else _KINDS[kind](stop, words)


def _ends_name(stop: Stop, words: Vocabulary) -> bool:
    initial = len(stop.next) == 1 and stop.ahead[len(stop.opening) + 1 :][:1] == "."
    return stop.next.lower() in words.function and not initial


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
    if not stop.previous[-1:].isdigit():
        return False
    return _ends_name(stop, words) or not _only_a_time(stop)


def _only_a_time(stop: Stop) -> bool:
    """Whether the sentence so far is nothing but "At 5 a.m." and needs its main clause."""
    if not stop.opens_sentence or "," in stop.before:
        return False
    return len(stop.before.split()) <= _LONGEST_TIME and bool(re.search(r"\d", stop.before))


_KINDS: Final[dict[Kind, Callable[[Stop, Vocabulary], bool]]] = {
    Kind.NEVER: lambda stop, words: False,
    Kind.REFERENCE: _ends_reference,
    Kind.NAME: _ends_name,
    Kind.COMPANY: _ends_company,
    Kind.TIME: _ends_time,
    Kind.YEAR: _ends_year,
}

RULES: Final[tuple[Rule, ...]] = (
    bracketed,
    goes_on_small,
    hard_mark,
    list_sign,
    sign_follows,
    glued,
    attributed,
    stammer,
    closed,
    number,
    abbreviation,
    roman,
    initial,
)
"""From the surest to the weakest; where none knows, the sentence ends."""


def ends(stop: Stop, words: Vocabulary) -> bool:
    """Whether the sentence ends at this stop."""
    for rule in RULES:
        verdict = rule(stop, words)
        if verdict is not None:
            return verdict
    return True

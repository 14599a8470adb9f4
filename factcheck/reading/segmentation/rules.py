"""Whether a stop ends its sentence: an ordered table of rules, of which the first to know wins."""

import re
from collections.abc import Callable
from typing import Final

from factcheck.reading.segmentation.abbreviations import (
    LABELLED,
    abbreviation,
    initial,
    number,
    roman,
    shouted,
    vowelless,
)
from factcheck.reading.segmentation.marks import FACES
from factcheck.reading.segmentation.stop import Stop
from factcheck.reading.segmentation.vocabulary import Kind, Vocabulary

Rule = Callable[[Stop, Vocabulary], bool | None]
"""Says whether the sentence ends, or None where the rule does not apply."""

_ADDRESS: Final = re.compile(r"https?:|www\.|[a-z]{1,2}[A-Z]")
"""What begins a sentence in small letters: web addresses, and names such as iPhone."""
_SIGN: Final = re.compile(r"\d{1,3}|[^\W\d_]|[IVX]{1,4}|[ivx]{1,4}")
"""What numbers a list item or a section."""
_ADDRESS_SIGNS: Final = re.compile(r"[@/\\_=]|www\.")
_ELLIPSIS: Final = re.compile(r"\.{2,3}|…|\.(?:[ \xa0]\.){2}")
_ALWAYS_CAPITAL: Final = re.compile(r"I(?:['’]\w+)?")
_QUOTE_CLOSER: Final = re.compile("[\"'”’»“]")
_ATTRIBUTION: Final = re.compile(
    r"(?!(?:He|She|It|They|We|I|You|The|An?|This|That|There)\b)"
    r"(?:[A-Z][\w’'-]*\.? |(?:of|the|de|van|von|al) ){1,6}"
    r"(?:said|says|asked|asks|replied|shouted|yelled|cried|added|told|wrote|writes|tweeted|"
    r"exclaimed|declared|answered|wondered|called|whispered|screamed|joked|demanded|posted|"
    r"insisted|chanted|muttered|warned|continued|responded|quipped|recalled)\b"
    r"(?! (?:that|he|she|they|it|there|no|the)\b)"
)
"""A name and a verb of speech, without a clause of its own: "Pelosi asked him"."""
_QUOTATIVE: Final = re.compile(
    r"と|って|という|[他她它我你]们?[^，。]{0,8}[说道问喊]"
    r"|[^\W\d_a-z]{1,10}(?:说|說|[说问喊答]道|问|問|表示|指出|强调)(?=[，。：])"
)
"""What goes on after a quotation in Japanese and Chinese: "he said"."""
_BEFORE_NEWS: Final = frozenset("([–—-")
"""What stands between a place and its news."""
_AFTER_NAME: Final = frozenset(".!")
"""Marks that a company's name may have: "Yahoo!", "Co."."""
_FACES: Final = re.compile(f"[{FACES}]+")
_GOING_ON: Final = frozenset("/,;:&+|=)]”’№§")
"""Signs that no sentence begins with."""
_LONGEST_ABBREVIATION: Final = 7
"""Letters; nobody shortens a word to more."""
_WHOLE: Final = re.compile(r"[^\W\d_]{3,}[aeiouyàéíóõùąęаеиоуыюяєії]")
"""A word that ends in a vowel; words of some length are shortened behind a consonant."""
_IN_BRACKET: Final = re.compile(r"\w.*[(\[](?:[^)\]]*[ (\[])??([^\W\d_]{1,5})")
"""A short word at the end of brackets that are still open."""
_CREDIT: Final = re.compile(r"[(\[][^()\[\]]{1,40}[)\]] ?[–—-]")
"""An agency and a dash: "PARIS, Tex. (AP) — "."""


def goes_on_small(stop: Stop, words: Vocabulary) -> bool | None:
    """A word in small letters goes on with the sentence, unless it is always written so."""
    if not stop.next[:1].islower() or stop.hard or stop.opening[:1] in {"¿", "¡"}:
        return None
    if stop.glued or stop.tail or stop.mark != ".":
        return False
    whole = stop.word.isalpha() and len(stop.word) > _LONGEST_ABBREVIATION
    whole = whole or (stop.word not in words.kinds and _WHOLE.fullmatch(stop.word) is not None)
    return whole or _ADDRESS.match(stop.ahead) is not None


def hard_mark(stop: Stop, words: Vocabulary) -> bool | None:
    """A mark such as 。 ends the sentence, unless a quotation closes and "he said" follows."""
    if stop.tail and _QUOTATIVE.match(stop.ahead):
        return False
    return True if stop.hard else None


def pictured(stop: Stop, words: Vocabulary) -> bool | None:
    """An emoji without a mark ends the sentence where a small word begins another."""
    if not _FACES.fullmatch(stop.mark):
        return None
    last = stop.word or stop.previous
    verb = last == "" or last.lower() in words.function  # "I ❤ The Beatles"
    begins = stop.next[:1].isupper() and stop.next.lower() in words.function
    return begins and not stop.glued and not verb


def bracketed(stop: Stop, words: Vocabulary) -> bool | None:
    """An ellipsis alone in brackets marks words left out, not an end."""
    alone = stop.before[-1:] in {"[", "("} and stop.tail[:1] in {"]", ")"}
    return False if alone else None


def sign_follows(stop: Stop, words: Vocabulary) -> bool | None:
    """A slash, comma or the like goes on with the sentence: "Sept. 3. /TASS/"."""
    return False if stop.ahead[:1] in _GOING_ON else None


def dateline(stop: Stop, words: Vocabulary) -> bool | None:
    """Behind the place and the agency a dash goes on: "PARIS, Tex. (AP) — "."""
    if not stop.opens_sentence or stop.ahead[:1] not in _BEFORE_NEWS or stop.mark != ".":
        return None
    place, comma, _ = stop.before.partition(",")
    town = comma and len(place) > 1 and place.isupper()
    return False if town and (stop.ahead[0] not in "([" or _CREDIT.match(stop.ahead)) else None


def bracketed_short(stop: Stop, words: Vocabulary) -> bool | None:
    """A short word alone in brackets, or before a figure in them, is cut: "(est. 1871)"."""
    if stop.mark != "." or stop.tail or not stop.next[:1].isdigit():
        return None
    return False if stop.word.islower() and _IN_BRACKET.fullmatch(stop.before) else None


def company_form(stop: Stop, words: Vocabulary) -> bool | None:
    """No sentence begins with a company's legal form: "Yahoo! Inc.", "& Co. KG"."""
    if words.kinds.get(stop.next) is not Kind.COMPANY or stop.opening or stop.tail:
        return None
    dotted = stop.ahead[len(stop.next) :][:1] == "."
    named = stop.next.isupper() and words.kinds.get(stop.word) is Kind.COMPANY
    return False if named or (dotted and stop.mark in _AFTER_NAME) else None


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
    """A number or letter at a sentence's beginning numbers it: "2. ", "Step 2. "."""
    if not stop.opens_sentence or not _SIGN.fullmatch(stop.word):
        return None
    label, _, sign = stop.before.strip(" \t•⁃*-–#([").rpartition(" ")
    alone = sign == stop.word and (not label or label.lower() in LABELLED)
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


RULES: Final[tuple[Rule, ...]] = (
    pictured,
    bracketed,
    goes_on_small,
    hard_mark,
    list_sign,
    sign_follows,
    dateline,
    glued,
    company_form,
    attributed,
    stammer,
    closed,
    bracketed_short,
    shouted,
    number,
    abbreviation,
    roman,
    initial,
    vowelless,
)
"""From the surest to the weakest; where none knows, the sentence ends."""
_OTHER_MARKS: Final = frozenset({pictured, bracketed, hard_mark, attributed, stammer, closed})
"""Rules with nothing to say about a full stop right behind a word."""
_FULL_STOP: Final = tuple(rule for rule in RULES if rule not in _OTHER_MARKS)


def ends(stop: Stop, words: Vocabulary) -> bool:
    """Whether the sentence ends at this stop."""
    for rule in _FULL_STOP if stop.mark == "." and not stop.tail else RULES:
        verdict = rule(stop, words)
        if verdict is not None:
            return verdict
    return True

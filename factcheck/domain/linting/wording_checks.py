"""Rules 3 and 4: a claim's wording is short, says nothing of the verdict, and stands alone."""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.linting.dossier import Case
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.linting.wording import LONGEST_WORDING, Aspect, wording_advice
from factcheck.domain.scales.scale import Rating

_QUOTE_IS_CHECKED: Final = "quote"
"""The subtype of a claim that is about somebody's words."""


def brief_and_neutral(case: Case) -> Iterator[Problem]:
    """Object to a wording that is long, or that gives the verdict away."""
    wording = case.claim.text
    if len(wording) > LONGEST_WORDING:
        what = "the wording" if case.claim.claim.text else "the sentence, not yet worded,"
        message = f"{what} has {len(wording)} characters, more than {LONGEST_WORDING}"
        yield Problem(Severity.WARNING, message, "text")
    for words in _verdict_words_in(case):
        yield Problem(Severity.ERROR, f"the wording gives the verdict away: “{words}”", "text")


def stands_alone(case: Case) -> Iterator[Problem]:
    """Object to a wording that is no statement, or that readers cannot understand by itself."""
    about_words = _QUOTE_IS_CHECKED in case.claim.claim.types
    language = case.dossier.document.language
    for advice in wording_advice(case.claim.text, language, about_words=about_words):
        if advice.aspect is not Aspect.LENGTH:
            yield Problem(Severity.WARNING, advice.message, "text")


def _verdict_words_in(case: Case) -> Iterator[str]:
    """Yield the words of given ratings in a wording, and those of any rating in front of it."""
    wording = case.claim.text
    given = {item.rating.words: item.rating for item in case.judgements if not item.rating.open}
    for words, rating in given.items():
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", wording, _case_of(rating)):
            yield words
    for rating in case.dossier.scheme.scale.ratings:
        label = rf"\s*{re.escape(rating.words)}\s*[:–—!]"
        if rating.words not in given and re.match(label, wording, re.IGNORECASE):
            yield rating.words


def _case_of(rating: Rating) -> re.RegexFlag:
    """Return whether case counts: it does in a label such as SUPPORTS, which is also a verb."""
    return re.NOFLAG if rating.words.isupper() else re.IGNORECASE

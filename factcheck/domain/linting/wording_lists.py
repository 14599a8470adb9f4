"""Words that the advice on a wording looks for, by language."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class WordLists(NamedTuple):
    """The words of one language, in lower case."""

    speakers: frozenset[str] = frozenset()
    """Pronouns for whoever speaks or is spoken to, which no wording explains."""
    others: frozenset[str] = frozenset()
    """Pronouns for a person or a thing named before."""
    first: frozenset[str] = frozenset()
    """Words that point to a sentence before when they stand first, and are harmless elsewhere."""
    harmless: tuple[str, ...] = ()
    """Openings in which the first word stands for nothing."""
    connectives: tuple[str, ...] = ()
    """Words that join a sentence to the one before."""
    exhortations: tuple[str, ...] = ()
    """Words with which a call to act begins."""
    says: re.Pattern[str] | None = None
    """What finds that somebody says the rest."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _says(clauses: str, according_to: str) -> re.Pattern[str]:
    """Return what finds a clause of saying after the first words, or that it is somebody's word.

    A verb is given with what joins it to that which was said: some are nouns as well.
    """
    clause = rf"^(?:[\w’'.-]+,?\s+){{1,6}}(?:{clauses})"
    return re.compile(rf"{clause}|\b(?:{according_to})\s", re.IGNORECASE)


def _joined(verbs: str, that: str) -> str:
    """Return verbs, each followed by a mark or by one of the words that begin what was said."""
    return rf"(?:{verbs})(?:\s*[:,]|\s+(?:{that})\b|\s*[“„«\"])"


_ENGLISH: Final = WordLists(
    speakers=_words("i we you me us my our your"),
    others=_words("he she they him them"),
    first=_words("it its his her their this these those here"),
    connectives=("but", "and", "however", "therefore", "also", "moreover", "thus"),
    exhortations=("let us", "let s", "please", "imagine", "don t"),
    says=_says(
        _joined("says|said|tweeted", "that|it|the|there|he|she|they|we|his|her|their|a|an|all|no")
        + "|"
        + _joined(
            "claims|claimed|states|stated|argues|argued|announced|insists|declared|alleges"
            "|alleged|believes|told [^ ]+",
            "that",
        ),
        "according to",
    ),
)
_GERMAN: Final = WordLists(
    speakers=_words("ich wir mich mir uns mein meine unser unsere du dich dir dein deine euch"),
    others=_words("er ihn ihm ihnen"),
    first=_words("sie es ihr ihre sein seine dies diese dieser dieses hier dort"),
    harmless=("es gibt", "es gab", "es gäbe"),
    connectives=("aber", "und", "doch", "denn", "deshalb", "außerdem", "jedoch", "daher", "dann"),
    exhortations=("lasst uns", "lassen sie uns", "bitte"),
    says=_says(
        _joined(
            "sagt|sagte|behauptet|behauptete|erklärt|erklärte|meint|meinte|schreibt|schrieb"
            "|betont|betonte",
            "dass|daß|er|sie|es|der|die|das",
        ),
        "laut|zufolge",
    ),
)
_FRENCH: Final = WordLists(
    speakers=_words("je j nous vous me moi mon ma mes notre nos votre vos tu te toi ta tes"),
    others=_words("il elle ils elles lui eux"),
    first=_words("ce c cela ceci ça cet cette ces son sa ses leur leurs ici"),
    harmless=("il y a", "il y avait", "il existe", "il faut"),
    connectives=("mais", "et", "donc", "cependant", "pourtant", "alors", "aussi", "ensuite"),
    exhortations=("s il vous plaît", "imaginez", "faisons", "arrêtons"),
    says=_says(
        _joined(
            "dit|disait|affirme|affirmait|prétend|déclare|assure|soutient|explique|a dit|a affirmé"
            "|a déclaré",
            "que|qu",
        ),
        "selon|d'après|d’après",
    ),
)
_SPANISH: Final = WordLists(
    speakers=_words("yo nosotros nosotras me mí mi mis nos nuestro nuestra nuestros tú ti tu tus"),
    others=_words("él ella ellos ellas"),
    first=_words("esto eso este esta estos estas ese esa su sus lo le les aquí ahí"),
    connectives=("pero", "y", "así que", "sin embargo", "además", "entonces", "por eso"),
    exhortations=("por favor", "imaginen", "hagamos", "basta"),
    says=_says(
        _joined(
            "dice|dijo|afirma|afirmó|asegura|aseguró|declara|declaró|sostiene|sostuvo|explicó"
            "|ha dicho",
            "que",
        ),
        "según",
    ),
)
_UKRAINIAN: Final = WordLists(
    speakers=_words("я ми мене мені нас нам мій моя моє мої наш наша наше наші ти тебе ви вас вам"),
    others=_words("він вона вони його йому їх їм неї ним ними"),
    first=_words("воно це цей ця ці її їхній їхня тут там"),
    connectives=("але", "і", "й", "а", "проте", "однак", "тому", "також", "отже", "потім"),
    exhortations=("давайте", "уявіть", "будь ласка", "нехай"),
    says=_says(
        _joined(
            "каже|сказав|сказала|заявив|заявила|заявляє|стверджує|стверджував|стверджувала"
            "|повідомив|повідомила|пише|вважає",
            "що",
        ),
        "за словами|на думку|згідно з",
    ),
)
_RUSSIAN: Final = WordLists(
    speakers=_words("я мы меня мне нас нам мой моя мое моё мои наш наша наше наши ты тебя вы вас"),
    others=_words("он она они его ему их им неё нее ним ними"),
    first=_words("оно это этот эта эти её ее здесь там"),
    connectives=("но", "и", "а", "однако", "поэтому", "также", "зато", "потом", "кроме того"),
    exhortations=("давайте", "представьте", "пожалуйста", "пусть"),
    says=_says(
        _joined(
            "говорит|сказал|сказала|заявил|заявила|заявляет|утверждает|утверждал|утверждала"
            "|сообщил|сообщила|пишет|считает",
            "что",
        ),
        "по словам|по мнению|согласно",
    ),
)

NO_WORDS: Final = WordLists()
"""For a language of which only the punctuation is looked at."""
LANGUAGES: Final[Mapping[str, WordLists]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "uk": _UKRAINIAN,
    "ru": _RUSSIAN,
}
"""By the first part of a BCP 47 tag."""

"""Advice on a claim's wording, as it stands in the form while one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.linting.wording import LONGEST_WORDING, Aspect, wording_advice
from factcheck.domain.linting.wording_lists import LANGUAGES

PRONOUNS, STATEMENT, ALONE, QUOTATION, LENGTH = Aspect


def aspects(text: str, language: str = "") -> list[Aspect]:
    return [advice.aspect for advice in wording_advice(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He doubled the budget"),
        ("en", "In 2020 they doubled the budget"),
        ("en", "The town knows that we doubled the budget"),
        ("en", "Last year I doubled the budget"),
        ("en", "This is the highest tax in the country"),
        ("en-GB", "It's the highest tax in the country"),
        ("", "She doubled the budget"),
        ("de", "Sie haben 500 Schulen gebaut"),
        ("de", "In Adorf haben wir 500 Schulen gebaut"),
        ("fr", "Elle a construit 500 écoles"),
        ("fr", "C'est l'impôt le plus élevé du pays"),
        ("es", "Él construyó 500 escuelas"),
        ("es", "Nosotros construimos 500 escuelas"),
        ("uk", "Вони збудували 500 шкіл"),
        ("uk", "У місті ми збудували 500 шкіл"),
        ("ru", "Он построил 500 школ"),
        ("ru", "В городе мы построили 500 школ"),
    ],
)
def test_a_pronoun_that_nothing_explains_is_named(language: str, text: str) -> None:
    assert aspects(text, language) == [PRONOUNS]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The IT sector of Adorf grew by 5 %"),
        ("en", "The US has 50 states"),
        ("en", "World War I began in 1914"),
        ("en", "Queen Elizabeth I ruled for 44 years"),
        ("en", "The mayor of Adorf sold his house"),
        ("en", "Insurance claims rose by 5 % in 2020"),
        ("en", "The United States has 50 states"),
        ("en", "There are 500 schools in Adorf"),
        ("en", "The “Green Deal” costs 5 billion euros"),
        ("de", "Es gibt in Adorf 500 Schulen"),
        ("de", "Das Klima von Adorf wird wärmer"),
        ("de", "Die Raumstation Mir hatte sechs Module"),
        ("fr", "Il y a 500 écoles à Adorf"),
        ("es", "Adorf tiene 500 escuelas"),
        ("uk", "В Адорфі є 500 шкіл"),
        ("ru", "В Адорфе есть 500 школ"),
        ("pl", "On jest dobry"),
        ("ja", "彼は500の学校を建てた"),
    ],
)
def test_a_statement_that_stands_alone_gets_no_advice(language: str, text: str) -> None:
    assert aspects(text, language) == []


@pytest.mark.parametrize("language", ["", *LANGUAGES, "pl", "zh"])
@pytest.mark.parametrize("text", ["Adorf 500?", "Adorf 500？", "Adorf 500!", "„Adorf 500?“"])
def test_questions_and_exclamations_are_seen_in_every_language(language: str, text: str) -> None:
    assert STATEMENT in aspects(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ann Ames said the town has 500 schools"),
        ("en", "Ann Ames claims that the town has 500 schools"),
        ("en", "The town has 500 schools, according to Ann Ames"),
        ("en", "The town “has got 500 fine schools” by now"),
        ("de", "Anna Ames sagte, dass die Stadt 500 Schulen hat"),
        ("de", "Die Stadt hat laut Anna Ames 500 Schulen"),
        ("fr", "Anne Ames affirme que la ville a 500 écoles"),
        ("fr", "Selon Anne Ames, la ville a 500 écoles"),
        ("es", "Ana Ames dijo que la ciudad tiene 500 escuelas"),
        ("uk", "Анна Амес заявила, що в місті 500 шкіл"),
        ("ru", "Анна Амес заявила, что в городе 500 школ"),
    ],
)
def test_a_quotation_is_seen_unless_the_words_themselves_are_checked(
    language: str, text: str
) -> None:
    assert aspects(text, language) == [QUOTATION]
    assert wording_advice(text, language, about_words=True) == []


@pytest.mark.parametrize("text", ["But Adorf has 500 schools", "Adorf has 500 …"])
def test_a_piece_of_a_text_does_not_stand_alone(text: str) -> None:
    assert aspects(text, "en") == [ALONE]


def test_the_advice_says_by_how_much_a_wording_is_too_long() -> None:
    assert aspects("x" * LONGEST_WORDING) == []
    (advice,) = wording_advice("x" * (LONGEST_WORDING + 5))
    assert advice.aspect is LENGTH
    assert advice.message == "shorten it by 5 to 75 characters"


def test_nothing_typed_yet_needs_no_advice() -> None:
    assert wording_advice(" ") == []


@given(st.text(), st.sampled_from(["", *LANGUAGES, "pl", "x-?"]))
def test_any_text_can_be_advised_on(text: str, language: str) -> None:
    advice = wording_advice(text, language)
    assert [item.aspect for item in advice] == sorted(
        (item.aspect for item in advice), key=list(Aspect).index
    )

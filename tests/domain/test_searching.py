"""What people type to search, and where it stands in a text."""

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.domain.searching import Query, Term, indexed


def found(typed: str, text: str) -> list[str]:
    """Return the parts of `text` that are what was searched for."""
    return [text[start:end] for start, end in Query.of(typed).spans(text)]


def test_each_word_is_sought() -> None:
    assert Query.of("town  schools") == Query((Term(("town",)), Term(("schools",))))


def test_a_phrase_a_beginning_and_an_excluded_word_are_told_apart() -> None:
    query = Query.of('"the town" scho* -private -"no more"')
    assert query.sought == (Term(("the", "town")), Term(("scho",), beginning=True))
    assert query.excluded == (Term(("private",)), Term(("no", "more")))


def test_a_phrase_that_is_not_closed_ends_with_the_line() -> None:
    assert Query.of('"the town').sought == (Term(("the", "town")),)


def test_a_word_with_marks_in_it_is_a_phrase() -> None:
    assert Query.of("covid-19").sought == (Term(("covid", "19")),)


def test_what_has_no_letters_is_passed_over() -> None:
    assert Query.of('- * "" -- -* ()') == Query()


def test_the_beginning_of_a_word_has_two_letters_or_more() -> None:
    assert not Query.of("a*").sought[0].beginning
    assert Query.of("ab*").sought[0].beginning


def test_hits_are_found_without_capitals_and_diacritics() -> None:
    assert found("muller SAO", "Müller and MULLER in São Paulo") == ["Müller", "MULLER", "São"]
    assert found("müller", "Mu\u0308ller Muller") == ["Mu\u0308ller", "Muller"]


def test_hits_are_whole_words_phrases_or_beginnings() -> None:
    assert found("school", "schools school") == ["school"]
    assert found("school*", "schools school") == ["schools", "school"]
    assert found('"the town"', "the old town, the  town") == ["the  town"]


def test_words_are_found_where_none_stand_between_spaces() -> None:
    assert found("東京", "昨日東京で雨が降った") == ["東京"]
    assert found("กรุงเทพ", "ฝนตกในกรุงเทพวันนี้")[0].startswith("ก")
    assert found("대통령", "대통령은 말했다") == ["대통령"]


def test_hits_that_overlap_are_one() -> None:
    assert found('"a b" "b c"', "x a b c x") == ["a b c"]


def test_the_index_holds_words_without_what_people_leave_out() -> None:
    assert indexed("Müller Straße Ήλιος").split() == ["muller", "strasse", "ηλιοσ"]
    assert indexed("שָׁלוֹם سَلام ＡＢＣ").split() == ["שלום", "سلام", "abc"]
    assert indexed("東京 x").split() == ["東", "京", "x"]
    assert indexed("Мой ёж") == "мой еж"
    assert indexed("Untouched") == "Untouched"


@given(st.text())
def test_whatever_is_typed_is_a_query(typed: str) -> None:
    query = Query.of(typed)
    assert all(term.words for term in (*query.sought, *query.excluded))


@given(st.text(), st.text())
def test_hits_stand_in_the_text_in_order(typed: str, text: str) -> None:
    places = [place for span in Query.of(typed).spans(text) for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@example("\u0958x", "")
@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.text())
def test_a_word_is_found_where_it_stands(word: str, around: str) -> None:
    spans = Query.of(word).spans(f"{around} {word}")
    assert spans
    assert spans[-1][1] == len(around) + 1 + len(word)

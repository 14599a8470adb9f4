"""Where sentences begin and end: nothing lost, nothing twice, nothing moved."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.domain.document import Segment
from factcheck.domain.role import Role
from factcheck.reading.sentences import segmenter, segments

SEEDS = Path(__file__).parents[2] / "seeds"
NEWS, VISIT = "000_81d6deb2b1f0a7fa.txt", "003_eecffc342f89ccca.txt"
LAYOUT = (
    "- ",
    "> ",
    "1. ",
    "# ",
    "```\n",
    "| ",
    "---\n",
    "🎉 ",
    "\u200b",
    "[3]",
    "e.g. a\n",
    "\ufeff",
)
WORDS = ("One here. ", "Dr. No said 3.5 %! ", "“Why?” ", "e.g. ", "…", "e\u0301", "😀", "שלום. ")
ODDITIES = ("\r\n", "\n", "\t", "\u2028", "\x00", "\x1f", "\x85", "\u200d", "\ud83d", "\x1b[0m")
PIECES = st.sampled_from([*WORDS, *LAYOUT, *ODDITIES])
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES).map("".join))
"""Any characters, lone surrogates among them, and texts that look like an article."""


def sentences_in(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [text[start:end] for start, end, _ in segments(text)]


def seed(name: str) -> str:
    """Return the text of an article that comes with the program."""
    return (SEEDS / name).read_bytes().decode()


@given(TEXTS)
@settings(deadline=None)
@example("A.\u2028B. C.\x1cD\r\n\r\n E! \ud800 F.")
def test_sentences_come_in_order_and_do_not_overlap(text: str) -> None:
    found = list(segments(text))
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS)
@settings(deadline=None)
@example("A.\u2028B. C.\x1cD\r\n\r\n E! \ud800 F.")
def test_every_character_that_is_not_white_space_is_in_a_sentence(text: str) -> None:
    covered = {offset for start, end, _ in segments(text) for offset in range(start, end)}
    assert all(offset in covered or letter.isspace() for offset, letter in enumerate(text))


@given(TEXTS)
@settings(deadline=None)
@example("\u200b\n\ufeffA. B\n\u200b\n> c d\r\n")
def test_each_sentence_reaches_up_to_the_next_and_is_trimmed(text: str) -> None:
    found = list(segments(text))
    ends = [*(segment.start for segment in found), len(text)][1:]
    for (start, end, role), until in zip(found, ends, strict=True):
        assert text[start:end] == text[start:until].rstrip() != ""
        assert not text[start].isspace()
        assert isinstance(role, Role)


@given(TEXTS)
@settings(deadline=None)
def test_no_sentence_begins_or_ends_inside_a_line_break(text: str) -> None:
    for start, end, _ in segments(text):
        assert text[start - 1 : start + 1] != "\r\n"
        assert text[end - 1 : end + 1] != "\r\n"


@given(TEXTS)
@settings(deadline=None, max_examples=30)
def test_the_same_text_has_the_same_sentences_every_time(text: str) -> None:
    assert list(segments(text)) == list(segments(text))


@pytest.mark.parametrize(("name", "count"), [(NEWS, 25), (VISIT, 27)])
def test_the_seed_articles_have_the_sentences_a_reader_counts(name: str, count: int) -> None:
    assert len(sentences_in(seed(name))) == count


def test_headline_date_line_and_caption_are_sentences_of_their_own() -> None:
    sentences = sentences_in(seed(NEWS))
    assert sentences[0] == "Last news in Fakti"
    assert sentences[1] == "Putin sent a chilling signal to the West"
    assert sentences[2].startswith("Kim Jong Un is becoming")
    assert sentences[2].endswith("to the Russian aggressor")
    assert sentences[3] == "Jun 18, 2024 21:42 146"
    assert sentences[4] == "Putin sent a chilling signal to the West  - 1"


def test_a_line_left_over_from_a_machine_is_a_sentence_of_its_own() -> None:
    assert (
        "Absolutely, here's a revised version with high-ranking keywords highlighted in bold:"
        in sentences_in(seed(VISIT))
    )


def test_offsets_count_characters_and_not_bytes() -> None:
    text = "Ünïcode 😀 here. Two follows."
    assert list(segments(text)) == [Segment(0, 15, Role.BODY), Segment(16, 28, Role.BODY)]


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_break_ends_a_sentence(line_break: str) -> None:
    assert sentences_in(f"No full stop{line_break}And none here") == [
        "No full stop",
        "And none here",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \r\n \u00a0\u2028"])
def test_blank_lines_are_not_sentences(text: str) -> None:
    assert sentences_in(text) == []


def test_a_line_of_a_hundred_thousand_characters_is_read_whole() -> None:
    line = "word " * 20_000
    assert sum(len(words) for words in sentences_in(line)) >= len(line.rstrip())


def test_the_segmenter_says_what_it_is() -> None:
    assert re.fullmatch(r"factcheck sentences \d+", segmenter())


def test_the_language_can_be_said_with_its_region() -> None:
    text = "Am 3. Oktober war frei. Gut."
    assert [text[s.start : s.end] for s in segments(text, "de-AT")] == [
        "Am 3. Oktober war frei.",
        "Gut.",
    ]


SENTENCES = {
    "a title wants a name": "Maj. Gen. Ivan Popov fell. | Mr. and Mrs. Lee did not.",
    "initials want a name": "J.R.R. Tolkien met C. S. Lewis. | They talked.",
    "a letter after what it labels is no initial": "Take vitamin D. | Researchers disagree.",
    "a reference wants a number": "See Art. 5 and Figs. 1 and 2. | Then decide.",
    "a month may end a sentence": "It began in Nov. | Nobody knew why.",
    "a refusal is no number": "He said no. | She said yes. | No. 10 was silent.",
    "a country's initials describe or end": "The U.K. Treasury met the U.S. | She did not.",
    "a company ends a sentence": "It went to Siemens Corp. | Prices are secret.",
    "a company's office goes on": "Tesla Inc. CEO Elon Musk resigned. | Investors fled.",
    "a time may end a sentence": "It leaves at 7 p.m. | Be there at 6 a.m. Friday.",
    "a verb is no time": "So I am. | He came in. | 5 others left.",
    "a time alone is no sentence": "At 11 p.m. Mrs. Jones called.",
    "an article makes initials an organisation": "He joined the O.E.C.D. | Norway did not.",
    "unknown abbreviations go on in small letters": "It is 10 klm. from here.",
    "numbers hold stops": "Version 2.0.1 costs $3.50. | It is on 18.06.2024.",
    "a year ends a sentence": "The ship sank in 2014. | 304 people died.",
    "addresses hold stops": "Ask a.b@c.example.org or x.example.com/a.b?c=d. | They know.",
    "a missing space is seen": "The mayor resigned. |Nobody knows why. |It was late.",
    "a file's name is no end": "Use Node.js and System.Out today. | It works.",
    "a quotation may hold several": "“We left. | We ran,” he said. | Then rain fell.",
    "a quoted question goes on with its speaker": "“Is it so?” Tom Hanks asked. | It was.",
    "a quoted question may end": "“What now?” | The audience laughed.",
    "an exclamation in a name goes on": "The band Wham! split up. | Fans cried.",
    "an ellipsis goes on in small letters": "He paused... then he spoke. | He left… | We stayed.",
    "an ellipsis may be a stammer": "Well, we... we lost. | Yes.",
    "brackets with a stop are a sentence": "He left. | (She did not.) | Good.",
    "brackets without a stop belong to the one before": "It passed. [Photo: AP] | It is law.",
    "notes belong to the sentence before": "Sales fell.[3] | Profits rose.² | Debt fell.* | Good.",
    "emoji belong to the sentence before": "Great! 🎉🎉 | We won. 👍 | Bye.",
    "emoji can be bullets": "👉 It is false. | 👉 It is old.",
    "a dash before a capital begins a line": "– Who are you? | – A journalist.",
    "an enumeration in one line is cut": "1) First thing | 2) Second thing",
    "a brand in small letters goes on": "He has it. | eBay does not.",
    "an agency between slashes goes on": "MOSCOW, Sept. 3. /TASS/. | The ministry confirmed.",
    "initials at the beginning are a name": "M.D. Harmon won. | B.A. Baracus lost.",
    "a degree behind an article is one": "He took a B.Sc. | Prague was next. | She got an M.A.",
    "small initials end before a small word": "It does 45 m.p.g. | The old one did 30.",
    "people in the news begin a sentence": "It left the U.K. | Economists were divided.",
    "a body of the same name goes on": "He joined the U.K. Atomic Energy Authority. | It grew.",
    "a street ends a sentence": "They met on Euclid Ave. | Traffic stopped.",
    "a street's direction goes on": "They met on K St. and Elm Ave. NW. | It rained.",
    "a legal form begins no sentence": "Joomla! Inc. sued. | He left Bell & Co. Ltd. in May.",
    "a word in brackets may be cut": "The mill (est. 1790) burned. | It (cap. 40) was full.",
    "an acronym is no abbreviation": "It is in Fresno, CA. | Residents fled to Reno, NV. | Good.",
    "capitals hide what begins": "THE N.S.A. IN MARYLAND KNEW. | THE U.N. DID. | IT SAID SO.",
    "a dateline goes on behind its dash": "BOISE, Ida. (AP) — Rain fell. | It was late.",
    "a dateline may name no agency": "AKRON, O. – Tires burned. | Smoke rose.",
    "a word without a vowel is cut": "The grnd. 5 men met Brnd. Schmidt at Plsk. | They left.",
    "a state ends a sentence": "It hit Boulder, Colo. | Rescuers came.",
    "a state goes on": "It hit Boulder, Colo. and Provo, Utah. | Tex. Gov. Roe came.",
    "a long word is no abbreviation": "We came home late. | adidas AG did not call.",
    "notes may be words or in round brackets": "It fell.[note 2] | It rose.[who?] | Yes.(4) | No.",
    "a credit may hold initials": "It burned. [Photo: A. B. Roe/EPA] | It is gone.",
    "four points close with a quotation": "He said “so be it. . . .” | She left.",
    "a pronoun in capitals names no speaker": "“Why?” | She asked nobody. | Rain fell.",
    "an emoji may stand for a stop": "So proud 🎉 | The vote is ours.",
    "an emoji may stand for a word": "I ❤ The Beatles. | They won.",
    "Roman signs number lines": "ii. The law. | Yes.",
    "a label and a figure number lines": "Step 2. Open it. | Step 1. was easy.",
    "a pronoun before a time has said it all": "It was 11 p.m. | The bar had closed.",
    "spaces without a break are spaces": "It ended.\u00a0| It began.\u200b | It went on.",
}


@pytest.mark.parametrize("principle", SENTENCES)
def test_english_sentences_end_where_a_reader_ends_them(principle: str) -> None:
    assert_cut(SENTENCES[principle], "en")


FOREIGN = [
    ("de", "Am 24. Dezember kam Dr. Weber. | Er blieb bis 3. Mai."),
    ("de", "Kaiser Wilhelm II. dankte ab. | Der 2. Weltkrieg endete 1945. | Es war Mai."),
    ("de", "Es gibt z. B. Äpfel, d. h. Obst. | „Das ist falsch!“, rief er."),
    ("de", "Er kam 44 v. Chr. | Die Bau GmbH & Co. KG schwieg lt. Polizei. | »Nein.« | »Doch.«"),
    ("de", "Sie wohnt in einer WG. | Der Rest mag Max. | Er kommt."),
    ("fr", "M. Dupont cite l'art. 5. | « Où est-il ? » demanda-t-elle. | Rien."),
    ("es", "El Sr. Gómez llegó a las 5 p. m. del lunes. | EE. UU. ganó. | Nada."),
    ("it", "Il dott. Bianchi e l'avv. Verdi sono qui. | Bene."),
    ("pt", "O Sr. Silva e a Dra. Costa saíram. | Não falaram."),
    ("ru", "В. В. Путин прибыл в 2020 г. | Он был в г. Москве и т. д. | Всё."),
    ("ru", "Дж. Смит и Хр. Петров — в США. | Цены высоки. | они растут."),
    ("ru", "В 2020 г. Россия ушла. | Он живёт на ул. Ленина, д. 7."),
    ("uk", "Про це заявив О. І. Коваль. | Ціна — 5 тис. грн. | Це багато."),
    ("bg", "През XX в. България е царство. | „Това е мит. | Той лъже“, каза ген. Попов."),
    ("uk", "Це 5 млн дол. США. | Угода є."),
    ("bg", "Роден е през 1959 г. в гр. Банкя. | Проф. Б. К. Иванов мълчи."),
    ("pl", "Prof. Nowak przyszedł 3 maja 2021 r. | Nikt nie wiedział."),
    ("pl", "Dał 3 proc. PKB p. Kowalski. | Nic więcej."),
    ("zh", "“不知道……”王先生说。| “为什么？”|没人知道。"),
    ("cs", "Stalo se to 5. května 2020. | Nikdo nic neviděl."),
    ("el", "Πού είναι; | Ο κ. Παππάς δεν ξέρει."),
    ("zh", "“你好！”他说。| 价格是3.5元。| 很贵！"),
    ("ja", "「行きます。」と彼は言った。| 雨だった。"),
    ("ko", "그는 서울에 도착했다. | 가격은 3.5% 올랐다."),
    ("hi", "डॉ. सिंह आए। | क्या वे बोलेंगे?"),
    ("ar", "قال د. محمد ذلك. | هل سيعود؟ | لا."),
]


@pytest.mark.parametrize(("language", "marked"), FOREIGN)
def test_sentences_of_other_languages_end_where_a_reader_ends_them(
    language: str, marked: str
) -> None:
    assert_cut(marked, language)


def test_a_text_in_an_unknown_language_is_read_by_its_script() -> None:
    assert_cut("Ген. Ковач, ул. Нова 5, 3 тыс. дин. | Mr. Roe.", "xx")


def assert_cut(marked: str, language: str) -> None:
    """Check that `marked` is cut at its bars, which are not part of the text."""
    text = marked.replace("| ", "").replace("|", "")
    expected = [words.strip() for words in marked.split("|")]
    found = [text[start:end] for start, end, _ in segments(text, language)]
    assert [words.strip("\u200b ") for words in found] == [w.strip("\u200b ") for w in expected]


HOSTILE = [
    "a.",
    "A. ",
    ".",
    "(",
    '"',
    " ",
    "? ",
    ".[1]",
    "[a",
    "\n",
    "a\n",
    "> ",
    "1) ",
    "!🎉",
    ". . . ",
    "a. (1 ",
    "a. [b ",
    "😢 The ",
    ".[a b ",
    "a. (A. B. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    begin = time.perf_counter()
    list(segments(piece * (200_000 // len(piece)), "en"))
    assert time.perf_counter() - begin < 5


def test_one_paragraph_of_a_megabyte_is_cut_like_its_parts() -> None:
    words = "Dr. No said “It is 3.5 %! It fell.” He left the U.S. She stayed. "
    small, large = list(segments(words * 10, "en")), list(segments(words * 15_000, "en"))
    assert large[: len(small)] == small
    assert len(large) == 1_500 * len(small)

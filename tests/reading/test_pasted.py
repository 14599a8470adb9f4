"""What is pasted as a source fills the fields of an evidence item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId
from factcheck.reading.pasted import source_in

URL = "https://example.org/figures"
QUOTE = "The town has 5 schools"


def told(pasted: str) -> dict[str, str]:
    """Return what a paste says, without what it leaves empty."""
    return {field: words for field, words in source_in(pasted)._asdict().items() if words}


def test_an_address_alone_is_the_address() -> None:
    assert told(f"  {URL}\n") == {"url": URL}


@pytest.mark.parametrize(
    "pasted",
    [
        f"{QUOTE}\n{URL}",
        f"{URL}\n{QUOTE}",
        f"{QUOTE} {URL}",
        f"{URL} {QUOTE}",
        f"{QUOTE} ({URL})",
        f"{QUOTE} <{URL}>",
        f"{URL} - {QUOTE}",
        f"{URL}: {QUOTE}",
        f"* {QUOTE} ({URL})",
        f"{QUOTE} [1]({URL})",
        f"{QUOTE}\r\n{URL}\r\n",
        f'"{QUOTE}" ({URL})',
        f"{URL}\n\n> {QUOTE}",
        f"Source: {URL}\n{QUOTE}",
        f'"{QUOTE}" {URL}',
        f"{URL}\n'{QUOTE}'",
        f"“{QUOTE}”\n{URL}",
        f"„{QUOTE}“ {URL}",
        f"„{QUOTE}” {URL}",
        f"«{QUOTE}» {URL}",
        f"« {QUOTE} » {URL}",
        f"»{QUOTE}« {URL}",
        f"”{QUOTE}” {URL}",
        f"「{QUOTE}」{URL}",
    ],
)
def test_a_quote_beside_an_address_is_told_from_it(pasted: str) -> None:
    assert told(pasted) == {"url": URL, "quote": QUOTE}


def test_without_an_address_all_of_it_is_a_quote() -> None:
    assert told(QUOTE) == {"quote": QUOTE}
    assert told(f"“{QUOTE}”") == {"quote": QUOTE}
    assert told("https://") == {"quote": "https://"}


def test_a_quote_over_several_lines_keeps_them() -> None:
    assert told(f"One line.\nAnother line.\n{URL}")["quote"] == "One line.\nAnother line."
    assert told(f"> One line.\n> Another line.\n\n{URL}")["quote"] == "One line.\nAnother line."


@pytest.mark.parametrize(
    "quote",
    [
        "It's the town's fifth school",
        'The mayor said "great" on Monday.',
        '"The budget doubled," said the mayor, "in a year."',
        '"The budget doubled," said the mayor.',
        "On 5 March 2024 the mayor — Jane Doe — said no.",
        "It is in the archive (2024) of the town.",
        "The share rose from 5 to 7 per cent",
    ],
)
def test_a_sentence_stays_whole(quote: str) -> None:
    assert told(f"{quote} {URL}") == {"url": URL, "quote": quote}


def test_quotations_inside_a_quotation_stay_in_it() -> None:
    assert told(f"“He said ‘no’ to it” {URL}")["quote"] == "He said ‘no’ to it"
    assert told(f"„Er sagte „nein“ dazu“ {URL}")["quote"] == "Er sagte „nein“ dazu"


@pytest.mark.parametrize(
    "pasted",
    [
        f"Schools of the town - The Courier {URL}",
        f"Schools of the town | The Courier\n{URL}",
        f"{URL}\nSchools of the town – The Courier",
        f"[Schools of the town]({URL}) - The Courier",
        f'[Schools of the town]({URL} "hint") · The Courier',
    ],
)
def test_a_title_with_its_publisher_is_no_quote(pasted: str) -> None:
    names = {"title": "Schools of the town", "publisher": "The Courier"}
    assert told(pasted) == {"url": URL, **names}


def test_a_title_may_be_a_question() -> None:
    names = {"title": "Did it double?", "publisher": "BBC News"}
    assert told(f"Did it double? - BBC News {URL}") == {"url": URL, **names}


def test_a_line_above_a_quote_is_a_title_and_one_below_it_a_publisher() -> None:
    assert told(f'Schools\n{URL}\n"{QUOTE}"')["title"] == "Schools"
    assert told(f'"{QUOTE}"\nThe Courier\n{URL}')["publisher"] == "The Courier"


def test_a_markdown_link_names_the_title() -> None:
    assert told(f"[Schools]({URL})") == {"url": URL, "title": "Schools"}
    assert told(f"> {QUOTE}\n\n[Schools]({URL})") == {
        "url": URL,
        "title": "Schools",
        "quote": QUOTE,
    }


def test_a_link_inside_a_sentence_is_a_part_of_it() -> None:
    quote = "According to The Courier, the town has 5 schools."
    pasted = quote.replace("The Courier", f"[The Courier]({URL})")
    assert told(pasted) == {"url": URL, "quote": quote}


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (
            f'"{QUOTE}." The Courier, 18 June 2024. {URL} (accessed 2 July 2024)',
            {
                "quote": f"{QUOTE}.",
                "publisher": "The Courier",
                "published": "2024-06-18",
                "accessed": "2024-07-02",
            },
        ),
        (
            f"“{QUOTE}” — Jane Doe, The Courier, June 2024 {URL}",
            {
                "quote": QUOTE,
                "author": "Jane Doe",
                "publisher": "The Courier",
                "published": "2024-06",
            },
        ),
        (
            f"It grew.\nIt has 5 schools. — Jane Doe, The Courier\n{URL}",
            {
                "quote": "It grew.\nIt has 5 schools.",
                "author": "Jane Doe",
                "publisher": "The Courier",
            },
        ),
        (
            f"The Courier: «{QUOTE}» {URL}",
            {"quote": QUOTE, "publisher": "The Courier"},
        ),
        (
            f"Smith, J. (2024, March 5). Schools. The Courier. Retrieved June 18, 2024, from {URL}",
            {
                "author": "Smith, J.",
                "title": "Schools",
                "publisher": "The Courier",
                "published": "2024-03-05",
                "accessed": "2024-06-18",
            },
        ),
        (
            f'Doe, Jane. "Schools of the town." The Courier, 18 June 2024, {URL}.',
            {
                "author": "Doe, Jane",
                "title": "Schools of the town",
                "publisher": "The Courier",
                "published": "2024-06-18",
            },
        ),
        (
            f"Schulen – Der Kurier, 3. März 2024, {URL} (abgerufen am 5. März 2024)",
            {
                "title": "Schulen",
                "publisher": "Der Kurier",
                "published": "2024-03-03",
                "accessed": "2024-03-05",
            },
        ),
        (f"{QUOTE}.\n18 June 2024\n{URL}", {"quote": f"{QUOTE}.", "published": "2024-06-18"}),
        (f"{QUOTE}. (accessed 2024-07-02) {URL}", {"quote": f"{QUOTE}.", "accessed": "2024-07-02"}),
        (
            f"5 écoles. Consulté le 3 mars 2024. {URL}",
            {"quote": "5 écoles.", "accessed": "2024-03-03"},
        ),
    ],
)
def test_a_citation_is_taken_apart(pasted: str, said: dict[str, str]) -> None:
    assert told(pasted) == {"url": URL, **said}


def test_the_words_that_an_address_marks_are_the_quote() -> None:
    marked = f"{URL}#:~:text=The%20town-,has%205,schools,-today&text=other"
    assert told(marked) == {
        "url": URL,
        "quote": "has 5 […] schools",
        "quote_before": "The town",
        "quote_after": "today",
    }
    assert told(f"{URL}#part:~:text=5%20schools") == {"url": f"{URL}#part", "quote": "5 schools"}


def test_a_quote_that_was_copied_counts_more_than_the_marked_words() -> None:
    pasted = f'"{QUOTE}"\n{URL}#:~:text=The%20town,schools'
    assert told(pasted) == {"url": URL, "quote": QUOTE}


@pytest.mark.parametrize(
    ("pasted", "url"),
    [
        (f"{URL}?utm_source=x&utm_medium=y&fbclid=z", URL),
        (f"{URL}?a=1&gclid=2&b=%20c#part", f"{URL}?a=1&b=%20c#part"),
        (f"{URL}?utmost=1", f"{URL}?utmost=1"),
        (f"{URL}#utm_source=x", URL),
        (f"See {URL}, please.", URL),
        ("https://en.wikipedia.org/wiki/Foo_(bar)", "https://en.wikipedia.org/wiki/Foo_(bar)"),
        (
            "(see https://en.wikipedia.org/wiki/Foo_(bar)).",
            "https://en.wikipedia.org/wiki/Foo_(bar)",
        ),
        (
            "[Foo](https://en.wikipedia.org/wiki/Foo_(bar))",
            "https://en.wikipedia.org/wiki/Foo_(bar)",
        ),
        ("HTTPS://example.org/A", "https://example.org/A"),
        ("www.example.org/a says so", "https://www.example.org/a"),
    ],
)
def test_the_address_is_kept_without_what_does_not_belong_to_it(pasted: str, url: str) -> None:
    assert source_in(pasted).url == url


@pytest.mark.parametrize(
    ("archived", "url"),
    [
        (f"https://web.archive.org/web/20240101120000/{URL}", URL),
        (f"https://web.archive.org/web/20240101120000/{URL}?utm_source=x", URL),
        (f"http://web.archive.org/web/2024id_/{URL}", URL),
        ("https://web.archive.org/web/2024/https:/example.org/figures", URL),
        ("https://web.archive.org/web/2024/example.org/a", "http://example.org/a"),
        (f"https://archive.ph/2024.01.01-120000/{URL}", URL),
        (f"https://archive.is/o/AbCdE/{URL}", URL),
        ("https://archive.today/AbCdE", ""),
        ("https://perma.cc/ABCD-1234", ""),
    ],
)
def test_an_archived_copy_is_told_from_the_page(archived: str, url: str) -> None:
    assert (source_in(archived).archived, source_in(archived).url) == (archived, url)


def test_a_page_and_its_archived_copy_are_both_kept() -> None:
    copy = "https://archive.ph/AbCdE"
    for pasted in (f"{URL} {copy}", f'{copy}\n"{QUOTE}"\n{URL}'):
        assert (source_in(pasted).url, source_in(pasted).archived) == (URL, copy)


def test_a_list_of_copies_is_no_copy() -> None:
    assert told(f"https://web.archive.org/web/*/{URL}") == {"url": URL}


PIECES = st.sampled_from(
    [
        *[
            "https://",
            URL,
            "web.archive.org/web/2024/",
            "#:~:text=",
            "www.a.b",
            "%",
            "[",
            "](",
            ")",
        ],
        *['"', "“", "”", "„", "«", "»", "'", ">", "\n", " - ", "|", ". ", "(", ",", "?", "&", "="],
        *[
            "accessed ",
            "2024-06-18",
            "31 February 2024",
            "0000-00-00",
            "word",
            "\ud800",
            "\x00",
            "é",
        ],
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join))
def test_whatever_is_pasted_can_be_kept_as_evidence(pasted: str) -> None:
    fields = source_in(pasted)._asdict()
    Evidence(claim=ClaimId("c"), **{**fields, "title": fields["title"] or "named"})


@pytest.mark.parametrize(
    "piece", ["«", '"', "'a ", "a. ", "(see ", "on ", "- ", "[a](", "1 May 2024 "]
)
def test_a_long_paste_takes_no_long_time(piece: str) -> None:
    assert source_in(piece * (19_000 // len(piece)) + f" {URL}").url == URL

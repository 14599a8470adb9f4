"""Tables become articles: JSON and CSV, a row an article or a row a sentence."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article
from factcheck.reading.formats import articles_in
from factcheck.reading.readers.columns import Columns

UNHURRIED = settings(deadline=None)
"""The first example waits for the libraries to load."""
SENTENCES = Columns(rows="sentences")
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def rows(content: str | bytes, name: str, columns: Columns = Columns()) -> list[Article | str]:  # noqa: B008
    """Return the articles in a table, and what is said about the other rows."""
    stream = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    found = articles_in(stream, name=name, columns=columns)
    return [str(row) if isinstance(row, Unreadable) else row for row in found]


def articles(content: str | bytes, name: str, columns: Columns = Columns()) -> list[Article]:  # noqa: B008
    found = rows(content, name, columns)
    assert not [row for row in found if isinstance(row, str)]
    return [row for row in found if isinstance(row, Article)]


def test_a_row_of_json_is_an_article_with_its_particulars() -> None:
    row = {
        "text": "One.\r\nTwo. ",
        "title": " A  title\n",
        "url": "https://example.org/1",
        "author": ["Ann", "Bob"],
        "publisher": "The Post",
        "date": "2024-06-18T23:30:00-05:00",
        "language": "pt_BR",
        "other": {"a": 1},
    }
    (article,) = articles(json.dumps(row), "a.jsonl")
    assert article.text == "One.\r\nTwo. "
    assert article.format == "jsonl"
    assert article.part == "row 1"
    assert article.particulars.model_dump() == {
        "title": "A title",
        "url": "https://example.org/1",
        "author": "Ann; Bob",
        "publisher": "The Post",
        "date": "2024-06-18",
        "language": "pt-BR",
    }


def test_a_bad_row_is_named_and_the_others_are_read() -> None:
    lines = [
        b'{"text": "A"}',
        b"nonsense",
        b'{"text": 5}',
        b'{"words": "a"}',
        b'{"text": "\xff\xc3"}',
    ]
    first, *problems, last = rows(b"\n".join([*lines, b"", b'{"text": "\xc3\xa9"}']), "a.jsonl")
    assert isinstance(first, Article)
    assert problems == [
        "row 2 is no JSON (Expecting value, character 1): mend it",
        "row 3 has a 'text' that is no text: write it in quotes",
        "row 4 has no 'text', but words: name the column with the text",
        "row 5 is not utf-8 text (byte 10 of it): save it as UTF-8",
    ]
    assert isinstance(last, Article)
    assert (last.text, last.part) == ("é", "row 7")


@pytest.mark.parametrize(
    "content", ['[{"text": "A"}, {"text": "B"}]', '[\n{"text": "A"},\n{"text": "B"}\n]']
)
def test_an_array_of_objects_is_rows_too(content: str) -> None:
    assert [(a.text, a.part) for a in articles(content, "a.json")] == [
        ("A", "row 1"),
        ("B", "row 2"),
    ]


def test_an_object_over_many_lines_is_one_article() -> None:
    (article,) = articles(json.dumps({"text": "A", "title": "B"}, indent=2), "a.json")
    assert article.particulars.title == "B"


def test_rows_are_read_as_they_come() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "A"}\n'
            buffer[: len(line)] = line
            return len(line)

    found = articles_in(io.BufferedReader(Endless()), name="a.jsonl")
    assert all(isinstance(next(found), Article) for _ in range(50_000))


@UNHURRIED
@given(st.lists(st.fixed_dictionaries({"text": WORDS, "title": WORDS}), min_size=1))
def test_json_is_read_exactly(table: list[dict[str, str]]) -> None:
    content = "\n".join(map(json.dumps, table))
    wanted = [row["text"] for row in table if row["text"].strip()]
    found = rows(content, "a.jsonl")
    assert [row.text for row in found if isinstance(row, Article)] == wanted
    assert len(found) == len(table)


@UNHURRIED
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1)
)
def test_each_row_with_words_begins_one_sentence(sentences: list[str]) -> None:
    spoken = [sentence for sentence in sentences if sentence.strip()]
    content = "\n".join(json.dumps({"text": sentence}) for sentence in sentences)
    if not spoken:
        with pytest.raises(Unreadable, match="no rows with text"):
            rows(content, "a.jsonl", SENTENCES)
        return
    (article,) = articles(content, "a.jsonl", SENTENCES)
    assert article.text == "\n".join(spoken)
    assert article.starts is not None
    assert len(article.starts) == len(spoken)
    for start, sentence in zip(article.starts, spoken, strict=True):
        assert article.text[start:].startswith(sentence.lstrip())


def test_neighbouring_rows_of_one_page_make_one_article() -> None:
    content = (
        "text,title,url\n One. ,T,https://a.org\nTwo.,T,https://a.org\n,T,https://a.org\n"
        "Three.,U,https://b.org\nFour.,T,https://a.org\n"
    )
    first, second, third = articles(content, "a.csv", SENTENCES)
    assert (first.text, first.starts, first.part) == (" One. \nTwo.", (1, 7), "row 1")
    assert (second.text, second.starts, second.particulars.title) == ("Three.", (0,), "U")
    assert third.part == "row 5"


def test_a_row_of_csv_is_an_article() -> None:
    content = 'text,title,date\n"One, ""two"".\r\nThree.",T,2024-06\r\n'
    (article,) = articles(content, "a.csv")
    assert article.text == 'One, "two".\r\nThree.'
    assert (article.particulars.title, article.particulars.date) == ("T", "2024-06")


@UNHURRIED
@given(st.lists(WORDS.filter(lambda word: "\r" not in word), min_size=1))
def test_csv_is_read_exactly(texts: list[str]) -> None:
    quoted = "".join('"' + text.replace('"', '""') + '"\n' for text in texts)
    found = rows("text\n" + quoted, "a.csv")
    assert [row.text for row in found if isinstance(row, Article)] == [
        text for text in texts if text.strip()
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_seen_in_the_heading(separator: str) -> None:
    content = f"id{separator}Text \n1{separator}A b.\n"
    (article,) = articles(content, "a.csv")
    assert article.text == "A b."


def test_quotation_marks_in_a_table_with_tabs_may_be_only_text() -> None:
    content = 'id\ttext\n1\tHe said "no" twice\n2\t"No", he said\n3\t"No\n'
    texts = [article.text for article in articles(content, "a.tsv")]
    assert texts == ['He said "no" twice', '"No", he said', '"No']


def test_a_table_with_tabs_may_quote_its_cells() -> None:
    content = 'id\ttext\n1\t"He said ""no""."\n2\t"Two\nlines"\n'
    assert [article.text for article in articles(content, "a.tsv")] == [
        'He said "no".',
        "Two\nlines",
    ]


def test_a_bad_row_of_csv_is_named_and_the_others_are_read() -> None:
    found = rows('text,title\nA,a\nB\nC,c,c\n"D"d,d\n\nE,e\n', "a.csv")
    assert [row if isinstance(row, str) else row.part for row in found] == [
        "row 1",
        "row 2 has 1 cells and the heading 2: mend its quotes",
        "row 3 has 3 cells and the heading 2: mend its quotes",
        "row 4 is no row (',' expected after '\"'): mend its quotes",
        "row 5",
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_a_table_is_read_in_its_encoding(codec: str) -> None:
    content = "title;text\nЗаголовок;Президент подписал указ.\n".encode(codec)
    (article,) = articles(content, "a.csv")
    assert article.text == "Президент подписал указ."


def test_columns_may_have_other_names() -> None:
    columns = Columns(text="claim", title="id")
    (article,) = articles('{"claim": "A b.", "id": "7"}', "a.jsonl", columns)
    assert (article.text, article.particulars.title) == ("A b.", "7")


def lines_of_a_book() -> Iterator[str]:
    yield from ('{"text": "' + "x" * 999_999 + '"}' for _ in range(11))


def test_an_article_of_too_many_sentences_is_refused_and_the_next_is_read() -> None:
    content = "\n".join([*lines_of_a_book(), '{"text": "A", "title": "B"}'])
    refusal, article = rows(content, "a.jsonl", SENTENCES)
    assert (
        refusal == "row 1 and those after it: is longer than 10,000,000 characters: add it in parts"
    )
    assert isinstance(article, Article)

"""The headings of tables of findings: which column each cell stands for, whatever it is called."""

import re
from collections.abc import Collection, Sequence
from types import MappingProxyType
from typing import Final

from factcheck.reading.data.tables.csv_columns import (
    CLAIM,
    COLUMNS,
    EVIDENCE,
    PUBLICATION,
    REMARKS,
    TAG,
    VERDICT,
)

LABEL: Final = "label"
"""A column that holds a tag or a rating, as other data sets call both."""
SOURCE: Final = "source"
"""A column that holds the address of a piece of evidence, or what it is called."""
_NAMES: Final = MappingProxyType(
    {
        "sentence": "text",
        "statement": "text",
        "exact": "text",
        "claim": CLAIM["text"],
        "speaker": CLAIM["claimant"],
        "verdict": "rating",
        "reason": "because",
        "reasons": "because",
        "explanation": "because",
        "justification": "because",
        "annotator": "reviewer",
        "document": "article",
        "title": "article",
        "file": "article",
        "filename": "article",
        "source": "article",
        "begin": "start",
        "comment": "note",
        "remark": "note",
        "quote": EVIDENCE["quote"],
        "stance": EVIDENCE["stance"],
        "locator": EVIDENCE["locator"],
        "question": EVIDENCE["question"],
        "answer": EVIDENCE["answer"],
        "archived": EVIDENCE["archived"],
        "accessed": EVIDENCE["accessed"],
    }
)
"""What other people call the columns."""
_BESIDE_EVIDENCE: Final = MappingProxyType(
    {
        "source": SOURCE,
        "url": EVIDENCE["url"],
        "title": EVIDENCE["title"],
        "publisher": EVIDENCE["publisher"],
        "author": EVIDENCE["author"],
    }
)
"""What they mean where a table has evidence, and says in another column which article it is on."""
_SIGNS_OF_EVIDENCE: Final = frozenset({"quote", "stance"})
_ARTICLES: Final = frozenset({"article", "article_id"})
_FINDINGS: Final = frozenset(
    {LABEL, SOURCE, *REMARKS}.union(
        *(columns.values() for columns in (TAG, VERDICT, EVIDENCE, PUBLICATION)),
        (column for field, column in CLAIM.items() if field != "text"),
    )
)
"""Columns that say something of words."""
_OF_PACKAGE: Final = frozenset({"sentence_id", "worded_by"})
"""What only the table of claims in a data package has, whose text is no sentence's."""
WRITE_ONLY: Final = "which is written and not read: import the json, jsonl or csv export"
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")


def meanings(heading: Sequence[str]) -> list[str]:
    """Return which column each cell of a heading stands for; empty where it stands for none.

    A column that is called as it should be comes before one that only means the same.
    """
    plain = _plain(heading)
    beside = _BESIDE_EVIDENCE if _is_of_evidence(plain) else {}
    known = {*COLUMNS, LABEL}.difference(beside)
    taken = known.intersection(plain)
    meant: list[str] = []
    for name in plain:
        other = {**_NAMES, **beside}.get(name, "")
        column = name if name in known else "" if other in taken else other
        meant.append("" if column in meant else column)
    return meant


def is_of_package(heading: Sequence[str]) -> bool:
    """Whether a table is one of a data package that would be mistaken for one of findings."""
    return _OF_PACKAGE.issubset(_plain(heading))


def lacking(columns: Collection[str]) -> str:
    """Return which columns a table of findings needs beside these; empty for none."""
    has_words = "text" in columns or CLAIM["text"] in columns
    has_places = {"start", "end"}.issubset(columns) and {"url", *_ARTICLES}.intersection(columns)
    if not (has_words or has_places):
        return "text, or article, start and end"
    if not _FINDINGS.intersection(columns):
        return "tag, rating, note, flag, claimant or evidence_url"
    return ""


def _plain(heading: Sequence[str]) -> list[str]:
    return [_BETWEEN_WORDS.sub("_", name.strip().casefold()).strip("_") for name in heading]


def _is_of_evidence(names: Collection[str]) -> bool:
    """Whether a table has evidence, and names the articles in columns of their own."""
    return bool(_SIGNS_OF_EVIDENCE.intersection(names) and _ARTICLES.intersection(names))

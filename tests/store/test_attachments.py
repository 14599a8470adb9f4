"""Files kept with evidence, each content once."""

import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest

from factcheck.store.store import Store


def test_what_is_kept_is_found_by_its_hash(store: Store) -> None:
    content = bytes(range(256))
    name = store.attachments.keep(content, "image/png")
    assert name == sha256(content).hexdigest()
    assert store.attachments.content(name) == content


def test_the_same_content_is_kept_once(store: Store) -> None:
    names = {store.attachments.keep(b"same", kind) for kind in ("text/plain", "image/png")}
    store.attachments.keep(b"other", "text/plain")
    assert sorted(store.attachments.sizes().values()) == [4, 5]
    assert len(names) == 1


def test_what_is_not_kept_is_none(store: Store) -> None:
    assert store.attachments.content("0" * 64) is None
    assert store.attachments.sizes() == {}


@pytest.mark.parametrize("statement", ["DELETE FROM attachment", "UPDATE attachment SET size = 0"])
def test_an_attachment_can_neither_be_changed_nor_deleted(store: Store, statement: str) -> None:
    store.attachments.keep(b"content", "text/plain")
    connection = sqlite3.connect(store.path)
    with closing(connection), pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert list(store.attachments.sizes().values()) == [7]

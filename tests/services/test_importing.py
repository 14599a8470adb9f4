"""What files of other tools say is taken whole or not at all, and never twice."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author, Kind, Origin
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.particulars import Particulars
from factcheck.domain.review import SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.domain.vocabulary.stance import Stance
from factcheck.reading.data.incoming import (
    Incoming,
    IncomingArticle,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.articles import review_of
from factcheck.services.importing.report import ImportReport
from factcheck.store.store import Store
from tests.importing import import_rows

ANN = Author(reviewer="ann")
TEXT = "The town grew. It is lovely.\n\nThe town grew. Read more."
GREW = Words(exact="The mine closed in 1990.")
PUBLISHED = Publication(url="https://checks.example.org/1", date="2026-01-02")
CLAIM = Claim(text="X")
FALSE = Verdict(rating="false", because="census")


def said(*values: Value, reviewer: str = "") -> tuple[Statement, ...]:
    return tuple(Statement(value, reviewer) for value in values)


def tagged(words: Words, tag: Tag, line: int = 1, reviewer: str = "") -> Incoming:
    return Incoming(line, words, said(TagValue(tag=tag), reviewer=reviewer))


def source(url: str = "https://example.org/", **fields: object) -> Evidence:
    return Evidence.of(claim=ClaimId(""), url=url, **fields)


def take(store: Store, *rows: Row, partial: bool = False) -> ImportReport:
    return import_rows(store, ANN, rows, partial=partial)


def sentences(store: Store, reviewer: str = "ann", article: int = 1) -> tuple[SentenceReview, ...]:
    document = store.documents.numbered(article)
    assert document
    return review_of(store, document, reviewer).sentences


def tags(store: Store, reviewer: str = "ann", article: int = 1) -> list[Tag | None]:
    return [sentence.tag for sentence in sentences(store, reviewer, article)]


def decisions(store: Store) -> int:
    return len(list(store.journal.decisions()))


def test_words_are_found_by_their_offsets(store: Store, article: Document) -> None:
    report = take(store, tagged(Words(article.id, 25, 37, "It is lovely."), Tag.OPINION))
    assert not report.refused
    assert tags(store) == [None, Tag.OPINION, None]
    (decision,) = store.journal.decisions()
    assert decision.origin is Origin.IMPORT


def test_words_that_moved_are_found_by_themselves(store: Store, article: Document) -> None:
    take(store, tagged(Words(article.id, 3, 16, "It is lovely."), Tag.OPINION))
    assert tags(store) == [None, Tag.OPINION, None]


def test_white_space_makes_no_difference(store: Store, article: Document) -> None:
    take(store, tagged(Words(article.id, exact="It  is\nlovely."), Tag.OPINION))
    assert tags(store) == [None, Tag.OPINION, None]


@pytest.mark.parametrize("name", ["article.txt", "https://example.org/town", "The town"])
def test_an_article_is_named_by_source_address_or_title(store: Store, name: str) -> None:
    particulars = Particulars(title="The town", url="https://example.org/town")
    take(store, tagged(Words(IncomingArticle(TEXT, particulars), 0, 14), Tag.CLAIM))
    document = store.documents.numbered(1)
    assert document
    store.documents.rename_source(document.id, "/folder/article.txt")
    assert not take(store, tagged(Words(name, 15, 28), Tag.OPINION)).refused
    assert tags(store)[:2] == [Tag.CLAIM, Tag.OPINION]


def test_another_version_of_an_article_is_found_by_its_address(store: Store) -> None:
    here = IncomingArticle("Now new. " + TEXT, Particulars(url="https://example.org/town"))
    take(store, Incoming(1, Words(here, 0, 8), ()))
    words = Words("0" * 64, 15, 28, "It is lovely.", page="https://example.org/town")
    assert not take(store, tagged(words, Tag.OPINION)).refused
    assert tags(store)[2] is Tag.OPINION


def test_an_article_that_is_not_here_is_named(store: Store) -> None:
    report = take(store, tagged(Words("town.txt", 0, 5), Tag.CLAIM, line=7))
    (trouble,) = report.refused
    assert trouble.line == 7
    assert "'town.txt'" in trouble.message
    assert "factcheck add" in trouble.message


def test_words_that_stand_twice_need_what_is_around_them(store: Store) -> None:
    article = IncomingArticle(TEXT)
    assert take(store, tagged(Words(article, exact="The town grew."), Tag.CLAIM)).refused
    around = Words(article, exact="The town grew.", prefix="lovely.\n\n", suffix=" Read")
    assert not take(store, tagged(around, Tag.CLAIM)).refused
    assert tags(store) == [None, None, Tag.CLAIM, None]


def test_words_that_stand_nowhere_are_refused(store: Store, article: Document) -> None:
    report = take(store, tagged(Words(article.id, 0, 9, "The mayor"), Tag.CLAIM))
    assert "stand nowhere" in report.refused[0].message
    report = take(store, tagged(Words(article.id, 900, 909), Tag.CLAIM))
    assert "offsets" in report.refused[0].message


def test_an_article_that_comes_with_its_sentences_is_kept_so(store: Store) -> None:
    article = IncomingArticle("One two. Three", Particulars(title="T"), (0, 4))
    report = take(store, tagged(Words(article, 4, 14), Tag.CLAIM))
    assert [item.sentence.text for item in sentences(store)] == ["One", "two. Three"]
    assert report.articles == ["T"]
    assert tags(store) == [None, Tag.CLAIM]


def test_a_part_of_a_sentence_that_is_tagged_claim_is_the_claims_wording(store: Store) -> None:
    take(store, tagged(Words(IncomingArticle(TEXT), 4, 8, "town"), Tag.CLAIM))
    (claim,) = sentences(store)[0].claims
    assert claim.claim.text == "town"


def test_two_parts_of_a_sentence_are_two_claims(store: Store) -> None:
    article = IncomingArticle("We spent 5 million, which is awful. More.")
    rows = [
        Incoming(1, Words(article, 0, 18), said(TagValue(tag=Tag.CLAIM), FALSE)),
        tagged(Words(article, 20, 34), Tag.CLAIM, line=2),
    ]
    for _ in range(3):
        assert not take(store, *rows).refused
        first, second = sentences(store)[0].claims
        assert (first.text, second.text) == ("We spent 5 million", "which is awful")
        assert (first.verdict, second.verdict) == (FALSE, None)
    assert not take(store, *rows).taken


def test_a_part_takes_no_wording_and_no_verdict_from_the_whole(
    store: Store, article: Document
) -> None:
    whole = Words(article.id, 0, 24)
    take(store, Incoming(1, whole, said(FALSE)))
    take(store, tagged(Words(article.id, 4, 8), Tag.CLAIM))
    first, second = sentences(store)[0].claims
    assert (first.claim.text, first.verdict) == ("", FALSE)
    assert (second.claim.text, second.verdict) == ("town", None)


def test_a_tag_over_several_sentences_is_one_of_each(store: Store) -> None:
    article = IncomingArticle(TEXT)
    take(store, tagged(Words(article, 0, 28), Tag.FILLER))
    assert tags(store) == [Tag.FILLER, Tag.FILLER, None, None]
    report = take(store, Incoming(2, Words(article, 0, 28), said(FALSE)))
    assert "factcheck merge" in report.refused[0].message


def test_everything_on_a_claim_is_taken(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    wording = Claim(text="The town grew in 2025.", claimant="The mayor", date="2025-03")
    quote = source(quote="4,000", stance=Stance.SUPPORTS)
    correction = Correction(kind=CorrectionKind.CORRECTION, text="A date was wrong.")
    row = Incoming(1, words, said(wording, FALSE, quote, PUBLISHED, correction))
    report = take(store, row)
    assert not report.refused
    (claim,) = sentences(store)[0].claims
    assert claim.claim == wording
    assert claim.verdict == FALSE
    assert claim.evidence[0].evidence.quote == "4,000"
    assert claim.publication == PUBLISHED
    assert claim.corrections == (correction,)
    assert report.taken == {kind: 1 for kind in Kind if kind in report.taken}


def test_importing_twice_adds_nothing(store: Store, article: Document) -> None:
    rows = (
        tagged(Words(article.id, 25, 37), Tag.OPINION),
        Incoming(
            2, Words(article.id, 0, 24), said(Claim(text="X"), FALSE, source(), Note(text="n"))
        ),
        Incoming(3, Words(article.id, 0, 24), said(Flag(reason="odd"), reviewer="ben")),
        Incoming(4, GREW, said(FALSE)),
    )
    take(store, *rows)
    before = decisions(store)
    report = take(store, *rows)
    assert decisions(store) == before
    assert not report.taken
    assert not report.articles
    assert sum(report.known.values()) == 7


def test_what_was_changed_since_is_not_imported_again(store: Store, article: Document) -> None:
    row = Incoming(1, Words(article.id, 0, 24), said(TagValue(tag=Tag.CLAIM), FALSE))
    take(store, row)
    deciding.tag(store, ANN, [sentences(store)[0].sentence.id], Tag.FILLER)
    assert not take(store, row).taken
    assert tags(store)[0] is Tag.FILLER


def test_an_import_that_was_taken_back_can_be_made_again(store: Store, article: Document) -> None:
    row = Incoming(1, Words(article.id, 0, 24), said(FALSE, source()))
    take(store, row)
    deciding.undo(store, ANN)
    assert tags(store)[0] is None
    assert take(store, row).taken == {Kind.VERDICT: 1, Kind.EVIDENCE: 1}


def test_what_a_file_leaves_out_stays(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(store, Incoming(1, words, said(Claim(text="X", claimant="Ann"), FALSE)))
    take(store, Incoming(1, words, said(Claim(text="Y"), Verdict(rating="false", missing="M"))))
    (claim,) = sentences(store)[0].claims
    assert claim.claim == Claim(text="Y", claimant="Ann")
    assert claim.verdict == Verdict(rating="false", because="census", missing="M")


def test_two_notes_on_one_sentence_are_both_kept(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    rows = [Incoming(n, words, said(Note(text=text))) for n, text in enumerate(("one", "two"))]
    take(store, *rows)
    note = sentences(store)[0].note
    assert note
    assert note.text == "one\n\ntwo"
    assert not take(store, *rows).taken


def test_reviewers_that_a_file_names_say_it_themselves(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(store, tagged(words, Tag.CLAIM), tagged(words, Tag.OPINION, reviewer="ben"))
    assert tags(store)[0] is Tag.CLAIM
    assert tags(store, "ben")[0] is Tag.OPINION
    report = take(store, tagged(words, Tag.OPINION, reviewer="x" * 101))
    assert "at most 100 letters" in report.refused[0].message


def test_one_bad_row_lets_nothing_in(store: Store) -> None:
    rows = (tagged(Words(IncomingArticle(TEXT), 0, 14), Tag.CLAIM), Refused(2, "no label"))
    report = take(store, *rows)
    assert not report.done
    assert len(store.documents) == 0
    assert decisions(store) == 0
    report = take(store, *rows, partial=True)
    assert report.done
    assert [trouble.line for trouble in report.refused] == [2]
    assert tags(store) == [Tag.CLAIM, None, None, None]


def test_a_row_is_taken_whole_or_not_at_all(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(
        store, Incoming(1, words, said(FALSE, Publication(url="https://a.org/", date="2026-01-02")))
    )
    row = Incoming(2, words, said(Note(text="n"), Verdict(rating="true"), source()))
    report = take(store, row, partial=True)
    assert "published" in report.refused[0].message
    assert sentences(store)[0].note is None
    assert take(store, Incoming(3, words, said(FALSE, Note(text="n")))).taken == {Kind.NOTE: 1}


def test_sentences_that_stand_alone_become_a_list(store: Store) -> None:
    rows = [
        tagged(Words(exact=text), tag, line)
        for line, (text, tag) in enumerate(
            [("One. Two.", Tag.CLAIM), ("Three\nfour", Tag.OPINION), ("One.  Two.", Tag.CLAIM)], 1
        )
    ]
    report = take(store, *rows)
    assert [item.sentence.text for item in sentences(store)] == ["One. Two.", "Three\nfour"]
    assert tags(store) == [Tag.CLAIM, Tag.OPINION]
    assert len(report.articles) == 1


def test_a_longer_list_adds_only_what_is_new(store: Store) -> None:
    rows = [tagged(Words(exact=text), Tag.FILLER) for text in ("One.", "Two.", "Three.")]
    take(store, *rows[:2])
    take(store, *rows)
    assert len(store.documents) == 2
    assert [item.sentence.text for item in sentences(store, article=2)] == ["Three."]


def test_a_claim_is_found_by_its_wording(store: Store, article: Document) -> None:
    take(store, Incoming(1, Words(article.id, 0, 24), said(Claim(text="It grew."))))
    take(
        store,
        Incoming(1, Words("https://nowhere.example/", exact="It grew.", alone=True), said(FALSE)),
    )
    assert len(store.documents) == 1
    assert sentences(store)[0].claims[0].verdict == FALSE


def test_a_claim_in_other_words_than_its_article_stands_alone(
    store: Store, article: Document
) -> None:
    row = Incoming(1, Words(article.id, exact="It shrank.", alone=True), said(FALSE))
    assert not take(store, row).refused
    assert len(store.documents) == 2
    assert take(store, row._replace(words=row.words._replace(alone=False))).refused


def test_a_verdict_of_nobody_that_stands_already_is_not_the_importers_own(
    store: Store, article: Document
) -> None:
    words = Words(article.id, 0, 24)
    take(store, Incoming(1, words, said(FALSE, reviewer="ben")))
    report = take(store, Incoming(1, words, said(Verdict(rating="false"))))
    assert report.known == {Kind.VERDICT: 1}
    assert sentences(store, "ann")[0].claims == ()
    assert take(store, Incoming(1, words, said(Verdict(rating="true")))).taken


def test_a_coarser_verdict_does_not_take_the_place_of_a_finer_one(
    store: Store, article: Document
) -> None:
    words = Words(article.id, 0, 24)
    take(store, Incoming(1, words, said(FALSE)))
    refuted = Verdict(rating="refuted", scale="averitec")
    assert not take(store, Incoming(1, words, said(refuted))).taken
    supported = Verdict(rating="supported", scale="averitec")
    assert take(store, Incoming(1, words, said(supported))).taken


def test_a_tag_that_is_only_supposed_gives_way(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(store, tagged(words, Tag.OPINION))
    take(store, Incoming(1, words, said(TagValue(tag=Tag.CLAIM), Note(text="n")), supposed=True))
    assert tags(store)[0] is Tag.OPINION
    assert sentences(store)[0].note
    take(
        store, Incoming(1, Words(article.id, 25, 37), said(TagValue(tag=Tag.CLAIM)), supposed=True)
    )
    assert tags(store)[1] is Tag.CLAIM


def test_rows_that_contradict_each_other_are_refused(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    rows = [tagged(words, Tag.CLAIM), tagged(words, Tag.OPINION, line=2)]
    for _ in range(2):
        report = take(store, *rows, partial=True)
        assert [trouble.line for trouble in report.refused] == [2]
        assert tags(store)[0] is Tag.CLAIM
    ratings = [Incoming(n, words, said(Verdict(rating=r))) for n, r in enumerate(("true", "false"))]
    assert take(store, *ratings).refused
    kinds = [
        Incoming(n, words, said(TagValue(tag=Tag.CLAIM, subtypes=(kind,))))
        for n, kind in enumerate(("numerical", "causal"))
    ]
    assert not take(store, *kinds).refused
    assert sentences(store)[0].subtypes == ("numerical", "causal")


def test_a_verdict_on_what_is_tagged_otherwise_is_refused(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    row = Incoming(1, words, said(TagValue(tag=Tag.OPINION), FALSE))
    assert "tagged otherwise" in take(store, row).refused[0].message
    rows = [tagged(words, Tag.OPINION), Incoming(2, words, said(FALSE))]
    assert "tagged otherwise" in take(store, *rows).refused[0].message


def test_several_pieces_of_evidence_do_not_contradict_each_other(
    store: Store, article: Document
) -> None:
    words = Words(article.id, 0, 24)
    rows = [Incoming(n, words, said(source(f"https://example.org/{n}"))) for n in range(3)]
    assert not take(store, *rows).refused
    assert len(sentences(store)[0].claims[0].evidence) == 3


def test_what_takes_the_place_of_something_is_told(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(store, Incoming(1, words, said(FALSE, Claim(claimant="Jane"))))
    report = take(store, Incoming(4, words, said(Verdict(rating="true"), Claim(claimant="Bob"))))
    assert [(trouble.line, trouble.message) for trouble in report.remarks] == [
        (4, "ann: rating false becomes true"),
        (4, "ann: claimant Jane becomes Bob"),
    ]


def test_of_a_claim_that_is_found_by_its_wording_only_gaps_are_filled(
    store: Store, article: Document
) -> None:
    known = Claim(text="It grew.", date="2020-05")
    take(store, Incoming(1, Words(article.id, 0, 24), said(known)))
    more = Claim(date="2020-05-01", claimant="Jane")
    take(store, Incoming(1, Words(exact="It grew."), said(more)))
    assert sentences(store)[0].claims[0].claim == known.model_copy(update={"claimant": "Jane"})


def test_words_of_several_claims_are_not_guessed(store: Store) -> None:
    for text in ("Cats bark. It grew.", "Dogs meow. It grew."):
        article = IncomingArticle(text)
        take(store, tagged(Words(article, 11, 19), Tag.CLAIM))
    report = take(store, Incoming(1, Words(exact="It grew."), said(FALSE)))
    assert "those of 2 claims here" in report.refused[0].message
    there = Words(IncomingArticle("Dogs meow. It grew."), exact="It grew.")
    assert not take(store, Incoming(1, there, said(FALSE))).refused


def test_evidence_makes_nobody_a_reviewer_of_what_is_a_claim_already(
    store: Store, article: Document
) -> None:
    words = Words(article.id, 0, 24)
    take(store, tagged(words, Tag.CLAIM), Incoming(2, words, said(source(), reviewer="ben")))
    assert tags(store, "ben") == [None, None, None]


def test_what_was_said_of_an_older_version_is_not_put_on_other_words(
    store: Store, article: Document, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_text(
        "The town grew last year by a lot. It is lovely.\n\nRead more here.\n", encoding="utf-8"
    )
    list(add_sources(store, ANN, [str(tmp_path / "article.txt")]))
    report = take(store, tagged(Words(article.id, 0, 24), Tag.CLAIM))
    assert "not the same in the newest version" in report.refused[0].message
    assert not take(store, tagged(Words(article.id, 25, 37), Tag.OPINION)).refused
    assert tags(store, article=2) == [None, Tag.OPINION, None]


def test_further_claims_of_a_sentence_have_their_numbers(store: Store, article: Document) -> None:
    statement = Statement(Claim(text="And more."), claim=2)
    take(store, Incoming(1, Words(article.id, 0, 24), (statement,)))
    first, second = sentences(store)[0].claims
    assert second.id == claim_id(first.sentence, 2)
    assert second.text == "And more."


def test_remarks_and_what_breaks_off_are_reported(store: Store) -> None:
    report = take(store, Remarked(3, "odd"), tagged(Words(exact="a\udc80b"), Tag.CLAIM, line=4))
    assert [(trouble.line, trouble.message) for trouble in report.remarks] == [(3, "odd")]
    assert "not Unicode" in report.refused[0].message


def test_each_reviewer_takes_back_their_own_part(store: Store, article: Document) -> None:
    words = Words(article.id, 0, 24)
    take(store, tagged(words, Tag.CLAIM), tagged(words, Tag.OPINION, reviewer="ben"))
    deciding.undo(store, Author(reviewer="ben"))
    assert tags(store)[0] is Tag.CLAIM
    assert tags(store, "ben")[0] is None

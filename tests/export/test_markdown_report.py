"""The verdict report in Markdown: what it says, and in which order."""

import re
from pathlib import Path
from time import process_time

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.identity import claim_id
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.report.edition import Edition
from factcheck.export.report.markdown import markdown_report
from factcheck.services import deciding, signing_off, verdicts
from factcheck.services.claims import describe_claim, link
from factcheck.services.recording import Remedy
from factcheck.services.reporting import reported
from factcheck.store.store import Store
from tests.export.harbour import harbour
from tests.export.reports import (
    ANN,
    BEN,
    FINDINGS,
    OWN_HEADINGS,
    READERS,
    add_text,
    blocks,
    cite,
    headings,
    judge,
    report,
    section,
    sentences,
    tag,
)

GOLDEN = Path(__file__).parent / "golden" / "report.md"


def test_the_whole_report_is_as_agreed(store: Store, tmp_path: Path) -> None:
    today = re.compile(r"20(?!2[0-4])\d\d-\d\d-\d\d")
    told = today.sub("TODAY", report(store, harbour(store, tmp_path)))
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_there_are_no_two_empty_lines_and_no_empty_sections(store: Store, tmp_path: Path) -> None:
    markdown = report(store, harbour(store, tmp_path))
    assert "\n\n\n" not in markdown
    assert not re.search(r"^#+ .*\n\n?(#+ |\Z)", markdown.replace("## Claims\n\n#", "#"), re.M)


def test_the_head_says_what_was_reviewed_by_whom_and_when(store: Store, article: Document) -> None:
    tag(store, ANN, article, 1, Tag.OPINION)
    tag(store, BEN, article, 1, Tag.OPINION)
    markdown = report(store, article)
    shown = blocks(READERS[0], markdown)
    (decision, *_) = store.journal.decisions()
    assert headings(READERS[0], markdown)[0] == article.title
    assert f"Read from: article.txt, on {article.added[:10]}" in shown
    assert any(line.startswith("Fact-checked") and decision.at[:10] in line for line in shown)
    assert "Reviewers: ann, ben" in shown
    assert f"SHA-256 of the article's text: {article.id}" in shown


def test_no_folder_of_the_desk_is_told(store: Store, article: Document) -> None:
    assert str(Path(article.source).parent) not in report(store, article)


def test_an_untouched_article_says_that_all_is_open(store: Store, article: Document) -> None:
    markdown = report(store, article)
    assert "- Reviewers: nobody yet" in markdown
    assert "No sentence is tagged as a claim." in section(markdown, "Claims")
    assert "- Undecided sentences: 1-3" in section(markdown, "Still open")
    assert "| undecided | 3 |" in section(markdown, "Summary")
    assert "Nobody has reviewed the article yet." in section(markdown, "Method")
    assert "2. undecided: It is lovely." in markdown


def test_what_is_open_is_said_and_not_hidden(store: Store, article: Document) -> None:
    tag(store, ANN, article, 1, Tag.CLAIM)
    tag(store, ANN, article, 2, Tag.OPINION)
    markdown = report(store, article)
    still_open = section(markdown, "Still open")
    assert "- Undecided sentences: 3" in still_open
    assert "- Claims without a verdict, in sentences: 1" in still_open
    assert "- Claims without evidence, in sentences: 1" in still_open
    assert "**Verdict: no verdict yet**" in markdown
    assert "Evidence: none recorded." in markdown


def test_a_claim_not_worth_a_check_is_not_open(store: Store, article: Document) -> None:
    tag(store, ANN, article, 2, Tag.OPINION)
    tag(store, ANN, article, 3, Tag.FILLER)
    first = claim_id(sentences(store, article)[0].sentence.id)
    describe_claim(store, ANN, first, {"worthiness": "unimportant"})
    assert "- " not in section(report(store, article), "Still open").partition("###")[0]


def test_a_finished_review_says_that_nothing_is_open(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "true")
    cite(store, article, 1, url="https://example.org/")
    tag(store, ANN, article, 2, Tag.OPINION)
    tag(store, ANN, article, 3, Tag.FILLER)
    still_open = section(report(store, article), "Still open")
    assert still_open.partition("###")[0].strip() == (
        "Nothing: every sentence is decided, and every claim has a verdict and evidence."
    )


def test_a_flag_is_open_until_it_is_cleared(store: Store, article: Document) -> None:
    deciding.flag(store, BEN, [sentences(store, article)[1].sentence.id], "odd")
    still_open = section(report(store, article), "Still open")
    assert "- Doubt about sentence 2 (ben): odd" in still_open


def test_findings_stand_by_severity(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "true")
    found = section(report(store, article), "Still open").partition(f"### {FINDINGS}")[2]
    errors, warnings = found.index("errors:"), found.index("arnings:")
    assert errors < warnings
    assert "(verdict-reasoned)" in found[:warnings]


def test_the_summary_counts_sentences_and_verdicts(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "mostly-false")
    tag(store, ANN, article, 2, Tag.OPINION)
    summary = section(report(store, article), "Summary")
    for row in (
        *("| claim | 1 |", "| opinion | 1 |", "| filler | 0 |", "| undecided | 1 |"),
        *("| all | 3 |", "| Mostly false | 1 |", "| all | 1 |"),
    ):
        assert row in summary
    assert "reviewers differ" not in summary
    assert "1. **Mostly false**: The town grew last year." in summary
    for reader in READERS:
        tokens = [token.type for token in reader.parse(summary)]
        assert tokens.count("table_open") == 2


def test_a_claim_shows_its_sentence_wording_verdict_and_reasons(
    store: Store, article: Document
) -> None:
    judge(store, ANN, article, 1, "half-true", "The census *says* so.\n\nAnd the mayor.")
    wording = {
        "text": "The town grew in 2023.",
        "claimant": "Jo",
        "claimant_role": "mayor",
        "date": "2024",
        "place": "Town hall",
        "first_appearance": "https://example.org/speech",
        "types": "numerical",
        "topics": "growth",
    }
    claim = claim_id(sentences(store, article)[0].sentence.id)
    describe_claim(store, ANN, claim, wording)
    claims = section(report(store, article), "Claims").splitlines()
    for line in (
        "### Claim 1: Half true",
        "> The town grew in 2023.",
        "Said by Jo, mayor, on 2024, in Town hall.",
        r"First seen: <https://example.org/speech>",
        "In sentence 1 of the article: The town grew last year.",
        "Kind: Numerical",
        "Topics: growth",
        "**Verdict: Half true**. Parts that matter are right and parts that matter are wrong.",
        "The census *says* so.",
        "And the mayor.",
    ):
        assert line in claims


def test_the_whole_scale_is_shown_with_the_rating_marked(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "mostly-false")
    judge(store, ANN, article, 2, "unproven")
    claims = section(report(store, article), "Claims")
    steps = "False · **Mostly false** · Half true · Mostly true · True"
    assert f"{steps}. Beside it: Unproven · Missing context.\n" in claims
    assert "True. Beside it: **Unproven** · Missing context.\nThis rating is beside the" in claims


def test_two_reviewers_who_differ_stand_side_by_side(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "false", "Census.")
    judge(store, BEN, article, 1, "true", "Mayor.")
    tag(store, ANN, article, 2, Tag.OPINION)
    tag(store, BEN, article, 2, Tag.FILLER)
    lines = report(store, article).splitlines()
    assert any(line.startswith("**Verdict: False** (ann).") for line in lines)
    assert any(line.startswith("**Verdict: True** (ben).") for line in lines)
    assert {"Census.", "Mayor."} <= set(lines)
    assert "1. claim, reviewers differ (claim 1): The town grew last year." in lines
    assert "2. opinion (ann), filler (ben): It is lovely." in lines
    assert lines.count("| reviewers differ | 1 |") == 2
    assert "- Sentences tagged differently: 2" in lines
    assert "- Claims judged differently, in sentences: 1" in lines
    assert any(line.startswith("Second verdicts: 1, of which 1 given blind") for line in lines)


def test_reviewers_who_agree_are_counted_once(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "false")
    judge(store, BEN, article, 1, "false")
    markdown = report(store, article)
    assert "| False | 1 |" in markdown
    assert "1. claim, False (claim 1): The town grew last year." in markdown
    assert markdown.count("The scale, from worst to best") == 1


def test_what_was_adjudicated_stands_first(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "false")
    judge(store, BEN, article, 1, "true")
    claim = claim_id(sentences(store, article)[0].sentence.id)
    signing_off.adjudicate(store, Author(reviewer="eve"), claim, "half-true")
    claims = section(report(store, article), "Claims")
    assert "### Claim 1: Half true" in claims
    places = [claims.index(words) for words in ("Half true** (eve)", "False** (ann)", "(ben)")]
    assert places == sorted(places)


def test_a_correction_says_what_was_changed_and_when(store: Store, article: Document) -> None:
    claim = claim_id(sentences(store, article)[0].sentence.id)
    judge(store, ANN, article, 1, "false")
    signing_off.vote(store, BEN, claim, "approve")
    signing_off.publish(store, BEN, claim, "https://desk.example.org/town", "2024-07-02")
    remedy = Remedy(kind=CorrectionKind.CORRECTION, text="We had *misread* a table.")
    verdicts.judge(store, ANN, claim, "half-true", "The table.", remedy=remedy)
    *_, last = store.journal.decisions()
    claims = section(report(store, article), "Claims")
    told = f"**Correction** ({last.at[:10]}; False to Half true): We had \\*misread\\* a table."
    assert f"\n{told}\n\nChanged: verdict.\n" in claims
    page = r"<https://desk.example.org/town>"
    assert f"\nPublished on 2024-07-02: {page}\n" in claims


def test_verdicts_that_a_reader_is_not_to_see_are_not_given_away(
    store: Store, article: Document
) -> None:
    judge(store, ANN, article, 1, "false", "Census.")
    judge(store, BEN, article, 1, "true", "Mayor.")
    markdown = report(store, article, reader="eve")
    assert "Left out until you have judged the claims: 2 verdicts" in markdown
    for word in ("False**", "True**", "Census", "Mayor", "differ", "disputed", "State:"):
        assert word not in markdown


def test_evidence_is_grouped_and_its_sources_are_numbered(store: Store, article: Document) -> None:
    census = {"url": "https://example.org/census", "title": "Census", "publisher": "Bureau"}
    quote = "It grew.\nBy a lot."
    dates = {"accessed": "2024-06-18", "archived": "https://example.com/copy"}
    cite(store, article, 1, **census, quote=quote, stance=Stance.SUPPORTS, **dates)
    cite(store, article, 1, url="https://example.org/", stance=Stance.REFUTES, accessed="2024")
    cite(store, article, 2, **census, accessed="2023", not_archived="It is on paper.")
    markdown = report(store, article)
    first, _, second = section(markdown, "Claims").partition("### Claim 2")
    assert first.index("Evidence for the claim:") < first.index("Evidence against the claim:")
    assert r"- \[1\] [Census](<https://example.org/census>), Bureau, read 2024-06-18" in first
    assert r"- \[2\] [example\.org](<https://example.org/>), read 2024" in first
    assert "Context:" in second
    assert r"- \[1\] [Census](<https://example.org/census>), Bureau, read 2023" in second
    sources = section(markdown, "Sources")
    copy = "[archived copy](<https://example.com/copy>)"
    assert f"1. [Census](<https://example.org/census>), Bureau, {copy}, claims 1-2" in sources
    for reader in READERS:
        assert {"It grew.", "By a lot."} <= set(blocks(reader, markdown))


def test_an_anonymous_source_has_neither_name_nor_link(store: Store, article: Document) -> None:
    known = {"url": "https://example.org/clerk", "title": "Clerk", "author": "Jo Clerk"}
    cite(store, article, 1, **known, archived="https://example.com/copy", locator="room 7")
    cite(store, article, 1, **known, anonymous=True, anonymous_reason="The post.", quote="Yes.")
    markdown = report(store, article)
    assert r"- \[2\] a source that has to stay anonymous, read" in markdown
    assert "Not named because: The post." in markdown
    assert markdown.count("Clerk") == 3  # twice by name, once by its author
    assert markdown.count("example.org/clerk") == 2


def test_all_evidence_of_a_stance_is_one_list(store: Store, article: Document) -> None:
    for number in range(12):
        cite(store, article, 1, url=f"https://example.org/{number}", quote="# one\n- two")
    claims = section(report(store, article), "Claims")
    for reader in READERS:
        tokens = [token.type for token in reader.parse(claims)]
        assert tokens.count("bullet_list_open") == 1
        assert tokens.count("list_item_open") == 12


def test_further_claims_of_a_sentence_are_reported_in_order(
    store: Store, article: Document
) -> None:
    first = sentences(store, article)[0].sentence.id
    describe_claim(store, ANN, claim_id(first, 2), {"text": "It is a town."})
    judge(store, ANN, article, 2, "false")
    found = headings(READERS[0], report(store, article))
    assert [heading for heading in found if heading.startswith("Claim ")] == [
        "Claim 1: no verdict yet",
        "Claim 2: no verdict yet",
        "Claim 3: False",
    ]


def test_links_lead_to_claims_here_and_in_other_articles(
    store: Store, article: Document, tmp_path: Path
) -> None:
    other = add_text(store, tmp_path, "The *town* shrank in 2020.\n", name="other.txt")
    mine = [claim_id(review.sentence.id) for review in sentences(store, article)]
    theirs = claim_id(sentences(store, other)[0].sentence.id)
    link(store, ANN, mine[0], mine[1], "broader")
    link(store, ANN, mine[0], theirs, "same", "as *said*")
    claims = section(report(store, article), "Claims")
    assert "- Broader than claim 2: It is lovely." in claims
    assert "- Narrower than claim 1: The town grew last year." in claims
    other_place = r"2:1, The \*town\* shrank in 2020."
    assert f"- The same as {other_place}: The \\*town\\* shrank" in claims
    assert r"(as \*said\*)" in claims


def test_several_articles_stand_one_after_the_other(
    store: Store, article: Document, tmp_path: Path
) -> None:
    other = add_text(store, tmp_path, "Another article is here today.")
    for reader in READERS:
        found = headings(reader, report(store, article, other))
        assert found == [article.title, *OWN_HEADINGS, other.title, *OWN_HEADINGS]


def test_a_list_with_gaps_keeps_the_numbers_of_the_sentences(
    store: Store, article: Document
) -> None:
    whole = reported(store, article)
    some = whole._replace(sentences=(whole.sentences[0], whole.sentences[2]))
    markdown = "\n".join(markdown_report([some]))
    for reader in READERS:
        starts = [
            token.attrs.get("start", 1)
            for token in reader.parse(markdown)
            if token.type == "ordered_list_open"
        ]
        assert starts == [1, 3]


def test_the_view_and_what_was_left_out_are_said(store: Store, article: Document) -> None:
    selection = Selection(view=View.AGREED, tags=(Tag.CLAIM,), reviewers=("ann",))
    lines = markdown_report([reported(store, article)], Edition(selection=selection))
    method = section("\n".join(lines), "Method")
    told = "The report shows the findings of ann alone. It leaves out sentences that nobody tagged"
    assert f"{told} as claim." in method
    agreed = Edition(selection=Selection(view=View.AGREED))
    method = section("\n".join(markdown_report([reported(store, article)], agreed)), "Method")
    assert "what all reviewers agree on, and calls the rest undecided." in method


def test_no_articles_make_an_empty_report() -> None:
    assert list(markdown_report([])) == []


@pytest.mark.soak
def test_a_book_is_reported_in_seconds(store: Store, tmp_path: Path) -> None:
    text = "\n\n".join(f"The harbour budget number {number} doubled." for number in range(20_000))
    article = reported(store, add_text(store, tmp_path, text))
    began = process_time()
    assert sum(1 for _ in markdown_report([article])) > 20_000
    assert process_time() - began < 5

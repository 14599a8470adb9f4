"""What the margin of an article marks."""

from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.linting.marks import marks
from tests.domain.linting.dossiers import CLAIM, DOCUMENT, FIRST


def finding(subject: str, severity: Severity) -> Finding:
    return Finding("a-rule", severity, "1:1", subject, "", "something")


def test_a_sentence_is_marked_with_its_gravest_finding() -> None:
    found = [
        finding(FIRST, Severity.NOTE),
        finding(CLAIM, Severity.ERROR),
        finding(f"{FIRST}#2", Severity.WARNING),
    ]
    assert marks(found) == {FIRST: Severity.ERROR}


def test_what_is_found_on_the_whole_article_marks_no_sentence() -> None:
    assert marks([finding(DOCUMENT.id, Severity.ERROR)]) == {}

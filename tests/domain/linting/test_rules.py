"""Every rule lets a complete fact-check pass, and objects where its subject is at fault."""

from collections.abc import Iterator, Mapping

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.linting.dossier import LintedSentence
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Rule
from factcheck.domain.linting.rules import RULES
from factcheck.domain.review import ClaimReview
from factcheck.domain.vocabulary.claims import Worthiness
from tests.domain.linting.dossiers import (
    CLAIM,
    FIRST,
    claim,
    dossier,
    found,
    judged,
    sentence,
    worded,
)
from tests.domain.linting.objected import FAILING
from tests.domain.linting.passed import PASSING
from tests.domain.linting.variants import Checked, written


def cases(table: Mapping[str, Mapping[str, object]]) -> Iterator[ParameterSet]:
    for rule, named in table.items():
        for name, case in named.items():
            yield pytest.param(rule, case, id=f"{rule}: {name}")


def severities(checked: Checked, rule: str) -> list[Severity]:
    return [finding.severity for finding in found(checked) if finding.rule == rule]


def test_a_complete_fact_check_has_no_findings() -> None:
    assert found(dossier()) == []


def test_there_are_eighteen_rules_by_their_numbers() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 19))
    assert len({rule.id for rule in RULES}) == 18


def test_every_rule_is_tried_both_ways() -> None:
    rules = [rule.id for rule in RULES]
    assert list(FAILING) == rules
    assert list(PASSING) == rules


@pytest.mark.parametrize(("rule", "case"), cases(FAILING))
def test_a_rule_objects(rule: str, case: tuple[Severity, Checked]) -> None:
    severity, checked = case
    assert severity in severities(checked, rule)


@pytest.mark.parametrize(("rule", "checked"), cases(PASSING))
def test_a_rule_lets_pass(rule: str, checked: Checked) -> None:
    assert severities(checked, rule) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_gravest_finding_of_a_rule_is_as_grave_as_it_says(rule: Rule) -> None:
    seen = {
        severity for _, case in FAILING[rule.id].values() for severity in severities(case, rule.id)
    }
    assert min(seen, key=lambda severity: severity.rank) is rule.severity


def test_a_claim_of_which_nothing_is_said_yet_is_left_alone() -> None:
    assert found(ClaimReview(id=CLAIM, sentence=FIRST, text="They grew?")) == []


def test_a_claim_that_was_dropped_is_left_alone() -> None:
    dropped = Claim(text="They grew?", worthiness=Worthiness.UNIMPORTANT)
    assert found(claim(claim=dropped, publication=None)) == []
    assert found(claim(claim=dropped)) != []


def test_findings_name_their_place_as_it_is_typed() -> None:
    second = judged(because="").model_copy(update={"id": f"{FIRST}#2"})
    checked = dossier(sentences=(LintedSentence(sentence(1, 0, 25), True, (claim(), second)),))
    (finding,) = found(checked)
    assert (finding.ref, finding.subject) == ("1:1.2", f"{FIRST}#2")
    assert finding.field == "verdict.because"


def test_findings_come_in_the_order_of_the_article() -> None:
    first = worded("They grew?", claimant="", date="")
    rules = [finding.rule for finding in found(first)]
    assert rules == [
        "wording-stands-alone",
        "wording-stands-alone",
        "claimant-named",
        "claim-dated",
    ]


def test_many_sentences_with_the_same_fault_are_one_finding() -> None:
    spans = [(8 * place, 8 * place + 7) for place in range(9)]
    (finding,) = found(written("One\ttwo " * 9, *spans))
    assert finding.ref == "1:1"
    assert finding.message.endswith("so at 1:2, 1:3, 1:4, 1:5 and 4 more")


@given(st.text())
def test_whatever_was_typed_can_be_linted(text: str) -> None:
    checked = worded(text, first_appearance=text, claimant=text)
    verdicts = {"ann": Verdict(rating="unproven", because=text, missing=text)}
    found(checked.model_copy(update={"verdicts": verdicts}))

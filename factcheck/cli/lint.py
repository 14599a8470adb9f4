"""The command that says what an editor would object to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.domain.display import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.linting.finding import Finding
    from factcheck.domain.linting.rule import Rule


@click.command()
@click.argument("articles", metavar="[ARTICLE ...]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the findings, or the rules, as JSON.")
@click.option("--rules", "list_rules", is_flag=True, help="List the rules instead.")
@click.pass_obj
def lint(setup: Setup, articles: tuple[str, ...], as_json: bool, list_rules: bool) -> None:
    """List what an editor would object to in some articles, or in all.

    The exit status is 1 where an error stands, and 0 where there are only warnings and notes. A
    project turns rules off in scheme.toml, each with a reason.
    """
    if list_rules and articles:
        raise click.UsageError("--rules lists the rules for all articles: name none")
    with open_database(setup) as opened:
        if list_rules:
            _list_rules(opened, as_json=as_json)
        else:
            _lint(opened, articles, as_json=as_json)


commands = (lint,)


def _lint(opened: OpenDatabase, articles: tuple[str, ...], *, as_json: bool) -> None:
    from factcheck.domain.linting.finding import Severity
    from factcheck.services import linting
    from factcheck.services.articles import articles_named

    documents = articles_named(opened.store, articles)
    findings = list(linting.lint(opened.store, documents))
    if as_json:
        print_json([_data(finding) for finding in findings])
    else:
        _say_findings(findings)
        _say_rules_off(opened)
    if any(finding.severity is Severity.ERROR for finding in findings):
        click.get_current_context().exit(1)


def _say_findings(findings: list[Finding]) -> None:
    from factcheck.domain.linting.finding import Severity

    rules = _rules_by_id()
    for item in findings:
        advice = rules[item.rule].advice
        say(f"{item.ref}  {item.severity}  {item.rule}  {item.message} ({advice})")
    severities = [item.severity for item in findings]
    counts = [counted(severities.count(severity), severity) for severity in Severity]
    say(", ".join(counts) if findings else "nothing to object to")


def _say_rules_off(opened: OpenDatabase) -> None:
    from factcheck.services.linting import rules_off, rules_unknown

    off = rules_off(opened.store)
    if off:
        reasons = "; ".join(f"{name} ({reason})" for name, reason in off.items())
        say(f"{counted(len(off), 'rule')} turned off: {reasons}")
    for name in rules_unknown(opened.store):
        say(f"scheme.toml turns off {name!r}, which is no rule: see `factcheck lint --rules`")


def _list_rules(opened: OpenDatabase, *, as_json: bool) -> None:
    from factcheck.domain.linting.rules import RULES
    from factcheck.services.linting import rules_off

    off = rules_off(opened.store)
    if as_json:
        print_json([_rule_data(rule, off) for rule in RULES])
        return
    for rule in RULES:
        say(f"{rule.number:>2}  {rule.id:<25}  {rule.severity:<7}  {rule.source}")
        say(f"    {rule.advice}")
        if rule.id in off:
            say(f"    turned off: {off[rule.id]}")


def _rules_by_id() -> dict[str, Rule]:
    from factcheck.domain.linting.rules import RULES

    return {rule.id: rule for rule in RULES}


def _data(finding: Finding) -> dict[str, object]:
    rule = _rules_by_id()[finding.rule]
    return {
        "rule": finding.rule,
        "number": rule.number,
        "severity": finding.severity,
        "ref": finding.ref,
        "field": finding.field,
        "message": finding.message,
        "advice": rule.advice,
        "source": rule.source,
    }


def _rule_data(rule: Rule, off: Mapping[str, str]) -> dict[str, object]:
    return {
        "rule": rule.id,
        "number": rule.number,
        "severity": rule.severity,
        "source": rule.source,
        "advice": rule.advice,
        "off": off.get(rule.id),
    }

"""Templates: a newsroom's own come first, their mistakes have a place, no word is structure."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidInput
from factcheck.export.report.edition import Edition
from factcheck.export.report.markdown import markdown_report
from factcheck.export.report.sandbox import Sandbox
from factcheck.export.report.templating import HTML, MARKDOWN, Form, Templates
from factcheck.services.reporting import reported
from factcheck.store.store import Store

NAME = "report.md.jinja"
HOSTILE = "*x* <b> [a](http://b.c) &amp; {{ 7 }} \x1b `c`"
SHOWN = "*x* <b> [a](http://b.c) &amp; {{ 7 }} ␛ `c`"
READER = MarkdownIt("gfm-like")


def made(folder: Path, template: str, form: Form = MARKDOWN, **facts: object) -> str:
    """Return what a newsroom's template makes of `facts`."""
    (folder / NAME).write_text(template, encoding="utf-8")
    return "\n".join(Templates(form, folder).lines(NAME, facts))


def told(store: Store, article: Document, folder: Path) -> str:
    return "\n".join(markdown_report([reported(store, article)], Edition(templates=folder)))


@pytest.mark.parametrize(
    "template",
    [
        "{{ words }}",
        "{{ words ~ '' }}",
        "{{ words + '' }}",
        "{{ '%s' % words }}",
        "{{ [words]|join }}",
        "{{ words|e }}",
        "{{ words|escape|string }}",
        "{% macro m(w) %}{{ w }}{% endmacro %}{{ m(words) }}",
        "{% set w %}{{ words }}{% endset %}{{ w }}",
        "{% autoescape false %}{{ words }}{% endautoescape %}",
        "{% filter trim %}{{ words }}{% endfilter %}",
        "{{ [link('http://x.y', 'w'), words]|join(' ') }}",
        "{{ link('http://x.y', 'w') }} {{ words }}",
    ],
)
def test_a_foreign_word_is_text_however_it_is_printed(tmp_path: Path, template: str) -> None:
    markdown = made(tmp_path, template, words=HOSTILE)
    inline = READER.parse(markdown)[1].children or []
    assert "".join(token.content for token in inline).removeprefix("w ") == SHOWN
    assert {token.type for token in inline} <= {"text", "link_open", "link_close"}


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_what_is_added_to_safe_words_is_text(words: str) -> None:
    environment = Templates(MARKDOWN)._environment
    for source in (
        "{{ link('http://x.y', 'w') ~ words }}",
        "{{ link('http://x.y', 'w') + words }}",
    ):
        inline = READER.parse(environment.from_string(source).render(words=words))[1].children
        assert not inline or {token.type for token in inline} == {"text"}


def test_html_shows_foreign_words_as_they_are(tmp_path: Path) -> None:
    page = made(tmp_path, "<p title='{{ words }}'>{{ words }}</p>", HTML, words="</p>'\x1b\u202e")
    assert page == "<p title='&lt;/p&gt;&#39;␛�'>&lt;/p&gt;&#39;␛�</p>"


def test_a_newsroom_replaces_a_block_and_keeps_the_rest(
    store: Store, article: Document, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / NAME).write_text(
        '{% extends "factcheck/report.md.jinja" %}\n'
        "{% block method %}\n\n## How we work\n\nBy {{ reviewers|join(', ') }}.\n{% endblock %}\n"
        "{% block title %}{{ super() }}\n*Our desk*\n{% endblock %}\n",
        encoding="utf-8",
    )
    markdown = told(store, article, tmp_path / "own")
    assert markdown.startswith("# The town grew last year. It is lovely.\n\n*Our desk*\n")
    assert "## How we work" in markdown
    assert "## Method" not in markdown
    assert "## Summary" in markdown


def test_a_newsroom_replaces_a_part_wherever_it_is_used(
    store: Store, article: Document, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    part = '{% extends "factcheck/summary.md.jinja" %}'
    (tmp_path / "own" / "summary.md.jinja").write_text(part, encoding="utf-8")
    assert told(store, article, tmp_path / "own") == "\n".join(
        markdown_report([reported(store, article)])
    )
    (tmp_path / "own" / "summary.md.jinja").write_text("\nIn short.\n", encoding="utf-8")
    markdown = told(store, article, tmp_path / "own")
    assert "\nIn short.\n\n## Claims\n" in markdown
    assert "## Summary" not in markdown


@pytest.mark.parametrize(
    ("template", "line", "problem"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("{{ nobody }}", 1, "'nobody' is undefined"),
        ("\n\n{{ document.nothing }}", 3, "has no attribute 'nothing'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("{{ 'a' + 1 }}", 1, "can only concatenate str"),
        ('\n{% include "no.md.jinja" %}', 2, "there is no template no.md.jinja"),
        ("{{ words|nothing }}", 1, "No filter named 'nothing'"),
        ('{% include "report.md.jinja" %}', 1, "recursion"),
        ('a\n{% include "factcheck/claim.md.jinja" %}', 2, "'claim' is undefined"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    store: Store, article: Document, tmp_path: Path, template: str, line: int, problem: str
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / NAME).write_text(template, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        told(store, article, own)
    assert str(caught.value).startswith(f"{own / NAME}, line {line}: ")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes("é".encode("latin-1"))
    with pytest.raises(InvalidInput, match=r"a template in .*: .*utf-8"):
        list(Templates(MARKDOWN, tmp_path).lines(NAME, {}))


def test_a_folder_without_a_template_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("# Report", encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"holds no template: put there .*report\.md\.jinja"):
        Templates(MARKDOWN, tmp_path)
    with pytest.raises(InvalidInput, match="holds no template"):
        Templates(MARKDOWN, tmp_path / "nowhere")


@pytest.mark.parametrize(
    "template",
    [
        "{{ document.__class__ }}",
        "{{ document.parse_raw('x') }}",
        "{{ document['parse_file']('/etc/passwd') }}",
        "{{ document|attr('model_dump_json') }}",
        "{{ sentences.__class__.__mro__ }}",
        "{{ sentences[0]._replace(number=1) }}",
        "{{ ''.__class__ }}",
        "{{ link.__globals__ }}",
        '{% include "../secret.md" %}',
        '{% include "/etc/passwd" %}',
        "{{ reviewers.append('x') }}",
    ],
)
def test_a_template_reaches_nothing_but_the_facts(
    store: Store, article: Document, tmp_path: Path, template: str
) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / NAME).write_text(template, encoding="utf-8")
    with pytest.raises(InvalidInput):
        told(store, article, own)


def test_facts_are_reached_by_dot_and_by_brackets(
    store: Store, article: Document, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text(
        "{{ document.title }}|{{ document['title'] }}|{{ document|attr('title') }}|"
        "{{ sentences[0].number }}|{{ sentences[0].label }}",
        encoding="utf-8",
    )
    title = article.title
    expected = f"{title}|{title}|{title}|1|undecided"
    assert told(store, article, tmp_path).replace("\\", "") == expected


def test_all_our_templates_can_be_read() -> None:
    for form in (MARKDOWN, HTML):
        environment = Templates(form)._environment
        assert isinstance(environment, Sandbox)
        for name in environment.list_templates(extensions=["jinja"]):
            environment.get_template(name)

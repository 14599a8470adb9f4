"""Templates of reports: ours, and a newsroom's own, in which no foreign word is structure.

A template is Jinja2. It is looked for in the newsroom's folder first and then among ours, which
can always be had as `factcheck/NAME`, to extend them and to replace a block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from traceback import extract_tb
from typing import Final

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from markupsafe import Markup, escape

from factcheck.domain.display import counted, displayable, flowing, one_line, ranges
from factcheck.domain.errors import InvalidInput
from factcheck.export.commonmark import link, literal, literal_lines
from factcheck.export.report.front_matter import scalar
from factcheck.export.report.reasons import as_html, as_markdown
from factcheck.export.report.sandbox import MarkdownSandbox, Sandbox
from factcheck.export.report.sentences import SentenceFacts

_PACKAGE: Final = "factcheck.export.report"
_OURS: Final = "factcheck"
"""What comes before the name of one of our templates, where a newsroom has one of that name."""
_GONE_WRONG: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template can raise by what it says."""


@dataclass(frozen=True, eq=False)
class Form:
    """What reports are written in, and how foreign words come into it."""

    folder: str
    """Where our templates are."""
    escape: Callable[[object], Markup]
    """Makes anything that is printed fit to stand there as its own characters."""
    filters: Mapping[str, Callable[..., object]]
    functions: Mapping[str, Callable[..., object]]
    environment: type[Sandbox]


class Templates:
    """The templates of one form of reports."""

    def __init__(self, form: Form, own: Path | None = None) -> None:
        """Know our templates, and those in a newsroom's `own` folder.

        Raises InvalidInput for a folder that takes the place of none of ours.
        """
        if own and not any((own / name).is_file() for name in _known()):
            names = ", ".join(sorted(_known()))
            raise InvalidInput(f"{own} holds no template: put there one or more of {names}")
        self._own = own
        self._environment = _environment(form, own) if own else _ours(form)

    def lines(self, name: str, facts: Mapping[str, object]) -> Iterator[str]:
        """Yield what a template makes of `facts`, line by line.

        Raises InvalidInput for what is wrong in a newsroom's template, with its line.
        """
        try:
            yield from _lines(self._environment.get_template(name).generate(facts))
        except _GONE_WRONG as error:
            place = _place(error, self._own) if self._own else ""
            if self._own and isinstance(error, UndefinedError):
                place = place or str(self._own)  # ours asks for what theirs was to say
            if not place:
                raise
            raise InvalidInput(f"{place}: {_what(error)}: mend it, or take it away") from error


def _known() -> frozenset[str]:
    """Return the names of our templates, in whatever form."""
    ours = PackageLoader(_PACKAGE).list_templates()
    return frozenset(name.partition("/")[2] for name in ours if name.endswith(".jinja"))


@cache
def _ours(form: Form) -> Sandbox:
    """Return our templates alone, each compiled once: that takes longer than a short report."""
    return _environment(form, None)


def _environment(form: Form, own: Path | None) -> Sandbox:
    ours = PackageLoader(_PACKAGE, f"templates/{form.folder}")
    folders = [FileSystemLoader(own)] if own else []
    environment = form.environment(
        loader=ChoiceLoader([*folders, PrefixLoader({_OURS: ours}), ours]),
        autoescape=True,
        finalize=form.escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    escaping = dict.fromkeys(("e", "escape", "forceescape"), form.escape)
    environment.filters.update({**escaping, "join": partial(_joined, form), **form.filters})
    environment.globals.update({"counted": counted, "spans": ranges, **form.functions})
    return environment


def _joined(form: Form, items: Iterable[object], between: str = "") -> Markup:
    """Return `items` one after the other, with what the template puts between them."""
    return Markup(between).join(map(form.escape, items))  # noqa: S704 - the template's own


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    line: list[str] = []
    for piece in pieces:
        begun, *more = str(piece).split("\n")
        line.append(begun)
        for part in more:
            yield "".join(line)
            line = [part]
    if any(line):
        yield "".join(line)


def _place(error: Exception, own: Path) -> str:
    """Return where in the newsroom's folder it went wrong; empty where it was elsewhere."""
    if isinstance(error, OSError | UnicodeDecodeError) and not isinstance(error, TemplateNotFound):
        return f"a template in {own}"
    places = [(frame.filename, frame.lineno or 1) for frame in extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, error.lineno))
    inside = [(file, line) for file, line in places if Path(file).is_relative_to(own)]
    return f"{inside[-1][0]}, line {inside[-1][1]}" if inside else ""


def _what(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.message}"
    return one_line(str(error))


def _html(value: object) -> Markup:
    """Return what is printed in HTML: characters that cannot be seen are made visible."""
    if isinstance(value, Markup):
        return value
    return escape("" if value is None else displayable(str(value)))


def _markdown(value: object) -> Markup:
    """Return what is printed in Markdown, on one line."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, int):
        return _safe(str(value))
    return _safe("" if value is None else literal(str(value)))


def _prose(text: str) -> Markup:
    """Return a reviewer's Markdown, tamed."""
    return _safe(as_markdown(text))


def _paragraphs(text: str) -> Markup:
    """Return text of several lines, each a paragraph."""
    return _safe("\n".join(literal_lines(text)))


def _quoted(markdown: Markup) -> Markup:
    """Return Markdown as a quotation."""
    return _safe("\n".join(f"> {line}".rstrip() for line in str(markdown).split("\n")))


def _runs(sentences: Iterable[SentenceFacts]) -> Iterator[list[SentenceFacts]]:
    """Yield sentences that follow one another, since a list of Markdown counts without a gap."""
    placed = enumerate(sentences)
    for _, run in groupby(placed, key=lambda each: each[1].number - each[0]):
        yield [sentence for _, sentence in run]


def _safe(markdown: str) -> Markup:
    return Markup(markdown)  # noqa: S704 - no foreign word in it is structure


MARKDOWN: Final = Form(
    folder="markdown",
    escape=_markdown,
    filters={
        "flowing": flowing,
        "paragraphs": _paragraphs,
        "prose": _prose,
        "quoted": _quoted,
        "runs": _runs,
        "yaml": lambda value: _safe(scalar(value)),
    },
    functions={"link": lambda address, words: _safe(link(address, words))},
    environment=MarkdownSandbox,
)
"""Reports in Markdown: CommonMark, with tables as GitHub writes them."""

HTML: Final = Form(
    folder="html",
    escape=_html,
    filters={"flowing": flowing, "prose": lambda text: Markup(as_html(text))},  # noqa: S704
    functions={},
    environment=Sandbox,
)
"""Reports in HTML."""

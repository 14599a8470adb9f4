"""The form that writes what was found, as data that other tools read."""

from typing import Final

from factcheck.domain.errors import InvalidInput
from factcheck.domain.selection import Selection
from factcheck.export.delivering import Target, view_for
from factcheck.export.format import Format
from factcheck.export.naming import slug
from factcheck.tui.desk import Desk
from factcheck.tui.exporting import Order
from factcheck.tui.screens.form import Field, Fields, FormSpec
from factcheck.tui.widgets.choice import lettered

_THIS: Final = "this"
_MINE: Final = "mine"
_WHICH: Final = (lettered([(_THIS, "this article"), ("all", "all articles")]),)
_WHOSE: Final = (
    lettered(
        [
            ("all", "everybody's, side by side"),
            ("agreed", "what all agree on"),
            ("adjudicated", "what was decided, or all agree on"),
            (_MINE, "only mine"),
        ]
    ),
)


def export_form(desk: Desk, form: Format, order: list[Order]) -> FormSpec:
    """Return the form that asks what is to be written where, and puts that into `order`."""
    document, replaceable = desk.document, set[Target]()
    values = {
        "articles": _THIS,
        "view": view_for(form, None, ()),
        "file": f"{slug(document.title)}{form.suffix if form.lines else ''}",
    }

    drafts = desk.store.drafts
    place = (desk.author.reviewer, f"export.{form.name}", document.id)

    def keep(draft: Fields | None) -> None:
        if draft is None:
            drafts.discard(*place)
        else:
            drafts.keep(*place, draft)

    def save(answers: Fields) -> None:
        target = Target.named(answers["file"].strip())
        if not answers["file"].strip():
            raise InvalidInput("file: say what it is to be called")
        if target.path.is_file() and target not in replaceable:
            replaceable.add(target)
            raise InvalidInput("file: is there already: ctrl+s again replaces it")
        order.append(Order(form, _selection(desk, form, answers, target), target))

    return FormSpec(
        title=f"Export · {form.name}",
        fields=(
            Field("articles", "What", options=_WHICH),
            Field("view", "Whose findings", options=_WHOSE),
            Field("file", "To which file, or folder" if form.files else "To which file"),
        ),
        values=values,
        save=save,
        keep=keep,
        draft=drafts.find(*place),
        about=f"{form.holds}. Where it holds others' verdicts, yours given later are not blind.",
    )


def _selection(desk: Desk, form: Format, answers: Fields, target: Target) -> Selection:
    mine = answers["view"] == _MINE
    reviewers = (desk.author.reviewer,) if mine else ()
    wanted = None if mine else answers["view"]
    try:
        view = view_for(form, wanted or None, reviewers, target)
    except InvalidInput as error:
        raise InvalidInput(f"view: {error}") from error
    articles = (desk.document.id,) if answers["articles"] == _THIS else ()
    return Selection(articles=articles, reviewers=reviewers, view=view)

"""The command that shows, lists and changes what a project has agreed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.domain.display import counted

if TYPE_CHECKING:
    from factcheck.domain.scales.scale import Rating, Scale
    from factcheck.domain.scheme.label import Label
    from factcheck.domain.scheme.scheme import Scheme, SignOff

_PROJECT: Final = ""
"""What stands for the project's own file where no other is named."""
_KEYS: Final = "123456789"
"""The keys that give the ratings in a review, by their places."""


@click.command()
@click.option("--list", "as_list", is_flag=True, help="Name all scales, with their ratings.")
@click.option(
    "--preview",
    metavar="[FILE]",
    is_flag=False,
    flag_value=_PROJECT,
    help="Show what FILE would change, or --use (default: the project's scheme.toml).",
)
@click.option(
    "--apply",
    metavar="[FILE]",
    is_flag=False,
    flag_value=_PROJECT,
    help="Put the scheme in FILE in force (default: the project's scheme.toml).",
)
@click.option("--use", metavar="SCALE", help="Judge on another scale from now on.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def scheme(
    setup: Setup,
    as_list: bool,
    preview: str | None,
    apply: str | None,
    use: str | None,
    as_json: bool,
) -> None:
    """Show the labels, the verdict scale and the rules that are in force.

    Verdicts and tags that were given under another scheme stay as they are, or are renamed where
    the file says so. One undo takes a change back.
    """
    _refuse_both(preview, apply, use, as_list=as_list)
    with open_database(setup) as opened:
        if as_list:
            _list(opened, as_json=as_json)
        elif preview is not None:
            _preview(opened, _wanted(opened, preview, use), as_json=as_json)
        elif apply is not None or use is not None:
            _apply(opened, _wanted(opened, apply, use), as_json=as_json)
        else:
            _show(opened, as_json=as_json)


commands = (scheme,)


def _refuse_both(preview: str | None, apply: str | None, use: str | None, *, as_list: bool) -> None:
    """Refuse options that say two different things."""
    changing = preview is not None or use is not None
    if as_list and (changing or apply is not None):
        raise click.UsageError("--list goes with none of --preview, --apply and --use")
    if apply is not None and changing:
        raise click.UsageError("--apply goes with neither --preview nor --use")
    if preview and use is not None:
        raise click.UsageError("preview either a FILE or --use")


def _wanted(opened: OpenDatabase, file: str | None, use: str | None) -> Scheme:
    from factcheck.services import schemes

    if use is not None:
        return schemes.with_preset(opened.store, use)
    return schemes.scheme_at(Path(file)) if file else schemes.scheme_of_project(opened.store)


def _preview(opened: OpenDatabase, wanted: Scheme, *, as_json: bool) -> None:
    from factcheck.services import schemes

    told, effects = schemes.preview(opened.store, wanted)
    if as_json:
        print_json({"changes": told, "in_use": [effect.model_dump() for effect in effects]})
        return
    for line in [*told, *(effect.line for effect in effects)]:
        say(line)
    if not told:
        say("nothing changes: it stands so already")


def _apply(opened: OpenDatabase, wanted: Scheme, *, as_json: bool) -> None:
    from factcheck.services import schemes

    decisions = schemes.apply(opened.store, opened.author, wanted)
    if as_json:
        _show(opened, as_json=True)
    elif not decisions:
        say("nothing changed: it stood so already")
    else:
        renamed = f", {counted(len(decisions) - 1, 'decision')} renamed" if decisions[1:] else ""
        say(f"saved: scheme {wanted.version}, scale {wanted.scale.key}{renamed}")


def _list(opened: OpenDatabase, *, as_json: bool) -> None:
    scales = list(opened.store.schemes.scales())
    if as_json:
        print_json([_scale_data(scale) for scale in scales])
        return
    width = max(len(scale.key) for scale in scales)
    for scale in scales:
        say(f"{scale.key:<{width}}  {', '.join(scale.keys)}")


def _show(opened: OpenDatabase, *, as_json: bool) -> None:
    scheme = opened.store.schemes.in_force()
    if as_json:
        print_json(_data(scheme))
        return
    say(f"scheme {scheme.version}")
    for tag, label in scheme.labels.items():
        _say_label(tag, label)
    say("before you tag an opinion, ask")
    for number, question in enumerate(scheme.questions, 1):
        say(f"    {number}. {question}")
    _say_scale(scheme.scale)
    _say_rules(scheme)


def _say_label(key: str, label: Label) -> None:
    say(f"{key}: {label.words}")
    say(f"    {label.definition}")
    say(f"    For example: {label.example}")
    if label.subtypes:
        say(f"    {'One' if label.one_only else 'Any'} of these kinds:")
    width = max(map(len, label.keys), default=0)
    for subtype in label.subtypes:
        say(f"      {subtype.key:<{width}}  {subtype.words}: {subtype.meaning}")


def _say_scale(scale: Scale) -> None:
    say(f"scale {scale.key}: {scale.name}")
    width = max(map(len, scale.keys))
    for place, rating in enumerate(scale.ratings):
        key, number = _KEYS[place : place + 1], rating.number or "off the scale"
        say(f"  {key:>1}  {rating.key:<{width}}  {number:<13}  {rating.words}: {rating.meaning}")


def _say_rules(scheme: Scheme) -> None:
    organisation = scheme.organisation
    say(f"sign-off: {_sign_off(scheme.sign_off)}")
    if organisation.name:
        say(f"published by: {' '.join(filter(None, (organisation.name, organisation.url)))}")
    if scheme.sites:
        say(f"our sites: {', '.join(scheme.sites)}")
    for rule, reason in scheme.checks_off.items():
        say(f"not checked: {rule}, because {reason}")


def _sign_off(rules: SignOff) -> str:
    editors = ", ".join(rules.editors) or "anybody who did not give the verdict"
    second = ", and a second verdict" if rules.second_verdict else ""
    return f"{counted(rules.approvals, 'approval')} by {editors}{second}"


def _data(scheme: Scheme) -> dict[str, Any]:
    told = scheme.model_dump(mode="json", exclude={"file", "labels", "scale"})
    labels = [{"key": tag, **label.model_dump()} for tag, label in scheme.labels.items()]
    return {**told, "labels": labels, "scale": _scale_data(scheme.scale)}


def _scale_data(scale: Scale) -> dict[str, Any]:
    return {**scale.model_dump(), "ratings": [_rating_data(rating) for rating in scale.ratings]}


def _rating_data(rating: Rating) -> dict[str, Any]:
    return {**rating.model_dump(), "off_scale": rating.off_scale}

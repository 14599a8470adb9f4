"""A Web Annotation as it may be written: where one thing may stand, several may, or its address."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, AliasChoices, BeforeValidator, ConfigDict, Field

from factcheck.domain.errors import InvalidValue
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Words
from factcheck.reading.data.linked_data.webannotation_terms import DOCUMENT, OWN, SOURCE_TERMS

_DEEPEST: Final = 20
"""Selectors within one another; nobody refines so often."""
_VOCABULARY: Final = re.compile(r"^(oa:|http://www\.w3\.org/ns/oa#)")
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Programs that count UTF-16 code units write the half of an emoji where they cut context."""
_FARTHEST: Final = 2**53
"""The largest number that all programs read from JSON alike."""


def listed(value: object) -> list[Any]:
    """Return several values as they are, one as a list of one, and nothing as none."""
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _plain(value: object) -> object:
    """Return a text that JSON-LD says the language of as the text; nothing as an empty one."""
    if isinstance(value, Mapping):
        return value.get("@value")
    return "" if value is None else value


def _well_formed(text: str) -> str:
    if _HALF.search(text):
        raise ValueError("holds half a character, which is not Unicode")
    return text


def _whole(text: str) -> str:
    """Return a text without the halves of characters at which other programs cut it."""
    return _HALF.sub("", text)


def _described(value: object) -> object:
    """Return a thing of which only the address is given as one that has an address."""
    return {"id": value} if isinstance(value, str) else value


def _flat(selectors: object) -> list[dict[str, Any]]:
    """Return selectors without those that others refine; where these stand is told in parts."""
    return [flat for each in listed(selectors) for flat in _refinements(each)]


def _refinements(selector: object) -> Iterator[dict[str, Any]]:
    """Yield a selector and what refines it, the innermost first."""
    chain: list[dict[str, Any]] = []
    while isinstance(selector, Mapping) and len(chain) < _DEEPEST:
        chain.append({**selector, "is_part": bool(chain)})
        selector = next(iter(listed(selector.get("refinedBy"))), None)
    yield from reversed(chain)


def _purposes(values: object) -> list[object]:
    """Return motivations by their last word, however much of their address is written."""
    return [
        _VOCABULARY.sub("", value) if isinstance(value, str) else value for value in listed(values)
    ]


def _all_described(values: object) -> list[object]:
    return [_described(value) for value in listed(values)]


_Text = Annotated[str, BeforeValidator(_plain), AfterValidator(_well_formed)]
_Edge = Annotated[str, BeforeValidator(_plain), AfterValidator(_whole)]
_Texts = Annotated[tuple[str, ...], BeforeValidator(listed)]
_Purposes = Annotated[tuple[str, ...], BeforeValidator(_purposes)]
_Offset = Annotated[int, Field(ge=0, le=_FARTHEST)]
_ID: Final = AliasChoices("id", "@id")


class _Foreign(Value):
    """Something of which others may say more than is read here."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Selector(_Foreign):
    """One way to say which words are meant."""

    exact: _Text = ""
    prefix: _Edge = ""
    suffix: _Edge = ""
    start: _Offset | None = None
    end: _Offset | None = None
    is_part: bool = False
    """Whether it counts from where another selector begins, and not from the text's beginning."""

    @property
    def is_position(self) -> bool:
        """Whether it says where the words stand in the whole text."""
        if self.start is None or self.end is None:
            return False
        return self.start <= self.end and not self.is_part


class Source(_Foreign):
    """A web page, or another thing that was annotated or linked to."""

    id: _Text = Field("", validation_alias=_ID)
    value: _Text = ""
    title: _Text = Field("", validation_alias=SOURCE_TERMS["title"])
    publisher: _Text = Field("", validation_alias=SOURCE_TERMS["publisher"])
    author: _Text = Field("", validation_alias=SOURCE_TERMS["author"])
    published: _Text = Field("", validation_alias=SOURCE_TERMS["published"])


_Source = Annotated[Source, BeforeValidator(_described)]
_Selectors = Annotated[tuple[Selector, ...], BeforeValidator(_flat)]


class State(_Foreign):
    """In what state a page was."""

    cached: _Texts = ()


_States = Annotated[tuple[State, ...], BeforeValidator(listed)]


class Part(_Foreign):
    """A thing, or the words of it that are meant."""

    id: _Text = Field("", validation_alias=_ID)
    source: _Source | None = None
    selector: _Selectors = ()
    state: _States = ()

    @property
    def whole(self) -> Source:
        """The thing itself, without the choice of words."""
        return self.source or Source(id=self.id)

    @property
    def quotation(self) -> Selector:
        """The selector that has the words themselves; an empty one where none has."""
        return next((each for each in self.selector if each.exact), Selector())


class Body(Part):
    """What is said: a text, or something that is linked to."""

    value: _Text = ""
    purpose: _Purposes = ()

    @property
    def text(self) -> str:
        """The words that are said; empty where there is only a link."""
        return self.value or (self.source.value if self.source else "")


class Target(Part):
    """What something is said of."""

    document: _Text = Field("", validation_alias=f"{OWN}document")

    @property
    def words(self) -> Words | None:
        """The words that are meant; None where nothing says which, or where they stand."""
        position = next((each for each in self.selector if each.is_position), Selector())
        article = self.document or self.whole.id.removeprefix(DOCUMENT)
        if not article or not (self.quotation.exact or position.is_position):
            return None
        return Words(
            article=article,
            start=position.start,
            end=position.end,
            exact=self.quotation.exact,
            prefix=self.quotation.prefix,
            suffix=self.quotation.suffix,
            page="" if article in self.whole.id else self.whole.id,
        )


class Agent(_Foreign):
    """A person or a program."""

    id: _Text = Field("", validation_alias=_ID)
    name: _Texts = ()
    nickname: _Texts = ()


def _bodies(values: object) -> list[object]:
    """Return the bodies; of those among which readers may choose, the first."""
    described = _all_described(values)
    return [
        _described(next(iter(listed(body.get("items"))), None))
        if isinstance(body, Mapping) and "Choice" in listed(body.get("type"))
        else body
        for body in described
    ]


class Annotation(_Foreign):
    """What somebody says of some words."""

    motivation: _Purposes = ()
    body: Annotated[tuple[Body, ...], BeforeValidator(_bodies)] = ()
    target: Annotated[tuple[Target, ...], BeforeValidator(_all_described)] = ()
    creator: Annotated[tuple[Agent, ...], BeforeValidator(_all_described)] = ()
    own: dict[str, Any] = Field(default_factory=dict)
    """What stands there under our own words."""


def annotation_of(record: Mapping[str, Any]) -> Annotation:
    """Return the annotation that a record is; raises InvalidValue."""
    remarks = [{"value": text} for text in listed(record.get("bodyValue"))]
    try:
        return Annotation.of(
            motivation=record.get("motivation"),
            body=[*listed(record.get("body")), *remarks],
            target=record.get("target"),
            creator=record.get("creator"),
            own={name.removeprefix(OWN): record[name] for name in record if name.startswith(OWN)},
        )
    except InvalidValue as error:
        raise InvalidValue(f"it cannot be read ({error}): mend it, or take it out") from error

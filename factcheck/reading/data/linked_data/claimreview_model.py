"""The parts of a ClaimReview that are read, however loosely a site has written them."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic.alias_generators import to_camel

from factcheck.reading.data.addresses import as_written, web_address

_VOCABULARY: Final = re.compile(r"^(https?://(www\.)?schema\.org/|schema:|sdo:)")
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[+-]?\d{1,9}([.,]\d{1,9})?", re.ASCII)


def terms(thing: Mapping[str, object]) -> dict[str, object]:
    """Return what is said of a thing, by the plain names of its properties."""
    return {_plain(name): said for name, said in thing.items()}


def kinds(thing: Mapping[str, object]) -> list[str]:
    """Return the types of a thing by their plain names."""
    said = terms(thing)
    each = listed(said.get("@type", said.get("type")))
    return [_plain(kind) for kind in each if isinstance(kind, str)]


def listed(value: object) -> list[object]:
    """Return one value or several as a list."""
    if isinstance(value, dict) and set(value) == {"@list"}:
        value = value["@list"]
    return value if isinstance(value, list) else [] if value is None else [value]


def number_in(words: str) -> float | None:
    """Return the number that words are; None where they are none."""
    return float(words.replace(",", ".")) if _NUMBER.fullmatch(words) else None


def _plain(name: str) -> str:
    return _VOCABULARY.sub("", name) if ":" in name else name


def _all_words(value: object) -> list[str]:
    return [words for each in listed(value) if (words := _words(each))]


def _first_words(value: object) -> str:
    return next(iter(_all_words(value)), "")


def _words(value: object) -> str:
    """Return what is a text, a number, a text with a language, an address, or has a name."""
    if isinstance(value, dict):
        said = terms(value)
        named = (said.get(name) for name in ("@value", "name", "url", "@id"))
        return next((each.strip() for each in named if isinstance(each, str)), "")
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value).strip() if is_number or isinstance(value, str) else ""


def _things(value: object) -> list[object]:
    return list(_each_thing(value))


def _each_thing(value: object) -> Iterator[object]:
    """Yield things; what is named by its name or address alone is a thing of that name."""
    for each in listed(value):
        if isinstance(each, dict) and "@value" not in each:
            yield each
        elif words := _words(each):
            yield {"url" if _ADDRESS.fullmatch(words) else "name": words}


Words = Annotated[str, BeforeValidator(_first_words)]
AllWords = Annotated[tuple[str, ...], BeforeValidator(_all_words)]


class _Thing(BaseModel):
    """A thing, of which all else that is said is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel)

    kinds: AllWords = ()
    name: Words = ""
    url: Words = ""
    identifier: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _plainly(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        said = terms(value)
        name = said.get("@id")
        is_address = isinstance(name, str) and _ADDRESS.fullmatch(name)
        return {**({"url": name} if is_address else {}), **said, "kinds": kinds(value)}

    @property
    def written_url(self) -> str:
        """Its address as it was written, which graphs cannot always hold."""
        return as_written(self.url, self.identifier)

    @property
    def address(self) -> str:
        """Where it stands on the web; empty for nowhere."""
        return web_address(self.written_url)


class Agent(_Thing):
    """A person, an organisation or a place."""

    job_title: Words = ""
    same_as: Words = ""
    disambiguating_description: Words = ""


Agents = Annotated[tuple[Agent, ...], BeforeValidator(_things)]


class Page(_Thing):
    """A page of the web."""


class Quotation(_Thing):
    """Words out of a source."""

    text: Words = ""


class Work(_Thing):
    """A page, an article, a study."""

    headline: Words = ""
    description: Words = ""
    publisher: Agents = ()
    author: Agents = ()
    date_published: Words = ""
    archived_at: Annotated[tuple[Page, ...], BeforeValidator(_things)] = ()
    has_part: Annotated[tuple[Quotation, ...], BeforeValidator(_things)] = ()


Works = Annotated[tuple[Work, ...], BeforeValidator(_things)]


class Comment(_Thing):
    """A correction."""

    text: Words = ""
    description: Words = ""
    date_published: Words = ""
    keywords: AllWords = ()


class Item(_Thing):
    """The claim, or the work in which it is made."""

    text: Words = ""
    author: Agents = ()
    date_published: Words = ""
    content_location: Agents = ()
    keywords: AllWords = ()
    first_appearance: Works = ()
    appearance: Works = ()
    same_as: Words = ""


class Rating(_Thing):
    """The rating, in words and perhaps in numbers."""

    alternate_name: Words = ""
    rating_value: Words = ""
    best_rating: Words = ""
    worst_rating: Words = ""
    rating_explanation: Words = ""


class Review(_Thing):
    """A fact-check."""

    date_published: Words = ""
    author: Agents = ()
    claim_reviewed: AllWords = ()
    item_reviewed: Annotated[tuple[Item, ...], BeforeValidator(_things)] = ()
    review_rating: Annotated[tuple[Rating, ...], BeforeValidator(_things)] = ()
    review_body: Words = ""
    citation: Works = ()
    correction: Annotated[tuple[Comment, ...], BeforeValidator(_things)] = ()

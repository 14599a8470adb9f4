"""What Label Studio's results say: those with the same id are of one region of the text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Annotated, Any, Final

from pydantic import Field

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.utf16 import Units
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Statement
from factcheck.reading.data.tools.carried import only_known
from factcheck.reading.data.tools.label_studio_controls import Control
from factcheck.reading.data.tools.spoken import Meaning, Stretch, stretch_in

_OUR_ID: Final = re.compile(r"(\d+)-(\d+)-([1-9]\d{0,3})", re.ASCII)
"""The offsets of a sentence, and the number of the claim in it."""
_WHITE: Final = re.compile(r"(\\n|\s)+")
"""The editor writes line ends of a region as a backslash and an n."""
_LABELS: Final = ("labels", "hypertextlabels", "paragraphlabels")
"""Where results of texts have their labels."""
_SAID: Final = frozenset({*_LABELS, "choices", "text"})
"""Where results have what is read."""
_ADDRESS: Final = re.compile(r"https?://\S+")


class _Result(Value, extra="ignore"):
    """One thing that was said with one control."""

    id: str = ""
    from_name: str = ""
    type: str = ""
    value: Annotated[dict[str, Any], Field(default_factory=dict)]
    meta: Any = None


class Region:
    """A region of the text, or all of it, with what was said there."""

    def __init__(self, number: int, *, ours: bool) -> None:
        """Begin with nothing said; `number` is that of the claim."""
        self.number = number
        self.is_ours = ours
        """Whether it was in a task of ours, so that who has the task did not make it."""
        self.shown = ""
        """The words, as the editor showed them; empty where it did not say."""
        self.remarks: list[str] = []
        """What is odd, once the region was found in its text."""
        self._place: tuple[Any, Any] | None = None
        self._labels: list[str] = []
        self._chosen: dict[str, list[str]] = {}
        self._written: dict[str, list[str]] = {}

    @property
    def in_part(self) -> bool:
        """Whether it is a part of the text."""
        return self._place is not None

    def add(self, result: _Result) -> None:
        """Let it be said what one result says."""
        value = result.value
        if "start" in value and "end" in value:
            self._place = (value["start"], value["end"])
        if result.type != "textarea" and isinstance(value.get("text"), str):
            self.shown = value["text"]
        self._labels += [label for key in _LABELS for label in _strings(value.get(key))]
        self._chosen.setdefault(result.from_name, []).extend(_strings(value.get("choices")))
        if result.type == "textarea":
            self._written.setdefault(result.from_name, []).extend(_strings(value.get("text")))
        if isinstance(result.meta, Mapping):
            self._written.setdefault(Control.NOTE, []).extend(_strings(result.meta.get("text")))

    def stretch(self, text: str, units: Units) -> Stretch:
        """Return where the region is in `text`; raises InvalidValue."""
        start, end = self._offsets()
        if self._fits(text, start, end):
            return stretch_in(text, start, end)
        first, last = units.code_points(start), units.code_points(end)
        if first is not None and last is not None and self._fits(text, first, last):
            self.remarks.append("offsets count UTF-16 code units, as old versions do: converted")
            return stretch_in(text, first, last)
        words = self.shown.replace("\\n", "\n")
        if not words or text.count(words) != 1:
            raise InvalidValue(
                f"a region's words do not stand from {start} to {end} in its text: "
                "export the tasks again"
            )
        self.remarks.append("offsets are wrong, so a region was found by its words")
        return stretch_in(text, text.index(words), text.index(words) + len(words))

    def _offsets(self) -> tuple[int, int]:
        match self._place:
            case None:
                raise InvalidValue(
                    "what is said of a whole text beside its parts has no place here"
                )
            case (int(start), int(end)):
                return start, end
            case (str(start), str(end)) if start.isdecimal() and end.isdecimal():
                return int(start[:20]), int(end[:20])
        raise InvalidValue(
            "a region's offsets are no numbers, as in pages of HTML: label them as plain text"
        )

    def _fits(self, text: str, start: int, end: int) -> bool:
        if not 0 <= start <= end <= len(text):
            return False
        words = text[start:end]
        return self.shown in {"", words} or _WHITE.sub(" ", words) == _WHITE.sub(" ", self.shown)

    def said(self, meaning: Meaning, reviewer: str) -> tuple[Statement, ...]:
        """Return what is said of the region; raises InvalidValue."""
        return tuple(Statement(value, reviewer, self.number) for value in self._values(meaning))

    def _values(self, meaning: Meaning) -> Iterator[Value]:
        tags, ratings = list(self._labels), list(self._chosen.get(Control.VERDICT, ()))
        ours = {Control.VERDICT, Control.KIND} if self._labels else {Control.VERDICT}
        others = (chosen for name, chosen in self._chosen.items() if name not in ours)
        for choice in chain.from_iterable(others):
            is_rating = meaning.has_rating(choice) and not meaning.has_tag(choice)
            (ratings if is_rating else tags).append(choice)
        if tags:
            kinds = self._chosen.get(Control.KIND, []) if self._labels else []
            yield _with_kinds(meaning.tag(tags), kinds)
        reasons = "\n\n".join(self._written.get(Control.REASONS, ()))
        if len(ratings) > 1:
            raise InvalidValue(f"{len(ratings)} verdicts are on the same claim: keep one of them")
        yield from (meaning.verdict(rating, reasons) for rating in ratings)
        yield from self._words(without=Control.REASONS if ratings else "")

    def _words(self, without: str) -> Iterator[Value]:
        """Yield what was written in words; what is not known here is a note."""
        for name, written in self._written.items():
            text = "\n\n".join(written)
            if text.strip() and name != without:
                yield Claim.of(text=text) if name == Control.WORDING else Note.of(text=text)


def regions_of(results: Iterable[object]) -> Iterator[Region]:
    """Yield the regions that results are of, in their order; raises InvalidValue."""
    regions: dict[str, Region] = {}
    on_the_same: dict[tuple[Any, Any], int] = {}
    for number, found in enumerate(results):
        result = _Result.of(**only_known(_Result, _with_plain_id(found)))
        if _SAID.isdisjoint(result.value):
            continue
        in_part = "start" in result.value
        key = (result.id or f"result {number}") if in_part else ""
        if key not in regions:
            place = (str(result.value.get("start")), str(result.value.get("end")))
            on_the_same[place] = on_the_same.get(place, 0) + 1
            number_given = _number(key, place)
            ours = number_given is not None
            regions[key] = Region(number_given or on_the_same[place], ours=ours)
        regions[key].add(result)
    yield from regions.values()


def kinds_left_out(results: Iterable[object]) -> Iterator[str]:
    """Yield what Label Studio calls the results that there is no place for here."""
    for found in results:
        value = found.get("value") if isinstance(found, dict) else None
        if isinstance(found, dict) and (not isinstance(value, dict) or _SAID.isdisjoint(value)):
            yield str(found.get("type"))[:40]


def text_among(data: Mapping[str, object], regions: Sequence[Region]) -> str:
    """Return which of a task's data is its text; raises InvalidValue where none can be.

    It is called `text` in most projects; where it is not, it is the longest.
    """
    texts = [value for value in data.values() if isinstance(value, str) and value.strip()]
    named = data.get("text")
    text = named if isinstance(named, str) and named.strip() else max(texts, key=len, default="")
    if not text:
        raise InvalidValue('has no text: a task needs one, as in {"data": {"text": "..."}}')
    if _ADDRESS.fullmatch(text) and any(region.in_part for region in regions):
        raise InvalidValue(
            f"has only the address of its text ({text[:80]}): import the text itself and label that"
        )
    return text


def _with_plain_id(found: object) -> object:
    """Return a result whose id is text; some tools write numbers."""
    plain = isinstance(found, dict) and isinstance(found.get("id"), int)
    return {**found, "id": str(found["id"])} if isinstance(found, dict) and plain else found


def _number(key: str, place: tuple[str, str]) -> int | None:
    """Return the number of the claim, where an id is ours."""
    ours = _OUR_ID.fullmatch(key)
    return int(ours[3]) if ours and (ours[1], ours[2]) == place else None


def _strings(found: object) -> list[str]:
    items = found if isinstance(found, list) else [found]
    return [item for item in items if isinstance(item, str) and item.strip()]


def _with_kinds(tag: TagValue, kinds: list[str]) -> TagValue:
    return TagValue.of(tag=tag.tag, subtypes=tuple(dict.fromkeys(kinds))) if kinds else tag

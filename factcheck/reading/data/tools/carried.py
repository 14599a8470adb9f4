"""What a tool for annotating carries along for us: findings that its own labels cannot say."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Field

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Statement

KEY: Final = "factcheck"
"""Where it is in a record of another tool, which keeps what it does not know."""
KINDS: Final[Mapping[str, type[Value]]] = MappingProxyType(
    {
        "tag": TagValue,
        "note": Note,
        "flag": Flag,
        "claim": Claim,
        "verdict": Verdict,
        "adjudication": Adjudication,
        "evidence": Evidence,
    }
)
"""What is carried along, by the name of its kind."""
_NO_CLAIM_YET: Final = {"claim": ""}
"""Evidence is given to the claim once it is known where that stands."""


class Spoken(NamedTuple):
    """A statement, and of which words it is made; offsets in code points."""

    start: int
    end: int
    statement: Statement
    line: int = 0
    """Where it stands in the file, from 1; 0 where that is where its article does."""


class Carried(NamedTuple):
    """All that came along with one article."""

    article: str = ""
    """Its id."""
    particulars: Particulars = Particulars()
    sentences: tuple[tuple[int, int], ...] = ()
    """Where those begin and end that were selected, in code points."""
    said: tuple[Spoken, ...] = ()
    troubles: tuple[str, ...] = ()
    """What cannot be taken of it, and what to do."""

    def scales(self) -> dict[str, str]:
        """Return the scale of each rating that was carried along; tools have ratings alone."""
        verdicts = (spoken.statement.value for spoken in self.said)
        return {each.rating: each.scale for each in verdicts if isinstance(each, Verdict)}


class _Record(Value, extra="ignore"):
    """One statement as it is written."""

    start: Annotated[int, Field(ge=0)]
    end: int
    kind: str
    reviewer: str = ""
    claim: Annotated[int, Field(ge=1)] = 1
    value: dict[str, Any]


class _Sentences(Value):
    """Where sentences begin and end."""

    sentences: tuple[tuple[int, int], ...] = ()


def read_carried(found: object, beside: Mapping[str, object] = MappingProxyType({})) -> Carried:
    """Return what came along with an article, whatever a stranger made of it.

    Where nothing did, what stands `beside` the text may say what the article is called.
    """
    if not isinstance(found, dict):
        return Carried(particulars=particulars_in(beside, []))
    troubles: list[str] = []
    article = found.get("article")
    about = article if isinstance(article, dict) else {}
    said = found.get("said")
    return Carried(
        article=str(about.get("id", "")),
        particulars=particulars_in(about, troubles),
        sentences=_sentences(found.get("sentences", ()), troubles),
        said=tuple(_statements(said if isinstance(said, list) else [], troubles)),
        troubles=tuple(troubles),
    )


def particulars_in(about: Mapping[str, object], troubles: list[str]) -> Particulars:
    """Return what a record says about its article; what cannot be so is told in `troubles`."""
    known: dict[str, str] = {}
    for name in Particulars.model_fields:
        value = about.get(name)
        if not isinstance(value, str) or not value.strip():
            continue
        try:
            known[name] = str(getattr(Particulars.of(**{name: value}), name))
        except InvalidValue as error:
            troubles.append(f"the article's {error}")
    return Particulars(**known)


def _sentences(found: object, troubles: list[str]) -> tuple[tuple[int, int], ...]:
    try:
        return _Sentences.of(sentences=found).sentences
    except InvalidValue as error:
        troubles.append(f"{KEY}.{error}")
        return ()


def _statements(records: list[Any], troubles: list[str]) -> Iterator[Spoken]:
    for number, found in enumerate(records, 1):
        try:
            yield _statement(found)
        except InvalidValue as error:
            troubles.append(f"{KEY}.said, number {number}: {error}")


def _statement(found: object) -> Spoken:
    record = _Record.of(**only_known(_Record, found))
    model = KINDS.get(record.kind)
    if model is None:
        raise InvalidValue(f"kind: {record.kind[:40]!r} is none: choose one of {', '.join(KINDS)}")
    extra = _NO_CLAIM_YET if model is Evidence else {}
    value = model.of(**{**only_known(model, record.value), **extra})
    return Spoken(record.start, record.end, Statement(value, record.reviewer, record.claim))


def only_known(model: type[Value], found: object) -> dict[str, Any]:
    """Return of a foreign object what a model has fields for; raises InvalidValue for no object."""
    if not isinstance(found, dict):
        raise InvalidValue('is no JSON object: write it as {"text": ...}')
    return {name: found[name] for name in model.model_fields if name in found}

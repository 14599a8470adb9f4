"""All formats of data; commands, documentation and screens derive from this table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.export.data import averitec, csv_table, webannotation
from factcheck.export.format import Format, Offsets
from factcheck.reading.data import averitec as averitec_reading
from factcheck.reading.data import csv_table as csv_reading

_ALL: Final = (
    Format(
        name="csv",
        holds="one row a sentence, a claim or an evidence item, for spreadsheets",
        suffix=".csv",
        lines=csv_table.lines,
        read=csv_reading.read,
        recognises=csv_reading.recognises,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="averitec",
        holds="claims with questions, answers and labels, as the AVeriTeC data set has them",
        suffix=".json",
        lines=averitec.lines,
        read=averitec_reading.read,
        recognises=averitec_reading.recognises,
        one_view=True,
    ),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({each.name: each for each in _ALL})
"""By name."""

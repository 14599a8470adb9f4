"""All formats of data; commands, documentation and screens derive from this table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from factcheck.export.data import archive
from factcheck.export.data.data_sets import averitec, checkthat, fever
from factcheck.export.data.linked_data import claimreview, webannotation
from factcheck.export.data.tables import csv_table, datapackage
from factcheck.export.data.tools import brat, doccano, label_studio, prodigy
from factcheck.export.format import Format, Offsets
from factcheck.reading.data import archive as archive_in
from factcheck.reading.data.data_sets import averitec as averitec_in
from factcheck.reading.data.data_sets import checkthat as checkthat_in
from factcheck.reading.data.data_sets import fever as fever_in
from factcheck.reading.data.linked_data import claimreview as claimreview_in
from factcheck.reading.data.linked_data import webannotation as webannotation_in
from factcheck.reading.data.tables import csv_table as csv_in
from factcheck.reading.data.tools import brat as brat_in
from factcheck.reading.data.tools import doccano as doccano_in
from factcheck.reading.data.tools import label_studio as label_studio_in
from factcheck.reading.data.tools import prodigy as prodigy_in

_ALL: Final = (
    Format(
        name="json",
        holds="everything, history included, in one object; comes back without loss",
        suffix=".json",
        lines=archive.json_lines,
        read=archive_in.read_json,
        recognises=archive_in.recognises_json,
        offsets=Offsets.CODE_POINTS,
        archive=True,
    ),
    Format(
        name="jsonl",
        holds="the same, one record a line",
        suffix=".jsonl",
        lines=archive.jsonl_lines,
        read=archive_in.read_jsonl,
        recognises=archive_in.recognises_jsonl,
        offsets=Offsets.CODE_POINTS,
        archive=True,
    ),
    Format(
        name="claimreview",
        holds="fact-checks as schema.org's ClaimReview: a file a page, or one graph of all",
        suffix=".jsonld",
        lines=claimreview.lines,
        files=claimreview.files,
        read=claimreview_in.read,
        recognises=claimreview_in.recognises,
        one_view=True,
    ),
    Format(
        name="webannotation",
        holds="W3C Web Annotations, one a finding; also reads what Hypothes.is exports",
        suffix=".jsonld",
        lines=webannotation.lines,
        read=webannotation_in.read,
        recognises=webannotation_in.recognises,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="averitec",
        holds="claims with questions and answers, as AVeriTeC publishes them",
        suffix=".json",
        lines=averitec.lines,
        read=averitec_in.read,
        recognises=averitec_in.recognises,
        one_view=True,
    ),
    Format(
        name="fever",
        holds="claims with labels and evidence, as FEVER publishes them",
        suffix=".jsonl",
        lines=fever.lines,
        files=fever.files,
        read=fever_in.read,
        recognises=fever_in.recognises,
        one_view=True,
    ),
    Format(
        name="checkthat",
        holds="whether sentences are worth a check, as CheckThat! 2023 and 2024 publish it",
        suffix=".tsv",
        lines=checkthat.lines,
        read=checkthat_in.read,
        recognises=checkthat_in.recognises,
        one_view=True,
    ),
    Format(
        name="checkthat-debates",
        holds="the same of numbered debates, as CheckThat! 2018 and 2019 publish it",
        suffix=".tsv",
        lines=checkthat.debate_lines,
        files=checkthat.debate_files,
        read=checkthat_in.read_debate,
        recognises=checkthat_in.recognises_debate,
        one_view=True,
    ),
    Format(
        name="checkthat-subjectivity",
        holds="whether sentences are subjective, as CheckThat! 2023 to 2025 publish it",
        suffix=".tsv",
        lines=checkthat.subjectivity_lines,
        read=checkthat_in.read,
        recognises=checkthat_in.recognises_subjectivity,
        one_view=True,
    ),
    Format(
        name="label-studio",
        holds="tasks with an annotation of each reviewer, and the labelling interface",
        suffix=".json",
        lines=label_studio.lines,
        files=label_studio.files,
        read=label_studio_in.read,
        recognises=label_studio_in.recognises,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="prodigy",
        holds="articles with spans, or sentences with their choice, to train Prodigy with",
        suffix=".jsonl",
        lines=prodigy.lines,
        files=prodigy.files,
        read=prodigy_in.read,
        recognises=prodigy_in.recognises,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="doccano",
        holds="one article a line with labelled spans; as a folder, a file a reviewer",
        suffix=".jsonl",
        lines=doccano.lines,
        files=doccano.files,
        read=doccano_in.read,
        recognises=doccano_in.recognises,
        one_view=True,
        folder_of_views=True,
        offsets=Offsets.UTF_16,
    ),
    Format(
        name="brat",
        holds="a text and stand-off annotations for each article",
        suffix=".ann",
        files=brat.files,
        read=brat_in.read,
        recognises=brat_in.recognises,
        one_view=True,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="csv",
        holds="one row a sentence, a claim or an evidence item, for spreadsheets",
        suffix=".csv",
        lines=csv_table.lines,
        read=csv_in.read,
        recognises=csv_in.recognises,
        offsets=Offsets.CODE_POINTS,
    ),
    Format(
        name="datapackage",
        holds="a folder of tables that refer to each other, with a description of every column",
        suffix="",
        files=datapackage.files,
        offsets=Offsets.CODE_POINTS,
    ),
)

FORMATS: Final[Mapping[str, Format]] = MappingProxyType({each.name: each for each in _ALL})
"""By name, those that are told most surely first."""

"""A small project with everything in it that a tool for annotating can hold or carry along."""

from pathlib import Path
from typing import Any, Final

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.export.format import OutFile
from factcheck.reading.data.incoming import DataFile, Reader
from factcheck.reading.data.labels import Labels
from factcheck.services import boundaries, claims, deciding, particulars, verdicts
from factcheck.services.adding import add_sources
from factcheck.services.evidence import add_evidence
from factcheck.services.importing.report import ImportReport
from factcheck.services.importing.taking import NamedRows, import_files
from factcheck.services.selecting import Export, exported
from factcheck.store.store import Store
from tests.articles import sentences_of

ANN: Final = Author(reviewer="ann@example.org")
BEN: Final = Author(reviewer="ben ✓ <b>")
EVE: Final = Author(reviewer="eve")
TEXT: Final = (
    "Harbour 👩🏽‍✈️ “doubles”\n\n"
    "The e\u0301toile's budget doubled,\r\nthe\tminister said. "
    'She likes </script> and "quotes". Everybody 😀 pays more. '
    "هذا هو الميناء الأكبر. Read on: =cmd|'/C calc'.\n"
)


def annotated(store: Store, folder: Path) -> Document:
    """Keep the article and let two people review it, who differ on one sentence."""
    (folder / "harbour.txt").write_bytes(TEXT.encode())
    (addition,) = add_sources(store, ANN, [str(folder / "harbour.txt")])
    article = addition.article
    assert article, addition.problem
    about = {"url": "https://news.example.org/harbour", "date": "2024-06-18", "language": "en"}
    particulars.correct(store, ANN, article, about)
    boundaries.merge(store, ANN, sentences_of(store, article)[1].id)
    heading, budget, likes, pays, largest, _ = [each.id for each in sentences_of(store, article)]
    deciding.tag(store, ANN, [heading], Tag.FILLER)
    deciding.tag(store, BEN, [heading, likes], Tag.FILLER)
    deciding.tag(store, ANN, [likes], Tag.OPINION)
    deciding.describe_tag(store, ANN, [budget], Tag.CLAIM, subtypes="numerical, quote")
    deciding.tag(store, BEN, [budget, pays], Tag.CLAIM, deciding.Circumstances(duration_ms=4200))
    deciding.describe_tag(store, ANN, [likes], attribution="third-party")
    deciding.note(store, ANN, [budget], "Ask the\n\tministry.")
    deciding.flag(store, BEN, [largest], "in which region?")
    _check(store, article)
    return article


def _check(store: Store, article: Document) -> None:
    budget = sentences_of(store, article)[1].id
    first, second = claim_id(budget), claim_id(budget, 2)
    claims.describe_claim(
        store, ANN, first, {"text": "The budget doubled.", "claimant": "Ida Lund", "date": "2024"}
    )
    verdicts.judge(store, ANN, first, "half-true", "It *nearly* did.\n\n- 41\n- 80")
    verdicts.judge(store, BEN, first, "false", fields={"confidence": "low", "missing": "2021"})
    verdicts.judge(store, BEN, second, "true", "She said so.")
    law: dict[str, Any] = {
        "url": "https://law.example.org/2024?a=1&b=2",
        "title": "Budget law",
        "quote": "80 million",
        "stance": "refutes",
        "accessed": "2024-06-20",
    }
    add_evidence(store, BEN, Evidence.of(claim=first, **law))


def exported_in(store: Store, view: View = View.ALL) -> Export:
    """Return everything in a database, in a view."""
    return exported(store, Selection(view=view))


def whole(file: OutFile) -> str:
    """Return all of a file that is to be written."""
    return "".join(f"{line}{file.end}" for line in file.lines)


def taken(store: Store, reader: Reader, files: dict[str, str], *names: str) -> ImportReport:
    """Import the files with these `names`, or all, the others beside them."""
    content = {name: text.encode() for name, text in files.items()}
    named = [
        NamedRows(name, reader(DataFile(name, content[name], Labels(), content.get)))
        for name in names or files
    ]
    return import_files(store, EVE, named)


def findings(store: Store) -> dict[str, object]:
    """Return what stands in a database, by sentence, without what only times and ids say."""
    return {
        reported.sentence.id: (
            {name: said.value for name, said in reported.tags.items()},
            {name: said.value for name, said in reported.notes.items()},
            {name: said.value for name, said in reported.flags.items()},
            [
                (
                    claim.claim.id,
                    claim.claim.claim,
                    {name: judged.verdict for name, judged in claim.verdicts.items()},
                    [item.evidence for item in claim.claim.evidence],
                )
                for claim in reported.claims
            ],
        )
        for article in exported_in(store).articles
        for reported in article.sentences
    }

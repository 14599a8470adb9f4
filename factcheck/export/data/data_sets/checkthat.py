"""CheckThat! tables: sentences that are worth a check or not, and subjective or not.

As the CLEF CheckThat! labs published them, and as their format checkers want them.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from factcheck.domain.tag import Tag
from factcheck.export.data.tables.cells import guarded
from factcheck.export.format import OutFile
from factcheck.export.naming import Names
from factcheck.reading.data.data_sets.checkthat import NARRATOR
from factcheck.reading.data.data_sets.checkthat_cells import enclosed
from factcheck.reading.data.data_sets.sentence_ids import sentence_uuid
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import ReportedArticle, ReportedSentence
from factcheck.services.selecting import Export

_SPACES: Final = dict.fromkeys((*range(0x20), 0x7F, 0x85, 0x2028, 0x2029), " ")
"""What could end a line or a field for some reader; one for one, so that offsets stay true."""
_LONGEST_DEBATE: Final = 9999
"""Lines; the format checker of 2019 allows four digits."""

_YES: Final = "Yes"

_LabelOf = Callable[[Tag, ReportedSentence], str]
"""Returns the label of a sentence that has a tag."""


class _Labelled(NamedTuple):
    """A sentence with the label that everybody's tags come to."""

    article: ReportedArticle
    sentence: ReportedSentence
    label: str

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.sentence.text

    @property
    def id(self) -> str:
        """A UUID that is the same in every export."""
        return sentence_uuid(self.article.document.id, self.sentence.sentence.start)


def lines(export: Export) -> Iterator[str]:
    """Yield the table of 2023 and 2024: whether each sentence is worth a check."""
    yield "sentence_id\ttext\tclass_label"
    for each in _labelled(export, _worthiness):
        yield f"{each.id}\t{_cell(each.text, export.ledger)}\t{each.label}"


def subjectivity_lines(export: Export) -> Iterator[str]:
    """Yield the table of 2023 to 2025: whether each sentence gives its author's own view.

    Conflicts are never solved here: where reviewers differ about that, there is no row.
    """
    yield "sentence_id\tsentence\tlabel\tsolved_conflict"
    for each in _labelled(export, _subjectivity):
        yield f"{each.id}\t{_cell(each.text, export.ledger)}\t{each.label}\tFalse"


def debate_lines(export: Export) -> Iterator[str]:
    """Yield the lines of 2018 and 2019, all articles as one debate."""
    return _debate(_labelled(export, _worthiness), export.ledger)


def debate_files(export: Export) -> Iterator[OutFile]:
    """Yield a file a debate, as they were published; none where nothing is tagged."""
    names = Names()
    for article in export.articles:
        sentences = list(_labelled_in(article, _worthiness, export.ledger))
        if sentences:
            name = names.of(article.document.title, ".tsv")
            yield OutFile(name, _debate(iter(sentences), export.ledger))


def _debate(sentences: Iterator[_Labelled], ledger: Ledger) -> Iterator[str]:
    number = 0
    for number, each in enumerate(sentences, 1):
        speaker = _cell(_speaker(each.sentence), ledger)
        worthy = int(each.label == _YES)
        yield f"{number}\t{speaker}\t{_cell(each.text, ledger)}\t{worthy}"
    if number > _LONGEST_DEBATE:
        ledger.remark(
            f"{number} lines are more than the {_LONGEST_DEBATE} that CheckThat! allows: "
            "write each article into a file of its own, with -o FOLDER"
        )


def _labelled(export: Export, label_of: _LabelOf) -> Iterator[_Labelled]:
    for article in export.articles:
        yield from _labelled_in(article, label_of, export.ledger)


def _labelled_in(
    article: ReportedArticle, label_of: _LabelOf, ledger: Ledger
) -> Iterator[_Labelled]:
    """Yield the sentences on whose label all agree who tagged them."""
    for sentence in article.sentences:
        labels = {label_of(said.value.tag, sentence) for said in sentence.tags.values()}
        if len(labels) == 1:
            _count_left_out(sentence, ledger)
            yield _Labelled(article, sentence, *labels)
        else:
            ledger.leave_out("sentences", "reviewers differ" if labels else "no tag")


def _worthiness(tag: Tag, sentence: ReportedSentence) -> str:
    """Return whether there is a claim that nobody has found not worth a check."""
    dropped = bool(sentence.claims) and all(claim.claim.dropped for claim in sentence.claims)
    return _YES if tag is Tag.CLAIM and not dropped else "No"


def _subjectivity(tag: Tag, sentence: ReportedSentence) -> str:
    return "SUBJ" if tag is Tag.OPINION else "OBJ"


def _speaker(sentence: ReportedSentence) -> str:
    """Return who makes the first claim of which that is known."""
    claimants = (claim.claim.claim.claimant for claim in sentence.claims)
    return next(filter(None, claimants), NARRATOR)


def _cell(words: str, ledger: Ledger) -> str:
    """Return words as a cell that ends no line and no field, and that nothing runs."""
    plain = words.translate(_SPACES)
    cell = guarded(enclosed(plain))
    ledger.change("tabs, line ends and control characters made spaces", plain != words)
    ledger.change("cells marked with ' or quotes, so that they are read as they are", cell != plain)
    return cell


def _count_left_out(sentence: ReportedSentence, ledger: Ledger) -> None:
    """Count what CheckThat! says nothing of."""
    for claim in sentence.claims:
        ledger.leave_out(
            "wordings", "CheckThat! has no place for them", bool(claim.claim.claim.text)
        )
        ledger.leave_out("verdicts", "CheckThat! has no place for them", len(claim.verdicts))
        ledger.leave_out("evidence", "CheckThat! has no place for it", len(claim.claim.evidence))

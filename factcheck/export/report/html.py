"""The verdict report as one page of HTML that needs no script and asks for nothing."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, islice
from types import MappingProxyType
from typing import Final, NamedTuple

from markupsafe import Markup

from factcheck.domain.display import counted, displayable
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.export.data.linked_data.claimreview import claim_review, script_safe
from factcheck.export.report.charts import Chart, Count, chart
from factcheck.export.report.claims import VoteFacts
from factcheck.export.report.edition import ON_ITS_OWN, Edition
from factcheck.export.report.facts import ArticleFacts, facts_of
from factcheck.export.report.looks import OF_KIND, Look, of_claim, of_verdict
from factcheck.export.report.paragraphs import Paragraph, paragraphs
from factcheck.export.report.templating import HTML, Templates
from factcheck.reading.data.addresses import iri
from factcheck.services.reporting import ReportedArticle

_WEB: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_LINK_BACK: Final = "noopener noreferrer nofollow"
_ONE: Final = "Fact-check"
"""The title of a page on an article that is called nothing."""
_SEVERAL: Final = "Fact-checks"
"""The title of a page on more than one article."""
_VOTES: Final = MappingProxyType(
    {"approve": "approved", "return": "returned", "abstain": "abstained"}
)


class ArticlePart(NamedTuple):
    """What the page says of one article."""

    facts: ArticleFacts
    number: int
    """Its place in the report, from 1."""
    at: str
    """What the ids in this part begin with; empty where it is the only one."""
    level: int
    """The level of its title among the headings."""
    gist: str
    """The verdicts in a line."""
    tags: Chart
    verdicts: Chart
    legend: tuple[tuple[str, Look], ...]
    numbers: frozenset[str]
    """Those of the sentences that are in the report."""
    paragraphs: Iterator[Paragraph]
    data: Mapping[str, Markup]
    """Each fact-check as schema.org describes it, by the claim's id."""


class Page(NamedTuple):
    """What the template gets."""

    title: str
    several: bool
    organisation: Organisation
    articles: Iterator[ArticlePart]
    """Each is made when the page comes to it."""
    titles: list[tuple[str, str]]
    """The articles that the page has come to, by what their ids begin with."""


def html_report(
    articles: Iterable[ReportedArticle], edition: Edition = ON_ITS_OWN
) -> Iterator[str]:
    """Yield the page line by line, without line ends; the same findings give the same lines.

    Raises InvalidInput for what is wrong in a newsroom's template.
    """
    page = _page(iter(articles), edition)
    facts = {
        "page": page,
        "fingerprint": _fingerprint,
        "link": link,
        "look_of": of_claim,
        "look_of_verdict": of_verdict,
        "voted": _voted,
    }
    return Templates(HTML, edition.templates).lines("report.html.jinja", facts)


def link(address: str, words: str) -> Markup:
    """Return a link to an http or https address; just the words for any other."""
    shown = Markup("<bdi>{}</bdi>").format(displayable(words))
    if not _WEB.fullmatch(address):
        return shown
    bare = Markup(' class="bare"') if words == address else ""
    opened = Markup('<a href="{}" rel="{}"{}>{}</a>')
    return opened.format(iri(displayable(address)), _NO_LINK_BACK, bare, shown)


def _page(articles: Iterator[ReportedArticle], edition: Edition) -> Page:
    """Return the page, having looked ahead to know whether it is on one article only."""
    ahead = list(islice(articles, 2))
    several = len(ahead) != 1
    titles: list[tuple[str, str]] = []
    return Page(
        title=_SEVERAL if several else ahead[0].document.title or _ONE,
        several=several,
        organisation=edition.scheme.organisation,
        articles=_parts(chain(ahead, articles), edition, several, titles),
        titles=titles,
    )


def _parts(
    articles: Iterable[ReportedArticle],
    edition: Edition,
    several: bool,
    titles: list[tuple[str, str]],
) -> Iterator[ArticlePart]:
    for number, article in enumerate(articles, start=1):
        at = f"a{number}-" if several else ""
        part = _part(article, edition, number, at)
        titles.append((at, part.facts.title))
        yield part


def _part(article: ReportedArticle, edition: Edition, number: int, at: str) -> ArticlePart:
    facts = facts_of(article, edition)
    kinds = [Count(count.words, count.number, OF_KIND[count.words]) for count in facts.tag_counts]
    return ArticlePart(
        facts=facts,
        number=number,
        at=at,
        level=2 if at else 1,
        gist=_gist(facts),
        tags=chart(f"{at}tags", "Sentences by what they are", "Sentences", kinds),
        verdicts=chart(f"{at}verdicts", "Claims by verdict", "Claims", _verdicts(facts)),
        legend=tuple((count.label, count.look) for count in kinds if count.number),
        numbers=frozenset(str(sentence.number) for sentence in facts.sentences),
        paragraphs=paragraphs(facts.sentences, article.document.text),
        data=_data(article, edition.scheme.organisation),
    )


def _gist(facts: ArticleFacts) -> str:
    if not facts.claims:
        return "No sentence is tagged as a claim."
    found = (f"{count.words} ({count.number})" for count in facts.verdict_counts)
    return f"{counted(len(facts.claims), 'claim')}: {', '.join(found)}."


def _verdicts(facts: ArticleFacts) -> list[Count]:
    looks = {claim.says: of_claim(claim) for claim in facts.claims}
    return [Count(words, number, looks[words]) for words, number in facts.verdict_counts]


def _data(article: ReportedArticle, organisation: Organisation) -> dict[str, Markup]:
    """Return the fact-checks that stand, written so that no word in them can end a script."""
    standing = [claim for claim in article.claims if claim.state is not ClaimState.RETRACTED]
    reviews = {
        claim.claim.id: claim_review(organisation, article.origin, claim) for claim in standing
    }
    return {name: Markup(script_safe(found)) for name, found in reviews.items() if found}  # noqa: S704


def _fingerprint(style: str) -> str:
    """Return a style sheet's hash as a content security policy names it; no other is let in."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _voted(vote: VoteFacts) -> str:
    return _VOTES[vote.vote] + (" an earlier version" if vote.void else "")

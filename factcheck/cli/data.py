"""An article as data: what `show --json` and the queue of claims print, with stable keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.cli.particulars import particulars_data
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ArticleReview, ClaimReview, SentenceReview
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.sign_off import state_of
from factcheck.services.seeing import verdicts_shown
from factcheck.services.telling import verdict_words
from factcheck.store.readings import Reading

_FLAGGED: Final = "flagged"
"""Stands for a flag without a reason; an empty string reads as no flag in most languages."""


class ArticleData:
    """Turns what one reviewer sees into JSON."""

    def __init__(
        self, reviewer: str, scheme: Scheme, scales: Scales, *, everything: bool = False
    ) -> None:
        """Name ratings by `scales`, and states by the rules of `scheme`.

        The others' verdicts are shown to whoever has judged, or where `everything` is.
        """
        self._reviewer = reviewer
        self._everything = everything
        self._scheme = scheme
        self._scales = scales

    def of(self, review: ArticleReview, reading: Reading | None) -> dict[str, object]:
        """Return an article with all its sentences."""
        return {
            "article": review.document.number,
            "id": review.document.id,
            **particulars_data(review.document),
            "source": review.document.source,
            "format": reading.format if reading else None,
            "encoding": (reading.encoding or None) if reading else None,
            "added": review.document.added,
            "text": review.document.text,
            "sentences": [self._sentence(sentence) for sentence in review.sentences],
        }

    def of_claim(self, review: ClaimReview) -> dict[str, object]:
        """Return a claim with its verdicts, evidence and sign-off."""
        said = review.claim.model_dump(mode="json", exclude={"text"})
        return {
            "id": review.id,
            "text": review.text,
            **{name: None if value == "" else value for name, value in said.items()},
            "state": state_of(review, self._scheme.sign_off),
            "verdict": self._verdict(review.verdict),
            "verdicts": {
                reviewer: self._verdict(verdict)
                for reviewer, verdict in self._verdicts_shown(review).items()
            },
            "adjudication": self._verdict(review.adjudication),
            "adjudicator": review.adjudicator or None,
            "approvals": {
                editor: vote.model_dump(mode="json", exclude={"content"})
                for editor, vote in review.approvals.items()
            },
            "publication": review.publication.model_dump() if review.publication else None,
            "corrections": [entry.model_dump(mode="json") for entry in review.corrections],
            "links": [link.model_dump(mode="json") for link in review.links],
            "evidence": [
                {"id": item.id, **item.evidence.model_dump(mode="json", exclude={"claim"})}
                for item in review.evidence
            ],
        }

    def said_of(self, review: ClaimReview) -> Iterator[tuple[str, str]]:
        """Yield what is said of a claim beside its words, in words, each with its name."""
        claim = review.claim
        role = f", {claim.claimant_role}" if claim.claimant_role else ""
        known = {
            "said by": f"{claim.claimant}{role}" if claim.claimant else claim.claimant_kind or "",
            "said on": claim.date,
            "said at": claim.place,
            "priority": str(claim.priority or ""),
            "worth a check": claim.worthiness or "",
        }
        yield from ((name, said) for name, said in known.items() if said)
        for reviewer, verdict in self._verdicts_shown(review).items():
            by = "" if reviewer == self._reviewer else f" of {reviewer}"
            because = f", because {verdict.because}" if verdict.because else ""
            yield f"verdict{by}", verdict_words(verdict, self._scales) + because
        if review.adjudication:
            words = verdict_words(review.adjudication, self._scales)
            yield f"adjudicated by {review.adjudicator}", words
        for editor, vote in review.approvals.items():
            yield f"sign-off by {editor}", f"{vote.vote} {vote.comment}".strip()
        if review.publication:
            yield "published", f"{review.publication.date} {review.publication.url}"
        for entry in review.corrections:
            yield entry.kind, entry.text
        yield "state", state_of(review, self._scheme.sign_off).replace("-", " ")

    def _verdicts_shown(self, review: ClaimReview) -> Mapping[str, Verdict]:
        return review.verdicts if self._everything else verdicts_shown(review, self._reviewer)

    def _sentence(self, review: SentenceReview) -> dict[str, object]:
        return {
            "n": review.sentence.number,
            "id": review.sentence.id,
            "start": review.sentence.start,
            "end": review.sentence.end,
            "text": review.sentence.text,
            "role": review.sentence.role,
            "tag": review.tag,
            "subtypes": list(review.subtypes),
            "attribution": review.attribution,
            "note": review.note.text if review.note else None,
            "flag": (review.flag.reason or _FLAGGED) if review.flag else None,
            "claims": [self.of_claim(claim) for claim in review.claims],
        }

    def _verdict(self, verdict: Verdict | None) -> dict[str, Any] | None:
        """Return a verdict with its rating; one off the scale never gets a number."""
        if verdict is None:
            return None
        rating = self._scales.rating(verdict.scale, verdict.rating)
        on_scale = not rating.off_scale
        return {
            **verdict.model_dump(mode="json"),
            "words": verdict_words(verdict, self._scales),
            "number": rating.number,
            "worst": 1 if on_scale else None,
            "best": self._scales.named(verdict.scale).best if on_scale else None,
            "normalised": rating.normalised,
        }

"""Rewording: what a release of a framework has done to the competencies that were judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ontology.records import Iri, Review, Verdict
from ontology.store import KnowledgeBase
from standards.own_lists import OwnList
from standards.reviewing.edition import Edition, edition_at, edition_of
from standards.reviewing.wordings import Wording, plain_words


def rewordings(base: KnowledgeBase, reviews: Iterable[Review], framework: str | OwnList) -> Iterator[tuple[str, str]]:
    """Yield the addresses of reviews that no longer hold, and why.

    A verdict that nothing is right (`Verdict.UNMATCHED`) is about no competency, so no release rewords it.
    """
    by_framework: dict[str, list[Review]] = {}
    for review in (review for review in reviews if review.decided is not Verdict.UNMATCHED):
        by_framework.setdefault(review.framework, []).append(review)
    for iri, judged in by_framework.items():
        edition = edition_of(base, framework) if framework else edition_at(base, iri)
        if edition is not None:
            yield from _in_edition(edition, judged)


def _in_edition(edition: Edition, reviews: Sequence[Review]) -> Iterator[tuple[str, str]]:
    now = edition.wordings({iri for review in reviews for iri in (review.competency, review.instead) if iri})
    successors = {iri for wording in now.values() for iri in wording.replaced_by}
    labels = {iri: wording.label for iri, wording in edition.wordings(successors).items()}
    name = f"{edition.name} {edition.version}"
    for review in reviews:
        of = now.get(review.competency)
        why = "" if _stays_refused(review, of) else reworded(of, review.label, review.digest, name, labels)
        if not why and review.instead:
            why = reworded(now.get(review.instead), review.instead_label, review.instead_digest, name, labels)
            why = f"{review.instead_label!r}, put in its place, was {why}" if why else ""
        if why:
            yield review.iri, why


def _stays_refused(review: Review, now: Wording | None) -> bool:
    """Whether a review refused a competency that is no more: that cannot be suggested again."""
    return review.decided is not Verdict.ACCEPTED and (now is None or now.withdrawn)


def reworded(
    now: Wording | None, label: str | None, digest: str | None, release: str, labels: Mapping[Iri, str]
) -> str:
    """Return what a release has done to a competency since it was judged; empty where it reads the same."""
    if now is None or now.withdrawn:
        successors = [repr(labels.get(iri, iri)) for iri in (now.replaced_by if now else ())]
        return f"withdrawn in {release}" + (f", replaced by {' and '.join(successors)}" if successors else "")
    if now.digest == digest:
        return ""
    if plain_words(now.label) != plain_words(label or ""):
        return f"renamed to {now.label!r} in {release}"
    return f"described anew in {release}"

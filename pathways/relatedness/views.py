"""The sides from which occupations are compared, each built from what a release says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.occupations.requirements import Requirements
from pathways.relatedness.fusion import Matrix, cosine, mean_vectors, profile, shared, unit_products
from standards.matching.embedding import embed
from standards.matching.terms import tfidf

RATINGS = "requirements of "
"""What the names of views of ratings begin with; the name of their release follows."""


@dataclass(frozen=True)
class View:
    """Similarities of all pairs from one side.

    Parameters
    ----------
    similarity
        -1 to 1, symmetric.
    known
        The occupations that this side has anything on.
    source
        Name of the release, or of several, behind it.
    """

    name: str
    similarity: Matrix
    known: NDArray[np.bool_]
    source: str


@dataclass(frozen=True)
class Writings:
    """The words written about each occupation, in the order of the occupations.

    Parameters
    ----------
    activities
        Addresses of the detailed work activities behind the tasks.
    named_by, told_by
        Names of the releases that titles and descriptions, and tasks and activities, are from.
    """

    titles: tuple[tuple[str, ...], ...]
    descriptions: tuple[tuple[str, ...], ...]
    tasks: tuple[tuple[str, ...], ...]
    activities: tuple[tuple[str, ...], ...]
    named_by: str
    told_by: str


def read_writings(base: KnowledgeBase, occupations: Occupations) -> Writings:
    """Read titles, descriptions, tasks and activities of all occupations."""
    naming = _releases_with(base, SKOS.prefLabel, occupations)
    telling = _releases_with(base, CETERMS.hasTask, occupations)
    tasks = _grouped(pair for release in telling for pair in base.pairs(release, CETERMS.hasTask))
    behind = _grouped(pair for release in telling for pair in base.pairs(release, LW.detailedActivity))
    said = {
        task: text
        for release in telling
        for predicate in (SKOS.prefLabel, CEASN.competencyText)
        for task, text in base.pairs(release, predicate)
    }
    own = [tasks.get(occupation.iri, ()) for occupation in occupations]
    return Writings(
        titles=tuple((o.label.value, *o.alt_labels) for o in occupations),
        descriptions=tuple((o.description,) if o.description else () for o in occupations),
        tasks=tuple(tuple(said[task] for task in mine if task in said) for mine in own),
        activities=tuple(tuple(a for task in mine for a in behind.get(task, ())) for mine in own),
        named_by=names_of(naming),
        told_by=names_of(telling),
    )


def _releases_with(base: KnowledgeBase, predicate: str, occupations: Occupations) -> list[Release]:
    """Return the releases that say something of any of the occupations."""
    return [r for r in base.current() if any(iri in occupations.by_iri for iri, _ in base.pairs(r, predicate))]


def names_of(releases: Iterable[Release]) -> str:
    """Return the names of releases in a line, for instance ``onet@29.3, esco@1.2``."""
    return ", ".join(release.name for release in releases)


def views(writings: Writings, requirements: Sequence[Requirements]) -> list[View]:
    """Return every view that relatedness is fused from, as far as the data allows, those of ratings first."""
    rated = [View(f"{RATINGS}{r.name}", cosine(profile(r.importance, r.level)), r.rated, r.name) for r in requirements]
    worded = [
        view_of(name, texts, build, source)
        for name, texts, build, source in (
            ("activities", writings.activities, shared, writings.told_by),
            ("task words", writings.tasks, words, writings.told_by),
            ("tasks", writings.tasks, meaning, writings.told_by),
            ("title words", writings.titles, words, writings.named_by),
            ("titles", writings.titles, meaning, writings.named_by),
            ("descriptions", writings.descriptions, meaning, writings.named_by),
        )
    ]
    return [view for view in rated + worded if view.known.sum() > 1]


Texts = tuple[tuple[str, ...], ...]


def view_of(name: str, texts: Texts, build: Callable[[Texts], Matrix], source: str) -> View:
    """Return a view of the texts of the occupations, or of what else is listed for each."""
    known = np.array([bool(own) for own in texts])
    empty = np.zeros((len(texts), len(texts)), dtype=np.float32)
    return View(name, build(texts) if known.sum() > 1 else empty, known, source)


def words(texts: Texts) -> Matrix:
    """Compare by shared words, the rare ones weighing more."""
    return unit_products(tfidf([" \n".join(own) for own in texts]))


def meaning(texts: Texts) -> Matrix:
    """Compare by the mean of the sentence embeddings."""
    counts = np.array([len(own) for own in texts])
    flat = [text for own in texts for text in own]
    return cosine(mean_vectors(embed(flat), counts))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(sorted(values)) for key, values in groups.items()}

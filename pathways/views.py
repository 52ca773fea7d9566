"""The sides from which occupations are compared, each built from what a release says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.namespaces import CEASN, CETERMS, LW, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations import Occupations
from pathways.relatedness import Matrix, cosine, mean_vectors, profile, shared, unit_products
from pathways.requirements import Requirements
from standards.matching.embedding import embed
from standards.matching.terms import tfidf


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
    """

    titles: tuple[tuple[str, ...], ...]
    descriptions: tuple[tuple[str, ...], ...]
    tasks: tuple[tuple[str, ...], ...]
    activities: tuple[tuple[str, ...], ...]
    source: str


def read_writings(base: KnowledgeBase, occupations: Occupations) -> Writings:
    """Read titles, descriptions, tasks and activities of all occupations."""
    releases = base.current()
    pairs = [
        {predicate: list(base.pairs(release, predicate)) for predicate in (CETERMS.hasTask, LW.detailedActivity)}
        for release in releases
    ]
    words = {iri: text for release in releases for p in (SKOS.prefLabel, CEASN.competencyText)
             for iri, text in base.pairs(release, p)}  # fmt: skip
    tasks = _grouped(pair for found in pairs for pair in found[CETERMS.hasTask])
    behind = _grouped(pair for found in pairs for pair in found[LW.detailedActivity])
    of_task = [tasks.get(occupation.iri, ()) for occupation in occupations]
    return Writings(
        titles=tuple((o.label.value, *o.alt_labels) for o in occupations),
        descriptions=tuple((o.description,) if o.description else () for o in occupations),
        tasks=tuple(tuple(words[task] for task in own if task in words) for own in of_task),
        activities=tuple(tuple(a for task in own for a in behind.get(task, ())) for own in of_task),
        source=", ".join(f"{r.source}@{r.version}" for r in releases if r.source in ("onet",)) or "partnership",
    )


def views(writings: Writings, requirements: Sequence[Requirements]) -> list[View]:
    """Return every view that the data allows, those of ratings first."""
    rated = [
        View(f"requirements of {r.name}", cosine(profile(r.importance, r.level)), r.rated, r.name) for r in requirements
    ]
    worded = [
        _view(name, texts, build, writings.source)
        for name, texts, build in (
            ("activities", writings.activities, shared),
            ("task words", writings.tasks, _words),
            ("tasks", writings.tasks, _meaning),
            ("title words", writings.titles, _words),
            ("titles", writings.titles, _meaning),
            ("descriptions", writings.descriptions, _meaning),
        )
    ]
    return [view for view in rated + worded if view.known.sum() > 1]


Texts = tuple[tuple[str, ...], ...]


def _view(name: str, texts: Texts, build: Callable[[Texts], Matrix], source: str) -> View:
    known = np.array([bool(own) for own in texts])
    empty = np.zeros((len(texts), len(texts)), dtype=np.float32)
    return View(name, build(texts) if known.sum() > 1 else empty, known, source)


def _words(texts: Texts) -> Matrix:
    """Compare by shared words, the rare ones weighing more."""
    return unit_products(tfidf([" \n".join(own) for own in texts]))


def _meaning(texts: Texts) -> Matrix:
    """Compare by the mean of the sentence embeddings."""
    counts = np.array([len(own) for own in texts])
    flat = [text for own in texts for text in own]
    return cosine(mean_vectors(embed(flat), counts))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(sorted(values)) for key, values in groups.items()}

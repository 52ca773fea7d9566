"""Where a competency is taught, and what attests it: only what a release asserts, never what a machine suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from ontology.namespaces import CETERMS, LW, OWL, SEMAPV, SKOS, SSSOM
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.credentials import apprenticeships
from pathways.records.step import Reference
from standards.reviewing import SETTLED, Reviews

References = tuple[Reference, ...]

SAME = frozenset(map(str, (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)))
"""How the outcome of a course may stand to a competency so that the course teaches it, at least in part."""

MAPPED = (
    f"SELECT ?outcome ?how ?competency {{ ?mapping <{OWL.annotatedSource}> ?outcome ; "
    f"<{OWL.annotatedProperty}> ?how ; <{OWL.annotatedTarget}> ?competency ; "
    f"<{SSSOM.mapping_justification}> <{SEMAPV.ManualMappingCuration}> "
    f"FILTER NOT EXISTS {{ ?mapping <{SSSOM.predicate_modifier}> ?not }} }}"
)
"""What people mapped; a match by a machine is a suggestion until somebody has looked at it."""

JUDGED = f"SELECT DISTINCT ?program {{ ?review a <{LW.Review}> ; <{LW.reviewedProgram}> ?program }}"
"""Programs whose suggestions people reviewed."""


@dataclass(frozen=True)
class Teaching:
    """Courses and credentials by the address of a competency.

    Parameters
    ----------
    taught_by
        Courses that teach the competency itself, or an outcome that is mapped to it.
    attested_by
        Credentials whose holders have shown it.
    """

    taught_by: Mapping[str, References] = field(default_factory=dict)
    attested_by: Mapping[str, References] = field(default_factory=dict)

    def without(self, credentials: Set[str]) -> Teaching:
        """Return the same without some credentials, by their addresses."""
        kept = {name: tuple(one for one in by if one.iri not in credentials) for name, by in self.attested_by.items()}
        return replace(self, attested_by=kept)


def read_teaching(base: KnowledgeBase, competencies: Iterable[str]) -> Teaching:
    """Read where competencies are taught and attested.

    Parameters
    ----------
    competencies
        Addresses of those that occupations are rated by.
    """
    releases, wanted = base.current(), frozenset(competencies)
    names = {iri: name for release in releases for iri, name in base.pairs(release, CETERMS.name)}
    meant = _meant(base, releases)
    taught = (
        (competency, course)
        for release in releases
        for course, outcome in _courses(base, release)
        for competency in (outcome, *meant.get(outcome, ()))
    )
    attested = (
        (competency, credential)
        for release in releases
        for credential, competency in base.pairs(release, CETERMS.assesses)
    )
    return Teaching(*(dict(_grouped(pairs, wanted, names)) for pairs in (taught, attested)))


def _courses(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, str]]:
    """Yield courses with what they teach; nobody takes an apprenticeship for the sake of one competency."""
    trained = apprenticeships(base, release)
    yield from (pair for pair in base.pairs(release, CETERMS.teaches) if pair[0] not in trained)


def _meant(base: KnowledgeBase, releases: Sequence[Release]) -> dict[str, list[str]]:
    """Return the competencies that people mapped an outcome to, or accepted in a review."""
    meant: dict[str, list[str]] = {}
    for release in releases:
        for outcome, how, competency in base.rows(MAPPED, [release.iri]):
            if how in SAME:
                meant.setdefault(outcome, []).append(competency)
        for (program,) in base.rows(JUDGED, [release.iri]):
            for outcome, competency in _accepted(Reviews.of(base, program)):
                meant.setdefault(outcome, []).append(competency)
    return meant


def _accepted(reviews: Reviews) -> Iterator[tuple[str, str]]:
    """Yield what reviewers say an outcome means, where they looked at it; nothing of what is accepted in bulk."""
    for outcome, competency in reviews.pairs:
        state = reviews.state(outcome, competency)
        if state.status in SETTLED and any(review.by_hand for review in state.reviews):
            yield outcome, competency


def _grouped(
    pairs: Iterable[tuple[str, str]], wanted: frozenset[str], names: Mapping[str, str]
) -> Iterator[tuple[str, References]]:
    """Yield by competency what teaches or attests it, by label."""
    groups: dict[str, set[str]] = {}
    for competency, what in pairs:
        if competency in wanted and what in names:
            groups.setdefault(competency, set()).add(what)
    for competency, found in sorted(groups.items()):
        order = sorted(found, key=lambda what: (names[what], what))
        yield competency, tuple(Reference(iri=Iri(what), label=Text(value=names[what])) for what in order)

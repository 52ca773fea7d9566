"""What the releases of a knowledge base say of each occupation."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain

from ontology.namespaces import CETERMS, DCTERMS, LW, OWL, SKOS, SSSOM
from ontology.records import Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import OccupationEntry, Occupations
from standards.preferred_language import ENGLISH, preference

SOURCE = "onet"
"""Slug in the addresses of the occupations that ladders are made of."""


def read_occupations(base: KnowledgeBase, source: str = SOURCE) -> Occupations:
    """Read the occupations whose addresses belong to a source, with what every newest release says of them.

    Parameters
    ----------
    source
        Slug in the addresses: partnerships code their occupations to ``onet``.
    """
    releases = base.current()
    codes = _codes(base, releases, source)
    labels = _labels(base, releases)
    facts = {name: _first_said(base, releases, predicate) for name, predicate in SINGLE.items()}
    titles, matches = _all_said(base, releases), _matches(base, releases, codes)
    return Occupations.of(
        _entry(
            iri,
            code,
            labels.get(iri, Text(value=code)),
            facts,
            {
                "alt_labels": sorted(titles.get(iri, ())),
                "matches": matches.get(iri, ()),
                "match_labels": [labels[other].value for other in matches.get(iri, ()) if other in labels],
            },
        )
        for iri, code in codes.items()
    )


def read_places(base: KnowledgeBase, source: str = SOURCE) -> dict[str, int]:
    """Read the place by address that `read_occupations` gives each occupation, and nothing else of them."""
    codes = read_codes(base, source)
    return {iri: place for place, iri in enumerate(sorted(codes, key=lambda iri: codes[iri]))}


def read_codes(base: KnowledgeBase, source: str = SOURCE) -> dict[str, str]:
    """Read the code by address of each occupation that `read_occupations` reads, and nothing else of them."""
    return _codes(base, base.current(), source)


def read_addresses(base: KnowledgeBase, source: str = SOURCE) -> set[str]:
    """Read the addresses by which occupations are found: their own, and those that a crosswalk maps to them."""
    releases = base.current()
    codes = _codes(base, releases, source)
    return {*codes, *chain.from_iterable(_matches(base, releases, codes).values())}


def _codes(base: KnowledgeBase, releases: Iterable[Release], source: str) -> dict[str, str]:
    """Return the code of each occupation whose address belongs to a source."""
    prefix = base.identifiers.mint(source, "")
    query = f"SELECT DISTINCT ?o ?n {{ ?o a <{CETERMS.Occupation}> ; <{SKOS.notation}> ?n }}"
    found = base.rows(query, [release.iri for release in releases])
    return {iri: code for iri, code in found if iri.startswith(prefix)}


SINGLE = {
    "description": DCTERMS.description,
    "zone": LW.jobZone,
    "entry": LW.entryLevel,
    "education": LW.typicalEducation,
    "training_months": LW.trainingMonths,
    "license": LW.licensure,
}
"""Fields that hold one value, with their properties."""


def _first_said(base: KnowledgeBase, releases: Iterable[Release], predicate: str) -> dict[str, str]:
    """Return one value by subject: the first release in order has the first word."""
    said: dict[str, str] = {}
    for release in releases:
        for subject, value in sorted(base.pairs(release, predicate)):
            said.setdefault(subject, value)
    return said


def _labels(base: KnowledgeBase, releases: Iterable[Release]) -> dict[str, Text]:
    """Return the title of each occupation with its language: that of the first release, in the preferred language."""
    query = f"SELECT ?o (LANG(?label) AS ?tag) ?label {{ ?o a <{CETERMS.Occupation}> ; <{SKOS.prefLabel}> ?label }}"
    labels: dict[str, Text] = {}
    for release in releases:
        rows = sorted(base.rows(query, [release.iri]), key=lambda row: (preference(row[1]), row[2]))
        for iri, tag, label in rows:
            labels.setdefault(iri, Text(value=label, language=tag.lower() or ENGLISH))
    return labels


def _all_said(base: KnowledgeBase, releases: Iterable[Release]) -> dict[str, set[str]]:
    """Return every other title by occupation."""
    titles: dict[str, set[str]] = {}
    for release in releases:
        for predicate in (SKOS.altLabel, LW.reportedTitle):
            for subject, title in base.pairs(release, predicate):
                titles.setdefault(subject, set()).add(title)
    return titles


SAME = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)
"""How an occupation of another classification may stand to ours to be found by it, the best first."""

MAPPED = (
    f"SELECT ?theirs ?how ?ours {{ ?mapping <{OWL.annotatedSource}> ?theirs ; "
    f"<{OWL.annotatedProperty}> ?how ; <{OWL.annotatedTarget}> ?ours "
    f"FILTER NOT EXISTS {{ ?mapping <{SSSOM.predicate_modifier}> ?not }} }}"
)


def _matches(base: KnowledgeBase, releases: Iterable[Release], known: Container[str]) -> dict[str, list[str]]:
    """Return the occupations of other classifications by ours; each of theirs stands by its one best."""
    order = {str(how): place for place, how in enumerate(SAME)}
    best: dict[str, tuple[int, str]] = {}
    for release in releases:
        for theirs, how, ours in base.rows(MAPPED, [release.iri]):
            if how in order and ours in known:
                best[theirs] = min(best.get(theirs, (len(order), "")), (order[how], ours))
    matches: dict[str, list[str]] = {}
    for theirs, (_, ours) in sorted(best.items()):
        matches.setdefault(ours, []).append(theirs)
    return matches


def _entry(
    iri: str,
    code: str,
    label: Text,
    facts: Mapping[str, Mapping[str, str]],
    names: Mapping[str, Sequence[str]],
) -> OccupationEntry:
    said = {name: values[iri] for name, values in facts.items() if values.get(iri)}
    return OccupationEntry.model_validate({"iri": iri, "code": code, "label": label, **names, **said})

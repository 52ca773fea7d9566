"""What is offered: apprenticeships, colleges' programs, and how long the credentials of a knowledge base take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ontology.namespaces import CETERMS, LW, RDF, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.bridges.apprenticeships import Apprenticeship, read_apprenticeships
from pathways.occupations.catalog import Occupations


@dataclass(frozen=True)
class ProgramOffer:
    """A program of a college.

    Parameters
    ----------
    courses
        Their addresses.
    credits
        Of all its courses; ``None`` where those of one are unknown.
    source
        Name of the release.
    """

    iri: Iri
    label: Text
    courses: frozenset[str]
    credits: float | None = None
    award: str = ""
    college: str = ""
    source: str = ""


@dataclass(frozen=True)
class CredentialFacts:
    """What is said of a credential: typical hours of preparation, who issues it, and the release that says so.

    Parameters
    ----------
    type
        Its class in CTDL, for instance ``ceterms:License``; ``None`` where it is not said.
    """

    hours: float | None = None
    issuer: str = ""
    type: Iri | None = None
    source: str = ""


@dataclass(frozen=True)
class Offers:
    """All that may be a bridge.

    Parameters
    ----------
    credentials
        By address.
    """

    apprenticeships: tuple[Apprenticeship, ...] = ()
    programs: tuple[ProgramOffer, ...] = ()
    credentials: Mapping[str, CredentialFacts] = field(default_factory=dict)


def read_offers(base: KnowledgeBase, occupations: Occupations) -> Offers:
    """Read what the newest releases offer."""
    releases = base.current()
    colleges = {iri: name for release in releases for iri, name in base.pairs(release, SKOS.prefLabel)}
    programs = (one for release in releases for one in _programs(base, release, colleges))
    credentials = {iri: facts for release in releases for iri, facts in _credentials(base, release)}
    return Offers(
        read_apprenticeships(base, occupations),
        tuple(sorted(programs, key=lambda one: (one.label.value, one.iri))),
        credentials,
    )


def _programs(base: KnowledgeBase, release: Release, colleges: Mapping[str, str]) -> Iterator[ProgramOffer]:
    there = _of_class(base, release, CETERMS.LearningProgram)
    if not there:
        return
    names, awards = dict(base.pairs(release, CETERMS.name)), dict(base.pairs(release, LW.award))
    offered, counted = dict(base.pairs(release, CETERMS.offeredBy)), dict(base.pairs(release, LW.credits))
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for program, course in base.pairs(release, CETERMS.hasPart):
        parts[program].add(course)
    for iri in sorted(there & names.keys()):
        known = [float(counted[course]) for course in parts[iri] if course in counted]
        yield ProgramOffer(
            iri=Iri(iri),
            label=Text(value=names[iri]),
            courses=frozenset(parts[iri]),
            credits=sum(known) if known and len(known) == len(parts[iri]) else None,
            award=awards.get(iri, ""),
            college=colleges.get(offered.get(iri, ""), ""),
            source=release.name,
        )


def _credentials(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, CredentialFacts]]:
    hours, issuers = dict(base.pairs(release, LW.typicalHours)), dict(base.pairs(release, LW.issuer))
    types = dict(base.pairs(release, LW.credentialType))
    for iri in sorted(_of_class(base, release, CETERMS.Credential)):
        known = float(hours[iri]) if iri in hours else None
        kind = Iri(types[iri]) if iri in types else None
        yield iri, CredentialFacts(known, issuers.get(iri, ""), kind, release.name)


def _of_class(base: KnowledgeBase, release: Release, kind: str) -> set[str]:
    return {iri for (iri,) in base.rows(f"SELECT ?s {{ ?s <{RDF.type}> <{kind}> }}", [release.iri])}

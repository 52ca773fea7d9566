"""Which credentials help with or are asked for by which occupation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.namespaces import CETERMS, LW
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations
from pathways.records.ladder import Reference


@dataclass(frozen=True)
class CredentialUse:
    """A credential and the occupations it serves.

    Parameters
    ----------
    useful_for, required_for
        Places of the occupations; what is required is useful, too.
    """

    credential: Reference
    useful_for: frozenset[int]
    required_for: frozenset[int]


def read_credentials(base: KnowledgeBase, occupations: Occupations) -> tuple[CredentialUse, ...]:
    """Read every credential that names an occupation, by label."""
    found = []
    for release in base.current():
        names, trained = dict(base.pairs(release, CETERMS.name)), apprenticeships(base, release)
        uses = _by_credential(base.pairs(release, CETERMS.occupationType), occupations)
        needs = _by_credential(base.pairs(release, CETERMS.isRequiredFor), occupations)
        for iri in sorted((uses | needs).keys() & names.keys() - trained):
            reference = Reference(iri=Iri(iri), label=Text(value=names[iri]))
            required = frozenset(needs.get(iri, ()))
            found.append(CredentialUse(reference, required | frozenset(uses.get(iri, ())), required))
    return tuple(sorted(found, key=lambda use: use.credential.label.value))


def apprenticeships(base: KnowledgeBase, release: Release) -> set[str]:
    """Return the addresses of the apprenticeships of a release: they lead to an occupation, and are no credential."""
    return {iri for (iri,) in base.rows(f"SELECT ?a {{ ?a a <{LW.Apprenticeship}> }}", [release.iri])}


def _by_credential(pairs: Iterable[tuple[str, str]], occupations: Occupations) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = {}
    for credential, occupation in pairs:
        if occupation in occupations.by_iri:
            groups.setdefault(credential, set()).add(occupations.by_iri[occupation])
    return groups

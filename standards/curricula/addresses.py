"""Addresses that a program has in the knowledge base: importing it again must not change them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from ontology.identifiers import slug
from ontology.namespaces import CETERMS, SCHEMA
from ontology.store import KnowledgeBase


@dataclass(frozen=True)
class StoredAddresses:
    """What the addresses of a stored program are made of.

    Parameters
    ----------
    local
        Part under which those of its courses and outcomes are minted: the slug of the college as it was named first,
        or the file's name where it was not.
    college
        Slug of the college as it is named now; empty where the file's name stands in for it.
    """

    local: str
    college: str = ""

    def hold_for(self, college: str) -> bool:
        """Return whether they are those of what a college, empty where it is not named, offers under the same name."""
        return not (self.college and slug(college)) or self.college == slug(college)


def stored_addresses(base: KnowledgeBase, source: str, name: str) -> StoredAddresses | None:
    """Return what the addresses of a program in the newest release of a source are made of.

    ``None`` where there is no such release, or nothing in it has an address that was minted for the program.

    Parameters
    ----------
    source
        Of the program on its own, for instance ``program-welding``.
    name
        Slug of the program, for instance ``welding``.
    """
    release = next((release for release in base.current() if release.source == source), None)
    if release is None:
        return None
    query = f"SELECT ?s {{ VALUES ?kind {{ <{CETERMS.LearningProgram}> <{SCHEMA.ListItem}> }} ?s a ?kind }}"
    starts = tuple(base.identifiers.mint(kind, "") for kind in ("program", "place"))
    paths = (
        iri.removeprefix(s).split("/")
        for (iri,) in base.rows(query, [release.iri])
        for s in starts
        if iri.startswith(s)
    )
    local = next((unquote(path[0]) for path in paths if path[1:2] == [name]), "")
    colleges = f"SELECT ?college {{ ?p a <{CETERMS.LearningProgram}>; <{CETERMS.offeredBy}>/skos:prefLabel ?college }}"
    named = next((college for (college,) in base.rows(colleges, [release.iri]) if college != name), "")
    return StoredAddresses(local, slug(named)) if local else None

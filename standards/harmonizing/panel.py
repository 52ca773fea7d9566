"""The panel of a standard that no partnership was imported for: the firms whose lists are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.records import Framework, Iri, Organization, Partnership, PublicationStatus, Record, Text
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.frameworks import FRAMEWORK
from standards.harmonizing.lists import read_list
from standards.sources.own import PARTNERSHIP
from standards.sources.publication import FIRST, new_release


def ensure_panel(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> None:
    """Store a partnership of some firms as the working copy of a standard, where there is none of that name.

    Who takes part besides, and by which rule, is said in a folder that is imported in its place.
    """
    if not firms or any(release.source == standard for release in base.releases()):
        return
    release = new_release(base.identifiers, standard, FIRST, f"Partnership for {standard}", language="en")
    stored = release.model_copy(update={"reader": PARTNERSHIP, "status": Iri(PublicationStatus.DRAFT)})
    base.replace(stored, (), [encoded(_records(base, standard, firms))])


def _records(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> Iterator[Record]:
    members = [_organization(base, firm) for firm in firms]
    partnership = Iri(base.identifiers.mint("partnership", standard))
    yield from members
    yield Partnership(iri=partnership, label=Text(value=standard), members=tuple(one.iri for one in members))
    framework = Iri(base.identifiers.mint(FRAMEWORK, standard))
    yield Framework(iri=framework, label=Text(value=standard), version=FIRST, publisher=partnership)


def _organization(base: KnowledgeBase, firm: str) -> Organization:
    listed = read_list(base, firm)
    return next(one for one in base.records(listed.release, Organization) if one.iri == listed.firm)

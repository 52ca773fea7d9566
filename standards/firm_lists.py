"""The lists of a partnership's firms: each is a release of its own, which several partnerships may have among theirs.

A firm's list is ``sheet-{firm}``, whichever way it came. Partnerships that were given the same file share it; where one
was given another file, it has that as ``sheet-{partnership}-{firm}`` and leaves the others theirs.
"""

from __future__ import annotations

from ontology.records import Framework, Iri, Partnership, Release
from ontology.store import KnowledgeBase
from standards.sources.own import PARTNERSHIP, SHEET


def partnership_address(base: KnowledgeBase, partnership: str) -> Iri:
    """Return the address of a partnership by its slug."""
    return Iri(base.identifiers.mint(PARTNERSHIP, partnership))


def firm_lists(base: KnowledgeBase, partnership: str) -> list[Release]:
    """Return the lists that a partnership has from its firms, the newest of each, by source.

    Of a member whose list did not come with it, that is the list that a partnership has which merged into it.
    """
    own = _lists_with(base, partnership)
    inherited = [lists[-1] for lists in inherited_lists(base, partnership).values()]
    return sorted([*own, *inherited], key=lambda release: release.source)


def inherited_lists(base: KnowledgeBase, partnership: str) -> dict[Iri, list[Release]]:
    """Return the lists of members that only partnerships have which merged into theirs, by firm, the newest last."""
    given = {list_firm(base, release) for release in _lists_with(base, partnership)}
    members = {iri for one in _panels(base, partnership) for iri in one.members} - given
    merged = {release.iri: release for slug in _merged(base, partnership) for release in _lists_with(base, slug)}
    found: dict[Iri, list[Release]] = {}
    for release in sorted(merged.values(), key=lambda one: (one.imported, one.source)):
        if (firm := list_firm(base, release)) in members:
            found.setdefault(firm, []).append(release)
    return found


def _lists_with(base: KnowledgeBase, partnership: str) -> list[Release]:
    return [release for release in came_with(base, partnership) if release.reader == SHEET]


def _panels(base: KnowledgeBase, partnership: str) -> list[Partnership]:
    own = (release for release in base.current() if release.source == partnership)
    return [one for release in own for one in base.records(release, Partnership)]


def _merged(base: KnowledgeBase, partnership: str) -> list[str]:
    """Return the slugs of the partnerships that merged into one, and of those that had merged into them."""
    prefix, found = base.identifiers.mint(PARTNERSHIP, ""), [partnership]
    for slug in found:
        former = (iri.removeprefix(prefix) for one in _panels(base, slug) for iri in one.derived_from)
        found += [one for one in former if one not in found]
    return found[1:]


def list_firm(base: KnowledgeBase, release: Release) -> Iri | None:
    """Return the firm whose list a release holds."""
    return next((one.publisher for one in base.records(release, Framework)), None)


def came_with(base: KnowledgeBase, partnership: str) -> list[Release]:
    """Return what a partnership has beside its own release, the newest of each: lists, outcomes and employment."""
    return [release for release in base.current() if partnership_address(base, partnership) in release.part_of]


def carried_parts(base: KnowledgeBase, source: str) -> tuple[Iri, ...]:
    """Return the partnerships that have a list which is stored under a source; a newer one is theirs, too."""
    return next((release.part_of for release in base.current() if release.source == source), ())


def organization_name(base: KnowledgeBase, slug: str) -> str:
    """Return what partnerships call an organization, by its slug; empty where none has it."""
    address = base.identifiers.mint("organization", slug)
    panels = [release.iri for release in base.current() if release.reader == PARTNERSHIP]
    named = base.rows(f"SELECT ?name {{ <{address}> skos:prefLabel ?name }}", panels) if panels else ()
    return min((name for (name,) in named), default="")

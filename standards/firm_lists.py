"""The lists of a partnership's firms: each is a release of its own, which several partnerships may have among theirs.

A firm's list is ``sheet-{firm}``, whichever way it came. Partnerships that were given the same file share it; where one
was given another file, it has that as ``sheet-{partnership}-{firm}`` and leaves the others theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.named_releases import current_releases
from ontology.records import Framework, Iri, Partnership, Release, SourceFile
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.sources.own import PARTNERSHIP, SHEET, own_source
from standards.sources.source import Delivery


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
    given = {_firm(base, release) for release in _lists_with(base, partnership)}
    members = {iri for one in _panels(base, partnership) for iri in one.members} - given
    merged = {release.iri: release for slug in _merged(base, partnership) for release in _lists_with(base, slug)}
    found: dict[Iri, list[Release]] = {}
    for release in sorted(merged.values(), key=lambda one: (one.imported, one.source)):
        if (firm := _firm(base, release)) in members:
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


def _firm(base: KnowledgeBase, release: Release) -> Iri | None:
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


@dataclass(frozen=True)
class Places:
    """Where the lists that come with a partnership are stored, and what becomes of those that it had.

    Parameters
    ----------
    stored
        Each list with the release that it is stored as.
    said
        Stored lists that are of other partnerships than before, as they are then.
    gone
        Stored lists that are of none any more.
    told
        What is to be known of it.
    """

    stored: tuple[tuple[Delivery, Release], ...] = ()
    said: tuple[Release, ...] = ()
    gone: tuple[Release, ...] = ()
    told: tuple[Finding, ...] = ()


def places(base: KnowledgeBase, partnership: str, lists: Sequence[Delivery]) -> Places:
    """Return where the lists that come with a partnership go."""
    address = partnership_address(base, partnership)
    shared = {one.source: one for one in current_releases(r for r in base.releases() if r.reader == SHEET)}
    stored, said, told = [], [], []
    for delivery in lists:
        common = shared.get(delivery.release.source)
        others = _others(common, address)
        if common and others and _same_files(delivery.files, base.files(common)):
            said.append(common.model_copy(update={"part_of": (*others, address)}))
            continue
        if common and others:
            own = own_source(SHEET, f"{partnership}-{delivery.frameworks[0]}")
            stored.append((delivery, _taking(delivery.release, own, shared.get(own))))
            told.append(_another(delivery, common, own))
        else:
            stored.append((delivery, _taking(delivery.release, delivery.release.source, common)))
    kept = {*(release.name for _, release in stored), *(release.name for release in said)}
    left = [one for one in base.releases() if address in one.part_of and one.name not in kept]
    gone, others_have = _parted(left, address)
    return Places(tuple(stored), (*said, *others_have), gone, tuple(told))


def going_with(base: KnowledgeBase, removed: Sequence[Release]) -> tuple[tuple[Release, ...], tuple[Release, ...]]:
    """Return the lists that go with partnerships of which nothing is left to work on, and those that others keep.

    The latter are as they are then.
    """
    going = {release.iri for release in removed}
    known = [release for release in base.releases() if release.iri not in going]
    worked_on = {release.source for release in known if not release.fixed}
    gone: dict[Iri, Release] = {}
    lists = {release.iri: release for release in known if release.part_of}
    for source in sorted({release.source for release in removed} - worked_on):
        address = partnership_address(base, source)
        over, kept = _parted((one for one in lists.values() if address in one.part_of), address)
        gone |= {release.iri: release for release in over}
        lists = {iri: one for iri, one in lists.items() if iri not in gone} | {one.iri: one for one in kept}
    changed = [one for one in lists.values() if one not in known]
    return tuple(gone.values()), tuple(changed)


def _parted(lists: Iterable[Release], address: Iri) -> tuple[tuple[Release, ...], tuple[Release, ...]]:
    """Return the lists that are of no other partnership, and the others without it."""
    known = list(lists)
    alone = tuple(release for release in known if not _others(release, address))
    shared = (release for release in known if release not in alone)
    return alone, tuple(one.model_copy(update={"part_of": _others(one, address)}) for one in shared)


def _others(release: Release | None, address: Iri) -> tuple[Iri, ...]:
    return tuple(one for one in release.part_of if one != address) if release else ()


def _taking(release: Release, source: str, stored: Release | None) -> Release:
    """Return a release under the name of what it takes the place of."""
    version = stored.version if stored else release.version
    return release.model_copy(update={"source": source, "version": version})


def _same_files(one: Iterable[SourceFile], other: Iterable[SourceFile]) -> bool:
    return set(_contents(one)) == set(_contents(other))


def _contents(files: Iterable[SourceFile]) -> Iterator[tuple[str, str]]:
    return ((file.name, file.sha256) for file in files)


def _another(delivery: Delivery, common: Release, own: str) -> Finding:
    return Finding(
        code="another-list",
        severity=Severity.INFO,
        file=delivery.files[0].name,
        value=delivery.frameworks[0],
        message=f"the list of this firm that another partnership has ({common.name}) is another one; both are kept",
        remedy=f"Nothing needs to be done; give both the same file to have one list instead of {own}",
    )

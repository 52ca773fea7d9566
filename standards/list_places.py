"""Where the lists of firms are stored: one may have given several, and none takes the place of what others rest on.

Whoever brings a list of a firm that others have as ``sheet-{firm}`` has its own as ``sheet-{partnership}-{firm}``,
unless it is the same file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.errors import InputError
from ontology.named_releases import current_releases
from ontology.records import Iri, Release, SourceFile
from ontology.report import Finding, Severity
from ontology.shown import PROPOSAL
from ontology.store import KnowledgeBase
from standards.firm_lists import list_firm, partnership_address
from standards.sources.own import SHEET, own_source
from standards.sources.source import Delivery


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
    staying
        Stored lists that stay as they are, though the folder does not name them.
    told
        What is to be known of it.
    """

    stored: tuple[tuple[Delivery, Release], ...] = ()
    said: tuple[Release, ...] = ()
    gone: tuple[Release, ...] = ()
    staying: tuple[Release, ...] = ()
    told: tuple[Finding, ...] = ()


def places(base: KnowledgeBase, partnership: str, lists: Sequence[Delivery], left: Collection[str] = ()) -> Places:
    """Return where the lists that come with the folder of a partnership go.

    What an earlier folder brought and this one does not name goes; a list that was brought by itself stays.

    Parameters
    ----------
    left
        Slugs of the members that have left, whose lists go in any case.
    """
    address = partnership_address(base, partnership)
    placed = [_placed(base, partnership, delivery) for delivery in lists]
    firms = {*left, *(firm for one in lists for firm in one.frameworks)}
    given = {source for firm in firms for source in (own_source(SHEET, firm), _own_source(partnership, firm))}
    stored = tuple(one for place in placed for one in place.stored)
    said = tuple(one for place in placed for one in place.said)
    told = tuple(one for place in placed for one in place.told)
    kept = {*(release.name for _, release in stored), *(release.name for release in said)}
    unnamed = [release for release in base.releases() if address in release.part_of and release.name not in kept]
    staying = tuple(release for release in unnamed if _stays(release, given, address))
    gone, others_have = _parted(base, (one for one in unnamed if one not in staying), address)
    return Places(stored, (*said, *others_have), gone, staying, told)


def _placed(base: KnowledgeBase, partnership: str, delivery: Delivery) -> Places:
    """Return where one list goes that comes with a folder; what others have as the same file is shared with them."""
    address, common = partnership_address(base, partnership), _stored(base, delivery.release.source)
    others = _others(base, common, address)
    if common and others and _same_files(delivery.files, base.files(common)):
        folders = (*_without(common.folders, address), address)
        return Places(said=(common.model_copy(update={"part_of": (*others, address), "folders": folders}),))
    if common and others:
        return _beside(base, partnership, delivery, common)
    return Places(((delivery, _taking(delivery.release, delivery.release.source, common)),))


def place_for(base: KnowledgeBase, partnership: str, delivery: Delivery) -> Places:
    """Return where the list of a firm goes that is brought for a standard by itself: a single one is stored.

    It takes the place of the one that the standard has from the firm, and of none that others have.

    Raises
    ------
    InputError
        Where its own place is taken by the list of another firm.
    """
    common, own = _stored(base, delivery.release.source), _own_source(partnership, delivery.frameworks[0])
    held, firm = _stored(base, own), base.identifiers.mint("organization", delivery.frameworks[0])
    if held and list_firm(base, held) == firm and partnership_address(base, partnership) in held.part_of:
        return Places(((delivery, _taking(delivery.release, own, held)),))
    others = _others(base, common, partnership_address(base, partnership))
    if common and others and not _same_files(delivery.files, base.files(common)):
        if held:
            message = f"the list of {delivery.frameworks[0]} for {partnership} would be stored as {own}, and there is "
            message += "another list of that name; call the firm or the standard otherwise"
            raise InputError(message)
        return _beside(base, partnership, delivery, common)
    return Places(((delivery, _taking(delivery.release, delivery.release.source, common)),))


def _beside(base: KnowledgeBase, partnership: str, delivery: Delivery, common: Release) -> Places:
    """Return that a list is stored beside the one that others have, which is theirs alone then."""
    address, own = partnership_address(base, partnership), _own_source(partnership, delivery.frameworks[0])
    taking = _taking(delivery.release, own, _stored(base, own)).model_copy(update={"part_of": (address,)})
    theirs = _of_others(base, common, address)
    said = () if theirs.part_of == common.part_of else (theirs,)
    return Places(((delivery, taking),), said, told=(_another(delivery, theirs, own),))


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
        over, kept = _parted(base, (one for one in lists.values() if address in one.part_of), address)
        gone |= {release.iri: release for release in over}
        lists = {iri: one for iri, one in lists.items() if iri not in gone} | {one.iri: one for one in kept}
    changed = [one for one in lists.values() if one not in known]
    return tuple(gone.values()), tuple(changed)


def _parted(
    base: KnowledgeBase, lists: Iterable[Release], address: Iri
) -> tuple[tuple[Release, ...], tuple[Release, ...]]:
    """Return the lists that nobody else has, and the others without a partnership."""
    known = [(release, _of_others(base, release, address)) for release in lists]
    alone = tuple(release for release, theirs in known if not theirs.part_of)
    return alone, tuple(theirs for _, theirs in known if theirs.part_of)


def _of_others(base: KnowledgeBase, release: Release, address: Iri) -> Release:
    """Return a list as it is where it is of others than a partnership alone."""
    theirs = {"part_of": _others(base, release, address), "folders": _without(release.folders, address)}
    return release.model_copy(update=theirs)


def _others(base: KnowledgeBase, release: Release | None, address: Iri) -> tuple[Iri, ...]:
    """Return who has a list besides a partnership: those that it came to, and those that compared it."""
    if release is None:
        return ()
    return _without(dict.fromkeys((*release.part_of, *_comparing(base, release))), address)


def _without(partnerships: Iterable[Iri], address: Iri) -> tuple[Iri, ...]:
    return tuple(one for one in partnerships if one != address)


def _comparing(base: KnowledgeBase, release: Release) -> Iterator[Iri]:
    """Yield the partnerships for whose standard a list was ever compared that goes by the name of its firm alone.

    Harmonizing takes it from there where nobody says another; those that have one of their own do without.
    """
    firm, known = release.source.removeprefix(own_source(SHEET, "")), base.releases()
    sources = {one.source for one in known}
    for proposal in known if release.reader == SHEET else ():
        standard = proposal.source.removeprefix(f"{PROPOSAL}-")
        compared = (proposal.options or "").split() if proposal.reader == PROPOSAL else ()
        if firm in compared and _own_source(standard, firm) not in sources:
            yield partnership_address(base, standard)


def _own_source(partnership: str, firm: str) -> str:
    return own_source(SHEET, f"{partnership}-{firm}")


def _stored(base: KnowledgeBase, source: str) -> Release | None:
    lists = current_releases(one for one in base.releases() if one.reader == SHEET)
    return next((one for one in lists if one.source == source), None)


def _stays(release: Release, given: Collection[str], address: Iri) -> bool:
    """Return whether a list stays that a folder does not name: it came by itself, not in a folder of the panel."""
    return release.reader == SHEET and release.source not in given and address not in release.folders


def _taking(release: Release, source: str, stored: Release | None) -> Release:
    """Return a release under the name of what it takes the place of."""
    version = stored.version if stored else release.version
    return release.model_copy(update={"source": source, "version": version})


def _same_files(one: Iterable[SourceFile], other: Iterable[SourceFile]) -> bool:
    return set(_contents(one)) == set(_contents(other))


def _contents(files: Iterable[SourceFile]) -> Iterator[tuple[str, str]]:
    return ((file.name, file.sha256) for file in files)


def _another(delivery: Delivery, common: Release, own: str) -> Finding:
    having = " or ".join(address.rpartition("/")[2] for address in common.part_of)
    return Finding(
        code="another-list",
        severity=Severity.INFO,
        file=delivery.files[0].name,
        value=delivery.frameworks[0],
        message=f"the list of this firm that {having} has ({common.name}) is another one; both are kept",
        remedy=f"Nothing needs to be done; give both the same file to have one list instead of {own}",
    )

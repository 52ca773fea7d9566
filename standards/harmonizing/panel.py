"""The panel of a standard that no partnership was imported for: the firms whose lists are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ontology.records import Framework, Iri, Organization, Partnership, PublicationStatus, Record, Release, Text
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.frameworks import FRAMEWORK
from standards.harmonizing.lists import held_lists, list_owner
from standards.membership import former, last_days
from standards.sources.own import PARTNERSHIP
from standards.sources.publication import FIRST, new_release


def ensure_panel(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> Report:
    """Store a partnership of some firms as the working copy of a standard, where there is none of that name.

    Where there is one that was made so, firms that are no members yet become members. Who takes part in a partnership
    that was imported, and by which rule, is said in its folder: that a firm is none of them is returned.
    """
    own = [release for release in base.releases() if release.source == standard]
    if not firms or not own:
        return _made(base, standard, firms) if firms else Report()
    working = next((release for release in own if not release.fixed), None)
    members, left = _members(base, own), last_days(base, standard)
    strange = [one for one in _organizations(base, standard, firms) if one.iri not in members or one.iri in left]
    if strange and working and not base.files(working):
        base.amend(working, [*strange, _partnership(base, standard, strange)])
        return Report()
    return Report(_no_member(one, standard, left.get(one.iri)) for one in strange)


def _made(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> Report:
    release = new_release(base.identifiers, standard, FIRST, f"Partnership for {standard}", language="en")
    stored = release.model_copy(update={"reader": PARTNERSHIP, "status": Iri(PublicationStatus.DRAFT)})
    base.replace(stored, (), [encoded(_records(base, standard, firms))])
    return Report()


def _members(base: KnowledgeBase, releases: Sequence[Release]) -> set[Iri]:
    """Return who is a member by any release of a partnership."""
    return {member for release in releases for one in base.records(release, Partnership) for member in one.members}


def _no_member(one: Organization, standard: str, left: date | None) -> Finding:
    what = former(left) if left else f"is no member of the partnership {standard}"
    return Finding(
        code="no-member",
        severity=Severity.WARNING,
        value=one.label.value,
        message=f"{what}: its words are compared, and it can take no position",
        remedy="Name it as a member under organizations in the partnership's folder, and import that again",
    )


def _partnership(base: KnowledgeBase, standard: str, members: Sequence[Organization]) -> Partnership:
    address = Iri(base.identifiers.mint("partnership", standard))
    return Partnership(iri=address, label=Text(value=standard), members=tuple(one.iri for one in members))


def _records(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> Iterator[Record]:
    members = _organizations(base, standard, firms)
    partnership = _partnership(base, standard, members)
    yield from members
    yield partnership
    framework = Iri(base.identifiers.mint(FRAMEWORK, standard))
    yield Framework(iri=framework, label=Text(value=standard), version=FIRST, publisher=partnership.iri)


def _organizations(base: KnowledgeBase, standard: str, firms: Sequence[str]) -> list[Organization]:
    """Return firms as the lists name them that the standard has from them."""
    held = held_lists(base, standard)
    owners = (list_owner(base, firm, held.get(firm)) for firm in firms)
    return [one for release, address in owners for one in base.records(release, Organization) if one.iri == address]

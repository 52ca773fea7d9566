"""What must hold of a package as a whole: each thing has its own address, and associations lead somewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from ontology.report import Finding, Severity, excerpt
from standards.wire.case.associations import EXTENDED, OFFICIAL
from standards.wire.case.package import Package
from standards.wire.case.records import CFAssociation, Resource
from standards.wire.circles import told_circles
from standards.wire.claims import claimed_twice

INWARD: Final = ("isChildOf",)
"""Associations whose both ends are in the package."""

VERSIONS: Final = re.compile(r"/ims/case/(v\d+p\d+)/")


def checked(package: Package, file: str) -> Iterator[Finding]:
    """Yield what is wrong with a package, by the addresses of its resources."""
    yield from _claimed_twice(package, file)
    yield from _strange_types(package, file)
    yield from _dangling(package, file)
    yield from _cycles(package, file)
    yield from _mixed_versions(package, file)


def _claimed_twice(package: Package, file: str) -> Iterator[Finding]:
    """Yield the addresses, and the identifiers of one kind of thing, that several resources claim."""
    for iri, number in Counter(resource.iri for resource in package).items():
        if number > 1:
            yield claimed_twice(file, iri, "uri", iri, f"{number} resources")
    claiming: dict[tuple[type[Resource], str], set[str]] = defaultdict(set)
    for resource in package:
        claiming[type(resource), resource.identifier].add(resource.iri)
    for (_, identifier), claims in claiming.items():
        if len(claims) > 1:
            yield claimed_twice(file, min(claims), "identifier", identifier, f"{len(claims)} resources")


def _strange_types(package: Package, file: str) -> Iterator[Finding]:
    for association in package.associations:
        named = association.association_type
        if named not in OFFICIAL and not EXTENDED.fullmatch(named):
            yield Finding(
                code="unknown-type",
                severity=Severity.ERROR,
                file=file,
                node=association.iri,
                path="associationType",
                value=excerpt(named),
                message="no type of association that CASE has",
                remedy=f"Write one of {', '.join(OFFICIAL)}, or ext: and a name of your own",
            )


def _dangling(package: Package, file: str) -> Iterator[Finding]:
    """Yield associations of which no end is in the package, or that should stay in it and do not."""
    there = {resource.iri for resource in package}
    for association in package.associations:
        ends = {"originNodeURI": association.origin, "destinationNodeURI": association.destination}
        outside = {name: iri for name, iri in ends.items() if iri not in there}
        inward = association.association_type in INWARD
        for name, iri in outside.items():
            if inward or len(outside) == len(ends):
                yield _lost(file, association, name, iri, inward=inward)


def _lost(file: str, association: CFAssociation, name: str, iri: str, *, inward: bool) -> Finding:
    why = f"{association.association_type} stays within a package" if inward else "its other end is not there either"
    return Finding(
        code="dangling",
        severity=Severity.ERROR if inward else Severity.WARNING,
        file=file,
        node=association.iri,
        path=name,
        value=iri,
        message=f"nothing in the package has this address, and {why}",
        remedy="Add what it leads to, or leave the association out",
    )


def _cycles(package: Package, file: str) -> Iterator[Finding]:
    """Yield each circle of statements that are children of one another, once."""
    parents: dict[str, list[str]] = defaultdict(list)
    for association in package.associations:
        if association.association_type == "isChildOf":
            parents[association.origin].append(association.destination)
    return told_circles(parents, file, "isChildOf", things="statements", links="associations")


def _mixed_versions(package: Package, file: str) -> Iterator[Finding]:
    found = {version[1]: r.iri for r in package if (version := VERSIONS.search(r.iri))}
    if len(found) > 1:
        yield Finding(
            code="mixed-versions",
            severity=Severity.WARNING,
            file=file,
            node=package.document.iri,
            value=", ".join(sorted(found)),
            message="the addresses in the package are of several versions of CASE",
            remedy="Ask its server for one version; what follows these addresses may not find all of it",
        )

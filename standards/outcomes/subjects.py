"""Subjects: what an observation can be of (partnerships, organizations, programs), and the standards that there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final, Self

from ontology.identifiers import Identifiers, slug
from ontology.namespaces import CEASN, CETERMS, ORG
from ontology.records import Iri, Organization, Partnership, Program, Record
from ontology.shown import LIST, is_kept_back
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK
from standards.sources.own import PARTNERSHIP

LISTED: Final = 5
"""Names of what there is, in a message."""


@dataclass(frozen=True)
class Subjects:
    """What there is, by the names that files use.

    Parameters
    ----------
    wholes
        Partnerships by slug: an observation of one is of all its members together.
    members
        The organizations of each partnership, by slug, with those that have left: they are in what it reported before.
    programs
        By the slugs of organization and program.
    standards
        Addresses of their frameworks by slug; a firm's own list is none, be it released or not.
    labels
        What each address is called.
    left
        The last day of each organization that is no member any more, by slug, where it is known.
    """

    wholes: Mapping[str, Iri] = field(default_factory=dict)
    members: Mapping[str, Set[str]] = field(default_factory=dict)
    organizations: Mapping[str, Iri] = field(default_factory=dict)
    programs: Mapping[tuple[str, str], Iri] = field(default_factory=dict)
    standards: Mapping[str, Iri] = field(default_factory=dict)
    labels: Mapping[Iri, str] = field(default_factory=dict)
    left: Mapping[str, date] = field(default_factory=dict)

    @classmethod
    def of_records(cls, records: Iterable[Record], identifiers: Identifiers, standard: str) -> Self:
        """Return those of a partnership that is being read, with its own standard.

        All organizations among the records were members of it, if they are none now.
        """
        known = list(records)
        tail = _Tails(identifiers)
        wholes = {tail("partnership", one.iri): one for one in known if isinstance(one, Partnership)}
        organizations = {tail("organization", one.iri): one.iri for one in known if isinstance(one, Organization)}
        programs = [one for one in known if isinstance(one, Program)]
        named = [one for one in known if isinstance(one, Organization | Partnership | Program)]
        return cls(
            wholes={name: one.iri for name, one in wholes.items()},
            members=dict.fromkeys(wholes, frozenset(organizations)),
            organizations=organizations,
            programs={tail.program(one.iri, one.offered_by, str(one.label)): one.iri for one in programs},
            standards={standard: Iri(identifiers.mint(FRAMEWORK, standard))},
            labels={one.iri: str(one.label) for one in named},
        )

    @classmethod
    def stored(cls, base: KnowledgeBase) -> Self:
        """Return those of the knowledge base, with the organizations that any version of a standard names."""
        tail = _Tails(base.identifiers)
        members: dict[str, set[str]] = defaultdict(set)
        graphs = [release.iri for release in base.current()]
        if not graphs:
            return cls()
        for whole, member in _memberships(base, graphs):
            members[tail("partnership", whole)].add(tail("organization", member))
        wholes = _named(base, graphs, str(ORG.OrganizationalCollaboration), "skos:prefLabel")
        versions = [release.iri for release in base.releases() if release.fixed and release.reader == PARTNERSHIP]
        organizations = _named(base, [*graphs, *versions], str(ORG.Organization), "skos:prefLabel")
        programs = _named(base, graphs, str(CETERMS.LearningProgram), "ceterms:name")
        offering = base.rows(f"SELECT ?p ?o {{ ?p <{CETERMS.offeredBy}> ?o }}", graphs)
        offered = {row[0]: row[1] for row in offering}
        shared = [one.iri for one in base.current() if one.reader != LIST and not is_kept_back(base, one)]
        found = base.rows(f"SELECT DISTINCT ?f {{ ?f a <{CEASN.CompetencyFramework}> }}", shared) if shared else ()
        return cls(
            wholes={tail("partnership", iri): iri for iri in wholes},
            members={**members},
            organizations={tail("organization", iri): iri for iri in organizations},
            programs={tail.program(iri, offered.get(iri), name): iri for iri, name in programs.items()},
            standards={tail(FRAMEWORK, iri): Iri(iri) for (iri,) in sorted(found)},
            labels={**wholes, **organizations, **programs},
        )

    def is_known(self, organization: str) -> bool:
        """Return whether that is the slug of an organization or of a partnership."""
        return organization in self.organizations or organization in self.wholes

    def standard_of(self, organization: str) -> str | None:
        """Return the standard that is meant where none is named: that of the only partnership that one is in."""
        of = [name for name in self.wholes if organization in (name, *self.members.get(name, ()))]
        known = [name for name in of if name in self.standards] or list(self.standards)
        return known[0] if len(known) == 1 else None

    def of(self, organization: str, program: str | None) -> Iri:
        """Return the address of what a row is of."""
        if program:
            return self.programs[organization, program]
        return self.wholes.get(organization) or self.organizations[organization]

    def programs_of(self, organization: str) -> list[str]:
        """Return the names of an organization's programs."""
        return sorted(program for of, program in self.programs if of == organization)

    def names(self, of: Iri) -> tuple[str, ...]:
        """Return the slug of an organization, or those of organization and program; of a partnership nothing."""
        if (found := next((names for names, iri in self.programs.items() if iri == of), None)) is not None:
            return found
        return tuple(name for name, iri in self.organizations.items() if iri == of)[:1]


def near(name: str, names: Iterable[str]) -> str:
    """Return what may be meant by a name that is not known.

    Example
    -------
    >>> near("acmee", ["acme", "bolt"]), near("x", ["acme", "bolt"]), near("x", [])
    ("Write 'acme' if that is meant", 'Write one of: acme, bolt', 'Import what it names first')
    """
    known = sorted(names)
    if found := get_close_matches(name, known, n=1):
        return f"Write {found[0]!r} if that is meant"
    more = ", …" if len(known) > LISTED else ""
    return f"Write one of: {', '.join(known[:LISTED])}{more}" if known else "Import what it names first"


def _named(base: KnowledgeBase, graphs: Sequence[str], kind: str, label: str) -> dict[Iri, str]:
    rows = base.rows(f"SELECT ?s ?label {{ ?s a <{kind}>; {label} ?label }}", graphs)
    return {Iri(iri): said for iri, said in sorted(rows, reverse=True)}


def _memberships(base: KnowledgeBase, graphs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each partnership with each of its members, and with those that it or a version of it names as former ones.

    What a partnership reported before one of them left has that one among its parts, and must not tell of it.
    """
    yield from base.rows(f"SELECT ?w ?m {{ ?w <{ORG.hasMember}> ?m }}", graphs)
    for release in base.releases():
        if release.reader == PARTNERSHIP:
            named = f"SELECT ?w ?m {{ ?w a <{ORG.OrganizationalCollaboration}> . ?m a <{ORG.Organization}> }}"
            yield from base.rows(named, [release.iri])


@dataclass(frozen=True)
class _Tails:
    """Names in addresses that were minted here; an address from elsewhere is its own name."""

    identifiers: Identifiers

    def __call__(self, kind: str, iri: str) -> str:
        return iri.removeprefix(self.identifiers.mint(kind, ""))

    def program(self, iri: str, of: str | None, label: str) -> tuple[str, str]:
        """Return the names of organization and program; of a program from elsewhere, its title as a slug."""
        tail = self("program", iri)
        return self("organization", of or ""), slug(label) if tail == iri else tail.rpartition("/")[2]

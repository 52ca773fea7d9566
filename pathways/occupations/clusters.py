"""Career clusters and the pathways in them, brought up to date.

O*NET still delivers the list of September 2007 (Perkins IV crosswalk, table 4). A third of its rows have codes
that have been withdrawn since, and it knows no newer occupation. Two things complete it, and are marked as inferred:

- what became of a withdrawn occupation, by the revisions of the SOC of 2010 and of 2018: `recoded_2007.csv`, which was
  written by hand and names both titles;
- where most occupations of a group are in a cluster, those of the group that are in none yet belong there too. The
  narrowest group decides: first the forms of one SOC occupation, then its broad, its minor and its major group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from ontology.identifiers import slug
from ontology.namespaces import LW, SKOS
from ontology.store import KnowledgeBase
from pathways.occupations.groups import minor_group
from pathways.occupations.lists import rows
from pathways.occupations.sector import Sector, SectorKind

LISTED: Final = "September 2007"
"""The date of the list of O*NET."""

MOST: Final = 0.5
"""Share of the occupations of a group that must be exceeded for the others to belong there too."""

IN_CLUSTER = f"SELECT ?occupation ?group {{ ?occupation <{LW.careerCluster}> ?group }}"
LABELS = (
    f"SELECT ?group ?pathway ?cluster {{{{ VALUES ?group {{{{ {{groups}} }}}} ?group <{SKOS.prefLabel}> ?pathway "
    f"OPTIONAL {{{{ ?group <{SKOS.broader}> ?above . ?above <{SKOS.prefLabel}> ?cluster }}}} }}}}"
)
"""Groups with their labels and those of their clusters."""

Key = tuple[str, str]
"""Label of a pathway and of its cluster, or of a cluster and nothing."""

Members = dict[Key, set[str]]
"""Codes of the occupations of each."""

LEVELS: tuple[Callable[[str], str], ...] = (
    lambda code: code[:7],
    lambda code: code[:6],
    minor_group,
    lambda code: code[:2],
)
"""The groups of an occupation by its code, the narrowest first."""


@cache
def recoded() -> dict[str, tuple[str, ...]]:
    """Return the current codes of what became of withdrawn occupations, by the code of their pathway of 2007.

    Example
    -------
    >>> recoded()["11.4"]
    ('15-1252.00', '15-1253.00')
    """
    found: dict[str, dict[str, None]] = {}
    for row in rows("recoded_2007.csv"):
        found.setdefault(row["pathway"], {})[row["code"]] = None
    return {pathway: tuple(codes) for pathway, codes in found.items()}


def read_clusters(base: KnowledgeBase, codes: Mapping[str, str]) -> tuple[Sector, ...]:
    """Read career clusters and the pathways in them, by label.

    Parameters
    ----------
    codes
        The code of each occupation by its address.
    """
    places = {code: place for place, code in enumerate(sorted(codes.values()))}
    asserted: Members = {}
    grown: Members = {}
    for release in base.current():
        own = base.identifiers.mint("onet/cluster", "")
        in_group = list(base.rows(IN_CLUSTER, [release.iri]))
        groups = {group for _, group in in_group} | {f"{own}{pathway}" for pathway in recoded()}
        labels = base.rows(LABELS.format(groups=" ".join(f"<{group}>" for group in sorted(groups))), [release.iri])
        keys = {group: _keys(pathway, cluster) for group, pathway, cluster in labels}
        said = _members((key, codes[o]) for o, group in in_group if o in codes for key in keys.get(group, ()))
        ours = {group.removeprefix(own): keys[group] for group in keys if group.startswith(own)}
        for key, members in said.items():
            asserted.setdefault(key, set()).update(members)
        for key, members in _inferred(said, ours, codes.values()).items():
            grown.setdefault(key, set()).update(members)
    every = sorted(key for key in {**asserted, **grown} if asserted.get(key) or grown.get(key))
    names = slugs(every)
    return tuple(_sector(key, names[key], asserted.get(key, set()), grown.get(key), places) for key in every)


def slugs(keys: Iterable[Key]) -> dict[Key, str]:
    """Return the names of clusters and pathways in addresses; one whose label others have ends with its cluster.

    Example
    -------
    >>> found = slugs([("Support Pathway", "Health"), ("Support Pathway", "Law"), ("Therapy Pathway", "Health")])
    >>> list(found.values())
    ['support-pathway-health', 'support-pathway-law', 'therapy-pathway']
    """
    own = {key: slug(key[0]) for key in keys}
    number = Counter(own.values())
    return {key: name if number[name] == 1 else slug(" ".join(key)) for key, name in own.items()}


UNNAMED: Final = {"4.3": "Human Resources Pathway"}
"""Names of the pathways that the list of 2007 leaves without one, by their codes."""


def _keys(pathway: str, cluster: str) -> tuple[Key, ...]:
    pathway = UNNAMED.get(pathway, pathway)
    return ((pathway, cluster), (cluster, "")) if cluster else ((pathway, ""),)


def _members(pairs: Iterable[tuple[Key, str]]) -> Members:
    found: Members = {}
    for key, code in pairs:
        found.setdefault(key, set()).add(code)
    return found


def _sector(key: Key, name: str, asserted: set[str], inferred: set[str] | None, places: Mapping[str, int]) -> Sector:
    """Return a cluster or a pathway; what is inferred is known of the list of O*NET only."""
    label, within = key
    added = (inferred or set()) - asserted
    return Sector(
        name,
        label,
        tuple(sorted(places[code] for code in asserted | added)),
        within=within,
        kind=SectorKind.PATHWAY if within else SectorKind.CLUSTER,
        inferred=tuple(sorted(places[code] for code in added)),
        listed="" if inferred is None else LISTED,
    )


def _inferred(said: Members, ours: Mapping[str, Iterable[Key]], codes: Iterable[str]) -> Members:
    """Return what is not in the list of O*NET and belongs there, by pathway and cluster.

    Parameters
    ----------
    ours
        The keys of each group of the list, by its code.
    codes
        Of all occupations.
    """
    known = set(codes)
    own = {key: said.get(key, set()) for keys in ours.values() for key in keys}
    named: set[str] = set().union(*own.values())
    successors = _members(
        (key, code)
        for group, new in recoded().items()
        for key in ours.get(group, ())
        for code in new
        if code in known and code not in named
    )
    placed = {key: members | successors.get(key, set()) for key, members in own.items()}
    like = by_group(placed, known)
    return {key: successors.get(key, set()) | like.get(key, set()) for key in own}


def by_group(placed: Mapping[Key, set[str]], codes: Iterable[str]) -> Members:
    """Return the occupations in no cluster by those to which most of their group belong; the narrowest group decides.

    Occupations are counted by the SOC, whose special forms O*NET adds.

    Example
    -------
    >>> health = {("Health", ""): {"29-1141.00", "29-1171.00"}, ("Science", ""): {"29-1181.00"}}
    >>> by_group(health, ["29-1141.00", "29-1141.01", "29-1171.00", "29-1181.00", "29-1161.00"])
    {('Health', ''): {'29-1141.01'}}
    """
    left: set[str] = set(codes).difference(*placed.values())
    every = left.union(*placed.values())
    found: Members = {}
    for level in LEVELS:
        whole = _by_group(every, level)
        for key, members in placed.items():
            inside = _by_group(members, level)
            full = {group for group, own in inside.items() if len(own) > MOST * len(whole[group])}
            found.setdefault(key, set()).update(code for code in left if level(code) in full)
        left -= set().union(*found.values())
    return {key: members for key, members in found.items() if members}


def _by_group(codes: Iterable[str], level: Callable[[str], str]) -> dict[str, set[str]]:
    """Return the six-digit codes of the SOC by their group."""
    found: dict[str, set[str]] = {}
    for code in codes:
        found.setdefault(level(code), set()).add(code[:7])
    return found

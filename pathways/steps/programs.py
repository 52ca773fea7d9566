"""Programs of study that prepare for occupations, as the crosswalk from the CIP to the SOC has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix

from ontology.namespaces import SKOS
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations
from pathways.relatedness.fusion import unit_products
from pathways.relatedness.sides.linked import GROUP, PROGRAMS, SOC

HEALTH = "51"
"""Series of the CIP whose groups hold programs for many licenses (51.09 both sonography and respiratory care): here
each program counts by itself."""
NOT_COUNTED = ("60", "61", "99")
"""Series of the CIP that tell no two occupations apart: residencies, which follow a profession's degree; no match."""


@dataclass(frozen=True)
class Programs:
    """The groups of programs (as ``14.19``, mechanical engineering) that prepare for each occupation.

    In health care the single programs (as ``51.0910``, sonography).

    Parameters
    ----------
    groups
        By occupation; empty where nothing is known.
    titles
        Of each group.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def shared(self) -> Floats:
        """Return the share of the groups of either that prepare for both, 0 to 1; NaN where those of one are unknown.

        Example
        -------
        Two groups and two, of which one is the same: one of three.

        >>> Programs((("14.08", "14.19"), ("14.19", "15.08"), ())).shared()[0].round(3).tolist()
        [1.0, 0.3330000042915344, nan]
        """
        columns = {name: column for column, name in enumerate(sorted({name for own in self.groups for name in own}))}
        counts = np.array([len(own) for own in self.groups], dtype=np.float32)
        flat = [columns[name] for own in self.groups for name in own]
        ends = np.cumsum([0, *map(len, self.groups)])
        rows = csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(counts), max(1, len(columns))))
        both = unit_products(rows)
        either = counts[:, None] + counts[None] - both
        known = (counts > 0)[:, None] & (counts > 0)[None]
        return np.asarray(np.divide(both, either, out=np.full_like(both, np.nan), where=known), np.float32)

    def named(self, place: int) -> str:
        """Return what the groups of an occupation teach, at most two of them; empty where that is unknown.

        Example
        -------
        >>> Programs((("14.08",),), {"14.08": "Civil Engineering."}).named(0)
        'Civil Engineering'
        """
        groups = self.groups[place] if place < len(self.groups) else ()
        titles = [self.titles[group].rstrip(".") for group in groups if group in self.titles]
        return " or ".join(titles[:2])


def read_programs(base: KnowledgeBase, occupations: Occupations) -> Programs:
    """Read the programs that lead to each occupation by its code of the SOC."""
    found: dict[str, set[str]] = {}
    titles: dict[str, str] = {}
    for release in base.current():
        rows = base.rows(PROGRAMS, [release.iri])
        pairs = [(_name(program), _name(work)) for program, work in rows]
        for program, work in pairs:
            if not program.startswith(NOT_COUNTED):
                found.setdefault(work, set()).add(program if program.startswith(HEALTH) else program[:GROUP])
        titles |= {_name(iri): title for iri, title in base.pairs(release, SKOS.prefLabel)} if pairs else {}
    groups = tuple(tuple(sorted(found.get(occupation.code[:SOC], ()))) for occupation in occupations)
    used = sorted({group for own in groups for group in own} & titles.keys())
    return Programs(groups, {group: titles[group] for group in used})


def _name(iri: str) -> str:
    return iri.rpartition("/")[2]

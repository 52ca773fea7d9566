"""Whom supervisors supervise, where a major group of the SOC has several of them.

From the definitions of the Standard Occupational Classification of 2018. Elsewhere they lead their whole major group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations, product

import numpy as np

from pathways.arrays import Flags

CREWS: Mapping[str, tuple[str, ...]] = {
    "33-1011": ("33-301",),  # correctional officers, bailiffs
    "33-1012": ("33-302", "33-303", "33-305"),  # police, detectives, wardens
    "33-1021": ("33-2",),  # firefighting and prevention
    "33-1091": ("33-903",),  # security
    "35-1011": ("35-2",),  # cooks
    "37-1011": ("37-201",),  # housekeeping, janitors
    "37-1012": ("37-301",),  # landscaping
    "39-1013": ("39-301",),  # gambling
    "39-1014": ("39-302", "39-303", "39-309", "39-903"),  # entertainment, recreation
    "39-1022": ("39-2", "39-402", "39-5", "39-6", "39-7", "39-901", "39-902", "39-904", "39-909"),  # personal service
    "41-1011": ("41-2",),  # retail
    "41-1012": ("41-3", "41-4", "41-9"),  # other sales
    "53-1041": ("53-706",),  # aircraft cargo
    "53-1042": ("43-507", "53-7051", "53-706", "53-708"),  # helpers, laborers; with these, the crew of a warehouse
    "53-1043": ("53-3", "53-4", "53-5", "53-7"),  # machines, vehicles
    "53-1044": ("53-203", "53-606"),  # passenger attendants
}
"""The beginnings of the SOC codes of a supervisor's crew, by the supervisor's own."""


def crew_of(soc: str) -> tuple[str, ...]:
    """Return the beginnings of the SOC codes of those whom a supervisor leads.

    Example
    -------
    >>> crew_of("33-1021"), crew_of("47-1011")
    (('33-2',), ('47-',))
    """
    return CREWS.get(soc, (soc[:3],))


def share(crew: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two crews, as beginnings of codes, have occupations in common.

    Example
    -------
    >>> share(("37-",), ("33-9", "37-201")), share(("33-2",), ("33-301",))
    (True, False)
    """
    return any(one.startswith(two) or two.startswith(one) for one, two in product(crew, other))


def own_crew(codes: Sequence[str], supervisors: Sequence[int]) -> Flags:
    """Return the steps to supervisors from those whom they lead, and from supervisors who lead some of the same.

    Parameters
    ----------
    codes
        Of the SOC, of all occupations.
    supervisors
        Places of those who lead a crew.
    """
    steps = np.zeros((len(codes), len(codes)), dtype=bool)
    crews = {place: crew_of(codes[place]) for place in supervisors}
    for place, crew in crews.items():
        steps[:, place] = [code.startswith(crew) for code in codes]
    for start, end in permutations(crews, 2):
        steps[start, end] = share(crews[start], crews[end])
    return steps

"""Who may lead whom: crews by the supervisors of their group, fields of work by those who manage them.

The Standard Occupational Classification says who supervises whom: the first minor group of a major group, and of
several in one each as it is defined (`pathways.steps.crews`). It does not say what managers manage; the table here
does, from the definitions of the SOC's managers. Ratings make those who lead look far from those whom they lead, as
they do other work. And yet they come from their ranks.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pathways.arrays import Flags, Floats
from pathways.steps.crews import crew_of, share
from pathways.steps.helpers import helping
from pathways.steps.judging import judged
from pathways.steps.shared import Shared
from pathways.steps.traits import Mask, Traits, rise, same, within

SUPERVISED = 0.55
"""Least relatedness of a craft to the supervisor of its own group."""
MANAGED = 0.35
"""Least relatedness of those who know a field, or lead a crew in it, to its managers."""
OWN_SUPERVISOR = 0.8
"""Least relatedness of a craft to who supervises it, in times of that to the closest supervisor of its group."""
SEASONED = 0.19
"""Share of a supervisor's preparation that one needs before leading others."""
SEASONED_SERVICE = 0.13
"""The same where crafts are not learned for years: one leads a counter, a desk or a crew of cleaners sooner."""
SEASONED_FIELD = 0.35
"""Share of a manager's preparation from which on those who have led no crew know a field well enough."""
LONG_LEARNED = ("45", "47", "49", "51")
"""SOC major groups in which who leads has first learned one of the trades or works."""
KNOWS_THE_FIELD = 3
"""Job zone from which on one may know a field without having led a crew in it."""
PROFESSIONAL = 4
"""Job zone from which on one may manage one's own field without having led a crew in it, however much is new."""
HEALTH = "29-"
"""SOC major group in which this goes with an associate's degree: heads of radiology have been technologists."""
ASSOCIATE = 24
"""Months of usual schooling that make one."""

OUTSIDE_SUPERVISOR = 0.5
OTHER_CREW = 0.3
"""For a supervisor who would lead those of another craft of the same field."""
CLOSE_FIELDS = 0.7
"""Relatedness from which on who manages one field may go on to manage another."""
UNSHARED_FIELDS = ((0.25, 0.45), (0.1, 0.6))
"""The same of managers whose field is not in the table, where less than a share of the programs prepares for both; of
crew leaders the last, where none does."""
GENERAL = "11-1"
"""SOC minor group of those who manage whatever there is."""
BACK_TO_THE_RANKS = 1.5
SKIPPED_RANK = 1.0
"""For going into management without having led a crew or worked as a professional."""

RANKS = ("33-1011", "33-1012", "33-1021")
"""SOC codes of those who lead correctional officers, police and firefighters: they are promoted from their own ranks,
most by examinations of the civil service that only these may take (Occupational Outlook Handbook)."""

DIRECTED: Mapping[str, tuple[str, ...]] = {
    "27-1011": ("27-1",),  # art directors
    "27-2012": ("27-2", "27-3", "27-4"),  # producers and directors
    "27-2041": ("27-2",),  # music directors
}
"""The beginnings of the SOC codes of those whose work a director in the arts leads, by the director's own."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "11-2011": ("13-1161", "27-1"),  # advertising and promotions
    "11-2021": ("13-1161", "41-"),  # marketing
    "11-2022": ("41-",),  # sales
    "11-2032": ("27-3",),  # public relations
    "11-3012": ("43-",),  # administrative services
    "11-3013": ("33-9", "37-", "49-9"),  # facilities, security
    "11-3021": ("15-1", "15-205"),  # computer and information systems
    "11-3031": ("13-103", "13-2", "43-3"),  # financial, of branches and of claims
    "11-3051": ("51-",),  # industrial production
    "11-3061": ("13-102", "43-3061"),  # purchasing
    "11-3071": ("43-5", "53-"),  # transportation, storage, distribution
    "11-3111": ("13-107", "13-114", "43-4161"),  # compensation and benefits
    "11-3121": ("13-107", "13-114", "43-4161"),  # human resources
    "11-3131": ("13-115",),  # training and development
    "11-9013": ("45-",),  # farms, ranches
    "11-9021": ("47-",),  # construction
    "11-9031": ("25-201", "39-901"),  # preschools and daycare
    "11-9032": ("25-2",),  # schools
    "11-9033": ("25-1",),  # colleges
    "11-9041": ("17-",),  # architecture and engineering
    "11-9051": ("35-",),  # food service
    "11-9071": ("39-3",),  # gambling
    "11-9072": ("39-",),  # entertainment and recreation
    "11-9081": ("35-", "37-201", "39-6", "43-4081"),  # lodging
    "11-9111": ("29-", "31-"),  # medical and health services
    "11-9121": ("19-",),  # natural sciences
    "11-9131": ("43-505",),  # postmasters
    "11-9151": ("21-",),  # social and community service
    "11-9161": ("33-",),  # emergency management
    "11-9171": ("39-4",),  # funeral homes
}
"""The beginnings of the SOC codes of those whose field a manager manages, by the manager's own."""


def led(related: Floats, traits: Traits) -> Mask:
    """Return the steps to the supervisor of one's own group, for those who have learned their work.

    Where several lead a craft, only the one who is closest to it does. Helpers learn the trade first.
    """
    plain = (traits.supervisor & ~traits.special)[None] & ~traits.supervisor[:, None] & traits.crew
    own = related >= OWN_SUPERVISOR * np.where(plain, related, 0).max(axis=1, keepdims=True, initial=0)
    return np.asarray(plain & own & seasoned(traits) & ~helping(traits)[:, None])


def in_field(work: str, manager: str) -> bool:
    """Return whether a work is of the field of a manager, by the codes of the SOC of the two.

    Example
    -------
    >>> in_field("47-2061", "11-9021"), in_field("47-2061", "11-9051"), in_field("47-2061", "47-1011")
    (True, False, False)
    """
    return work.startswith(FIELDS.get(manager, ("none",)))


def managed(traits: Traits) -> Mask:
    """Return the steps to the managers of one's own field, for those who know it or lead a crew in it."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for manager, fields in FIELDS.items():
        steps |= within(traits.soc, fields)[:, None] & ((traits.soc == manager) & ~traits.special)[None]
    knows = traits.total[:, None] >= SEASONED_FIELD * traits.total[None]
    knows = (knows & (traits.zone >= KNOWS_THE_FIELD)[:, None]) | traits.supervisor[:, None]
    return np.asarray(steps & knows & ~traits.helper[:, None])


def manages_another_field(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return the steps from managing one field, or leading a crew in it, to managing another that is not close to it.

    Fields are as in the table; who manages in general may go on to any, and who manages any may do so in general.
    """
    general = within(traits.soc, (GENERAL,))
    leads = (traits.rank > 0)[:, None] & (traits.rank == 2)[None] & ~general[:, None] & ~general[None]
    apart = leads & ~_leads_in_field(traits) & _unshared(related, traits, shared)
    return np.asarray((_to_another_field(related, traits) | apart) & ~same(traits.soc))


def _unshared(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return the steps between fields for which, as a rule, other programs prepare."""
    few = [(shared.programs < share) & (related < least) for share, least in UNSHARED_FIELDS]
    none = (shared.programs == 0) & (related < UNSHARED_FIELDS[-1][1])
    return np.asarray(np.where((traits.rank == 2)[:, None], np.logical_or.reduce(few), none))


def _leads_in_field(traits: Traits) -> Mask:
    """Return the steps from crew leaders to the managers of a field in which some of their crew work."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    crews = {int(place): crew_of(str(traits.soc[place])) for place in np.flatnonzero(traits.supervisor)}
    for manager, fields in FIELDS.items():
        leads = np.array([place for place, crew in crews.items() if share(crew, fields)], dtype=np.intp)
        steps[np.ix_(leads, np.flatnonzero(traits.soc == manager))] = True
    return steps


def from_outside_the_ranks(traits: Traits) -> Mask:
    """Return the steps to those who lead a sworn crew from those who are not of it."""
    return np.asarray(within(traits.soc, RANKS)[None] & ~traits.crew)


def back_from_directing(traits: Traits) -> Mask:
    """Return the steps from directing others in the arts to the work that one has directed."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for director, directed in DIRECTED.items():
        steps |= (traits.soc == director)[:, None] & within(traits.soc, directed)[None]
    return np.asarray(steps & ~same(traits.soc))


def _to_another_field(related: Floats, traits: Traits) -> Mask:
    """Return the steps between managers of two fields of the table that have nothing in common."""
    fields = [frozenset(FIELDS.get(str(soc), ())) for soc in traits.soc]
    other = np.zeros((len(fields), len(fields)), dtype=bool)
    for start in np.flatnonzero((traits.rank == 2) & ~within(traits.soc, (GENERAL,))):
        other[start] = [bool(end) and fields[start].isdisjoint(end) for end in fields]
    return np.asarray(other & (related < CLOSE_FIELDS))


def professional(traits: Traits) -> Flags:
    """Return who knows a field well enough to manage in it without having led a crew.

    Where departments are led from among those who hold a degree of health care, by that; else by job zone.
    """
    health = (traits.degree >= ASSOCIATE) & within(traits.soc, (HEALTH,))
    return np.asarray((traits.zone >= PROFESSIONAL) | health)


def seasoned(traits: Traits) -> Flags:
    """Return whether the row has enough preparation to lead in the column's place."""
    share = np.where(np.isin(traits.major, LONG_LEARNED), SEASONED, SEASONED_SERVICE)
    return np.asarray(traits.total[:, None] >= share[:, None] * traits.total[None])


def leading(related: Floats, traits: Traits) -> Floats:
    """Return what is added to steps that lead others without having worked among them, or no longer lead."""
    untried = (traits.rank == 0) & ~professional(traits)
    outside = ~traits.crew | ~seasoned(traits) | traits.helper[:, None]
    cost = np.where(traits.supervisor[None] & outside, OUTSIDE_SUPERVISOR, 0)
    cost += np.where((traits.supervisor[:, None] & traits.supervisor[None]) & same(traits.major), OTHER_CREW, 0)
    cost += np.where((rise(traits.rank) < 0) & ~judged(related, traits), BACK_TO_THE_RANKS, 0)
    return np.asarray(cost + np.where(untried[:, None] & (traits.rank == 2)[None], SKIPPED_RANK, 0))

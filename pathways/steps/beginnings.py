"""New beginnings: steps that take another degree in another subject, or another apprenticeship.

Where a license, an accreditation or a professional examination names the subject, one degree does not stand for
another: engineers and those who sell for them (ABET), accountants, teachers, social workers and health professions
(state boards), technologists of health care (accredited programs), actuaries (examinations). In the arts, in business
and in computing people come from many subjects.
"""

from __future__ import annotations

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.preparation import BACHELOR
from pathways.occupations.wages import TRADEOFF
from pathways.steps.judging import WORK
from pathways.steps.shared import Shared
from pathways.steps.traits import Mask, Traits, rise, same, within

SUBJECTS = (
    *("13-2011", "15-2", "17-1", "17-2", "19-1", "19-2", "19-3"),
    *("21-102", "23-1", "25-1", "25-2", "29-1", "41-9031"),
)
"""Beginnings of the SOC codes of occupations that ask for a bachelor's degree, or more, in their own subject."""
HEALTH = ("29-1", "29-2", "31-2")
"""The same of occupations that ask for an associate's degree in their own subject."""
ASSOCIATE = 24
"""Months of usual schooling that make one."""
FURTHER_DEGREE = 18
"""Months of education more from which on a further degree comes between two occupations."""
FEW_PROGRAMS = 0.25
"""Share of programs in common below which a degree for one is, as a rule, none for the other."""

DOCTORAL = 84
"""Months of usual schooling that make a doctor's or a professional degree."""
ASSISTANTS = 0.82
"""Relatedness from which on one has assisted in the work that takes it."""
STRANGE_KNOWLEDGE = 0.4
"""Likeness of knowledge below which one knows little of what a degree teaches."""
CLOSE_WORK = 0.6
"""Relatedness from which on one has seen at work what the degree teaches: who draws blood knows the laboratory."""
CLOSE_SUBJECTS = 0.65
"""Relatedness from which on one degree may stand for another with which it shares no program."""
SUPPORTED_FOR_LESS = 0.7
"""Support from which on people go to school once more to earn less: athletes become coaches, historians archivists."""

CRAFTS = ("47", "49", "51")
"""SOC major groups whose crafts are learned by long training on the job."""
NO_CRAFTS = ("51-8", *WORK)
"""Beginnings of SOC codes among them that are none: who operates plants, and who judges the work of others."""
SERVED = 12
ASKED = 15
"""Months of training that make one trade learned, and another one to be learned from the start."""
NEIGHBORING = 0.75
"""Relatedness from which on what was learned for one occupation counts in the other."""


def another_degree(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return the steps from one degree to another of much the same length, in another subject."""
    own = (traits.degree >= BACHELOR) & within(traits.soc, SUBJECTS)
    health = (traits.degree >= ASSOCIATE) & (traits.studied | within(traits.soc, HEALTH))
    both = (traits.degree >= BACHELOR)[:, None] & own[None]
    both |= (traits.degree >= ASSOCIATE)[:, None] & health[None]
    doing = (traits.rank == 0)[:, None] & (traits.rank == 0)[None]
    further = (rise(traits.education) >= FURTHER_DEGREE) & (rise(traits.degree) > 0)
    alike = same(traits.soc) | (same(traits.license) & (traits.license != "")[None])
    apart = shared.apart(FEW_PROGRAMS) & (related < NEIGHBORING)
    return np.asarray(both & doing & ~further & ~alike & apart)


def no_common_degree(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return those of them that share no program at all."""
    return np.asarray(another_degree(related, traits, shared) & shared.apart(0.01))


def strange_degree(related: Floats, traits: Traits, shared: Shared) -> Mask:
    """Return the steps to a bachelor's degree that share with it no program and little of its knowledge.

    Makeup artists do not study animation for having made effects.
    """
    begins = (traits.degree < BACHELOR)[:, None] & ((traits.degree >= BACHELOR) & (traits.rank == 0))[None]
    strange = (shared.programs == 0) & (shared.knowledge < STRANGE_KNOWLEDGE) & (related < CLOSE_WORK)
    return np.asarray(begins & strange & ~same(traits.soc))


def schooled_for_less(support: Floats, traits: Traits) -> Mask:
    """Return the steps to a further degree that pay clearly less, other than to lead, unless much speaks for them.

    Nobody sends the police to college to be paid less as probation officers.

    Parameters
    ----------
    support
        Closeness and what is shared together.
    """
    further = (rise(traits.education) >= FURTHER_DEGREE) & (rise(traits.degree) > 0)
    less = (rise(traits.paid) < np.log2(1 - TRADEOFF)) & (rise(traits.rank) <= 0)
    return np.asarray(further & less & (support < SUPPORTED_FOR_LESS))


def skips_a_degree(related: Floats, traits: Traits) -> Mask:
    """Return the steps from below a bachelor's degree to a doctor's, unless one has assisted in that very work.

    Law schools ask for a bachelor's degree first; schools of pharmacy take in technicians who have the courses for it.
    """
    skipped = (traits.degree < BACHELOR)[:, None] & (traits.degree >= DOCTORAL)[None]
    return np.asarray(skipped & (traits.rank == 0)[None] & (related < ASSISTANTS))


def another_apprenticeship(related: Floats, traits: Traits) -> Mask:
    """Return the steps from a trade that one has learned to another that is learned from the start."""
    trade = within(traits.soc, CRAFTS) & ~within(traits.soc, NO_CRAFTS) & ~traits.supervisor & ~traits.helper
    learned, begun = trade & (traits.training >= SERVED), trade & (traits.training >= ASKED)
    return np.asarray(learned[:, None] & begun[None] & (related < NEIGHBORING) & ~same(traits.soc))

"""The work of a partnership's members: the jobs of the firms that are members now, out of the lists that it has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ontology.records import Iri, Job, JobRequirement, Release
from ontology.store import KnowledgeBase
from standards.agreement.requirements import Work
from standards.firm_lists import firm_lists, list_firm
from standards.sources.own import SHEET, own_source


def members_work(base: KnowledgeBase, slug: str, firms: Collection[Iri]) -> Work:
    """Return the jobs of the firms that are members of a partnership; those of all others count nothing.

    Parameters
    ----------
    slug
        Of the partnership. A firm's list that it has comes before the one that stands under the firm's own name.
    firms
        Addresses of the member firms.
    """
    lists = _lists(base, slug, firms)
    jobs = tuple(job for one in lists for job in base.records(one, Job) if job.offered_by in firms)
    own = {job.iri for job in jobs}
    asked = (need for one in lists for need in base.records(one, JobRequirement))
    return Work(jobs, tuple(need for need in asked if need.job in own))


def _lists(base: KnowledgeBase, slug: str, firms: Collection[Iri]) -> list[Release]:
    """Return the lists of firms, of each firm one, by source."""
    held = firm_lists(base, slug)
    given = {list_firm(base, release) for release in held}
    named = set(_named(base, (firm for firm in firms if firm not in given)))
    known = {release.iri for release in held}
    return [one for one in base.current() if one.iri in known or (one.reader == SHEET and one.source in named)]


def _named(base: KnowledgeBase, firms: Iterator[Iri]) -> Iterator[str]:
    """Yield what the lists of firms are stored as that no partnership brought."""
    yield from (own_source(SHEET, base.identifiers.local(firm)) for firm in firms)

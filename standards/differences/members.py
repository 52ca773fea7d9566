"""Who came to a partnership from one release to the next, and who left it, whether it is still described or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from ontology.records import Iri, Partnership, Release
from ontology.store import KnowledgeBase
from standards.differences.shown import Shown
from standards.differences.stands import Membership

Inside = Mapping[Iri, frozenset[Iri]]
"""The members of each partnership."""


def members(base: KnowledgeBase, release: Release) -> Inside:
    """Return the addresses of the members of each partnership; nothing of what is no partnership's release."""
    known = base.records(release, Partnership) if release.stands else ()
    return {one.iri: frozenset(one.members) for one in known}


def member_changes(then: Inside, now: Inside, shown: Shown) -> Iterator[Membership]:
    """Yield who came and left, by partnership; who went from one to another of the same release did neither."""
    before, after = (frozenset(chain.from_iterable(side.values())) for side in (then, now))
    for partnership in sorted({*then, *now}):
        joined = sorted(now.get(partnership, frozenset()) - before)
        left = sorted(then.get(partnership, frozenset()) - after)
        if joined or left:
            shown.read([partnership, *joined, *left])
            yield Membership(
                partnership=shown.thing(partnership),
                joined=tuple(map(shown.thing, joined)),
                left=tuple(map(shown.before, left)),
            )

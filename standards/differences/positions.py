"""How members stand otherwise from one published version of a standard to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ontology.records import Endorsement, Iri, Position, Release
from ontology.store import KnowledgeBase
from standards.differences.shown import Shown
from standards.differences.stands import PositionChange, Stand

Taken = Mapping[tuple[str, str], Stand]
"""How members stand: by what to, and who."""


def positions(base: KnowledgeBase, release: Release) -> Taken:
    """Return the positions that were published with a version; of a working copy none is published."""
    said = base.records(release, Endorsement) if release.fixed else ()
    taken = (one for one in said if one.version == release.version and one.taken is not Position.WITHDRAW)
    return {(one.subject, one.organization): _stand(one) for one in taken}


def _stand(one: Endorsement) -> Stand:
    return Stand(position=one.taken.word, change=str(one.wording or ""), reason=one.reason or "")


def position_changes(
    then: Taken, now: Taken, inside: Collection[Iri], gone: Collection[str], shown: Shown
) -> Iterator[PositionChange]:
    """Yield how members stand otherwise, by what they stand to.

    Parameters
    ----------
    inside
        The members now: how they stood who left is no change of their position.
    gone
        What the newer version has no more, to which nobody can stand.
    """
    differs = sorted(key for key in {*then, *now} if then.get(key) != now.get(key))
    told = [(subject, member) for subject, member in differs if member in inside and subject not in gone]
    shown.read({iri for key in told for iri in key})
    for key in told:
        subject, member = map(shown.thing, key)
        yield PositionChange(member=member, subject=subject, before=then.get(key), after=now.get(key))

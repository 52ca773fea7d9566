"""Storage: where what was decided and said of a proposal is kept, in a release that is kept back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ontology.named_releases import current_releases
from ontology.records import Decider, Decision, Endorsement, Iri, Record, Release
from ontology.shown import AGREEMENT
from ontology.store import KnowledgeBase
from standards.agreement.log import Log
from standards.encoding import encoded
from standards.sources.publication import new_release

FIRST: Final = "1"
"""The version of a log; it is only ever added to."""


def agreement_release(base: KnowledgeBase, slug: str) -> Release | None:
    """Return the log of a standard's agreement, ``None`` where nothing was decided or said yet."""
    known = [one for one in base.releases() if one.source == f"{AGREEMENT}-{slug}" and one.reader == AGREEMENT]
    return next(iter(current_releases(known)), None)


def stored_log(base: KnowledgeBase, slug: str) -> Log:
    """Return all that was ever decided and said of a standard."""
    release = agreement_release(base, slug)
    if release is None:
        return Log()
    return Log(tuple(base.records(release, Decision)), tuple(base.records(release, Endorsement)))


def append(base: KnowledgeBase, slug: str, said: Sequence[Decision | Endorsement]) -> None:
    """Add decisions or positions to the log of a standard, and who took them, all of them or none.

    Raises
    ------
    WriteError
        Where they cannot be written; the log is then as it was.
    """
    if not said:
        return
    records: list[Record] = [*said, *_deciders(said)]
    if release := agreement_release(base, slug):
        base.amend(release, records)
        return
    release = new_release(base.identifiers, f"{AGREEMENT}-{slug}", FIRST, f"Agreement on {slug}", language="en")
    base.replace(release.model_copy(update={"reader": AGREEMENT}), [], [encoded(records)])


def _deciders(said: Iterable[Decision | Endorsement]) -> list[Decider]:
    """Return the persons who decided or spoke, each once, with whom they spoke for."""
    found: dict[Iri, Decider] = {}
    for one in said:
        if one.decider and one.by:
            firm = one.on_behalf_of if isinstance(one, Decision) else one.organization
            found[one.decider] = Decider(iri=one.decider, name=one.by, on_behalf_of=firm)
    return list(found.values())

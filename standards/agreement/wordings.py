"""Wordings of before: what statements read when something was decided of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ontology.records import Decision, DecisionKind, Iri, Text
from standards.agreement.log import ordered, undone
from standards.agreement.replay import Statements

WORDING = (DecisionKind.ACCEPT, DecisionKind.REWORD, DecisionKind.SPLIT)
"""Decisions that may word a statement otherwise; a split words the new one."""


def wordings_then(proposed: Statements, decisions: Iterable[Decision]) -> dict[tuple[Iri, Iri], Text]:
    """Return what statements read before each decision on them, by the addresses of the decision and of the statement.

    What was undone before a decision does not count for it, what was undone later does. Nothing for a statement that
    is neither in the proposal nor worded by the log.

    Parameters
    ----------
    proposed
        The statements before anything was decided.
    """
    found: dict[tuple[Iri, Iri], Text] = {}
    given: dict[Iri, list[Decision]] = defaultdict(list)
    in_order, gone = ordered(decisions), frozenset[Iri]()
    for place, one in enumerate(in_order, 1):
        for statement in filter(None, (one.candidate, one.into)):
            said = [each.wording for each in given[statement] if each.iri not in gone]
            before = [proposed[statement].wording] if statement in proposed else []
            if known := [*before, *filter(None, said)]:
                found[one.iri, statement] = known[-1]
        for statement in _worded(one):
            given[statement].append(one)
        if one.decided is DecisionKind.UNDO:
            gone = undone(in_order[:place])
    return found


def _worded(one: Decision) -> Iterator[Iri]:
    """Yield the statement that a decision gives a wording."""
    statement = one.into if one.decided is DecisionKind.SPLIT else one.candidate
    if one.wording and statement and one.decided in WORDING:
        yield statement

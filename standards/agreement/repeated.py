"""Motions that were decided already: the same on the same revision, as when a file is sent twice."""

from __future__ import annotations

from ontology.identifiers import Identifiers
from ontology.records import Decision, DecisionKind, Iri, Text
from standards.agreement.categories import spelling
from standards.agreement.fitting import RELATIONS
from standards.agreement.motion import Motion, kind_of, parts
from standards.agreement.naming import find, is_named
from standards.agreement.places import named_place
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement

WORDED = ("wording", "label", "category", "code", "reason")
"""What is decided in words."""

NUMBERS = ("level", "importance")
PLACES = ("occupation", "moved_from", "moved_to")


def is_kept(agreement: Agreement, identifiers: Identifiers, motion: Motion) -> bool:
    """Return whether a motion was decided as it is here, on what it rests on, and that counts."""
    one, kind = find(agreement, motion.statement or motion.seen), kind_of(motion.decision)
    basis = _basis(agreement, one, motion) if one else ""
    if one is None or not basis:
        return False
    alike = (each for each in agreement.log.of(one.iri) if (each.candidate, each.decided) == (one.iri, kind))
    return any(
        each.basis.startswith(basis) and _says(agreement, identifiers, motion, each)
        for each in alike
        if each.iri not in agreement.log.undone
    )


def _basis(agreement: Agreement, one: Statement, motion: Motion) -> str:
    """Return the digest, or its beginning, of what a motion rests on; empty where it does not say."""
    before = agreement.proposed.get(one.iri)
    worded = before.revision if before and motion.seen == before.wording.value else ""
    return motion.revision.casefold() or worded


def _says(agreement: Agreement, identifiers: Identifiers, motion: Motion, decision: Decision) -> bool:
    """Return whether a decision is what a motion asks for."""
    numbers = (_is_number(getattr(motion, name), getattr(decision, name)) for name in NUMBERS)
    named = (named_place(agreement, identifiers, getattr(motion, name)) for name in PLACES)
    places = (place == getattr(decision, name) for place, name in zip(named, PLACES, strict=True))
    words = (_is_worded(motion, decision, name) for name in WORDED if name != "category")
    related = RELATIONS.get(motion.relation.casefold()) == decision.relation
    grouped = _is_worded(motion, decision, "category") or _is_respelled(agreement, motion, decision)
    return all((*words, grouped, *numbers, *places, related, _leads(agreement, motion, decision)))


def _is_respelled(agreement: Agreement, motion: Motion, decision: Decision) -> bool:
    """Return whether no category is written, and the decision has that of the proposal as most firms spell it."""
    before = agreement.proposed.get(decision.candidate)
    if motion.category or decision.category is None or before is None or before.category is None:
        return False
    return spelling(before.category.value) == spelling(decision.category.value)


def _is_number(text: str, number: float | None) -> bool:
    """Return whether a text is a number as people write it, with a point or a comma.

    Example
    -------
    >>> _is_number("3,5", 3.5), _is_number("", None), _is_number("high", None)
    (True, True, False)
    """
    return text.replace(",", ".") == ("" if number is None else f"{number:g}")


def _is_worded(motion: Motion, decision: Decision, name: str) -> bool:
    """Return whether a decision is worded so; a code and the wording of a split are given where none is written."""
    given, said = getattr(motion, name), getattr(decision, name)
    made = name == "code" or (name == "wording" and decision.decided is DecisionKind.SPLIT)
    return (made and not given) or given == (said.value if isinstance(said, Text) else said or "")


def _leads(agreement: Agreement, motion: Motion, decision: Decision) -> bool:
    """Return whether a decision leads into the statement, and takes the voices, that a motion names."""
    into = find(agreement, motion.into)
    split = decision.decided is DecisionKind.SPLIT and not motion.into
    named = [{*_voices(agreement, part, decision)} for part in parts(motion.voices)]
    all_named = all(named) and set().union(*named) == {*decision.voices}
    return all_named and (split or (into.iri if into else None) == decision.into)


def _voices(agreement: Agreement, part: str, decision: Decision) -> list[Iri]:
    """Return the voices of a decision that an address, a firm or words name."""
    known = [agreement.voice[iri] for iri in decision.voices if iri in agreement.voice]
    return [voice.iri for voice in known if is_named(agreement, part, voice)]

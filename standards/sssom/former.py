"""Slots of the versions before 1.0, read as those that took their place (SSSOM/TSV, *Compatibility*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.report import Severity
from standards.sssom.judging import Judge, Place

Row = tuple[int, tuple[str, ...]]
"""The line that a row begins on, and its cells."""


@dataclass(frozen=True)
class Former:
    """What took the place of a slot.

    Parameters
    ----------
    slots
        That hold now what it held.
    words
        Its words with those that are written now; without any, its values stay.
    """

    slots: tuple[str, ...]
    words: Mapping[str, str]


FORMER: Final = {
    "match_type": Former(
        ("mapping_justification",),
        {
            "Lexical": "semapv:LexicalMatching",
            "Logical": "semapv:LogicalMatching",
            "HumanCurated": "semapv:ManualMappingCuration",
            "Complex": "semapv:CompositeMatching",
            "Unspecified": "semapv:UnspecifiedMatching",
            "SemanticSimilarity": "semapv:SemanticSimilarityThresholdMatching",
        },
    ),
    "match_term_type": Former(
        ("subject_type", "object_type"),
        {
            "ConceptMatch": "skos concept",
            "ClassMatch": "owl class",
            "ObjectPropertyMatch": "owl object property",
            "IndividualMatch": "owl named individual",
            "DataPropertyMatch": "owl data property",
            "TermMatch": "rdfs literal",
        },
    ),
    "semantic_similarity_score": Former(("similarity_score",), {}),
    "semantic_similarity_measure": Former(("similarity_measure",), {}),
}


def brought_up(table: Sequence[Row], judge: Judge) -> Sequence[Row]:
    """Return a table, its header first, with former slots as those of today; where both stand, the former is left."""
    for name, former in FORMER.items():
        if table and name in table[0][1] and not {*former.slots} & {*table[0][1]}:
            table = _replaced(table, name, former, judge)
    return table


def _replaced(table: Sequence[Row], name: str, former: Former, judge: Judge) -> Sequence[Row]:
    (line, names), *rows = table
    at, now = names.index(name), " and ".join(former.slots)
    judge.say(Severity.INFO, Place(line, name), "former-slot", f"a slot of before SSSOM 1.0; read as {now}", "")
    found = [(line, (*names[:at], *former.slots, *names[at + 1 :]))]
    for number, cells in rows:
        value = _word(Place(number, name), former, cells[at] if at < len(cells) else "", judge)
        found.append((number, (*cells[:at], *[value] * len(former.slots), *cells[at + 1 :])))
    return found


def _word(place: Place, former: Former, value: str, judge: Judge) -> str:
    if not value or not former.words:
        return value
    if value not in former.words:
        remedy = f"Write {' or '.join(former.words)}"
        judge.refuse(place, "no-word", "is no word that this slot takes", remedy, value)
    return former.words.get(value, "")

"""What may leave as an alignment: what people accepted, and what is suggested, each told apart from the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from ontology.namespaces import SSSOM, short_name
from ontology.records import Moment
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.mappings import CURATED, JudgedMapping, judged_mappings
from standards.json_documents import Json
from standards.sssom import NO_TERM_FOUND, NOT, SssomMapping, joined, slots

SAID: Final = ("subject_id", "subject_label", "object_id", "object_label", "mapping_cardinality", "subject_type")
"""Slots of a mapping that an alignment says with its own ends."""


@dataclass(frozen=True)
class Stated:
    """An outcome is aligned with a competency.

    Parameters
    ----------
    accepted
        Whether a person accepted it by hand and nobody disputes it; else it is a suggestion.
    at
        When people last spoke of it; ``None`` where none did.
    """

    row: SssomMapping
    accepted: bool
    at: datetime | None

    @property
    def weight(self) -> float | None:
        """Return 1 for what a person accepted, else the confidence of the machine, 0 to 1."""
        return 1.0 if self.accepted else self.row.confidence

    @property
    def slots(self) -> dict[str, Json]:
        """Return what SSSOM says of it, by the names of its slots with their prefix, several values as in a cell."""
        told = {slot: getattr(self.row, slot) for slot in slots(SssomMapping) if slot not in SAID}
        held = {slot: joined(value) if isinstance(value, tuple) else value for slot, value in told.items()}
        return {short_name(str(SSSOM[slot])): value for slot, value in held.items() if value not in ("", None)}


def stated(curriculum: CurriculumMap) -> Iterator[Stated]:
    """Yield what a curriculum map states, without what was rejected and what has no counterpart."""
    for one in judged_mappings(curriculum):
        ends = (one.row.subject_id, one.row.object_id)
        if NO_TERM_FOUND not in ends and one.row.predicate_modifier != NOT:
            spoken = [judgment.at for judgment in one.judgments]
            yield Stated(one.row, _accepted(one), max(spoken, default=None))


def _accepted(one: JudgedMapping) -> bool:
    return one.row.mapping_justification == CURATED and not one.disputed


def moment(at: datetime | None) -> Moment:
    """Return a moment as JSON has it; of what nobody spoke of, the beginning of the day on which it is written."""
    known = at or datetime.combine(datetime.now(UTC).date(), time(), UTC)
    return Moment(known.astimezone(UTC).isoformat().replace("+00:00", "Z"))


def last_spoken(curriculum: CurriculumMap) -> datetime | None:
    """Return when people last spoke of any outcome; ``None`` where nobody did."""
    return max((said.at for outcome in curriculum.outcomes for said in outcome.judgments), default=None)

"""Outcomes in the demonstration: what went with the example's standard, of figures that may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from api.demo_file import DemoFile
from ontology.store import KnowledgeBase
from pathways.outcomes import FORMATS, sentences
from standards.outcomes import BY_SLUG, Outcomes, outcomes

SINCE: Final = date(2025, 1, 1)
"""From when some of the panel worked by its draft."""

ADOPTED: Final = ("stillwater-bend-hydro", "tamarack-pud", "tamarack-valley-college")
"""Who did."""

NAME = "outcomes"
PART = "Outcomes"

FORMS = {
    "html": "before and after, with the standard and without it, as a page",
    "svg": "the picture, scalable",
    "xlsx": "the same as a workbook",
    "csv": "what may be shown, a row for each observation",
}
"""What each form of outcomes is for."""


def outcomes_shown(base: KnowledgeBase, standard: str) -> Outcomes:
    """Return what may be told of the outcomes under the example's standard."""
    return outcomes(base, standard, SINCE, dict.fromkeys(ADOPTED))


def compared(found: Outcomes) -> tuple[str, tuple[str, ...]]:
    """Return the first measure that is compared with those without the standard, and what is said of it."""
    effect = next(effect for effect in found.effects if effect.apart)
    return BY_SLUG[effect.measure].label, tuple(islice(sentences(effect), 3))


def outcome_files(found: Outcomes) -> Iterator[DemoFile]:
    """Yield outcomes in every form."""
    for extension, what in FORMS.items():
        yield DemoFile(f"{NAME}.{extension}", what, FORMATS.find(extension).write(found), PART)

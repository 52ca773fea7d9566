"""The four numbers that sum a program up."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pathways.coverage.basis import how_sure
from pathways.coverage.curriculum_map import OFTEN, CurriculumMap
from pathways.coverage.narrowing import asked_of_named
from pathways.coverage.unmatched import unmatched_parts
from pathways.coverage.wording import and_more


def facts(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield the numbers that sum it up."""
    asked = f" {said}" if (said := asked_of_named(curriculum.demand)) else ""
    often = [competency.called for competency in curriculum.often]
    outcomes, unmatched = len(curriculum.outcomes), len(curriculum.unmatched)
    yield _fact(
        f"{len(curriculum.found):,} of {curriculum.scope:,}",
        f"competencies{asked} are in some outcome: {how_sure(curriculum.found) or 'none'}",
        "table",
    )
    once = len(curriculum.once)
    yield _fact(f"{once:,}", f"of these {_stand(once)} in one course only", "table")
    named = f": {and_more(often, 3)}"
    if often:
        yield _fact(f"{len(often):,}", f"{_stand(len(often))} in {OFTEN} courses or more{named}", "table")
    yield _fact(
        f"{unmatched:,} of {outcomes:,}",
        f"outcomes {'matches' if unmatched == 1 else 'match'} nothing in the framework"
        f"{f': {why}' if (why := unmatched_parts(curriculum)) else ''}",
        "unasked" if unmatched else "courses",
    )


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def _fact(number: str, what: str, target: str) -> str:
    return f'<li><a href="#{target}"><strong>{number}</strong> {escape(what)}</a></li>'

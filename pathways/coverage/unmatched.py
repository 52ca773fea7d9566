"""Outcomes that match nothing: how many, why, and that they may teach what is missing in other words."""

from __future__ import annotations

from pathways.coverage.comparison import Comparison
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.nearest import NEAR
from pathways.coverage.wording import percent


def without_match(found: CurriculumMap | Comparison) -> str:
    """Return how many outcomes match nothing, as a sentence that says why."""
    unmatched, outcomes = _unmatched(found), _outcomes(found)
    why = f": {said}" if (said := unmatched_parts(found)) else ""
    if outcomes == 1:
        return f"The only outcome matches nothing{why}." if unmatched else "The only outcome matches something."
    if not unmatched:
        named = "program names" if isinstance(found, CurriculumMap) else "programs name"
        return f"All {outcomes:,} outcomes match something." if outcomes else f"The {named} no outcomes."
    verb = "matches" if unmatched == 1 else "match"
    return f"{unmatched:,} of {outcomes:,} outcomes {verb} nothing{why}."


def unmatched_parts(found: CurriculumMap | Comparison) -> str:
    """Return how many outcomes match nothing as people say, nearly match and are far from all; empty where all are."""
    unread = _unread(found)
    said, far = _unmatched(found) - unread, unread - found.nearly
    if not said and not found.nearly:
        return ""
    within = f"a nearest match from {percent(NEAR)} to under {percent(found.threshold)}"
    numbers = (
        (said, "as reviewers found"),
        (found.nearly, f"nearly matched ({within})"),
        (far, "far from all"),
    )
    return ", ".join(f"{number:,} {words}" for number, words in numbers if number)


def may_teach(found: CurriculumMap | Comparison) -> str:
    """Return that what is missing may be taught in other words, and where to look first; empty where all matched.

    How much of it, nobody knows: also an outcome that matches something may teach more than that.
    """
    lacking, unread = _lacking(found), _unread(found)
    if not lacking or not unread:
        return ""
    what = f"Some of the {lacking:,} missing" if lacking > 1 else "What is missing"
    return f"{what} may be taught in other words: check {'these outcomes' if unread > 1 else 'this outcome'} first"


def where_to_check(comparison: Comparison) -> str:
    """Return the command that writes the outcomes of a program, where no page does it."""
    to = "LIST" if comparison.to_import else comparison.framework
    names = [program.iri.rstrip("/").rsplit("/", 1)[-1] for program in comparison.programs]
    name = names[0] if len(names) == 1 else "PROGRAM"
    return f"`ladderworks align {name} --to {to} -o program.html` lists them with what comes nearest"


def _lacking(found: CurriculumMap | Comparison) -> int:
    """Return how many competencies the answer calls missing; 0 where it counts what is found."""
    if found.demand.of_many_fields if found.demand else not found.whole:
        return 0
    if isinstance(found, CurriculumMap):
        return len(found.missing if found.demand else found.gaps)
    return len(found.unmet if found.demand else found.untaught)


def _outcomes(found: CurriculumMap | Comparison) -> int:
    if isinstance(found, CurriculumMap):
        return len(found.outcomes)
    return sum(program.outcomes for program in found.programs)


def _unmatched(found: CurriculumMap | Comparison) -> int:
    if isinstance(found, CurriculumMap):
        return len(found.unmatched)
    return sum(program.unmatched for program in found.programs)


def _unread(found: CurriculumMap | Comparison) -> int:
    """Return how many outcomes match nothing that nobody has looked at."""
    if isinstance(found, CurriculumMap):
        return sum(not outcome.unmatched for outcome in found.unmatched)
    return sum(program.unread for program in found.programs)

"""The warnings at the top of a curriculum map and of a comparison: where what follows says little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathways.amounts import count
from pathways.coverage.comparison import ComparedProgram, Comparison
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.demand import Demand

ELSEWHERE: Final = (
    "Hold a program against a standard of its own field instead, or against a firm's skill list: large "
    "classifications hold little of what trades teach."
)
"""What to do where a framework of thousands of competencies hardly fits."""

OTHER_FIELD: Final = (
    "Perhaps the machine missed them, perhaps the list names only a part of the program's field, perhaps it is of "
    "another one. Review the outcomes that match nothing first: each names what comes nearest to it. {} Where nothing "
    "near is right, take a standard that names what they say."
)
"""What to do where a standard or a firm's own list hardly fits."""

PART: Final = (
    "Still, {:,} of its {:,} competencies are in some outcome: it names a part of what this program teaches. Look at "
    "the outcomes that match nothing before you call anything missing."
)
"""What is said where most outcomes match nothing, and yet most of the framework is found."""

REVIEW: Final = (
    "Write them into a workbook (-o suggestions.xlsx), decide row by row, and read it back in with `ladderworks review "
    "{} --to {} --reviewer NAME --decisions suggestions.xlsx`; a file is imported first."
)
"""How outcomes are reviewed."""

MANY_FIELDS: Final = (
    "{} together ask for {:,} competencies, of many fields and far more than any program teaches: that most of them "
    "are in no outcome says little of this one. Look at what each job lacks, or take a smaller sector or a standard."
)
"""What is said where so much is asked for that nearly all of it is missing everywhere."""


def doubt(curriculum: CurriculumMap) -> str:
    """Return a warning where what follows says little, since most outcomes match nothing, or too much is asked for."""
    return " ".join(filter(None, (_mostly_unmatched(curriculum), _many_fields(curriculum.demand))))


def _many_fields(demand: Demand | None) -> str:
    if demand is None or not demand.of_many_fields:
        return ""
    return MANY_FIELDS.format(f"The {count(len(demand.jobs), 'job')} of {demand.label}", len(demand.wants))


def _mostly_unmatched(curriculum: CurriculumMap) -> str:
    if not curriculum.mostly_unmatched:
        return ""
    doubted, outcomes = curriculum.doubted, len(curriculum.outcomes)
    most = f"Most outcomes ({doubted:,} of {outcomes:,}) match" if outcomes > 1 else "The only outcome matches"
    seen = f", as a machine sees it; people have looked at {curriculum.judged:,} so far" if _begun(curriculum) else ""
    where = f"{curriculum.framework_label}{seen}"
    if not curriculum.of_other_field:
        size, found = curriculum.size, len(curriculum.taught)
        return f"{most} nothing in {where}. {PART.format(found, size)}"
    return f"{most} nothing in {where}. What follows says little of this program. {_remedy(curriculum)}"


def _begun(curriculum: CurriculumMap) -> bool:
    """Whether people have looked at some outcomes, and not yet at half of them."""
    return 0 < 2 * curriculum.judged < len(curriculum.outcomes)


def comparison_doubt(comparison: Comparison) -> str:
    """Return a warning that names the programs of which most outcomes match nothing, or where too much is asked for."""
    return " ".join(filter(None, (_programs_in_doubt(comparison), _many_fields(comparison.demand))))


def _programs_in_doubt(comparison: Comparison) -> str:
    other = _doubted(comparison, (program for program in comparison.programs if program.of_other_field))
    part = _doubted(comparison, (p for p in comparison.programs if p.mostly_unmatched and not p.of_other_field))
    most = f"Most outcomes match nothing in {comparison.framework_label}"
    little = f"{most}, and what follows says little, of: {other}. {_remedy(comparison)}" if other else ""
    still = f"{most} of: {part}; still, they have more than half of its competencies in some outcome." if part else ""
    return " ".join(filter(None, (little, still)))


def _doubted(comparison: Comparison, programs: Iterable[ComparedProgram]) -> str:
    """Return programs by name with how many of their outcomes match nothing."""
    numbered = ((comparison.heads[one.iri], f"{one.doubted:,} of {one.outcomes:,}") for one in programs)
    return "; ".join(f"{head} ({numbers})" for head, numbers in numbered)


def _remedy(found: CurriculumMap | Comparison) -> str:
    if len(found.competencies) < found.size:
        return ELSEWHERE
    doubtful = [found] if isinstance(found, CurriculumMap) else [one for one in found.programs if one.of_other_field]
    names = [one.program if isinstance(one, CurriculumMap) else one.iri for one in doubtful]
    program = names[0].rstrip("/").rsplit("/", 1)[-1] if len(names) == 1 else "PROGRAM"
    return OTHER_FIELD.format(REVIEW.format(program, "LIST" if found.to_import else found.framework))

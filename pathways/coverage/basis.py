"""The sentences that say on what an answer rests: how surely it was found, and how much of it people have looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pathways.amounts import count
from pathways.coverage.comparison import ComparedCompetency, Comparison
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.proposal import Standing
from pathways.coverage.wording import are, unconfirmed_words
from standards.reviewing import Status, people

OF_STORED: Final = (
    "Verdicts of the stored program {} are shown, for the file has its name and outcomes that read the same: to keep "
    "them apart give the file another name, or import each with its college (--college)."
)
"""What is said where people judged a stored program, and a file of the same name is looked at."""


def standings(competencies: Iterable[CompetencyCoverage | ComparedCompetency]) -> str:
    """Return how many competencies stand where: ``3 taught, 34 likely taught, 5 possibly taught``."""
    found = [competency.standing for competency in competencies]
    said = ((standing, found.count(standing)) for standing in Standing if standing is not Standing.ABSENT)
    return ", ".join(f"{number} {standing.value}" for standing, number in said if number)


def how_sure(competencies: Sequence[CompetencyCoverage] | Sequence[ComparedCompetency]) -> str:
    """Return how many competencies stand where, and how many of them nobody has confirmed; empty for none."""
    taught = sum(one.standing is Standing.TAUGHT for one in competencies)
    unconfirmed = unconfirmed_words(len(competencies), len(competencies) - taught)
    return ", ".join(filter(None, (standings(competencies), unconfirmed)))


def reviewed(curriculum: CurriculumMap) -> str:
    """Return how much of it people have looked at."""
    every = sum(curriculum.statuses.values())
    nothing = sum(bool(outcome.unmatched) for outcome in curriculum.outcomes)
    judgments = [judgment for outcome in curriculum.outcomes for judgment in outcome.judgments]
    if not every and not nothing:
        return "Nothing is suggested."
    if not judgments:
        if every == 1:
            return "The only match is a suggestion by a machine; nobody has reviewed it yet."
        return (
            f"All {every:,} matches of an outcome with a competency are suggestions by a machine; nobody has reviewed "
            "any of them yet."
        )
    by = f"Reviewed by {', '.join(people(judgment.reviewer for judgment in judgments))}."
    stored = OF_STORED.format(curriculum.verdicts_of) if curriculum.verdicts_of else ""
    return " ".join(filter(None, (statuses_words(curriculum.statuses), _nothing(nothing), by, stored)))


def statuses_words(statuses: Mapping[Status, int]) -> str:
    """Return how many suggestions stand where, as a sentence; empty where there are none.

    Example
    -------
    >>> statuses_words({Status.ACCEPTED: 14, Status.DISPUTED: 8})
    'Of 22 suggestions: 14 accepted, 8 disputed.'
    """
    said = ", ".join(f"{number:,} {status.value}" for status, number in statuses.items())
    return f"Of {count(sum(statuses.values()), 'suggestion')}: {said}." if said else ""


def _nothing(outcomes: int) -> str:
    """Return of how many outcomes a person says that they match nothing; empty for none."""
    verb = "matches" if outcomes == 1 else "match"
    return f"Reviewers found that {count(outcomes, 'outcome')} {verb} nothing." if outcomes else ""


def comparison_basis(comparison: Comparison) -> str:
    """Return how surely the competencies are found, and how much of what is suggested people have looked at."""
    found = comparison.taught
    counts = Counter[Status]()
    for program in comparison.programs:
        counts.update(program.statuses)
    taught = sum(competency.standing is Standing.TAUGHT for competency in found)
    if not taught and not set(counts) - {Status.PROPOSED}:
        if not found:
            return ""
        return "All matches are suggestions by a machine; nobody has reviewed any of them yet."
    competencies = count(len(found), "competency", "competencies")
    said = f"{competencies} {are(len(found))} in some outcome: {how_sure(found)}." if found else ""
    return " ".join(
        filter(None, (said, statuses_words({status: counts[status] for status in Status if counts[status]})))
    )

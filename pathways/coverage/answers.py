"""The sentences at the top of a curriculum map and of a comparison: what is lacking, and on what that rests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from pathways.amounts import count
from pathways.coverage.comparison import Comparison
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.demand import Demand, Want
from pathways.coverage.demand_wording import asked_by, askers, importance_words
from pathways.coverage.disputes import contested_name
from pathways.coverage.wording import are, were

FOREMOST: Final = 3
"""Of what is lacking, competencies that are named in a sentence."""

NO_JOBS: Final = (
    "Jobs and ladders are not shown: a list of your own has none. If yours names jobs, import it to see them: {}"
)
"""What stands in the place of jobs and ladders."""


def answer(curriculum: CurriculumMap) -> str:
    """Return in a sentence what is asked for and not found; of a large framework that nobody asks for what is found."""
    if curriculum.demand is not None:
        wanted = (want.competency for want in curriculum.missing)
        return f"{_lacking(curriculum.demand, len(curriculum.missing))}{_contested(curriculum, wanted)}"
    if not curriculum.whole:
        return _reached(curriculum)
    named = f"{count(curriculum.size, 'competency', 'competencies')} of {curriculum.framework_label}"
    gaps = (gap.iri for gap in curriculum.gaps)
    return f"{_absent(len(curriculum.gaps), curriculum.size, named)}{_contested(curriculum, gaps)}"


def _contested(found: CurriculumMap | Comparison, lacking: Iterable[str]) -> str:
    """Return how much of what is called missing reviewers dispute, as a sentence; empty where nothing is."""
    number = len(found.contested.intersection(lacking))
    if not number or (found.demand and found.demand.of_many_fields):
        return ""
    return f" Of these, {number:,} {are(number)} disputed: a reviewer accepted what another rejected."


def without_jobs(found: CurriculumMap | Comparison) -> str:
    """Return why no jobs are shown, and what shows them; empty but for a list of one's own."""
    return NO_JOBS.format(found.to_import) if found.to_import else ""


def _lacking(demand: Demand, lacking: int) -> str:
    wanted = _asked(demand)
    if demand.of_many_fields:
        return _present(len(demand.wants) - lacking, wanted, "in some outcome")
    return _absent(lacking, len(demand.wants), wanted)


def _asked(demand: Demand) -> str:
    """Return how many competencies are asked for, and by whom."""
    return f"{count(len(demand.wants), 'competency', 'competencies')} that {askers(demand)} for"


def _absent(lacking: int, size: int, named: str) -> str:
    """Return how many of some competencies were found in no outcome.

    Parameters
    ----------
    named
        The number of all of them, and what they are.
    """
    if not lacking:
        return f"{_each(named, size)} in some outcome, at least possibly."
    return f"{lacking:,} of the {named} {were(lacking)} found in no outcome."


def _present(found: int, named: str, where: str) -> str:
    """Return how many of some competencies were found."""
    return f"{found:,} of the {named} {are(found)} {where}."


def _reached(curriculum: CurriculumMap) -> str:
    matched, outcomes = len(curriculum.outcomes) - len(curriculum.unmatched), len(curriculum.outcomes)
    label = curriculum.framework_label
    if not matched:
        return f"No outcome matches any of the {curriculum.size:,} competencies of {label}."
    groups = sum(bool(group) for group in curriculum.groups)
    found = count(len(curriculum.taught), "competency", "competencies")
    where = f", in {count(groups, 'group')}" if groups else ""
    reach = "reaches" if matched == 1 else "reach"
    return f"{matched:,} of {count(outcomes, 'outcome')} {reach} {found} of {label}{where}."


def comparison_answer(comparison: Comparison) -> str:
    """Return in a sentence what is asked for and no program teaches; of a large framework what is found."""
    number = len(comparison.programs)
    none = _none(number - len(comparison.doubtful), " of the field" if comparison.doubtful else "")
    if comparison.demand is not None:
        demand, lacking = comparison.demand, len(comparison.unmet)
        asked = _asked(demand)
        if not lacking:
            return f"{_each(asked, len(demand.wants))} {_in_some(number)}."
        if demand.of_many_fields:
            return _present(len(demand.wants) - lacking, asked, f"in some outcome of {count(number, 'program')}")
        return f"{lacking:,} of the {asked} {were(lacking)} found in {none}.{_elsewhere(comparison)}{_open(comparison)}"
    size = f"{count(comparison.size, 'competency', 'competencies')} of {comparison.framework_label}"
    if not comparison.whole:
        found = len(comparison.competencies)
        return f"{found:,} of the {size} {are(found)} in some outcome of {count(number, 'program')}."
    lacking = len(comparison.untaught)
    if not lacking:
        return f"{_each(size, comparison.size)} {_in_some(number)}."
    return f"{lacking:,} of {size} {were(lacking)} found in {none}.{_elsewhere(comparison)}{_open(comparison)}"


def _none(programs: int, which: str) -> str:
    """Return that it is in none of some programs."""
    words = {1: f"no outcome of the program{which}", 2: f"neither program{which}"}
    return words.get(programs, f"none of the {programs} programs{which}")


def _open(comparison: Comparison) -> str:
    lacking = (
        (want.competency for want in comparison.unmet) if comparison.demand else (c.iri for c in comparison.untaught)
    )
    return _contested(comparison, lacking)


def _elsewhere(comparison: Comparison) -> str:
    """Return how much of what is lacking only programs may teach that may be of another field, as a sentence."""
    wanted = {want.competency for want in comparison.unmet} if comparison.demand else None
    found = [one for one in comparison.elsewhere if wanted is None or one.iri in wanted]
    if not found:
        return ""
    teaching = {taught.program for one in found for taught in one.taught_in}
    named = "; ".join(head for program, head in comparison.heads.items() if program in teaching)
    several = "programs of other fields" if len(teaching) > 1 else "a program of another field"
    return f" Of these, {len(found):,} {are(len(found))} possibly taught by {several}: {named}."


def _each(named: str, size: int) -> str:
    """Return that all of some competencies are something.

    Parameters
    ----------
    named
        The number of all of them, and what they are.
    """
    return f"All {named} are" if size > 1 else f"The {named} is"


def _in_some(programs: int) -> str:
    of = {1: "the program", 2: "one program or both"}.get(programs, f"one or more of the {programs} programs")
    return f"in some outcome of {of}, at least possibly"


def foremost(wants: Sequence[Want], demand: Demand, contested: Collection[str] = ()) -> str:
    """Return what is asked for most of what is lacking, in a sentence; empty where a list of it is as short.

    Parameters
    ----------
    wants
        What is lacking, what is asked for most first.
    contested
        What reviewers disagree on.
    """
    first = [(want, asked_by(want, demand) or importance_words(want.importance)) for want in wants[:FOREMOST]]
    if len(wants) <= FOREMOST or not all(much for _, much in first):
        return ""
    named = (f"{contested_name(want, contested)} ({much})" for want, much in first)
    return f"These matter most: {'; '.join(named)}."


def common(comparison: Comparison) -> str:
    """Return how many competencies all of several programs have; empty for one program."""
    number, programs = len(comparison.common), len(comparison.programs)
    if programs < 2:
        return ""
    all_ = "both of them" if programs == 2 else f"all {programs} of them"
    named = count(number, "competency", "competencies") if number else "No competency"
    return f"{named} {'are' if number > 1 else 'is'} in {all_}."

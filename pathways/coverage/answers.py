"""The sentences at the top of a curriculum map and of a comparison: what is lacking, and on what that rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from pathways.amounts import count
from pathways.coverage.comparison import ComparedCompetency, ComparedProgram, Comparison
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.demand import Demand, Want
from pathways.coverage.disputes import contested_name
from pathways.coverage.proposal import Standing
from pathways.coverage.wording import asked_by, unconfirmed_words
from standards.reviewing import Status, people

FOREMOST: Final = 3
"""Of what is lacking, competencies that are named in a sentence."""

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

OF_STORED: Final = (
    "Verdicts of the stored program {} are shown, for the file has its name and outcomes that read the same: to keep "
    "them apart give the file another name, or import each with its college (--college)."
)
"""What is said where people judged a stored program, and a file of the same name is looked at."""

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

NO_JOBS: Final = (
    "Jobs and ladders are not shown: a list of your own has none. If yours names jobs, import it to see them: {}"
)
"""What stands in the place of jobs and ladders."""


def standings(competencies: Iterable[CompetencyCoverage | ComparedCompetency]) -> str:
    """Return how many competencies stand where: ``3 taught, 34 likely taught, 5 possibly taught``."""
    found = [competency.standing for competency in competencies]
    said = ((standing, found.count(standing)) for standing in Standing if standing is not Standing.ABSENT)
    return ", ".join(f"{number} {standing.value}" for standing, number in said if number)


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
    return f" Of these, {number:,} {_are(number)} disputed: a reviewer accepted what another rejected."


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
    several = len(demand.jobs) > 1
    who = f"the {count(len(demand.jobs), 'job')} of {demand.label} ask" if several else f"{demand.label} asks"
    return f"{count(len(demand.wants), 'competency', 'competencies')} that {who} for"


def _absent(lacking: int, size: int, named: str) -> str:
    """Return how many of some competencies were found in no outcome.

    Parameters
    ----------
    named
        The number of all of them, and what they are.
    """
    if not lacking:
        return f"{_each(named, size)} in some outcome, at least possibly."
    return f"{lacking:,} of the {named} {_were(lacking)} found in no outcome."


def _present(found: int, named: str, where: str) -> str:
    """Return how many of some competencies were found."""
    return f"{found:,} of the {named} {_are(found)} {where}."


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
        return (
            f"{lacking:,} of the {asked} {_were(lacking)} found in {none}.{_elsewhere(comparison)}{_open(comparison)}"
        )
    size = f"{count(comparison.size, 'competency', 'competencies')} of {comparison.framework_label}"
    if not comparison.whole:
        found = len(comparison.competencies)
        return f"{found:,} of the {size} {_are(found)} in some outcome of {count(number, 'program')}."
    lacking = len(comparison.untaught)
    if not lacking:
        return f"{_each(size, comparison.size)} {_in_some(number)}."
    return f"{lacking:,} of {size} {_were(lacking)} found in {none}.{_elsewhere(comparison)}{_open(comparison)}"


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
    return f" Of these, {len(found):,} {_are(len(found))} possibly taught by {several}: {named}."


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
    if len(wants) <= FOREMOST or len(demand.jobs) < 2:
        return ""
    named = (f"{contested_name(want, contested)} ({asked_by(want, demand)})" for want in wants[:FOREMOST])
    return f"These matter most: {'; '.join(named)}."


def comparison_basis(comparison: Comparison) -> str:
    """Return how surely the competencies are found, and how much of what is suggested people have looked at."""
    found = [competency for competency in comparison.competencies if competency.taught_in]
    counts = Counter[Status]()
    for program in comparison.programs:
        counts.update(program.statuses)
    taught = sum(competency.standing is Standing.TAUGHT for competency in found)
    if not taught and not set(counts) - {Status.PROPOSED}:
        if not found:
            return ""
        return "All matches are suggestions by a machine; nobody has reviewed any of them yet."
    competencies = count(len(found), "competency", "competencies")
    how = ", ".join(filter(None, (standings(found), unconfirmed_words(len(found), len(found) - taught))))
    said = f"{competencies} {_are(len(found))} in some outcome: {how}." if found else ""
    return " ".join(
        filter(None, (said, statuses_words({status: counts[status] for status in Status if counts[status]})))
    )


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
    if not found.whole:
        return ELSEWHERE
    doubtful = [found] if isinstance(found, CurriculumMap) else [one for one in found.programs if one.of_other_field]
    names = [one.program if isinstance(one, CurriculumMap) else one.iri for one in doubtful]
    program = names[0].rstrip("/").rsplit("/", 1)[-1] if len(names) == 1 else "PROGRAM"
    return OTHER_FIELD.format(REVIEW.format(program, "LIST" if found.to_import else found.framework))


def common(comparison: Comparison) -> str:
    """Return how many competencies all of several programs have; empty for one program."""
    number, programs = len(comparison.common), len(comparison.programs)
    if programs < 2:
        return ""
    all_ = "both of them" if programs == 2 else f"all {programs} of them"
    named = count(number, "competency", "competencies") if number else "No competency"
    return f"{named} {'are' if number > 1 else 'is'} in {all_}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"

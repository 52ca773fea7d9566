"""Comparing: holding programs side by side that were held against one framework."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ontology.records import Iri
from pathways.coverage.comparison import ComparedCompetency, ComparedProgram, Comparison, ProgramTeaching
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.levels import farthest
from pathways.coverage.proposal import Standing


def compare(programs: Sequence[CurriculumMap], colleges: Mapping[str, str] | None = None) -> Comparison:
    """Return programs side by side; all must have been held against one framework.

    Parameters
    ----------
    colleges
        Names by address of the program.

    Raises
    ------
    ValueError
        Where there is no program, or they were held against different frameworks.
    """
    held = {program.framework_iri for program in programs}
    if len(held) != 1:
        message = f"programs of one framework can be compared, not of {len(held)}: {', '.join(sorted(held)) or 'none'}"
        raise ValueError(message)
    first = programs[0]
    return Comparison(
        framework=first.framework,
        framework_iri=first.framework_iri,
        framework_label=first.framework_label,
        threshold=first.threshold,
        programs=tuple(_program(program, (colleges or {}).get(program.program, "")) for program in programs),
        competencies=tuple(_competencies(programs)),
        size=first.size,
        demand=first.demand,
        to_import=first.to_import,
    )


def _program(program: CurriculumMap, college: str) -> ComparedProgram:
    return ComparedProgram(
        iri=program.program,
        label=program.label,
        award=program.award,
        college=college,
        taught=len(program.found),
        accepted=sum(one.standing is Standing.TAUGHT for one in program.found),
        outcomes=len(program.outcomes),
        unmatched=len(program.unmatched),
        of_other_field=program.of_other_field,
        doubted=program.doubted,
        unread=sum(not outcome.unmatched for outcome in program.unmatched),
        nearly=program.nearly,
        mostly_unmatched=program.mostly_unmatched,
        statuses=program.statuses,
    )


def _competencies(programs: Sequence[CurriculumMap]) -> Iterable[ComparedCompetency]:
    """Yield the competencies of all programs; groups stay together in the order in which they come first."""
    of_field = any(not program.of_other_field for program in programs)
    listed: dict[Iri, CompetencyCoverage] = {c.iri: c for program in reversed(programs) for c in program.competencies}
    ordered = dict.fromkeys(c.iri for program in programs for c in program.competencies)
    groups = {group: place for place, group in enumerate(dict.fromkeys(listed[iri].group for iri in ordered))}
    for iri in sorted(ordered, key=lambda iri: groups[listed[iri].group]):
        one = listed[iri]
        taught = tuple(
            filter(None, (_teaching(p, p.by_iri.get(iri), apart=of_field and p.of_other_field) for p in programs))
        )
        near = [found.nearest for program in programs if (found := program.by_iri.get(iri)) and found.nearest]
        yield ComparedCompetency(
            iri=iri,
            code=one.code,
            label=one.label,
            kind=one.kind,
            group=one.group,
            taught_in=taught,
            disputed_in=tuple(p.program for p in programs if iri in p.disputed and not _found(p, iri)),
            nearest=None if taught else max(near, key=lambda miss: miss.confidence, default=None),
        )


def _found(program: CurriculumMap, competency: Iri) -> bool:
    """Whether a program is taken to teach a competency."""
    held = program.by_iri.get(competency)
    return bool(held and held.taught_by)


def _teaching(program: CurriculumMap, competency: CompetencyCoverage | None, *, apart: bool) -> ProgramTeaching | None:
    """Return that a program teaches a competency; ``None`` where it does not.

    Parameters
    ----------
    apart
        Whether the program may be of another field than others of the comparison.
    """
    if competency is None or not competency.taught_by:
        return None
    names = {course.iri: course.name for course in program.courses}
    declared = farthest(t.level for t in competency.taught_by if t.declared and t.level)
    return ProgramTeaching(
        program=program.program,
        standing=Standing.ELSEWHERE if apart and competency.standing is not Standing.TAUGHT else competency.standing,
        confidence=max(teaching.confidence for teaching in competency.taught_by),
        level=declared or farthest(t.level for t in competency.taught_by if t.level),
        declared=declared is not None,
        courses=tuple(names[teaching.course] for teaching in competency.taught_by),
        credits=competency.credits,
        disputed=competency.iri in program.disputed and competency.standing is not Standing.TAUGHT,
    )

"""The page of several programs: what none of them teaches, then all competencies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from pathways.amounts import count
from pathways.coverage.comparison import ComparedCompetency, ComparedProgram, Comparison, ProgramTeaching
from pathways.coverage.pages.markup import MARKS, Link, direct, frame, items, name, section
from pathways.coverage.pages.wanted import wanted
from pathways.coverage.proposal import Standing
from pathways.coverage.wording import LETTERS, LEVELS, asked_by, comparison_answer, percent

COLUMNS: Final = 6
"""Programs that have a column of their own."""

ABOUT: Final = (
    "I: introduced, R: reinforced, M: mastered, the farthest of the courses of a program. A percentage is the "
    "confidence of a suggestion that nobody has reviewed; “accepted” means that a reviewer agreed."
)


def comparison_page(comparison: Comparison, link: Link = direct) -> str:
    """Return programs side by side as a page that stands alone."""
    return frame(f"{comparison.framework_label}: programs side by side", _main(comparison, link))


def _main(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f"<h1>{count(len(comparison.programs), 'program')} side by side</h1>"
    yield f'<p class="lead">Held against <strong>{escape(comparison.framework_label)}</strong></p>'
    who = "firms" if comparison.demand and comparison.demand.firms else "jobs"
    question = f"What do the {who} ask for that none of these programs teaches?"
    yield from section(
        "gaps", question if comparison.demand else "What does none of them teach?", _answer(comparison, link)
    )
    yield from section("programs", "The programs", _programs(comparison))
    yield from section("table", "Competencies by program", _table(comparison, link))


def _answer(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f'<p class="answer">{escape(comparison_answer(comparison))}</p>'
    if comparison.demand:
        yield from wanted(comparison.unmet, comparison.demand, link)
        if comparison.unsure:
            yield "<h3>Only possibly taught, by any of them</h3>"
            demand = comparison.demand
            entries = (
                f"{name(w.competency, w.label, link)} <small>{asked_by(w, demand)}</small>" for w in comparison.unsure
            )
            yield f'<div class="columns">{items(entries)}</div>'
    elif len(comparison.competencies) == comparison.size:
        yield f'<div class="columns">{items(name(c.iri, c.label, link, c.code) for c in comparison.untaught)}</div>'
    yield (
        '<p class="words why">“None” means that no learning outcome says it; colleges often teach more than their '
        f"outcomes say. Suggestions from {percent(comparison.threshold)} on count as taught.</p>"
    )


def _programs(comparison: Comparison) -> Iterator[str]:
    yield '<ul class="facts">'
    for program in comparison.programs:
        about = ", ".join(filter(None, (program.award, program.college)))
        only = len(comparison.only(program.iri))
        yield (
            f"<li><div><strong>{escape(program.label)}</strong> {escape(about)}<br>{program.taught:,} of "
            f"{comparison.size:,} competencies are in some outcome, {program.accepted:,} accepted by reviewers; "
            f"{only:,} in this program only. {program.unmatched:,} of {program.outcomes:,} outcomes match nothing."
            "</div></li>"
        )
    yield "</ul>"
    yield f"<p>{escape(_common(comparison))}</p>"


def _common(comparison: Comparison) -> str:
    """Return how many competencies all of the programs teach."""
    number, programs = len(comparison.common), len(comparison.programs)
    verb = "competency is" if number == 1 else "competencies are"
    return f"{number:,} {verb} in {'both' if programs == 2 else f'all {programs}'} of them."


def _table(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f'<p class="words">{ABOUT}</p>'
    wide = len(comparison.programs) <= COLUMNS
    heads = "".join(f'<th scope="col">{escape(program.label)}</th>' for program in comparison.programs)
    asked = '<th scope="col" class="count">Asked for by</th>' if comparison.demand else ""
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="table-title"><table class="side"><thead><tr>'
    yield f'<th scope="col" class="corner">Competency</th>{asked}'
    yield f"{heads if wide else '<th scope=col>Programs</th>'}</tr></thead>"
    width = 1 + bool(asked) + (len(comparison.programs) if wide else 1)
    for group, competencies in groupby(comparison.competencies, key=lambda competency: competency.group):
        yield "<tbody>"
        if group:
            yield f'<tr class="group"><th scope="rowgroup" colspan="{width}"><span>{escape(group)}</span></th></tr>'
        yield from (_row(competency, comparison, link, wide=wide) for competency in competencies)
        yield "</tbody>"
    yield "</table></div>"


def _row(competency: ComparedCompetency, comparison: Comparison, link: Link, *, wide: bool) -> str:
    taught = {teaching.program: teaching for teaching in competency.taught_in}
    cells = [_cell(taught.get(program.iri)) for program in comparison.programs]
    if not wide:
        cells = [
            f"<td>{'; '.join(_named(p, taught[p.iri]) for p in comparison.programs if p.iri in taught) or 'none'}</td>"
        ]
    kind = "" if taught else ' class="gap"'
    asked = ""
    if comparison.demand:
        want = comparison.demand.by_competency.get(competency.iri)
        asked = f'<td class="count">{asked_by(want, comparison.demand) if want else ""}</td>'
    title = name(competency.iri, competency.label, link, competency.code)
    return f'<tr{kind}><th scope="row">{title}</th>{asked}{"".join(cells)}</tr>'


def _cell(teaching: ProgramTeaching | None) -> str:
    if teaching is None:
        return f'<td class="absent">{Standing.ABSENT.value}</td>'
    courses = escape(", ".join(teaching.courses))
    return f'<td class="{MARKS[teaching.standing]}">{_said(teaching)} <small>{courses}</small></td>'


def _named(program: ComparedProgram, teaching: ProgramTeaching) -> str:
    return f"{escape(program.label)} {_said(teaching)}"


def _said(teaching: ProgramTeaching) -> str:
    sure = "accepted" if teaching.standing is Standing.TAUGHT else percent(teaching.confidence)
    unseen = f'<span class="unseen">, {LEVELS[teaching.level]}, {teaching.standing.value}</span>'
    return f"<b>{LETTERS[teaching.level]}</b> {sure}{unseen}"

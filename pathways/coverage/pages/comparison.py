"""The page of several programs: what none of them teaches, then all competencies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from ontology.records import Iri
from pathways.amounts import count
from pathways.coverage.answers import (
    common,
    comparison_answer,
    comparison_basis,
    comparison_doubt,
    foremost,
    without_jobs,
)
from pathways.coverage.comparison import ComparedCompetency, ComparedProgram, Comparison, ProgramTeaching
from pathways.coverage.disputes import MEANING, disputed_words
from pathways.coverage.nearest import NearMiss
from pathways.coverage.pages.areas import area_table
from pathways.coverage.pages.markup import (
    Link,
    counted,
    direct,
    dispute_chip,
    frame,
    grouped,
    items,
    key,
    mark,
    name,
    prose,
    rows_under,
    section,
    stack,
    td,
    th,
    tr,
)
from pathways.coverage.pages.wanted import asked_list, nearest, wanted
from pathways.coverage.proposal import LACKING, LIKELY, Standing
from pathways.coverage.unmatched import may_teach, where_to_check, without_match
from pathways.coverage.wording import (
    asked_by,
    beside_words,
    level_letter,
    level_words,
    levels_legend,
    percent,
    unconfirmed_words,
)
from standards.reviewing import Status

COLUMNS: Final = 6
"""Programs that have a column of their own."""

START: Final = 27.0
"""Width in rem of competency, the columns beside it and the margins of the page."""

COLUMN: Final = 9.0
"""Width in rem of a program."""

CAREFUL: Final = (
    "“Found in none” means that neither a machine nor a reviewer found an outcome that says it; colleges often teach "
    "more than their outcomes say. What a machine suggests is called possibly taught from {least} on and likely taught "
    "from {likely} on; only what a reviewer accepted is called taught. “Unconfirmed” is what no reviewer has accepted. "
    "{beside}"
)

ABOUT: Final = (
    "The level is the farthest of the courses of a program. A percentage is the confidence of a suggestion that no "
    "reviewer has accepted; “accepted” means that one has."
)


def comparison_page(comparison: Comparison, link: Link = direct) -> str:
    """Return programs side by side as a page that stands alone."""
    return frame(f"{comparison.framework_label}: programs side by side", _main(comparison, link), _narrow(comparison))


def _narrow(comparison: Comparison) -> float:
    """Return the width in rem up to which the columns do not fit."""
    return START + COLUMN * (len(comparison.programs) if _wide(comparison) else 1)


def _wide(comparison: Comparison) -> bool:
    return len(comparison.programs) <= COLUMNS


def _main(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f"<h1>{count(len(comparison.programs), 'program')} side by side</h1>"
    framework = name(comparison.framework_iri, comparison.framework_label, link)
    yield f'<p class="lead">Held against <strong>{framework}</strong></p>'
    if doubtful := comparison_doubt(comparison):
        yield f'<p class="words note"><strong>Read with care.</strong> {prose(doubtful)}</p>'
    yield from section("gaps", _question(comparison), _answer(comparison, link))
    yield from section("programs", "The programs", _programs(comparison, link))
    yield from section("table", "Competencies by program", _table(comparison, link))


def _place(comparison: Comparison, near: NearMiss) -> str:
    return escape(f"{comparison.heads[near.program]}, {near.course}")


def _near(comparison: Comparison, competency: Iri) -> str:
    """Return what stands beside what is missing: whether reviewers dispute that, and who comes nearest to it.

    That is a program of another field which possibly teaches it, else an outcome.
    """
    found, dispute = comparison.by_iri.get(competency), dispute_chip(competency, comparison.contested)
    if found is None or found.standing is not Standing.ELSEWHERE:
        return f"{dispute}{nearest(comparison.by_iri, partial(_place, comparison), competency)}"
    named = (f"{comparison.heads[one.program]}, {'; '.join(one.courses)} ({_sure(one)})" for one in found.taught_in)
    return f'{dispute}<span class="near">{Standing.ELSEWHERE.value.capitalize()}: {escape("; ".join(named))}</span>'


def _question(comparison: Comparison) -> str:
    single = len(comparison.programs) == 1
    if comparison.demand is None:
        lacking = "What does this program not teach?" if single else "What does none of these programs teach?"
        return lacking if comparison.whole else "What do the outcomes of these programs reach?"
    who = "firms" if comparison.demand.firms else "jobs"
    none = "this program does not teach" if single else "none of these programs teaches"
    return f"What do the {who} ask for that {none}?"


def _answer(comparison: Comparison, link: Link) -> Iterator[str]:
    near = partial(_near, comparison)
    yield f'<p class="answer">{escape(comparison_answer(comparison))}</p>'
    if comparison.demand and (most := foremost(comparison.unmet, comparison.demand, comparison.contested)):
        yield f'<p class="foremost">{escape(most)}</p>'
    if said := may_teach(comparison):
        check = f"{escape(said)} ({_check(comparison, link)})."
        yield f'<p class="foremost">{escape(without_match(comparison))} {check}</p>'
    if comparison.demand or comparison.whole:
        yield stack(comparison.numbers)
    yield f'<p class="basis">{escape(comparison_basis(comparison))}</p>'
    if comparison.demand:
        yield from area_table(comparison.areas, comparison.demand, link, comparison.contested)
        yield from wanted(comparison.unmet, comparison.demand, link, near)
        if comparison.unsure:
            yield "<h3>Only possibly taught, by any of them</h3>"
            chip = partial(dispute_chip, contested=comparison.contested)
            yield asked_list(comparison.unsure, comparison.demand, link, chip)
    elif comparison.whole:
        lacking = (name(c.iri, c.called, link, c.code) + near(c.iri) for c in comparison.untaught)
        yield f'<div class="columns">{items(lacking)}</div>'
    careful = CAREFUL.format(least=percent(comparison.threshold), likely=percent(LIKELY), beside=beside_words())
    yield counted(careful, MEANING if _disputed(comparison) else "")
    if said := without_jobs(comparison):
        yield f'<p class="words">{escape(said)}</p>'


def _check(comparison: Comparison, link: Link) -> str:
    """Return where the outcomes stand that match nothing: on pages beside this one, else what writes them."""
    pages = {program.iri: link(program.iri) for program in comparison.programs if program.unread}
    if any(not page or urlsplit(page).scheme for page in pages.values()):
        return prose(where_to_check(comparison))
    named = (f'<a href="{escape(page)}#unasked">{escape(comparison.heads[iri])}</a>' for iri, page in pages.items())
    return "; ".join(named)


def _programs(comparison: Comparison, link: Link) -> Iterator[str]:
    yield '<ul class="facts programs">'
    for program in comparison.programs:
        yield f"<li><div>{_program(program, comparison, link)}</div></li>"
    yield "</ul>"
    if said := common(comparison):
        yield f"<p>{escape(said)}</p>"


def _program(program: ComparedProgram, comparison: Comparison, link: Link) -> str:
    """Return a program with its numbers, and on what they rest."""
    head = comparison.heads[program.iri]
    about = ", ".join(filter(None, (program.award, "" if program.college in head else program.college)))
    unconfirmed = unconfirmed_words(program.taught, program.taught - program.accepted)
    found = f"{program.taught:,} of {count(comparison.size, 'competency', 'competencies')} in some outcome"
    only = f"{len(comparison.only(program.iri)):,} in this program only"
    unmatched = f"{program.unmatched:,} of {count(program.outcomes, 'outcome')} without a match"
    unmatched = f"{unmatched}, {program.nearly:,} of them nearly matched" if program.nearly else unmatched
    numbers = "; ".join(filter(None, (found, unconfirmed, only if len(comparison.programs) > 1 else "", unmatched)))
    return "<br>".join(
        filter(None, (f"<strong>{name(program.iri, head, link)}</strong>", escape(about), f"{numbers}."))
    )


def _table(comparison: Comparison, link: Link) -> Iterator[str]:
    levels = levels_legend(declared=comparison.declares_levels, inferred=comparison.infers_levels)
    yield f'<p class="words">{levels} {ABOUT}</p>'
    found = [teaching for competency in comparison.competencies for teaching in competency.taught_in]
    yield key((one.standing for one in found if not one.disputed), disputed=_disputed(comparison))
    first = [th("Competency", kind="corner")]
    if comparison.demand:
        first.append(th("Asked for by", kind="count"))
    first.append(th("Found in", kind="count"))
    programs = [th(_head(program, comparison, link)) for program in comparison.programs]
    heads = [*first, *(programs if _wide(comparison) else [th("Programs")])]
    bodies = (
        grouped(group, (_row(competency, comparison, link) for competency in competencies), len(heads))
        for group, competencies in groupby(comparison.competencies, key=lambda competency: competency.group)
    )
    yield from rows_under(heads, bodies, "Competencies by program", "side fits")


def _disputed(comparison: Comparison) -> bool:
    return any(program.statuses.get(Status.DISPUTED) for program in comparison.programs)


def _head(program: ComparedProgram, comparison: Comparison, link: Link) -> str:
    """Return a program over its column, with its college where its name does not say it."""
    head = comparison.heads[program.iri]
    college = "" if program.college in head else f" <small>{escape(program.college)}</small>"
    return f"{name(program.iri, head, link)}{college}"


def _row(competency: ComparedCompetency, comparison: Comparison, link: Link) -> str:
    taught = {teaching.program: teaching for teaching in competency.taught_in}
    cells = [th(name(competency.iri, competency.called, link, competency.code), "row")]
    if comparison.demand:
        want = comparison.demand.by_competency.get(competency.iri)
        cells.append(td(asked_by(want, comparison.demand) if want else "", "count", "Asked for by" if want else ""))
    found = f"{len(taught)} of {len(comparison.programs)}" if taught else "none"
    cells.append(td(found, "count", "Found in"))
    if _wide(comparison):
        disputed = {iri: td("not found, disputed", "absent", comparison.heads[iri]) for iri in competency.disputed_in}
        cells += [disputed.get(p.iri) or _cell(taught.get(p.iri), comparison.heads[p.iri]) for p in comparison.programs]
    else:
        programs = (program.iri for program in comparison.programs if program.iri in taught)
        said = [f"{escape(comparison.heads[iri])} {_said(taught[iri])}" for iri in programs]
        said += [f"{escape(comparison.heads[iri])} not found, disputed" for iri in competency.disputed_in]
        cells.append(td("; ".join(said)))
    return tr(cells, "gap" if competency.standing in LACKING else "")


def _cell(teaching: ProgramTeaching | None, head: str) -> str:
    if teaching is None:
        return td(Standing.ABSENT.value, "absent")
    courses = escape(", ".join(teaching.courses))
    style = mark(teaching.standing, disputed=teaching.disputed)
    return td(f"{_said(teaching)} <small>{courses}</small>", style, head)


def _said(teaching: ProgramTeaching) -> str:
    sure = _sure(teaching)
    letter = level_letter(teaching.level, declared=teaching.declared)
    words = filter(None, (level_words(teaching.level, declared=teaching.declared), teaching.standing.value))
    other = ", of another field" if teaching.standing is Standing.ELSEWHERE else ""
    other = disputed_words(other, disputed=teaching.disputed)
    return f'{f"<b>{letter}</b> " if letter else ""}{sure}{other}<span class="unseen">, {", ".join(words)}</span>'


def _sure(teaching: ProgramTeaching) -> str:
    return "accepted" if teaching.standing is Standing.TAUGHT else percent(teaching.confidence)

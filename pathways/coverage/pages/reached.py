"""What outcomes reach in a framework that is too large to name what they do not: by group."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.disputes import disputed_words
from pathways.coverage.pages.markup import Link, items, name
from pathways.coverage.pages.standings import mark
from pathways.coverage.wording import percent

UNGROUPED: Final = "In no group"

LARGE: Final = (
    "The framework has {:,} competencies of all fields of work; no program teaches most of them, so those that are in "
    "no outcome are not listed. What a program lacks is what somebody asks for: hold it against the standard of a "
    "sector partnership or the skill list of a firm, or name a sector whose jobs ask."
)


def reached(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield the competencies that some outcome says by group, the group with most first."""
    yield '<div class="columns">'
    for group, competencies in curriculum.groups.items():
        title = group or (UNGROUPED if len(curriculum.groups) > 1 else "")
        if title:
            yield f"<h3>{escape(title[:1].upper() + title[1:])} <small>{len(competencies):,}</small></h3>"
        yield items(_found(one, link, disputed=curriculum.in_dispute(one)) for one in competencies)
    yield "</div>"
    yield f'<p class="words">{LARGE.format(curriculum.size)}</p>'


def _found(competency: CompetencyCoverage, link: Link, *, disputed: bool) -> str:
    sure = max(teaching.confidence for teaching in competency.taught_by)
    words = competency.standing.value if sure == 1 else f"{competency.standing.value}, {percent(sure)}"
    style = mark(competency.standing, disputed=disputed)
    chip = f'<span class="chip {style}">{disputed_words(words, disputed=disputed)}</span>'
    return f"{name(competency.iri, competency.called, link, competency.code)} {chip}"

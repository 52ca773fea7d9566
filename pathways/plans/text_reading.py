"""The text of a record: a CV or a list, line by line."""

from __future__ import annotations

from typing import Final

from pathways.plans.claims import NO_CREDENTIAL
from pathways.plans.collecting import Collecting
from pathways.plans.dates import dated, only_says_when, when
from pathways.plans.lines import Said, Section, is_credential, looks_like_a_name, said_in, statements_in
from pathways.plans.military import MILITARY, is_military, only_military
from pathways.plans.person import HeldCredential, Job
from pathways.plans.spoken import languages_in
from pathways.plans.titles import title_in

SCHOOLING: Final = "schooling is no skill by itself; what each rung asks for in school is said with it"

NO_JOBS: Final = (Section.SKILLS, Section.CREDENTIALS, Section.SCHOOL)
"""Sections in which no line is a job, whatever it is called."""

MOST_WORDS_OF_PLACE: Final = 10
"""Words of a line that says where and when a job was."""


def collect_text(collecting: Collecting, text: str) -> None:
    """Read the parts of a text; a line that only says where and when a job was belongs to the one above."""
    parts = list(said_in(text))
    skipped = False
    for part, after in zip(parts, (*parts[1:], None), strict=False):
        if skipped:
            skipped = False
            continue
        place = after.words if after and _is_place_of(part, after) else ""
        skipped = _part(collecting, part, place) and bool(place)
    if collecting.aside:
        rows = collecting.aside
        lines = f"line {rows[0]} was" if len(rows) == 1 else f"lines {', '.join(map(str, rows))} were"
        collecting.notes.append(f"Above the first heading, {lines} taken for a name or an address and left out.")


def _is_place_of(part: Said, after: Said) -> bool:
    """Return whether a line may say where and when the job of the line above it was."""
    short = len(after.words.split()) <= MOST_WORDS_OF_PLACE
    return short and after.row - part.row <= 2 and not dated(part.words) and dated(after.words)


def _part(collecting: Collecting, part: Said, place: str = "") -> bool:
    """Read a part of a text: what it calls itself, or whatever it turns out to be; return whether it is a job.

    Parameters
    ----------
    place
        The line below it, where that may say when the job was.
    """
    said, kind, row, section = part
    if kind.startswith("job"):
        collecting.job(Job(name=said, row=row))
    elif kind.startswith(("cred", "cert", "licen", "course")):
        collecting.credential(HeldCredential(name=said, row=row))
    elif collecting.named(said, None, row) or collecting.credited(said, row):
        return False
    elif not kind and section not in NO_JOBS and _worked(collecting, part, place):
        return True
    elif section is not Section.WORK and collecting.licensed_or_earned(said, row, at_school=section is Section.SCHOOL):
        return False
    else:
        _nameless(collecting, part)
    return False


def _worked(collecting: Collecting, part: Said, place: str) -> bool:
    """Take a line for a job by its title, or by where it stands for one that is not known; return whether it is."""
    said, _, row, section = part
    if _titled(collecting, said, f"{said}, {place}".strip(", "), row):
        return True
    unknown = (dated(said) or only_says_when(place)) and (section is Section.WORK or is_military(said))
    if unknown:
        collecting.no_job(said, row)
    return unknown


def _nameless(collecting: Collecting, part: Said) -> None:
    """Read a line that begins with no name that is known: by where it stands."""
    said, kind, row, section = part
    if section is Section.TOP and looks_like_a_name(said):
        collecting.aside.append(row)
    elif not kind and (section is Section.CREDENTIALS or is_credential(said)):
        collecting.lost(said, row, NO_CREDENTIAL)
    elif section is Section.SCHOOL and not kind:
        collecting.lost(said, row, SCHOOLING)
    else:
        for statement in statements_in(said, section):
            _statement(collecting, statement, row)


def _statement(collecting: Collecting, said: str, row: int) -> None:
    """Read what a line says, or a part of it."""
    if languages := languages_in(said):
        collecting.speaks(languages, said, row)
    elif not collecting.named(said, None, row):
        collecting.ask(said, row)


def _titled(collecting: Collecting, said: str, whole: str, row: int) -> bool:
    """Take a line for a job where it begins with a title.

    Parameters
    ----------
    whole
        The line with the one below it, where that says when the job was.
    """
    title, places = title_in(collecting.known.occupations, said, loosely=dated(whole))
    if only_military(collecting.known.occupations[place].code for place in places):
        collecting.lost(said, row, MILITARY)
    elif places:
        collecting.held(title, places, whole, row, when(whole))
    return bool(places)

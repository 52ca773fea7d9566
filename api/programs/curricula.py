"""Curricula: a college's program from a file, in whatever form, or one that is in the knowledge base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import unquote

import typer

from api.searching.names import ThingKind, read_names
from api.searching.things import Named
from ontology.errors import InputError, NotFoundError
from ontology.identifiers import slug
from ontology.namespaces import SCHEMA
from ontology.records import Course, LearningOutcome, Program, Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from ontology.triples import from_graph
from standards.archives import only_file
from standards.curricula import (
    FIELDS,
    FORMATS,
    Curriculum,
    ProgramForm,
    column_map,
    of_name,
    parted,
    program_slug,
    read_pairs,
    read_program,
    stored_addresses,
)
from standards.curricula.awards import in_title
from standards.headers import nearest
from standards.reviewing import program_release
from standards.sources.own import PROGRAM, own_source

Thing = TypeVar("Thing", Course, LearningOutcome)

MOST = 9
"""Programs that one name may mean before they are looked at one by one."""

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", help=f"Of a program's file, where it is not recognized: {', '.join(f.name for f in FORMATS)}."
    ),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        "--columns",
        metavar="FIELD=HEADER|FILE",
        help="What a column of a spreadsheet is called, or a TOML or JSON file that says so for several.",
    ),
]

ProgramOption = Annotated[
    str, typer.Option("--program", metavar="NAME", help="Name of the program, where its file does not say it.")
]
CollegeOption = Annotated[
    str, typer.Option("--college", metavar="NAME", help="Name of the college, where the file does not say it.")
]


def program_form(
    format: str | None,
    columns: Sequence[str] | None,
    program: str = "",
    college: str = "",
    fields: Iterable[str] = FIELDS,
) -> ProgramForm | None:
    """Return what is said of a program's file, ``None`` where nothing is.

    Parameters
    ----------
    columns
        Pairs ``field=Header``, and files with such pairs.
    program, college
        Their names, whatever the file says.
    fields
        Those that a column may be read as.

    Raises
    ------
    InputError
        Where there is no such format, or a column map is none.
    """
    program, college = program.strip(), college.strip()
    if not (format or columns or program or college):
        return None
    pairs = [pair for said in columns or () for pair in _pairs(said)]
    return ProgramForm(of_name(format).name if format else "", column_map(pairs, fields), program, college)


def _pairs(said: str) -> list[tuple[str, str]]:
    if not Path(said).is_file():
        return parted([said])
    return read_pairs(only_file(Path(said), "the columns"))


def refused(_several: Sequence[Curriculum]) -> None:
    """Return none of several programs that one name means."""


def find_curriculum(
    base: KnowledgeBase,
    name: str,
    form: ProgramForm | None = None,
    choose: Callable[[Sequence[Curriculum]], Curriculum | None] = refused,
) -> Curriculum:
    """Return a program.

    Parameters
    ----------
    name
        A file in any of the formats, or a stored program: its address or an end of it (``wind-energy-maintenance``,
        ``tamarack-valley-college/wind-energy-maintenance``), else its title, else a part of these that only one has;
        in whatever case. A title as it is written goes before an address: ``Welding`` is first what is called so.
    form
        What is said of the file besides its content.
    choose
        Returns the one of several stored programs that a name may mean; ``None`` where they are not the same.

    Raises
    ------
    NotFoundError
        With the programs there are.
    RefusedError
        Where a cell of the file is wrong.
    InputError
        Where the form of what is no file is named.
    """
    if Path(name).is_file():
        file = only_file(Path(name), "the program")
        own = program_slug(file.plain_name)
        return read_program(
            file, base.identifiers, form=form, stored=stored_addresses(base, own_source(PROGRAM, own), own)
        )
    if form:
        message = f"{name!r} is no file; only a file has a format, columns, a program or a college to be named"
        raise InputError(message)
    return _stored(base, name, choose)


def _stored(base: KnowledgeBase, name: str, choose: Callable[[Sequence[Curriculum]], Curriculum | None]) -> Curriculum:
    """Return the one stored program that is meant: by an address or a title, else by a part.

    Raises
    ------
    NotFoundError
        Where none or several are meant, with names by which each can be asked for.
    """
    programs = read_names(base, ThingKind.PROGRAM)
    meant_by = _fitting(programs, name) or _fitting(programs, in_title(name).name)
    fitting = [program.iri for program in meant_by]
    found = [stored_curriculum(base, iri) for iri in fitting] if len(fitting) <= MOST else []
    meant_one = found[0] if len(found) == 1 else choose(found) if found else None
    if meant_one is not None:
        return meant_one
    there = ", ".join(unmistakable([program.iri for program in programs], fitting)) or "none"
    said = "fits several programs; name one of" if fitting else "is neither a file nor a program of the knowledge base"
    meant = nearest(name, [part for p in programs for part in (p.label, _parts(p.iri)[-1])])
    guess = f" (do you mean {meant!r}?)" if meant else ""
    message = f"{name!r} {said}: {there}" if fitting else f"{name!r} {said}{guess}; it holds: {there}"
    raise NotFoundError(message)


def _fitting(programs: Sequence[Named], name: str) -> Sequence[Named]:
    """Return the programs that a name means: the surest way of naming that fits any decides."""
    asked, wanted, title = _parts(name), slug(name), " ".join(name.split()).casefold()
    ways: tuple[Callable[[Named], bool], ...] = (
        lambda program: program.iri == name,
        lambda program: name != wanted and " ".join(program.label.split()).casefold() == title,
        lambda program: _ends_with(program.iri, asked),
        lambda program: slug(program.label) == wanted,
        lambda program: wanted in _parts(program.iri)[-1] or wanted in slug(program.label),
    )
    found = ([program for program in programs if fits(program)] for fits in ways if wanted)
    return next(filter(None, found), [])


def unmistakable(every: Sequence[str], some: Sequence[str] = ()) -> list[str]:
    """Return for each of some addresses, or of all, the shortest end of it that only this one has.

    Example
    -------
    >>> unmistakable(["http://x/id/a/weld", "http://x/id/b/weld", "http://x/id/b/cook"])
    ['a/weld', 'b/weld', 'cook']
    """
    return [_shortest(iri, every) for iri in some or every]


def _shortest(iri: str, every: Sequence[str]) -> str:
    parts = _parts(iri)
    ends = (parts[-length:] for length in range(1, len(parts) + 1))
    return next(("/".join(end) for end in ends if sum(_ends_with(other, end) for other in every) == 1), iri)


def _parts(text: str) -> list[str]:
    """Return the parts of an address or of the end of one, as slugs."""
    return [slug(unquote(part)) for part in text.split("/")]


def _ends_with(iri: str, asked: Sequence[str]) -> bool:
    return _parts(iri)[-len(asked) :] == list(asked)


def stored_curriculum(base: KnowledgeBase, iri: str) -> Curriculum:
    """Return a program with its courses and their outcomes in the order of the college's file.

    What has no place there comes last: courses by code, outcomes by statement.

    Raises
    ------
    NotFoundError
        Where the newest releases have no such program.
    """
    release = program_release(base, iri)
    if release is None:
        message = f"there is no program {iri}"
        raise NotFoundError(message)
    return _from_release(base, release, iri)


def _from_release(base: KnowledgeBase, release: Release, iri: str) -> Curriculum:
    graph = base.graph(release)
    program = from_graph(graph, Program, iri)
    places = _places(base, release, program)
    found = [from_graph(graph, Course, course) for course in program.courses]
    courses = _placed(found, places, lambda course: course.code or "")
    taught = [
        _placed(
            [from_graph(graph, LearningOutcome, outcome) for outcome in course.teaches],
            places,
            lambda outcome: outcome.statement.value,
        )
        for course in courses
    ]
    return Curriculum(
        program.model_copy(update={"courses": tuple(course.iri for course in courses)}),
        tuple(
            course.model_copy(update={"teaches": tuple(outcome.iri for outcome in outcomes)})
            for course, outcomes in zip(courses, taught, strict=True)
        ),
        tuple(chain.from_iterable(taught)),
        Report(),
    )


def _placed(found: Sequence[Thing], places: Mapping[str, int], otherwise: Callable[[Thing], str]) -> list[Thing]:
    """Return courses or outcomes by their places; those without one come last, by what they say."""
    last = max(places.values(), default=0) + 1
    return sorted(found, key=lambda thing: (places.get(thing.iri, last), otherwise(thing)))


def _places(base: KnowledgeBase, release: Release, program: Program) -> Mapping[str, int]:
    """Return the place of each course and outcome in the order of a program, from 1."""
    items, positions = (dict(base.pairs(release, term)) for term in (SCHEMA.item, SCHEMA.position))
    return {items[place]: int(positions[place]) for place in program.sequence}

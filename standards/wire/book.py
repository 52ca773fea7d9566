"""Frameworks as workbooks (XLSX): a sheet for each kind of thing that they say, for people to read and to sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from ontology.namespaces import SKOS, short_name
from ontology.records import (
    Competency,
    Credential,
    Endorsement,
    Iri,
    JobRedefinition,
    Mapping,
    Occupation,
    Organization,
    Record,
    RequirementType,
    SkillRequirement,
    Support,
    WorkFunction,
    WorkTask,
)
from ontology.store import KnowledgeBase
from standards.wire.listed import Listed, listed
from standards.workbook import Cell, Table, write_workbook

R = TypeVar("R", bound=Record)
Rows = Iterator[list[Cell]]

WHOLE: Final = "the whole standard"
LIST: Final = " | "
"""What parts several values in one cell, as in the files of a partnership."""


def stored_book(base: KnowledgeBase, name: str) -> bytes:
    """Return a framework as a workbook; sheets of which nothing is said are left out, but for its competencies.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    book = Book(base, listed(base, name))
    tables = [sheet.table(book) for sheet in SHEETS]
    shown = [one for one in tables if one.rows or one is tables[0]]
    return write_workbook(str(book.of.framework.label), [_about(book.of, shown), *shown])


def _about(of: Listed, shown: Sequence[Table]) -> Table:
    """Return the first sheet: which framework it is, under which terms, and what each other sheet has."""
    release = of.release
    known = {sheet.name: sheet.about for sheet in SHEETS}
    terms = (release.version and f"Version {release.version}", release.license)
    return Table(
        name="About",
        columns=["sheet", "rows", "what it has"],
        rows=[[one.name, len(one.rows), known[one.name]] for one in shown],
        widths=[20, 8, 90],
        lead=[str(of.framework.label), ", ".join(filter(None, terms))],
    )


@dataclass(frozen=True)
class Book:
    """A framework, sheet by sheet."""

    base: KnowledgeBase
    of: Listed

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of a kind in its release, by address."""
        return sorted(self.base.records(self.of.release, kind), key=lambda one: one.iri)

    @cached_property
    def competency(self) -> dict[Iri, tuple[str, str]]:
        """Code and label of each competency, and what stands for all of them."""
        own = {one.iri: (_text(one.notation), str(one.label)) for one in self.all(Competency)}
        return {self.of.framework.iri: ("", WHOLE), **own}

    def called(self, iri: Iri) -> list[Cell]:
        """Return code and label of a competency, each in its cell; its address where nobody says."""
        return [*self.competency.get(iri, (iri, ""))]

    @cached_property
    def names(self) -> dict[Iri, str]:
        """What the things that sheets name are called: by their codes where they have one."""
        labeled: list[Occupation | WorkFunction | Organization] = []
        labeled += [*self.all(Occupation), *self.all(WorkFunction), *self.all(Organization)]
        coded = {iri: code or label for iri, (code, label) in self.competency.items()}
        return {**{one.iri: str(one.label) for one in labeled}, **coded}

    def name(self, iri: Iri | None) -> str:
        """Return what a thing is called; its address where nobody says."""
        return self.names.get(iri, iri) if iri else ""

    def named(self, addresses: Sequence[Iri]) -> str:
        """Return what several things are called, in one cell."""
        return LIST.join(map(self.name, addresses))

    # --- The rows of the sheets ---------------------------------------------------------

    def competencies(self) -> Rows:
        """Yield a row for each competency, in the order of the framework."""
        for one in self.of.competencies:
            support = Support(one.support).word if one.support else ""
            words = (one.notation, one.label, one.statement, one.category)
            yield [*map(_text, words), short_name(one.kind).partition(":")[2], support, _text(one.description), one.iri]

    def requirements(self) -> Rows:
        """Yield a row for each thing that an occupation needs."""
        for one in self.all(SkillRequirement):
            relation = RequirementType(one.relation).name.lower() if one.relation else ""
            ends = [self.name(one.occupation), *self.called(one.competency)]
            yield [*ends, relation, _number(one.importance), _number(one.level)]

    def tasks(self) -> Rows:
        """Yield a row for each task."""
        for one in self.all(WorkTask):
            critical = {True: "yes", False: "no", None: ""}[one.critical]
            lead = [self.named(one.functions), _text(one.notation), _text(one.label), critical]
            yield [*lead, self.named(one.occupations), self.named(one.competencies), _text(one.source)]

    def occupations(self) -> Rows:
        """Yield a row for each occupation."""
        for one in self.all(Occupation):
            yield [
                *(_text(one.notation), _text(one.label), one.job_zone or ""),
                *(self.named(one.work_functions), _text(one.description)),
            ]

    def credentials(self) -> Rows:
        """Yield a row for each credential."""
        for one in self.all(Credential):
            lists = (one.attests, one.required_for, one.useful_for)
            yield [_text(one.label), _text(one.issuer), *map(self.named, lists), _text(one.page)]

    def positions(self) -> Rows:
        """Yield a row for each position of an organization that this version has: on the whole, then by competency."""
        said = [one for one in self.all(Endorsement) if one.version == self.of.release.version]
        for one in sorted(said, key=lambda each: (*self.called(each.subject), self.name(each.organization))):
            who = [*self.called(one.subject), self.name(one.organization)]
            yield [*who, one.taken.word, _text(one.wording), _text(one.reason), f"{one.at:%Y-%m-%d}"]

    def redefinitions(self) -> Rows:
        """Yield a row for each statement that moved from a job or an occupation to another."""
        for one in self.all(JobRedefinition):
            jobs = (_text(one.former_job), _text(one.new_job))
            ends = map(self.name, (one.moved_from, one.moved_to, one.firm))
            yield [*self.called(one.competency), *ends, *jobs]

    def links(self) -> Rows:
        """Yield a row for each concept that a competency may mean elsewhere."""
        own = {one.iri for one in self.of.competencies}
        for one in self.all(Mapping):
            if one.subject in own:
                target = [RELATIONS.get(one.predicate, short_name(one.predicate)), _text(one.object_label), one.object]
                yield [*self.called(one.subject), *target, _number(one.confidence), _text(one.comment)]


@dataclass(frozen=True)
class Sheet:
    """What a sheet is called and has.

    Parameters
    ----------
    about
        What it has, in a sentence.
    columns
        With their widths, in characters.
    frozen
        Columns at the left that stay in sight.
    """

    name: str
    about: str
    columns: dict[str, int]
    rows: Callable[[Book], Rows]
    frozen: int = 0

    def table(self, book: Book) -> Table:
        """Return the sheet of a framework."""
        return Table(
            name=self.name,
            columns=[*self.columns],
            rows=list(self.rows(book)),
            widths=[*self.columns.values()],
            frozen=self.frozen,
            filtered=True,
            plain=[place for place, column in enumerate(self.columns) if column in UNWRAPPED],
            landscape=True,
        )


COMPETENCY: Final = {"code": 12, "competency": 30}
"""Columns that name a competency."""

UNWRAPPED: Final = ("address", "page")
"""Columns of addresses."""

RELATIONS: Final = {
    str(SKOS.exactMatch): "the same",
    str(SKOS.closeMatch): "nearly the same",
    str(SKOS.broadMatch): "part of",
    str(SKOS.narrowMatch): "has as a part",
    str(SKOS.relatedMatch): "related",
}
"""How a competency stands to what it may mean elsewhere."""

SHEETS: Final = (
    Sheet(
        "Competencies",
        "What people can do or know, and how many of the firms' own lists said it.",
        {"code": 12, "label": 28, "statement": 60, "category": 24, "kind": 10}
        | {"support": 13, "description": 50, "address": 40},
        Book.competencies,
        frozen=2,
    ),
    Sheet(
        "Occupations",
        "The jobs that it describes, with the main parts of their work.",
        {"code": 12, "title": 40, "job zone (1-5)": 10, "critical work functions": 50, "description": 60},
        Book.occupations,
    ),
    Sheet(
        "Requirements",
        "Which occupation needs which competency: whether it must be there, how important it is, and at which level.",
        {"occupation": 40, **COMPETENCY, "relation": 11, "importance (1-5)": 13, "level (0-7)": 10},
        Book.requirements,
    ),
    Sheet(
        "Tasks",
        "What is done in the occupations, and which competencies it takes, by their codes.",
        {"work function": 30, "id": 8, "task": 60, "critical": 9, "occupations": 40, "competencies": 26, "source": 30},
        Book.tasks,
    ),
    Sheet(
        "Credentials",
        "What shows that somebody has competencies, and for which occupations it is required or useful.",
        {"name": 36, "issuer": 36, "attests": 36, "required for": 36, "useful for": 36, "page": 36},
        Book.credentials,
    ),
    Sheet(
        "Positions",
        "How each organization stands to each competency, or to the whole standard, and why.",
        {**COMPETENCY, "organization": 36, "position": 18, "adopts instead": 40, "reason": 40, "on": 11},
        Book.positions,
    ),
    Sheet(
        "Job redefinitions",
        "What another occupation, or another job of a firm, asks for than before.",
        {**COMPETENCY, "from": 40, "to": 40, "firm": 36, "former job": 24, "new job": 24},
        Book.redefinitions,
    ),
    Sheet(
        "Links",
        "What competencies may mean in other frameworks.",
        {**COMPETENCY, "relation": 16, "means": 36, "address": 40, "confidence (0-1)": 13, "note": 50},
        Book.links,
    ),
)
"""The sheets in their order."""


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number(value: float | None) -> Cell:
    return "" if value is None else value

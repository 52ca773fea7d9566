"""Frameworks as workbooks (XLSX): a sheet for each kind of thing that they say, for people to read and to sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from ontology.namespaces import short_name
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
    return write_workbook(str(book.of.framework.label), [one for one in tables if one.rows or one is tables[0]])


@dataclass(frozen=True)
class Book:
    """A framework, sheet by sheet."""

    base: KnowledgeBase
    of: Listed

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of a kind in its release, by address."""
        return sorted(self.base.records(self.of.release, kind), key=lambda one: one.iri)

    @cached_property
    def names(self) -> dict[Iri, str]:
        """What the things that sheets name are called: by their codes where they have one."""
        labeled: list[Occupation | WorkFunction | Organization] = []
        labeled += [*self.all(Occupation), *self.all(WorkFunction), *self.all(Organization)]
        coded = {one.iri: one.notation or str(one.label) for one in self.all(Competency)}
        return {self.of.framework.iri: WHOLE, **{one.iri: str(one.label) for one in labeled}, **coded}

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
            ends = [self.name(one.occupation), self.name(one.competency)]
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
        """Yield a row for each position of an organization that this version has."""
        for one in self.all(Endorsement):
            if one.version == self.of.release.version:
                who = [self.name(one.subject), self.name(one.organization)]
                yield [*who, one.taken.word, _text(one.wording), _text(one.reason), f"{one.at:%Y-%m-%d}"]

    def redefinitions(self) -> Rows:
        """Yield a row for each statement that moved from a job or an occupation to another."""
        for one in self.all(JobRedefinition):
            jobs = (_text(one.former_job), _text(one.new_job))
            yield [*map(self.name, (one.competency, one.moved_from, one.moved_to, one.firm)), *jobs]

    def links(self) -> Rows:
        """Yield a row for each concept that a competency may mean elsewhere."""
        own = {one.iri for one in self.of.competencies}
        for one in self.all(Mapping):
            if one.subject in own:
                target = [short_name(one.predicate), _text(one.object_label), one.object]
                yield [self.name(one.subject), *target, _number(one.confidence), _text(one.comment)]


@dataclass(frozen=True)
class Sheet:
    """What a sheet is called and has.

    Parameters
    ----------
    columns
        With their widths, in characters.
    """

    name: str
    columns: dict[str, int]
    rows: Callable[[Book], Rows]

    def table(self, book: Book) -> Table:
        """Return the sheet of a framework."""
        return Table(
            name=self.name,
            columns=[*self.columns],
            rows=list(self.rows(book)),
            widths=[*self.columns.values()],
            filtered=True,
            landscape=True,
        )


SHEETS: Final = (
    Sheet(
        "Competencies",
        {"code": 12, "label": 28, "statement": 60, "category": 24, "kind": 10}
        | {"support": 13, "description": 50, "address": 40},
        Book.competencies,
    ),
    Sheet(
        "Requirements",
        {"occupation": 40, "competency": 14, "relation": 11, "importance (1-5)": 11, "level (0-7)": 11},
        Book.requirements,
    ),
    Sheet(
        "Tasks",
        {"work function": 30, "id": 8, "task": 60, "critical": 9, "occupations": 40, "competencies": 26, "source": 30},
        Book.tasks,
    ),
    Sheet(
        "Occupations",
        {"code": 12, "title": 40, "job zone (1-5)": 10, "critical work functions": 50, "description": 60},
        Book.occupations,
    ),
    Sheet(
        "Credentials",
        {"name": 36, "issuer": 36, "attests": 36, "required for": 36, "useful for": 36, "page": 36},
        Book.credentials,
    ),
    Sheet(
        "Positions",
        {"competency": 18, "organization": 36, "position": 18, "adopts instead": 40, "reason": 40, "on": 11},
        Book.positions,
    ),
    Sheet(
        "Job redefinitions",
        {"competency": 14, "from": 40, "to": 40, "firm": 36, "former job": 24, "new job": 24},
        Book.redefinitions,
    ),
    Sheet(
        "Links",
        {"competency": 14, "relation": 16, "means": 36, "address": 40, "confidence (0-1)": 11, "note": 50},
        Book.links,
    ),
)
"""The sheets in their order."""


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number(value: float | None) -> Cell:
    return "" if value is None else value

"""What a partnership reports of its firms and programs: a release of its own, beside what the panel itself says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.records import Iri, Record
from ontology.report import Report
from standards.encoding import encoded
from standards.outcomes.subjects import Subjects
from standards.sources.outcomes import outcome_records, outcome_release, outcome_table, source_of
from standards.sources.own import PARTNERSHIP
from standards.sources.partnership.declaration import Declaration
from standards.sources.partnership.panel import Panel
from standards.sources.partnership.tables import Tables, declared_file
from standards.sources.reading import Reading
from standards.sources.source import Delivery
from standards.tables import Table


@dataclass
class Reported:
    """The outcomes of a partnership's folder, where its declaration names a file of them.

    Parameters
    ----------
    programs
        What the colleges bring.
    """

    reading: Reading
    declared: Declaration
    panel: Panel
    tables: Tables
    programs: Sequence[Record]
    table: Table | None = None

    def judge(self) -> None:
        """Read and judge the file."""
        if self.declared.files.outcomes:
            file = declared_file(self.reading, self.declared.files.outcomes)
            if not isinstance(file, Table):
                self.table = outcome_table(self.reading, file, self.subjects)

    @property
    def subjects(self) -> Subjects:
        """The partnership, its members and their programs, with its own standard."""
        records = [*self.panel.members(self.tables), *self.programs]
        known = Subjects.of_records(records, self.reading.identifiers, self.declared.slug)
        return replace(known, left=self.declared.left)

    def part(self, whole: Delivery) -> Delivery:
        """Return a delivery without the file of outcomes, which comes beside it."""
        if self.table is None:
            return whole
        name = self.table.name
        files = tuple(file for file in whole.files if file.name != name)
        own = tuple(file for file in whole.files if file.name == name)
        source, address = source_of(self.declared.slug), self.reading.identifiers.mint(PARTNERSHIP, self.declared.slug)
        release = outcome_release(self.reading.identifiers, source, None, self.declared.name)
        release = release.model_copy(update={"part_of": (Iri(address),)})
        beside = Delivery(release, own, self._triples(self.table), Report())
        return replace(whole, files=files, beside=(*whole.beside, beside))

    def _triples(self, table: Table) -> Iterator[bytes]:
        yield encoded(outcome_records(table, self.subjects, self.reading.identifiers))

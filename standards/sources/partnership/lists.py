"""The lists of a partnership's firms as releases of their own, parted from what the panel itself says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ontology.identifiers import Identifiers
from ontology.records import Record, Release
from ontology.report import Report
from standards.encoding import encoded
from standards.skill_lists import SkillList
from standards.sources.own import SHEET, own_source
from standards.sources.partnership.declaration import Declaration
from standards.sources.partnership.firms import firm_records
from standards.sources.partnership.panel import Panel
from standards.sources.publication import FIRST, new_release
from standards.sources.source import Delivery


@dataclass(frozen=True)
class Lists:
    """The lists of a partnership's firms, by the firms' slugs."""

    declared: Declaration
    identifiers: Identifiers
    by_firm: Mapping[str, SkillList]

    def part(self, whole: Delivery) -> Delivery:
        """Return a delivery without the files of the lists, which come beside it, and with whose lists go."""
        names = {listed.name for listed in self.by_firm.values()}
        files = tuple(file for file in whole.files if file.name not in names)
        return replace(whole, files=files, beside=tuple(self._each(whole)), left=self.declared.left)

    def _each(self, whole: Delivery) -> Iterator[Delivery]:
        for firm, listed in self.by_firm.items():
            files = tuple(file for file in whole.files if file.name == listed.name)
            triples = self._triples(firm, listed)
            yield Delivery(self._release(firm, listed), files, triples, Report(), frameworks=(firm,))

    def _triples(self, firm: str, listed: SkillList) -> Iterator[bytes]:
        """Yield a firm with its list, as `read_firm_list` does of one that comes alone."""
        organization = Panel(self.declared, self.identifiers).organization(firm)
        own = firm_records(firm, organization.label.value, listed, self.identifiers)
        records: list[Record] = [organization, *own]
        yield encoded(records, self.declared.tag)

    def _release(self, firm: str, listed: SkillList) -> Release:
        source, title = own_source(SHEET, firm), f"Skill list {listed.name}"
        release = new_release(self.identifiers, source, FIRST, title, language=self.declared.tag)
        partnership = (Panel(self.declared, self.identifiers).address,)
        return release.model_copy(update={"part_of": partnership, "folders": partnership})

"""How many people a partnership's members employ: a release of its own, beside what the panel itself says.

The quorum may ask for a share of the employment. What a member tells for that is nobody else's business, also while the
draft of the standard is open to all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ontology.records import Organization
from ontology.report import Report
from standards.encoding import encoded
from standards.sources.own import EMPLOYMENT, own_source
from standards.sources.partnership.panel import Panel
from standards.sources.publication import FIRST, new_release
from standards.sources.source import Delivery


@dataclass(frozen=True)
class Employers:
    """The members of a partnership whose number of employees is declared."""

    panel: Panel

    def part(self, whole: Delivery) -> Delivery:
        """Return a delivery with how many people the members employ beside it, where any says so."""
        members = tuple(self._members())
        return replace(whole, beside=(*whole.beside, self._delivery(members))) if members else whole

    def _members(self) -> Iterator[Organization]:
        for member in self.panel.declared.present:
            if member.employees:
                yield self.panel.organization(member.slug).model_copy(update={"employees": member.employees})

    def _delivery(self, members: tuple[Organization, ...]) -> Delivery:
        declared = self.panel.declared
        source, title = own_source(EMPLOYMENT, declared.slug), f"Employment of {declared.name}"
        release = new_release(self.panel.identifiers, source, FIRST, title, language=declared.tag)
        kept_back = release.model_copy(update={"reader": EMPLOYMENT, "part_of": (self.panel.address,)})
        return Delivery(kept_back, (), [encoded(members, declared.tag)], Report())

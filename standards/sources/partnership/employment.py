"""How many people a partnership's members employ, and until when former ones were members: a release of its own.

The quorum may ask for a share of the employment. What a member tells for that is nobody else's business, also while the
draft of the standard is open to all; nor is the day on which one left.
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
    """The members of a partnership whose number of employees is declared, and those that left, with their last day."""

    panel: Panel

    def part(self, whole: Delivery) -> Delivery:
        """Return a delivery with how many people the members employ, and who left when, beside it."""
        told = tuple(self._told())
        return replace(whole, beside=(*whole.beside, self._delivery(told))) if told else whole

    def _told(self) -> Iterator[Organization]:
        for one in self.panel.declared.organizations:
            private = {"left": one.left} if one.left else {"employees": one.employees}
            if any(private.values()):
                yield self.panel.organization(one.slug).model_copy(update=private)

    def _delivery(self, told: tuple[Organization, ...]) -> Delivery:
        declared = self.panel.declared
        source, title = own_source(EMPLOYMENT, declared.slug), f"Employment of {declared.name}"
        release = new_release(self.panel.identifiers, source, FIRST, title, language=declared.tag)
        kept_back = release.model_copy(update={"reader": EMPLOYMENT, "part_of": (self.panel.address,)})
        return Delivery(kept_back, (), [encoded(told, declared.tag)], Report())

"""Entries of an index, made of the lines of a list of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ontology.addresses import is_address
from ontology.identifiers import Identifiers, slug
from ontology.records import Iri
from ontology.report import Finding, Report, Severity, excerpt
from standards.corpora.statements import EMPTY, LONG, MARKUP, judge
from standards.matching import Entry
from standards.matching.statements import LONGEST
from standards.own_lists.lines import Line

SAID: Final = {
    EMPTY: (
        "says no competency; the row is left out",
        "Write the competency into each row, also where cells were merged, or take the row out",
    ),
    LONG: (f"is longer than {LONGEST:,} characters; read up to there", "Put what explains it under 'Description'"),
    MARKUP: ("has HTML or control characters, which were taken out", "Look whether what is left says the competency"),
}
"""What is said of a competency that cannot be taken as it is, and the remedy."""

LONGEST_LOCAL: Final = 80
"""Characters of a name in an address."""

WEB: Final = ("http://", "https://", "urn:")
"""How addresses of competencies begin."""


@dataclass
class Entries:
    """Makes concepts of lines, each with an address of its own, and reports what is wrong with them.

    Parameters
    ----------
    local
        Of the list, in addresses.
    addresses, labels
        The row that each is of, so far.
    """

    identifiers: Identifiers
    local: str
    file: str
    report: Report
    addresses: dict[str, int] = field(default_factory=dict)
    labels: dict[str, int] = field(default_factory=dict)

    def of(self, lines: list[Line]) -> Iterator[Entry]:
        """Yield the concepts, in their order."""
        for line in lines:
            label, finding = judge(line.label)
            if finding:
                self._say(line, finding, *SAID[finding])
            if label and (address := self._address(line, label)):
                self.addresses[address] = line.row
                self.labels.setdefault(label.casefold(), line.row)
                yield Entry(
                    iri=Iri(address),
                    label=label,
                    alt_labels=tuple(dict.fromkeys(other for other in line.others if other != label)),
                    description=line.description,
                    code=line.code,
                    group=line.group,
                )

    def _address(self, line: Line, label: str) -> str:
        """Return the address of a line: its own, or one of its code or its name; empty where it repeats another."""
        for address in self._given(line):
            if address not in self.addresses:
                return address
            message = f"has the same code or address as row {self.addresses[address]}; it gets another address"
            self._say(line, "repeated-code", message, "Give each competency a code of its own")
        if label.casefold() in self.labels:
            message = f"is already there, in row {self.labels[label.casefold()]}; the row is left out"
            self._say(line, "repeated-competency", message, "Keep one, or give each a code where both are meant")
            return ""
        named = self._mint(slug(label)[:LONGEST_LOCAL].rstrip("-"))
        return named if named not in self.addresses else f"{named}-{line.row}"

    def _given(self, line: Line) -> Iterator[str]:
        """Yield the addresses that a line gives by its address or its code."""
        if line.address.startswith(WEB) and is_address(line.address):
            yield line.address
        elif line.address:
            message = f"has {line.address!r} as its address, which is none; it gets one of this list"
            self._say(line, "malformed-address", message, "Write it in full: http(s)://… or urn:…")
        if line.code:
            yield self._mint(line.code)

    def _mint(self, local: str) -> str:
        return self.identifiers.mint("list", self.local, local)

    def _say(self, line: Line, code: str, message: str, remedy: str) -> None:
        self.report.add(
            Finding(
                code=code,
                severity=Severity.WARNING,
                file=self.file,
                row=line.row,
                column=line.column,
                value=excerpt(line.label),
                message=message,
                remedy=remedy,
            )
        )

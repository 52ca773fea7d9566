"""What a trace stands on: the releases behind a snapshot, what they state, and the files of them that are at hand."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from ontology.namespaces import LW
from ontology.records import Release, SourceFile
from ontology.store import KnowledgeBase
from pathways.occupations import licenses
from pathways.occupations.answers import CATEGORY
from pathways.occupations.requirements import Requirements
from pathways.occupations.together import published
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.traces.records import Input
from standards.citations import published as tables
from standards.citations.citation import Citation, Finding, Row, Standing
from standards.citations.shelf import Shelf

ONET, OEWS, PARTNERSHIP = "onet", "oews", "partnership"
ESCO, CROSSWALK = "esco", "crosswalk"
"""Readers whose tables are known."""

DECLARATION = "partnership.toml"
"""The file in which a partnership says who it is; it is no table."""

CLOSE = 0.005
"""Numbers that differ by less are the same: the engine keeps ratings as 32 bits."""

LICENSES = Path(licenses.__file__).with_name("licensed_occupations.csv")


def local_id(iri: str) -> str:
    """Return what a source calls a thing, from its address.

    Example
    -------
    >>> local_id("http://localhost:8000/id/onet/2.A.1.a")
    '2.A.1.a'
    """
    return unquote(iri.rsplit("/", 1)[-1])


@dataclass
class Ground:
    """Finds what figures rest on.

    Parameters
    ----------
    snapshot
        What the figures were computed in; only its releases are looked at.
    shelf
        The folders in which files are looked for.
    """

    base: KnowledgeBase
    snapshot: Snapshot
    shelf: Shelf
    _files: dict[str, list[SourceFile]] = field(default_factory=dict)
    _named: dict[str, Release] = field(default_factory=dict)

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """Return the releases behind the snapshot, in the order in which they have the first word."""
        return tuple(self.base.release(source.name) for source in self.snapshot.sources)

    def named(self, name: str) -> Release:
        """Return a release by its name, for instance ``onet@29.3``."""
        if name not in self._named:
            self._named[name] = self.base.release(name)
        return self._named[name]

    def files(self, release: Release) -> list[SourceFile]:
        """Return the files of a release."""
        if release.iri not in self._files:
            self._files[release.iri] = self.base.files(release)
        return self._files[release.iri]

    def input(
        self,
        what: str,
        value: str,
        release: Release,
        citation: Citation | None,
        numbers: Sequence[float | str] = (),
        *,
        anywhere: bool = False,
    ) -> Input:
        """Return a statement with where it stands; what was agreed on and published stands in no table.

        Parameters
        ----------
        numbers
            What the cells of the first row should hold, in the order of the citation's columns.
        anywhere
            Whether any row will do: lists of firms say some things once for many rows.
        """
        finding = self.shelf.find(citation, self.files(release)) if citation and not release.fixed else None
        name = release.name
        return Input(what=what, value=value, release=name, finding=finding, agrees=_agrees(finding, numbers, anywhere))

    def line(self, what: str, value: str, release: Release, name: str) -> Input:
        """Return a statement of a file that is no table, with the lines that hold its first words."""
        finding = self.shelf.find_line(value.partition(",")[0], name, self.files(release))
        return Input(what=what, value=value, release=release.name, finding=finding)

    def first_said(self, iri: str, predicate: str) -> tuple[Release, str] | None:
        """Return the first value that a release states of a thing, as snapshots take it."""
        for release in self.releases:
            query = f"SELECT ?v {{ <{iri}> <{predicate}> ?v }} ORDER BY ?v LIMIT 1"
            for (value,) in self.base.rows(query, [release.iri]):
                if value:
                    return release, value
        return None

    def answers(self, place: int, scale: str) -> tuple[Release, dict[int, float]] | None:
        """Return the shares of the answers on a scale, of the release that has the last word, in percent."""
        iri = self.snapshot.occupations[place].iri
        query = (
            f"SELECT ?category ?share {{ ?rating <{LW.occupation}> <{iri}> ; <{LW.category}> ?category ; "
            f"<{LW.value}> ?share }}"
        )
        for release in reversed(self.releases):
            found = {
                int(match[2]): float(share)
                for category, share in self.base.rows(query, [release.iri])
                if (match := CATEGORY.search(category)) and match[1] == scale
            }
            if found:
                return release, dict(sorted(found.items()))
        return None

    def paid(self, place: int, region: Region) -> tuple[Release, str] | None:
        """Return the release, and the code of the SOC, that an occupation's pay in a region is stated under."""
        median = float(region.yearly[place, 1])
        for code in published(self.snapshot.occupations[place].code):
            for release in self.releases:
                if any(_same(median, said) for said in self._medians(release, region, code)):
                    return release, code
        return None

    def _medians(self, release: Release, region: Region, soc: str) -> Iterator[float]:
        mint = self.base.identifiers.mint
        query = (
            f"SELECT ?o ?m {{ ?o <{LW.region}> <{mint('region', region.code)}> ; "
            f"<{LW.occupation}> <{mint('soc', soc)}> OPTIONAL {{ ?o <{LW.annualMedian}> ?m }} }}"
        )
        return (float(median or "nan") for _, median in self.base.rows(query, [release.iri]))


def rating_citation(release: Release, code: str, rating: Requirements, column: int, number: str) -> Citation | None:
    """Return where a release rates a competency for an occupation.

    Parameters
    ----------
    column
        Of the competency among those rated.
    number
        ``importance`` or ``level``.
    """
    competency = local_id(rating.competencies[column])
    if release.reader == PARTNERSHIP:
        return tables.partnership_requirement(code, competency, number)
    if release.reader == ONET:
        scale = tables.IMPORTANCE if number == "importance" else tables.LEVEL
        return tables.onet_rating(code, competency, scale, rating.kinds[column])
    return None


def competency_inputs(ground: Ground, rating: Requirements, iri: str, places: Sequence[int]) -> tuple[Input, ...]:
    """Return the rows that rate a competency for some occupations: their importance, and their level.

    Parameters
    ----------
    iri
        Of the competency.
    """
    column = rating.competencies.index(iri)
    release = ground.named(rating.name)
    codes = tuple(ground.snapshot.occupations[p].code for p in places if rating.importance[p, column])
    found = []
    for number in ("importance", "level"):
        citation = rating_citation(release, codes[0], rating, column, number) if codes else None
        if citation:
            first, *others = citation.keys
            every = citation.model_copy(update={"keys": (first.model_copy(update={"values": codes}), *others)})
            what = f"{number} of {rating.labels[column]} to {len(codes)} occupations"
            found.append(ground.input(what, "", release, every))
    return tuple(found)


def license_input(code: str) -> Input:
    """Return where the engine's own list says which license an occupation asks for."""
    data = LICENSES.read_bytes()
    rows = list(csv.reader(data.decode("utf-8").splitlines()))
    headers = rows[0]
    found = [
        Row(number=n, cells=dict(zip(headers[1:], row[1:], strict=True)))
        for n, row in enumerate(rows, start=1)
        if row[0] == code[:7]
    ]
    digest = hashlib.sha256(data).hexdigest()
    finding = Finding(
        standing=Standing.FOUND if found else Standing.NOWHERE,
        file=LICENSES.name,
        sha256=digest,
        keys={headers[0]: code[:7]},
        columns=tuple(headers[1:]),
        path=str(LICENSES.parent),
        rows=tuple(found),
    )
    return Input(
        what=f"license of {code[:7]}, in the engine's own list",
        value=found[0].cells["license"] if found else "",
        finding=finding,
        agrees=True,
    )


def _agrees(finding: Finding | None, numbers: Sequence[float | str], anywhere: bool) -> bool | None:
    """Return whether the first row, or any, holds certain numbers or words; ``None`` where nothing can be compared."""
    if not finding or finding.standing is not Standing.FOUND or not numbers:
        return None
    rows = finding.rows if anywhere else finding.rows[:1]
    return any(all(map(_holds, row.cells.values(), numbers)) for row in rows)


def _holds(cell: str, value: float | str) -> bool:
    if isinstance(value, str):
        return cell.strip() == value.strip()
    try:
        return _same(float(cell.strip().removeprefix("$").replace(",", "")), value)
    except ValueError:
        return value != value  # noqa: PLR0124 - what is not published is not a number


def _same(one: float, other: float) -> bool:
    return abs(one - other) < CLOSE or (one != one and other != other)  # noqa: PLR0124 - NaN where unknown

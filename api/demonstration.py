"""The demonstration: the embedded example from its files to pages, as a set of files that is always the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from api.checks import Check, check_release, check_vocabulary
from api.demo_agreement import Agreed, agree
from api.demo_comparison import comparison_files
from api.demo_file import DemoFile, file_name, ladder_files, program_files
from api.example import import_example
from api.pages.page import STATIC, render
from api.pages.picture import inline_picture
from api.programs.alignments import Alignment, outward, stored_curricula
from api.terminal.findings import to_tsv
from ontology.namespaces import LW, ORG, SKOS
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from pathways.cache import snapshot_of
from pathways.coverage import Comparison, CurriculumMap, Target, compare
from pathways.coverage.answers import comparison_answer, foremost
from pathways.coverage.pages import bar_style, stack
from pathways.coverage.unmatched import may_teach, without_match
from pathways.diagrams.fonts import FILE
from pathways.ladders.account import rung_name
from pathways.ladders.building import sector
from pathways.records.ladder import Ladder, Rung
from pathways.snapshot import Snapshot
from pathways.webpage import among
from standards.frameworks import read_framework

PAGE = "index.html"
LADDER_PAGE = "ladder.html"
FINDINGS = "findings.tsv"
TYPEFACE = "page/typeface.ttf"


class Demonstration:
    """Everything that is shown of the example.

    Parameters
    ----------
    base
        An empty knowledge base; the example is imported into it.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        imported = import_example(base)
        self.release, self.found = imported.release, imported.report

    @cached_property
    def snapshot(self) -> Snapshot:
        """Return what the engine computes from."""
        return snapshot_of(self.base)

    @cached_property
    def ladder(self) -> Ladder:
        """Return the sector's ladder, with the pay of the partnership's own region."""
        place = f"?p a <{ORG.OrganizationalCollaboration}> ; <{LW.region}> ?r . ?r <{SKOS.notation}> ?code"
        codes = [code for (code,) in self.base.rows(f"SELECT ?code {{ {place} }}", [self.release.iri])]
        return sector(self.snapshot, self.release.source, next(iter(codes), ""))

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Return the checks of the import, the vocabulary and the partnership's graph."""
        judged = Check("import", "every row of every file was judged", self.found)
        return judged, check_vocabulary(), check_release(self.base, self.release)

    @cached_property
    def programs(self) -> tuple[CurriculumMap, ...]:
        """Return the colleges' programs held against the standard, by title."""
        alignment = Alignment(self.base, Target.of(self.base, self.release.source), draw=lambda _: self.ladder)
        return tuple(alignment.map(curriculum) for curriculum in stored_curricula(self.base))

    @cached_property
    def comparison(self) -> Comparison:
        """Return the programs side by side."""
        return compare(self.programs, {program.program: program.college for program in self.programs})

    @cached_property
    def agreed(self) -> Agreed:
        """Return what the panel made of its firms' lists."""
        return agree(self.base.identifiers)

    @property
    def findings(self) -> Report:
        """Return what all checks found."""
        return Report(finding for check in self.checks for finding in check.report)

    def files(self) -> Mapping[str, bytes]:
        """Return every file by name, the page first."""
        described = [self._among(file) for file in self._described()]
        files = {PAGE: self._page(described).encode(), **{file.name: file.content for file in described}}
        static = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir())}
        return {
            **files,
            **{f"page/{name}": content for name, content in static.items()},
            TYPEFACE: FILE.read_bytes(),
        }

    def _described(self) -> list[DemoFile]:
        """Return every file but the first page and what this needs, as each would stand alone."""
        return [
            *ladder_files(self.ladder),
            *comparison_files(self.comparison, self._link),
            *self.agreed.files(),
            *(file for program in self.programs for file in program_files(program, self._link)),
            DemoFile(FINDINGS, "what they found, a row each", to_tsv(self.findings), "The checks"),
        ]

    @staticmethod
    def _among(file: DemoFile) -> DemoFile:
        """Return a file whose header leads to the first page, where it is a page."""
        if not file.name.endswith(".html"):
            return file
        return replace(file, content=among(file.content.decode(), PAGE, TYPEFACE).encode())

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """Return which page of the demonstration is of what."""
        pages: dict[str, str] = {self.ladder.iri: LADDER_PAGE, self.comparison.framework_iri: PAGE}
        pages |= {rung.occupation: _place_on_page(rung) for rung in self.ladder.rungs}
        return pages | {program.program: file_name(program, "html") for program in self.programs}

    @property
    def _foremost(self) -> str:
        found = self.comparison
        return foremost(found.unmet, found.demand, found.contested) if found.demand else ""

    def _link(self, address: str) -> str:
        return self._pages.get(address) or outward(address)

    def _page(self, files: list[DemoFile]) -> str:
        return render(
            "demo.html",
            static="page/",
            home=PAGE,
            release=self.release,
            competencies=len(read_framework(self.base, self.release.source)),
            ladder=self.ladder,
            picture=inline_picture(self.ladder, _place_on_page),
            words=LADDER_PAGE,
            programs=self.programs,
            answer=comparison_answer(self.comparison),
            foremost=self._foremost,
            agreed=self.agreed,
            unmatched=without_match(self.comparison),
            more=may_teach(self.comparison),
            stacks=[Markup(stack(program.numbers)) for program in self.programs],
            bar_style=Markup(bar_style()),
            nothing=[(without_match(program), may_teach(program)) for program in self.programs],
            pages=[file_name(program, "html") for program in self.programs],
            checks=self.checks,
            severities=[(severity, self.findings.of(severity)) for severity in Severity],
            parts={part: list(own) for part, own in groupby(files, key=lambda file: file.of)},
        )


def _place_on_page(rung: Rung) -> str:
    return f"{LADDER_PAGE}#{rung_name(rung)}"

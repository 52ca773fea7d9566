"""The demonstration: the embedded example from its files to pages, as a set of files that is always the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from markupsafe import Markup

from api.checks import Check, check_release, check_vocabulary
from api.demo_agreement import Agreed, agreed_on, first_round
from api.demo_comparison import comparison_files
from api.demo_file import DemoFile, file_name, ladder_files, program_files
from api.demo_outcomes import compared, outcome_files
from api.demo_sector import labor_market, market_answer, sector_files
from api.example import import_example
from api.pages.page import STATIC, render
from api.pages.picture import inline_picture
from api.programs.alignments import Alignment, outward, stored_curricula
from api.terminal.findings import to_tsv
from ontology.namespaces import LW, ORG, SKOS
from ontology.report import Report, Severity
from ontology.store import KnowledgeBase
from pathways.coverage import Comparison, CurriculumMap, Target, compare
from pathways.coverage.answers import comparison_answer, foremost
from pathways.coverage.pages import bar_style, stack
from pathways.coverage.unmatched import may_teach, without_match
from pathways.diagrams.fonts import FILE
from pathways.labor_market import Ranking
from pathways.ladders.account import rung_name
from pathways.ladders.building import sector
from pathways.outcomes import to_svg
from pathways.records.ladder import Ladder, Rung
from pathways.scopes import Scopes
from pathways.webpage import among
from standards.frameworks import read_framework
from standards.outcomes import Outcomes

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
        self.release = imported.release
        judged = Check("import", "every row of every file was judged", imported.report)
        self.checks = judged, check_vocabulary(), check_release(base, self.release)
        self.drafted = len(read_framework(base, self.release.source))
        self._round, self._version = first_round(base, self.release.source)

    @cached_property
    def scopes(self) -> Scopes:
        """Return what the engine computes from."""
        return Scopes(self.base)

    @cached_property
    def region(self) -> str:
        """Return the code of the partnership's own region."""
        place = f"?p a <{ORG.OrganizationalCollaboration}> ; <{LW.region}> ?r . ?r <{SKOS.notation}> ?code"
        codes = [code for (code,) in self.base.rows(f"SELECT ?code {{ {place} }}", [self.release.iri])]
        return next(iter(codes), "")

    @cached_property
    def market(self) -> Ranking:
        """Return the sector in the labor market of the region."""
        return labor_market(self.scopes, self.region)

    @cached_property
    def ladder(self) -> Ladder:
        """Return the sector's ladder, with the pay of the region."""
        return sector(self.scopes.of(self.release.source), self.release.source, self.region)

    @cached_property
    def outcomes(self) -> Outcomes:
        """Return what may be told of the outcomes under the standard."""
        return self.agreed.outcomes

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
        return agreed_on(self.base, self._round, self._version, self._rungs, self.scopes)

    @property
    def findings(self) -> Report:
        """Return what all checks found."""
        return Report(finding for check in self.checks for finding in check.report)

    def files(self) -> Mapping[str, bytes]:
        """Return every file by name, the page first."""
        described = [self._among(file) for file in self._described()]
        page = self._page(described)
        looks = {f"page/{path.name}": path.read_bytes() for path in sorted(STATIC.iterdir())}
        return {
            PAGE: page.encode(),
            **{file.name: file.content for file in described},
            **{name: content for name, content in looks.items() if f'"{name}"' in page},
            TYPEFACE: FILE.read_bytes(),
        }

    def _described(self) -> list[DemoFile]:
        """Return every file but the first page and what this needs, as each would stand alone."""
        return [
            *sector_files(self.market),
            *self.agreed.files(),
            *comparison_files(self.comparison, self._link),
            *(file for program in self.programs for file in program_files(program, self._link)),
            *ladder_files(self.ladder),
            *outcome_files(self.outcomes),
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
        return pages | self._rungs | {program.program: file_name(program, "html") for program in self.programs}

    @property
    def _rungs(self) -> dict[str, str]:
        """Where the ladder tells of each occupation in words."""
        return {rung.occupation: _place_on_page(rung) for rung in self.ladder.rungs}

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
            drafted=self.drafted,
            competencies=len(read_framework(self.base, self.release.source)),
            ladder=self.ladder,
            picture=inline_picture(self.ladder, _place_on_page),
            words=LADDER_PAGE,
            programs=self.programs,
            answer=comparison_answer(self.comparison),
            foremost=self._foremost,
            agreed=self.agreed,
            market=self.market,
            market_answer=list(market_answer(self.market)),
            outcomes=self.outcomes,
            compared=compared(self.outcomes),
            outcomes_picture=Markup(to_svg(self.outcomes)),  # the drawing escapes all words in it
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

"""The agreement of the embedded example: four firms' lists in, a ratified and published standard out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from api.demo_file import DemoFile
from api.demo_outcomes import outcomes_shown
from api.example import example_folder
from api.harmonizing.proposal_table import MEANING, to_csv
from ontology.records import Position, PublicationStatus, Support
from ontology.store import KnowledgeBase
from pathways.agreements import (
    MATRICES,
    owners_matrix,
    pay_under,
    published_matrix,
    published_standard,
    standard_title,
    workers_reading,
    working_stage,
)
from pathways.agreements.worker_page import link, page
from pathways.scopes import Scopes
from standards.agreement import (
    NOW,
    Agreement,
    AgreementAccount,
    Signature,
    StatementAccount,
    account,
    decide,
    read_agreement,
    read_motions,
    read_stances,
    refuse,
    speak,
    write_csv,
)
from standards.agreement.account_records import PositionAccount
from standards.archives import only_file
from standards.harmonizing.rounds import Round, propose
from standards.outcomes import Outcomes
from standards.publishing import Mover, move_on, publish
from standards.wire.exporting import export

CONVENER: Final = "Rosalind Ferro (fictional)"
MET: Final = datetime(2026, 3, 12, 17, tzinfo=UTC)
"""When the panel met: what is written is the same in each run."""

FOLDER: Final = "agreement"
PART: Final = "Four firms, one standard"

EXPORTED: Final = {
    "xlsx": ("xlsx", "the published standard as a workbook, to read, sort and filter: a sheet for each kind of thing"),
    "ttl": ("skos", "the same as linked data (SKOS), Turtle"),
    "ctdl.json": ("ctdl", "the same as CTDL-ASN"),
}
"""Files of the published version by extension: the format, and what it is for."""


@dataclass(frozen=True)
class Agreed:
    """What came of it.

    Parameters
    ----------
    exported
        The published version, by the extensions of `EXPORTED`.
    pages
        The agreement as people read it.
    outcomes
        What went with the standard that came of it.
    """

    round: Round
    agreement: Agreement
    version: str
    exported: dict[str, bytes]
    pages: tuple[DemoFile, ...]
    outcomes: Outcomes

    @property
    def workbook(self) -> str:
        """Name of the published standard as a workbook."""
        return self._name("xlsx")

    def _name(self, extension: str) -> str:
        return f"{self.agreement.slug}-{self.version}.{extension}"

    @property
    def dissents(self) -> list[tuple[StatementAccount, PositionAccount]]:
        """Who dissents from what."""
        return [
            (statement, said)
            for statement in self.told.statements
            for said in statement.positions
            if said.counts and said.position == Position.DISSENT.word
        ]

    @property
    def told(self) -> AgreementAccount:
        """How it stands, in words."""
        return account(self.agreement)

    @property
    def support(self) -> list[tuple[str, int, str]]:
        """How many candidates have each degree of support, and what it means."""
        found = ((each, len(self.round.proposal.supported(each))) for each in Support)
        return [(each.word, number, MEANING[each]) for each, number in found if number]

    def files(self) -> Iterator[DemoFile]:
        """Yield what a partnership has in its hands."""
        proposal = to_csv(self.round.proposal, self.agreement.work)
        yield DemoFile("proposal.csv", "what the firms say alike, in whose words", proposal, PART)
        table = write_csv(self.agreement)
        yield DemoFile("agreement.csv", "where each statement stands, and each firm's own words", table, PART)
        yield from self.pages
        for extension, content in self.exported.items():
            yield DemoFile(self._name(extension), EXPORTED[extension][1], content, PART)


def agreed_on(base: KnowledgeBase, made: Round, version: str, rungs: Mapping[str, str], scopes: Scopes) -> Agreed:
    """Return what the panel of the example agreed on.

    Parameters
    ----------
    made, version
        What `first_round` returned.
    rungs
        Where the ladder tells of an occupation, by its address.
    scopes
        What the ladder is computed from: they know what jobs pay.
    """
    slug, _, number = version.partition("@")
    return Agreed(
        round=made,
        agreement=read_agreement(base, slug),
        version=number,
        exported={extension: export(base, version, form) for extension, (form, _) in EXPORTED.items()},
        pages=tuple(_pages(base, slug, rungs, scopes)),
        outcomes=outcomes_shown(base, slug),
    )


def first_round(base: KnowledgeBase, slug: str) -> tuple[Round, str]:
    """Let the panel propose, decide, take positions and ratify; return the proposal and the name of version 1.0."""
    made = propose(base, slug, ())
    folder = example_folder() / FOLDER
    motions, wrong = read_motions(only_file(folder / "decisions.csv", "the decisions"))
    refuse(wrong)
    decide(base, slug, motions, Signature(CONVENER, at=MET))
    _speak(base, slug, folder / "positions.csv", MET + timedelta(hours=1))
    _speak(base, slug, folder / "ratifications.csv", MET + timedelta(days=1), seen=NOW)
    return made, _publish(base, slug)


def _speak(base: KnowledgeBase, slug: str, path: Path, at: datetime, seen: str = "") -> None:
    """Let members take the positions of a file, as `ladderworks standard position` does."""
    stances, wrong = read_stances(only_file(path, "the positions"), read_agreement(base, slug), seen)
    refuse(wrong)
    speak(base, slug, stances, Signature(CONVENER, at=at))


def _pages(base: KnowledgeBase, slug: str, rungs: Mapping[str, str], scopes: Scopes) -> Iterator[DemoFile]:
    """Yield the agreement as the partnership, its board, everybody and workers read it."""
    owned = owners_matrix(read_agreement(base, slug), standard_title(base, slug), working_stage(base, slug))
    standard = published_standard(base, slug)
    drawn, table, board = (MATRICES.find(form).write(owned) for form in ("svg", "html", "board.html"))
    yield DemoFile("agreement.svg", "who agrees to what, and whose own list says it", drawn, PART)
    yield DemoFile("agreement.html", "the same as a table, each firm in its own words", table, PART)
    yield DemoFile("boardroom.html", "the agreement on one page, for the boardroom", board, PART)
    shown = MATRICES.find("html").write(published_matrix(standard))
    yield DemoFile("published-agreement.html", "what anybody may read of it", shown, PART)
    jobs = page(workers_reading(standard, pay_under(scopes, standard)), lambda job: link(rungs.get(job.address, "")))
    yield DemoFile("jobs.html", "what the standard asks of each job, for those who do it", jobs.encode(), PART)


def _publish(base: KnowledgeBase, slug: str) -> str:
    """Take the standard through review and ratification to its first version, and return what that is called."""
    mover = Mover(CONVENER, at=MET + timedelta(days=7))
    for number, status in enumerate((PublicationStatus.REVIEW, PublicationStatus.RATIFIED)):
        move_on(base, slug, status, replace(mover, at=mover.at + timedelta(hours=number)))
    return publish(base, slug, replace(mover, at=mover.at + timedelta(hours=2))).release.name

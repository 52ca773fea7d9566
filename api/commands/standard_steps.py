"""``ladderworks standard``: where a standard stands, and who moves it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import open_knowledge
from api.outward import is_local
from api.settings import Settings
from api.terminal.console import note, progress, table
from api.terminal.exit_status import ExitStatus
from api.terminal.findings import show
from ontology.compaction import has_store
from ontology.errors import NotFoundError, RefusedError
from ontology.records import PublicationStatus, Release
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement import has_agreement, read_agreement
from standards.agreement.categories import ungrouped
from standards.publishing import (
    Mover,
    Standing,
    commands_ahead,
    move_on,
    next_commands,
    publish,
    standing,
    standings,
    unlicensed,
    withdraw,
)
from standards.publishing.grounds import thin_requirements

Standard = Annotated[str, typer.Argument(metavar="STANDARD", help="By its slug, for instance power-generation.")]
By = Annotated[str, typer.Option("--by", help="Name of the person who moves it on; it is kept and shown.")]
Comment = Annotated[str, typer.Option("--comment", help="What they say to it.")]
Findings = Annotated[Path | None, typer.Option("--report", help="A TSV file for all findings.")]


def review(name: Standard, by: By, comment: Comment = "") -> None:
    """Put the working copy of a standard before those who are to agree on it."""
    _move(name, PublicationStatus.REVIEW, Mover(by, comment))


def ratify(name: Standard, by: By, comment: Comment = "", report: Findings = None) -> None:
    """Say that those who are to agree on a standard do."""
    _move(name, PublicationStatus.RATIFIED, Mover(by, comment), report)


def reopen(name: Standard, by: By, comment: Comment = "") -> None:
    """Make a draft again of what is in review or ratified."""
    _move(name, PublicationStatus.DRAFT, Mover(by, comment))


def make_public(
    name: Standard,
    by: By,
    version: Annotated[
        str | None, typer.Option("--as", metavar="VERSION", help="Its name; without it 1.0, then 1.1 and so on.")
    ] = None,
    comment: Comment = "",
    report: Findings = None,
) -> None:
    """Publish what is ratified as a version that never changes, if nothing stands in the way."""
    with opened() as base:
        try:
            with progress(f"Publishing {name}"):
                published = publish(base, name, Mover(by, comment), version)
        except RefusedError as refused:
            show(refused.report, report)
            note(_anew(name))
            raise typer.Exit(ExitStatus.FOUND) from refused
        framework = standing(base, name).framework
    print(f"{published.release.name} is published: {framework}", flush=True)
    if len(published.report) or report:
        show(published.report, report)
    note("The working copy is a draft again, for the next version")
    _tell_local(framework)


def _anew(name: str) -> str:
    """Return what to do about a standard that was not published, in order."""
    steps = ", then ".join(commands_ahead(name, PublicationStatus.DRAFT))
    return (
        f"Nothing was published: {name} does not pass the gate. Mend what is said above; what you import or license "
        f"anew is a draft again, and takes all steps: {steps}"
    )


def take_back(
    name: Annotated[str, typer.Argument(metavar="STANDARD@VERSION", help="The version, for instance harbor@1.0.")],
    by: By,
    comment: Annotated[str, typer.Option("--comment", help="Why; whoever relies on it will ask.")],
) -> None:
    """Take a published version back: it stays to be read, and is not in force any more."""
    with opened() as base:
        withdrawn = withdraw(base, name, Mover(by, comment))
        of = standing(base, name)
    now = of.in_force.name if of.in_force else "no version"
    print(f"{withdrawn.name} is withdrawn; {now} is in force")


def versions(
    name: Annotated[str | None, typer.Argument(metavar="[STANDARD]", help="By its slug; all, without one.")] = None,
) -> None:
    """List the versions of a standard, where each stands, since when and by whom; of one, every step ever taken."""
    with open_knowledge(Settings.read()) as knowledge:
        base = knowledge.base
        found = [standing(base, name)] if name else standings(base)
    if not found:
        print("No standard is worked on or was published here.")
        raise typer.Exit(ExitStatus.FOUND)
    print("\n\n".join(_listed(of) for of in found))
    if name and found[0].changes:
        print(f"\nEvery step, the oldest first\n{_steps(found[0])}")


def _listed(of: Standing) -> str:
    releases = [*reversed(of.versions), *([of.working] if of.working else [])]
    header = ("version", "stands at", "since", "by", "comment")
    return "\n".join([of.framework, table([header, *(_row(of, release) for release in releases)])])


def _steps(of: Standing) -> str:
    header = ("when", "of", "became", "by", "comment")
    taken = ((f"{one.at:%Y-%m-%d}", one.version, one.moved_to.word, one.by, one.comment or "") for one in of.changes)
    return table([header, *taken])


def _row(of: Standing, release: Release) -> tuple[str, ...]:
    since = of.since(release)
    at = since.at if since else release.imported
    return release.name, of.word(release), f"{at:%Y-%m-%d}", since.by if since else "", (since and since.comment) or ""


def _move(name: str, status: PublicationStatus, mover: Mover, report: Path | None = None) -> None:
    with opened() as base:
        try:
            moved = move_on(base, name, status, mover)
        except RefusedError as refused:
            show(refused.report, report)
            note(f"Nothing has changed: {name} stands where it stood. Mend what is said above, and run it again")
            raise typer.Exit(ExitStatus.FOUND) from refused
        found, headings = _ahead(base, moved, status), _headings(base, moved, status)
    print(f"The working copy of {moved.source} stands at {status.word} now", flush=True)
    if len(found) or report:
        show(found, report, offered=status is PublicationStatus.RATIFIED)
    for told in headings:
        note(told)
    note(f"What can follow is {' or '.join(next_commands(moved.source, status))}")
    if status is PublicationStatus.REVIEW:
        _tell_local(moved.iri)


def _tell_local(address: str) -> None:
    """Say that addresses lead nowhere but on this machine, where they do: what is published keeps them."""
    if is_local(address):
        note(
            f"Its addresses, such as {address}, lead to this machine alone, and what is published keeps them. For "
            "addresses that others can follow, set LADDERWORKS_BASE_IRI=https://HOST and import into a new folder"
        )


def _ahead(base: KnowledgeBase, moved: Release, status: PublicationStatus) -> Report:
    """Return what is to be known of a standard that is on its way to a version."""
    if status is PublicationStatus.DRAFT:
        return Report()
    thin = thin_requirements(base, moved) if status is PublicationStatus.RATIFIED else ()
    return Report([*unlicensed(base, moved.source), *thin])


def _headings(base: KnowledgeBase, moved: Release, status: PublicationStatus) -> list[str]:
    """Return what would be published under no heading, or under one in two spellings, while it can be mended."""
    told = status is not PublicationStatus.DRAFT and has_agreement(base, moved.source)
    return list(ungrouped(read_agreement(base, moved.source))) if told else []


@contextmanager
def opened() -> Iterator[KnowledgeBase]:
    """Open what is imported, to write; the embedded example is only read."""
    settings = Settings.read()
    if not has_store(settings.knowledge_base):
        message = (
            f"nothing is imported into {settings.knowledge_base}, and the embedded example is only read. "
            "Import your own: ladderworks import partnership FOLDER"
        )
        raise NotFoundError(message)
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        yield base

"""``ladderworks standard``: agree on what was proposed: decide, take positions, see how it stands, undo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.agreements.summary import summary, told
from api.commands.published import read_published
from api.commands.standard_steps import Findings, Standard, opened
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import note
from api.terminal.exit_status import ExitStatus
from api.terminal.files import STANDARD_OUTPUT, write_output
from api.terminal.findings import show
from api.terminal.forms import form_of
from ontology.errors import InputError, RefusedError
from ontology.store import KnowledgeBase
from pathways.agreements import (
    MATRICES,
    RECORDS,
    owners_matrix,
    public_agreement,
    published_matrix,
    standard_title,
    working_stage,
)
from pathways.amounts import count
from standards.agreement import (
    Agreement,
    Quorum,
    RequirementAccount,
    Signature,
    account,
    decide,
    read_agreement,
    read_motions,
    read_stances,
    refuse,
    speak,
    undo,
    write_book,
    write_csv,
    write_requirements,
)
from standards.archives import only_file
from standards.publishing import commands_ahead, standing
from standards.publishing.grounds import requirements

NEEDED = "requirements.csv"
"""Form of what occupations need alone."""

FORMS = ("xlsx", "csv", NEEDED, "json", *MATRICES.extensions)

By = Annotated[str, typer.Option("--by", help="Name of the person; it is kept.")]
Behalf = Annotated[str, typer.Option("--for", metavar="MEMBER", help="Whom the person speaks for.")]


def agreement(
    name: Standard,
    output: Annotated[
        Path | None,
        typer.Option("-o", help=f"A file to decide in or to read, ending in one of: {', '.join(FORMS)}; - for JSON."),
    ] = None,
    firms: Annotated[
        int | None, typer.Option("--quorum-firms", min=1, help="As if so many firms had to adopt a statement.")
    ] = None,
    employment: Annotated[
        float | None, typer.Option("--quorum-employment", min=0, max=1, help="As if they had to have such a share.")
    ] = None,
    unions: Annotated[
        int | None, typer.Option("--quorum-unions", min=0, help="As if so many unions had to ratify the whole.")
    ] = None,
    published: Annotated[
        bool, typer.Option("--published", help="Of the version in force, only what anybody may read.")
    ] = False,
) -> None:
    """Say how the agreement on a standard stands, and write what is to be decided, or read, into a file."""
    if published:
        _refuse_trial(firms, employment, unions)
        _write_published(name, output)
        return
    form = form_of(output, FORMS, otherwise="json")
    with open_knowledge(Settings.read()) as knowledge:
        found = read_agreement(knowledge.base, name)
        rule = found.ballot.quorum
        if (asked := _rule(rule, firms, employment, unions)) != rule:
            found = read_agreement(knowledge.base, name, asked)
        titled = standard_title(knowledge.base, name), working_stage(knowledge.base, name)
        needed, ahead = requirements(knowledge.base, found), _ahead(knowledge.base, found.slug)
        written = _written(found, needed, form, *titled) if output else b""
    if output:
        write_output(output, written, _amount(found, needed, form))
    if output != STANDARD_OUTPUT:
        print(summary(account(found, needed), ahead, _tried(firms, employment, unions)))


def _refuse_trial(*rule: float | None) -> None:
    """Refuse to try another rule on what is published: that was agreed on by the rule of its day."""
    if any(one is not None for one in rule):
        message = (
            "--published shows what was agreed on by the rule of its day, in which another rule changes nothing: leave "
            "out the options --quorum-…, or leave out --published to try them on the working copy"
        )
        raise InputError(message)


def _ahead(base: KnowledgeBase, slug: str) -> list[str]:
    """Return the commands that lead to the next version of a standard."""
    working = standing(base, slug).working
    return commands_ahead(slug, working.stands if working else None)


def _rule(rule: Quorum, firms: int | None, employment: float | None, unions: int | None) -> Quorum:
    """Return a partnership's rule with what is asked for in its place."""
    return Quorum(
        rule.firms if firms is None else firms,
        rule.employment if employment is None else employment,
        rule.unions if unions is None else unions,
    )


def _tried(firms: int | None, employment: float | None, unions: int | None) -> str:
    """Return the options of a rule that is tried, as they are typed."""
    said = {"firms": firms, "employment": employment, "unions": unions}
    return " ".join(f"--quorum-{name} {value:g}" for name, value in said.items() if value is not None)


def _write_published(name: str, output: Path | None) -> None:
    """Write what anybody may read: a record of it, or the matrix."""
    form = form_of(output, (*RECORDS.extensions, *MATRICES.extensions), otherwise="html")
    with open_knowledge(Settings.read()) as knowledge:
        standard = read_published(knowledge.base, name)
    told = public_agreement(standard)
    in_records = form in RECORDS.extensions
    content = RECORDS.find(form).write(told) if in_records else MATRICES.find(form).write(published_matrix(standard))
    write_output(output or STANDARD_OUTPUT, content, count(len(told.statements), "statement"))


def _amount(found: Agreement, needed: Sequence[RequirementAccount], form: str) -> str:
    return count(len(needed), "requirement") if form == NEEDED else count(len(found.statements), "statement")


def _written(found: Agreement, needed: Sequence[RequirementAccount], form: str, title: str, stage: str) -> bytes:
    if form in MATRICES.extensions:
        return MATRICES.find(form).write(owners_matrix(found, title, stage))
    if form == "json":
        return (account(found, needed).model_dump_json(indent=2) + "\n").encode()
    if form == NEEDED:
        return write_requirements(needed)
    return write_book(found, needed) if form == "xlsx" else write_csv(found)


def make_decisions(
    name: Standard,
    file: Annotated[Path, typer.Argument(help="What `standard agreement -o` wrote, filled in: xlsx or csv.")],
    by: By,
    on_behalf_of: Behalf = "",
    report: Findings = None,
) -> None:
    """Decide on what was proposed: all rows that are filled in, or none where one is wrong."""
    with opened() as base:
        try:
            motions, wrong = read_motions(only_file(file, "the decisions"))
            refuse(wrong)
            done = decide(base, name, motions, Signature(by, on_behalf_of))
        except RefusedError as refused:
            _refused(refused, report)
    if len(wrong):
        show(wrong, report)
    print(told(done, name))


def take_positions(
    name: Standard,
    file: Annotated[Path, typer.Argument(help="Positions: one a row, or one in the column of each member; xlsx, csv.")],
    by: By,
    seen: Annotated[
        str, typer.Option("--seen", metavar="DIGEST", help="What ratifiers looked at: its `wording_seen`, or now.")
    ] = "",
    report: Findings = None,
) -> None:
    """Keep how organizations stand to what was proposed: all of the file, or nothing where a row is wrong.

    A file with organization and position alone is of positions on the whole, such as ratifications.
    """
    with opened() as base:
        try:
            stances, wrong = read_stances(only_file(file, "the positions"), read_agreement(base, name), seen)
            refuse(wrong)
            done = speak(base, name, stances, Signature(by))
        except RefusedError as refused:
            _refused(refused, report)
        needed, ahead = requirements(base, done.agreement), _ahead(base, name)
    stood = len(stances) - len(done.endorsements)
    print(
        f"{count(len(done.endorsements), 'position')} of {name} kept{f'; {stood:,} stood so already' if stood else ''}"
    )
    print(summary(account(done.agreement, needed), ahead))


def take_back_decision(
    name: Standard,
    decision: Annotated[str, typer.Argument(help="Its address, or the beginning of the last part of it.")],
    by: By,
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept and shown.")],
    on_behalf_of: Behalf = "",
) -> None:
    """Undo a decision; it stays in the log and counts no more. An undoing can be undone, too."""
    with opened() as base:
        done = undo(base, name, decision, Signature(by, on_behalf_of), reason)
    print(told(done, name))


def _refused(refused: RefusedError, report: Path | None) -> None:
    """Say all that is wrong, and end."""
    show(refused.report, report)
    note("Nothing was kept. Mend what is said above, and run it again")
    raise typer.Exit(ExitStatus.FOUND) from refused

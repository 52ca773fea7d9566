"""The forms of a plan: Markdown, HTML, JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import Final

from ontology.forms import Form, Forms
from pathways.formats.markdown import blocks_to_markdown
from pathways.formats.page import account_here, page
from pathways.ladders.account import Address, account, occupation_address
from pathways.plans.account import linked, plan_account
from pathways.plans.plan import MilestoneKind, Plan, Stage, Term
from pathways.plans.wording import grounds, milestone
from standards.workbook import Cell, literal

Keep = Callable[[str], bool]

COLUMNS: Final = (
    *("row", "rung", "number", "what", "kind", "provider", "teaches", "after", "also_asked", "required", "credits"),
    *("hours", "cost", "importance", "level_has", "level_needs", "standing", "grounds", "address"),
)


def to_json(plan: Plan, link: Address = occupation_address, keep: Keep = bool) -> str:
    """Return the record itself, with its ladder, whatever the links of pages."""
    return plan.model_dump_json(indent=2) + "\n"


def to_markdown(plan: Plan, link: Address = occupation_address, keep: Keep = bool) -> str:
    """Return the plan, then the ladder in words, as CommonMark."""
    title, *blocks = account(plan.ladder, link)
    return blocks_to_markdown(linked((title, *plan_account(plan), *blocks), keep))


def to_html(plan: Plan, link: Address = occupation_address, keep: Keep = bool) -> str:
    """Return what the plan comes to, the picture of the ladder, the plan, then the ladder in words, as one page."""
    title, *ladder = account_here(plan.ladder, link)
    heading, summary, *planned = plan_account(plan)
    opening, words = (tuple(linked(blocks, keep)) for blocks in ((title, heading, summary), (*planned, *ladder)))
    return page(plan.ladder, link, opening, words)


def to_csv(plan: Plan, link: Address = occupation_address, keep: Keep = bool) -> str:
    """Return a row for each part and each need (RFC 4180); no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in (*_parts(plan), *_needs(plan)))
    return table.getvalue()


def _parts(plan: Plan) -> Iterator[list[Cell]]:
    for stage in plan.stages:
        for term in plan.terms:
            if term.toward == stage.rung:
                yield from _term(term)
        yield from _milestones(stage)


def _term(term: Term) -> Iterator[list[Cell]]:
    for part in term.parts:
        said: list[Cell] = [
            *("step", str(term.toward.label), term.number, part.name, part.kind.value, part.provider),
            "; ".join(taught.label for taught in part.covers),
            *("; ".join(part.before), "; ".join((*part.conditions, *part.outside)), "yes" if part.required else "no"),
            *(part.credits, part.hours, part.cost),
        ]
        yield [*said, None, None, None, "", "", part.iri]


def _milestones(stage: Stage) -> Iterator[list[Cell]]:
    for found in stage.milestones:
        required = "yes" if found.kind is MilestoneKind.LICENSE else "no"
        said: list[Cell] = ["step", str(stage.rung.label), None, found.label, found.kind.value, found.granted_by]
        yield [*said, "", "", milestone(found), required, None, None, None, None, None, None, "", "", ""]


def _needs(plan: Plan) -> Iterator[list[Cell]]:
    balances = [stage.balance for stage in plan.stages] or [plan.to_goal]
    teaching = {taught.competency: part.name for term in plan.terms for part in term.parts for taught in part.covers}
    for balance in balances:
        for need in balance.needs:
            taught = teaching.get(need.competency, "") if need.planned else ""
            blank: list[Cell] = ["need", str(balance.occupation.label), None, need.label, "competency", taught]
            rated: list[Cell] = [need.importance, need.level_has, need.level_needs, need.standing.value, grounds(need)]
            yield [*blank, "", "", "", "", None, None, None, *rated, need.competency]


FORMS: Final = Forms(
    "plans",
    (
        Form("json", "application/json", to_json),
        Form("md", "text/markdown", to_markdown),
        Form("html", "text/html", to_html),
        Form("csv", "text/csv", to_csv),
    ),
)

plan_form: Final = FORMS.find
"""Returns a form of plans by its extension or its media type."""

"""``ladderworks ladder --have``: the plan beneath the ladder, from a file with what somebody has."""

from __future__ import annotations

from pathlib import Path

from api.knowledge import open_knowledge
from api.outward import write_plan_outward
from api.queries.ladders import LadderQuery, UnclearLadderError
from api.queries.plans import Desks, PlanQuery
from api.settings import Settings
from api.terminal.failures import as_options
from api.terminal.files import STANDARD_OUTPUT, read_text, write_output
from api.terminal.findings import show
from api.terminal.forms import form_in
from pathways.amounts import count
from pathways.plans import FORMS, Offer, Plan, read_person
from pathways.plans.offer_files import offers_of_json


def write_plan(have: Path, offers: Path | None, query: LadderQuery, output: Path | None, form: str = "") -> None:
    """Write the plan of a record.

    Parameters
    ----------
    have
        File with the record.
    offers
        File with further courses and credentials.
    query
        From where to where; without a sector.
    form
        Of the file, as an option names it; empty where its end says it.
    """
    if query.sector:
        message = "a plan leads from an occupation to another, not across a sector: give --from, --to or both"
        raise UnclearLadderError(message, "Leave out --sector.")
    form = form_in(FORMS, output, form, otherwise="md")
    person, report = read_person(have)
    if len(report):
        show(report, offered=False)
    further = read_offers(offers) if offers else ()
    with open_knowledge(Settings.read()) as knowledge:
        asked = PlanQuery(person, query.start, query.goal, query.region, further)
        found = _in_options(asked.answer(knowledge.scopes, Desks(knowledge.base, knowledge.indexes)))
    write_output(output or STANDARD_OUTPUT, write_plan_outward(found, form), _what(found))


def _in_options(plan: Plan) -> Plan:
    """Return a plan that calls what to name otherwise as on the command line, where it came from."""
    lost = tuple(one.model_copy(update={"why": as_options(one.why)}) for one in plan.holdings.unmatched)
    held = plan.holdings.model_copy(update={"unmatched": lost})
    said = {"begins": as_options(plan.begins), "notes": tuple(map(as_options, plan.notes)), "holdings": held}
    return plan.model_copy(update=said)


def _what(plan: Plan) -> str:
    """Return in a line what was written."""
    way = f"the plan from {plan.start.label} to {plan.goal.label}"
    if not plan.covered[0]:
        return f"{way}; nothing must be learned in a course before"
    parts = count(plan.totals.parts, "course or credential", "courses and credentials")
    return f"{way}: {parts} for {plan.covered[1]} of {count(plan.covered[0], 'competency', 'competencies')} to learn"


def read_offers(file: Path) -> tuple[Offer, ...]:
    """Return the courses and credentials of a file."""
    text = read_text(file, "name a JSON file with a list of courses and credentials")
    return offers_of_json(text, str(file))

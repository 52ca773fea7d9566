"""Shares: how much of whole programs, and of apprenticeships, serves a plan."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.records import Text
from pathways.plans.catalog import as_offer
from pathways.plans.choice import Choice
from pathways.plans.plan import ProgramShare
from pathways.records.step import Reference


def program_shares(choice: Choice) -> tuple[ProgramShare, ...]:
    """Return the programs that teach anything of what is missing, those that teach the most first."""
    offers, own = choice.offers, {*choice.cover.chosen, *(held.iri for held in choice.way.held.credentials)}
    found = list(_apprenticeships(choice))
    for program in choice.catalog.programs:
        courses = [offers[iri] for iri in program.courses if iri in offers]
        done = [offer for offer in courses if offer.iri in own]
        taught = choice.covering.wanted & {competency for offer in courses for competency in offer.covers}
        if taught:
            share = ProgramShare(
                program=Reference(iri=program.iri, label=Text(value=program.label)),
                award=program.award,
                college=program.college,
                courses=(len(done), len(courses)),
                credits=(sum(o.credits or 0 for o in done), sum(o.credits or 0 for o in courses)),
                teaches=(len(taught), len(choice.covering.wanted)),
            )
            found.append(share)
    return tuple(sorted(found, key=lambda share: (-share.teaches[0], share.credits[1], share.program.iri)))


def _apprenticeships(choice: Choice) -> Iterable[ProgramShare]:
    """Yield the apprenticeships into a rung of the way that the plan does without."""
    for one in choice.catalog.apprenticeships:
        taught = choice.covering.wanted & one.teaches
        if taught and one.into.intersection(choice.way.places) and one.iri not in choice.cover.chosen:
            yield ProgramShare(
                program=Reference(iri=one.iri, label=one.label),
                award="paid",
                college=one.sponsor,
                courses=(0, 0),
                credits=(0, 0),
                teaches=(len(taught), len(choice.covering.wanted)),
                hours=as_offer(one).hours or 0,
            )

"""Rounds: proposals for a standard one after the other, each on top of the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from ontology.errors import InputError
from ontology.records import Competency, Iri, Release
from ontology.report import Finding, Report, Severity
from ontology.store import KnowledgeBase
from standards.firm_lists import firm_lists
from standards.frameworks import FRAMEWORK
from standards.harmonizing.links import links
from standards.harmonizing.lists import FirmList, list_slug, read_list
from standards.harmonizing.proposal import Proposal
from standards.harmonizing.proposing import NOTHING, Proposing
from standards.harmonizing.saying import plain
from standards.harmonizing.standing import Standing
from standards.harmonizing.storing import store_proposal, stored_proposal
from standards.languages import language_name

ALIKE: Final = 0.9
"""Share of what two firms say that is the same, word by word, from which their lists are one."""


@dataclass(frozen=True)
class Round:
    """A proposal with where it is stored, the lists that it is made of, and what is to be said of these."""

    proposal: Proposal
    release: Release
    lists: tuple[FirmList, ...]
    report: Report


def propose(
    base: KnowledgeBase,
    standard: str,
    firms: Sequence[str],
    without: Sequence[str] = (),
    folder: Path | None = None,
) -> Round:
    """Propose candidates for a standard and store them as the next round.

    Compared are the lists of the firms that are named, of those that were compared before, and, where there were none,
    of all firms of the partnership that the standard is of.

    Parameters
    ----------
    without
        Firms that are not compared any more.
    folder
        Where indexes are kept, see `standards.indexes`.

    Raises
    ------
    NotFoundError
        Where a firm has no list, with those that there are.
    InputError
        Where no firm is left, or a list says nothing.
    """
    former = stored_proposal(base, standard) or NOTHING
    held = {list_slug(base, release): release for release in firm_lists(base, standard)}
    compared = _compared(base, firms, without, former) or sorted(held.keys() - set(without))
    lists = [read_list(base, firm, held.get(firm)) for firm in compared]
    if not lists:
        message = f"no list is to be compared for {standard}; name them: `ladderworks harmonize FIRM=LIST ...`"
        raise InputError(message)
    made = Proposing(base.identifiers, _standing(base, standard, former), lists, former).propose()
    linked = links(base, standard, made.candidates, folder)
    proposal = Proposal.of(made.candidates, made.voices, (*made.mappings, *linked))
    release = store_proposal(base, standard, proposal)
    return Round(proposal, release, tuple(lists), Report(_said_of(lists)))


def _compared(base: KnowledgeBase, firms: Sequence[str], without: Sequence[str], former: Proposal) -> list[str]:
    """Return the firms that are named and those that were compared before, by slug."""
    prefix = base.identifiers.mint("organization", "")
    before = (firm.removeprefix(prefix) for firm in former.firms)
    return sorted({*firms, *before} - set(without))


def _standing(base: KnowledgeBase, standard: str, former: Proposal) -> Standing:
    """Return what the standard has, but what came from candidates of before: these stand for it."""
    framework = Iri(base.identifiers.mint(FRAMEWORK, standard))
    known = {candidate.iri for candidate in former.candidates}
    working = (one for one in base.current() if one.source == standard and not one.fixed)
    competencies = [
        competency
        for release in working
        for competency in base.records(release, Competency)
        if framework in competency.in_scheme and known.isdisjoint(competency.derived_from)
    ]
    return Standing(base.identifiers, standard, competencies)


def _said_of(lists: Sequence[FirmList]) -> Iterator[Finding]:
    """Yield what is to be said of lists before anybody relies on what is made of them."""
    if len(lists) == 1:
        message = "one firm alone shares nothing with another; all that it says is firm-specific"
        yield _finding("one-firm", lists[0].slug, message, "Add the list of another firm: FIRM=LIST")
    yield from _same(lists)
    yield from _languages(lists)


def _same(lists: Sequence[FirmList]) -> Iterator[Finding]:
    said = {one.slug: {plain(saying.words) for saying in one.sayings} for one in lists}
    for one, other in combinations(said, 2):
        if len(said[one] & said[other]) >= ALIKE * max(len(said[one]), len(said[other])):
            message = f"the lists of {one} and {other} are the same, word by word; they count as two firms"
            yield _finding("same-list", one, message, f"If one was given by mistake, leave it out: --without {other}")


def _languages(lists: Sequence[FirmList]) -> Iterator[Finding]:
    told = {one.slug: one.languages for one in lists}
    tags = sorted({tag for own in told.values() for tag in own})
    if len(tags) > 1:
        names = "; ".join(f"{firm} in {' and '.join(map(language_name, own))}" for firm, own in told.items())
        message = f"the lists are in several languages ({names}); only what is said in one language is compared"
        remedy = "Have the shorter list translated, import it and propose anew"
        yield _finding("several-languages", ", ".join(tags), message, remedy)


def _finding(code: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, value=value, message=message, remedy=remedy)

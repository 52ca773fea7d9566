"""Obstacles: what stands in the way of ratifying a standard, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import Iri, Position
from ontology.report import Finding, Severity
from ontology.shown import PROPOSAL
from standards.agreement.state import WAITING, Agreement
from standards.agreement.statement import Statement
from standards.agreement.tally import Status
from standards.code_order import CodeOrder, code_order


def obstacles(agreement: Agreement) -> Iterator[Finding]:
    """Yield what stands in the way of ratifying the standard."""
    yield from (finding for finding in agreement.findings() if finding.severity is Severity.ERROR)
    if not agreement.agreed:
        yield _obstacle("nothing-agreed", agreement.slug, "no statement is agreed", _to_agree(agreement))
    yield from (_unagreed(agreement, one) for one in sorted(agreement.of(*WAITING), key=_by_code))
    yield from _unratified(agreement)


def _to_agree(agreement: Agreement) -> str:
    """Return how statements come to be agreed, and how to do without a proposal of which nobody said anything."""
    slug, log = agreement.slug, agreement.log
    file = f"{slug}.xlsx"
    steps = (f"agreement {slug} -o {file}", f"decide {slug} {file} --by NAME", f"position {slug} {file} --by NAME")
    how = "Decide and take positions: " + ", then ".join(f"`ladderworks standard {step}`" for step in steps)
    spoken = log.decisions or log.endorsements
    return how if spoken else f"{how}; or, to go without what is proposed, `ladderworks remove {PROPOSAL}-{slug}`"


def _unagreed(agreement: Agreement, one: Statement) -> Finding:
    """Return what a statement lacks that is meant to be in the standard."""
    tally = agreement.tallies[one.iri]
    message = f"it is {tally.status} and not agreed: {agreement.ballot.missing(tally)}"
    remedy = "Reword or reject it" if tally.status is Status.CONTESTED else "Win the voices, or reject it"
    return _obstacle("not-agreed", f"{one.code}: {one.wording}" if one.code else str(one.wording), message, remedy)


def _unratified(agreement: Agreement) -> Iterator[Finding]:
    """Yield which unions have not ratified the whole, where more of them must."""
    unions = {union.iri for union in agreement.parties.unions}
    ratified = {one.organization for one in agreement.ratifications if one.taken is Position.RATIFY} & unions
    if len(ratified) >= agreement.ballot.quorum.unions_asked(agreement.parties):
        return
    for union in sorted(unions - ratified):
        message = f"the union has not ratified it{_said(agreement, union)}"
        command = f"`ladderworks standard position {agreement.slug} FILE --by NAME --seen now`"
        remedy = f"Let it read what is agreed, and take a position on the whole: {command}"
        yield _obstacle("not-ratified", agreement.parties.name(union), message, remedy)


def _said(agreement: Agreement, union: Iri) -> str:
    """Return what a union said instead of ratifying the whole."""
    for one in agreement.ratifications:
        if one.organization == union and one.taken is Position.REFUSE:
            return f": it refuses, because {one.reason}"
    if any(one.organization == union for one in agreement.reopened):
        return " as it reads now; it spoke of what was agreed before"
    return ""


def _obstacle(code: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, value=value, message=message, remedy=remedy)


def _by_code(one: Statement) -> tuple[CodeOrder, str]:
    """Return the place of a statement in a list: by its code, those without one last, by their wording."""
    return code_order(one.code), str(one.wording)

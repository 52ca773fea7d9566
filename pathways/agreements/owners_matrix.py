"""The matrix for the partnership: what was decided and said, and whose own list says what in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.records import Iri
from pathways.agreements.columns import about, cells_of, said_of, seats_of
from pathways.agreements.former import former_dissents
from pathways.agreements.matrix import UNNAMED, Line, Matrix, Seat, in_order
from pathways.agreements.names import plain_names
from pathways.agreements.rule import KEPT, rule_in_words
from pathways.amounts import count
from standards.agreement import Agreement, Statement, StatementAccount, Status, Tally, account
from standards.agreement.quorum import carried


def owners_matrix(agreement: Agreement, title: str, stage: str = "") -> Matrix:
    """Return the whole matrix, with what firms' own lists say: for the partnership only.

    Parameters
    ----------
    title
        What the standard is called.
    stage
        Where its working copy stands, as `working_stage` says.
    """
    told = account(agreement)
    names, notes = plain_names(agreement.parties.speaking)
    seats = seats_of(agreement.parties.speaking, names)
    kept = [one for one in told.statements if one.status is not Status.MERGED]
    positions = agreement.positions.get(agreement.standard, ())
    days = {one.at.date() for one in agreement.log.decisions} | {one.at.date() for one in agreement.log.endorsements}
    return Matrix(
        slug=agreement.slug,
        title=title,
        private=True,
        stage=stage,
        about=about(seats),
        rule=rule_in_words(agreement.ballot.quorum, agreement.parties),
        kept=KEPT if agreement.in_force else "",
        seats=seats,
        whole=cells_of(seats, {one.organization: said_of(one, counts=one.seen == agreement.seen) for one in positions}),
        lines=in_order(_owned(agreement, one, seats) for one in kept),
        last=max(days, default=None),
        unions_asked=agreement.ballot.quorum.unions_asked(agreement.parties),
        merged=len(told.statements) - len(kept),
        lists=len(agreement.heard),
        sources=tuple(_log_sources(agreement)),
        notes=(*notes, *former_dissents(told)),
    )


def _log_sources(agreement: Agreement) -> Iterator[str]:
    decisions, positions = len(agreement.log.decisions), len(agreement.log.endorsements)
    candidates, voices = count(len(agreement.candidates), "candidate"), count(len(agreement.voices), "statement")
    yield f"the proposal for {agreement.slug}: {candidates} made of {voices} of the firms' own lists"
    yield f"the log of the agreement: {count(decisions, 'decision')}, {count(positions, 'position')}"


def _owned(agreement: Agreement, one: StatementAccount, seats: Sequence[Seat]) -> Line:
    """Return the line of a statement, with firms' own words."""
    statement, tally = agreement.statements[Iri(one.address)], agreement.tallies[Iri(one.address)]
    said = {each.organization: said_of(each, counts=False) for each in tally.outdated}
    said |= {each.organization: said_of(each) for each in tally.positions}
    words = _own_words(agreement, statement)
    return Line(
        address=one.address,
        wording=one.wording,
        category=one.category or UNNAMED,
        code=one.code,
        status=one.status,
        as_published=_stays(agreement, tally),
        support=one.support,
        listed_by=len(words),
        missing=one.missing,
        cells=cells_of(seats, said, words),
    )


def _stays(agreement: Agreement, tally: Tally) -> bool:
    """Return whether a statement is agreed for it was published as it reads, and would not be by the rule alone."""
    ballot = agreement.ballot
    return tally.status is Status.AGREED and not carried(ballot.quorum, ballot.employment, tally.adopters)


def _own_words(agreement: Agreement, statement: Statement) -> dict[Iri, tuple[str, ...]]:
    """Return what each member's own list says of a statement, by the member's address."""
    found: dict[Iri, set[str]] = {}
    for iri in statement.voices:
        voice = agreement.voice[iri]
        if voice.firm in agreement.heard:
            found.setdefault(voice.firm, set()).add(voice.words.value)
    return {firm: tuple(sorted(words)) for firm, words in found.items()}

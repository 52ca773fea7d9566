"""Effect: what was decided and said that does nothing any more, told once for each cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ontology.records import Endorsement, Iri, Position
from standards.agreement.replay import NO_WORDS, Idle
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement
from standards.agreement.told import called
from standards.membership import former

SHOWN: Final = 3
"""How much is named of what has one cause."""


def by_cause(agreement: Agreement, decisions: Iterable[Idle]) -> dict[str, list[Idle]]:
    """Return decisions without effect by why that is so, in the order of the first of each."""
    found: dict[str, list[Idle]] = {}
    for one in decisions:
        found.setdefault(_cause(agreement, one), []).append(one)
    return found


def _cause(agreement: Agreement, one: Idle) -> str:
    """Return why a decision does nothing; where it named words of firms, what has become of these."""
    firms = sorted({agreement.former_voices.get(voice, "") for voice in one.decision.voices})
    if one.why != NO_WORDS or not all(firms):
        return one.why
    return "; ".join(_gone(agreement, Iri(firm)) for firm in firms)


def _gone(agreement: Agreement, firm: Iri) -> str:
    name = agreement.parties.name(firm)
    if firm in agreement.parties.members:
        return f"the words named are not compared any more: the list of {name} lacks them, or was left out"
    return f"the words named are those of {name}, which {former(agreement.parties.left(firm))}"


def of_former_members(agreement: Agreement) -> Iterator[str]:
    """Yield what organizations said that are members no more, a line for each."""
    spoken: dict[Iri, list[Endorsement]] = {}
    for said in agreement.positions.values():
        for one in said:
            spoken.setdefault(one.organization, []).append(one)
    for organization in agreement.departed:
        who = f"{agreement.parties.name(organization)}, which {former(agreement.parties.left(organization))}"
        if told := [line for _, line in sorted(_taken(agreement, spoken.get(organization, ())))]:
            yield f"{_number(len(told), 'position')} of {who}: {named(told)}"
        elif organization in agreement.parties.others and any(one.firm == organization for one in agreement.voices):
            todo = f"`ladderworks harmonize --standard {agreement.slug}` proposes without them"
            yield f"the words of {who}: {todo}"


def _taken(agreement: Agreement, said: Iterable[Endorsement]) -> Iterator[tuple[str, str]]:
    """Yield which positions stand that were not taken back, of what is not closed, with what orders them."""
    for one in said:
        statement = agreement.statements.get(one.subject)
        open_one = one.subject == agreement.standard or (statement and not statement.outcome.closed)
        if open_one and one.taken is not Position.WITHDRAW:
            subject = _as_seen(agreement, statement, one.seen) if statement else "the whole"
            yield statement.code or statement.wording.value if statement else "", f"{one.taken.word} on {subject}"


def _as_seen(agreement: Agreement, statement: Statement, seen: str) -> str:
    """Return a statement in the words that a position was taken on, by their digest; of others nobody spoke."""
    if seen == statement.seen:
        return called(statement)
    wording = agreement.wordings_by_digest.get(seen)
    return called(replace(statement, wording=wording)) if wording else f"an earlier wording of {called(statement)}"


def named(things: list[str]) -> str:
    """Return the first few of some things, and how many more there are.

    Example
    -------
    >>> named(["a", "b"]), named(list("abcdefg"))
    ('a; b', 'a; b; c; and 4 more')
    """
    more = [f"and {len(things) - SHOWN:,} more"] if len(things) > SHOWN else []
    return "; ".join([*things[:SHOWN], *more])


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""The state of an agreement in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ontology.records import Position
from pathways.agreements.former import former_dissent
from pathways.amounts import count
from standards.agreement import AgreementAccount, Decided, PositionAccount, StatementAccount, Status, decision_account
from standards.agreement.account import idle_accounts
from standards.agreement.account_records import DecisionAccount
from standards.agreement.categories import ungrouped
from standards.agreement.requirements import FEWEST
from standards.code_order import code_order

SHOWN: Final = 10
"""Obstacles and decisions that are listed; a file has all."""


def summary(told: AgreementAccount, ahead: Sequence[str], tried: str = "") -> str:
    """Return how an agreement stands: the rule, how many statements stand where, and what is in the way.

    Parameters
    ----------
    ahead
        The commands that lead to the next version from where the standard stands.
    tried
        The options of another rule that is tried, as they are typed; empty where it is the partnership's own.
    """
    return "\n".join(_lines(told, ahead, tried))


def _lines(told: AgreementAccount, ahead: Sequence[str], tried: str) -> Iterator[str]:
    yield f"Agreement on {told.slug}, {told.rule}"
    stands = ", ".join(f"{number} {status}" for status, number in told.counts.items() if number)
    yield f"{count(len(told.statements), 'statement')}: {stands}" if stands else "No statement is proposed"
    for one in told.whole:
        again = "" if one.counts else " (of what was agreed before; it is asked again)"
        yield f"{one.organization}: {one.position} the whole{again}{f': {one.reason}' if one.reason else ''}"
    dissents = list(_positions(told, Position.DISSENT))
    for statement, each in dissents[:SHOWN]:
        yield _dissent(statement, each)
    yield from _more(len(dissents), "dissent", _in_sheet(told.slug, "Positions"))
    changes = [(statement, each) for statement, each in _positions(told, Position.ADOPT_WITH_CHANGE) if each.counts]
    for statement, each in changes[:SHOWN]:
        yield f"{each.organization} adopts {statement.code or _quoted(statement)} with a change: {each.change}"
    yield from _more(len(changes), "change", _in_sheet(told.slug, "Positions"))
    yield from told.notes
    yield from _unnumbered(told)
    yield from (f"Without effect now: {one}" for one in told.idle[:SHOWN])
    yield from _more(len(told.idle), "cause", _in_file(told.slug, "json"))
    yield from (_way_tried(told, tried) if tried else _way(told, ahead))


def _positions(told: AgreementAccount, position: Position) -> Iterator[tuple[StatementAccount, PositionAccount]]:
    """Yield who takes a position on what was not rejected, by the codes of the statements."""
    for one in sorted(told.statements, key=lambda one: code_order(one.code)):
        if one.status is not Status.REJECTED:
            yield from ((one, each) for each in one.positions if each.position == position.word)


def _dissent(statement: StatementAccount, one: PositionAccount) -> str:
    """Return who dissents from what and why; what a member said that has left is told as said before, and uncounted."""
    if one.former:
        return former_dissent(statement, one)
    return f"{one.organization} dissents from {statement.code or _quoted(statement)}: {one.reason}"


def _quoted(statement: StatementAccount) -> str:
    return f"“{statement.wording}”"


def _unnumbered(told: AgreementAccount) -> Iterator[str]:
    """Yield how many requirements have no number since too few firms give one, and where they stand."""
    if few := sum(bool(one.few) for one in told.requirements):
        yield (
            f"{few} of {count(len(told.requirements), 'requirement')} without importance or level, which fewer than "
            f"{FEWEST} firms give: {_in_sheet(told.slug, 'Requirements')}"
        )


def _in_sheet(slug: str, sheet: str) -> str:
    return f"sheet {sheet} of {_in_file(slug, 'xlsx')}"


def _in_file(slug: str, form: str) -> str:
    return f"`ladderworks standard agreement {slug} -o {slug}.{form}`"


def _way(told: AgreementAccount, ahead: Sequence[str]) -> Iterator[str]:
    if told.published and told.can_be_ratified:
        yield f"Published as {told.slug}@{told.published}; nothing was decided or said since"
        return
    if told.can_be_ratified:
        *steps, publish = ahead
        yield f"It can be ratified: {', then '.join(steps)}" if steps else f"It is ratified, and can follow: {publish}"
        return
    yield "It cannot be ratified yet:"
    yield from _obstacles(told, _in_file(told.slug, "json"))


def _way_tried(told: AgreementAccount, tried: str) -> Iterator[str]:
    """Yield what would be in the way by a rule that is only tried."""
    if told.can_be_ratified:
        yield "By that rule it could be ratified; `ratify` goes by the partnership's own"
        return
    yield "By that rule it could not be ratified yet:"
    yield from _obstacles(told, f"`ladderworks standard agreement {told.slug} {tried} -o {told.slug}.json`")


def _obstacles(told: AgreementAccount, where: str) -> Iterator[str]:
    yield from (f"  {obstacle}" for obstacle in told.obstacles[:SHOWN])
    yield from _more(len(told.obstacles), "obstacle", where)


def _more(number: int, noun: str, where: str) -> Iterator[str]:
    """Yield that there is more than is listed, and where all of it stands."""
    if number > SHOWN:
        yield f"  … and {number - SHOWN:,} more; all {count(number, noun)}: {where}"


def told(done: Decided, slug: str) -> str:
    """Return what was decided, each with the name by which it can be undone, and what rests on it no more."""
    lines = [f"{count(len(done.decisions), 'decision')} on {slug} kept"]
    if not (done.decisions or done.repeated):
        lines.append("No row has anything in the column `decision`")
    lines.extend(_decided(decision_account(done.agreement, one)) for one in done.decisions[:SHOWN])
    lines.extend(_more(len(done.decisions), "decision", _in_sheet(slug, "Log")))
    if done.repeated:
        lines.append(f"{count(done.repeated, 'decision')} of the file kept already, and not kept twice")
    lines.extend(ungrouped(done.agreement))
    lines.extend(f"Without effect now: {one}" for one in idle_accounts(done.agreement, done.idle))
    return "\n".join(lines)


def _decided(one: DecisionAccount) -> str:
    """Return a decision in a line: the name to undo it by, the statement, and what an occupation needs of it."""
    numbers = {"importance": one.importance, "level": one.level}
    said = [one.relation, *(f"{name} {number:g}" for name, number in numbers.items() if number is not None)]
    needs = f" | {one.occupation}: {', '.join(filter(None, said))}" if one.occupation else ""
    worded = f" → {one.wording}" if one.wording and one.wording != one.named else ""
    more = f" ({one.particulars})" if one.particulars else ""
    return f"  {one.address.rsplit('/', 1)[-1][:8]}  {one.decision}: {one.named or one.statement}{worded}{more}{needs}"

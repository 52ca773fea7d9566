"""Bridges in the words that a worker reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathways.amounts import money, months, percent
from pathways.records.bridge import Bridge, BridgeKind, WageSchedule

EARN: Final = "Earn while you learn"
"""What is said of a rung that an apprenticeship leads to."""

COVERS: Final = {
    BridgeKind.APPRENTICESHIP: "trains",
    BridgeKind.PROGRAM: "teaches",
    BridgeKind.CREDENTIAL: "attests",
}
"""What a bridge does with a share of the gap."""


def names(bridges: Sequence[Bridge], kind: BridgeKind) -> tuple[str, ...]:
    """Return the titles of the bridges of a kind."""
    return tuple(str(bridge.label) for bridge in bridges if bridge.kind is kind)


def described(bridge: Bridge, needs: str = "") -> str:
    """Return what a bridge is, takes, pays and closes, after its name.

    Parameters
    ----------
    needs
        The licenses and credentials without which nobody may work there: a program does not replace them.

    Example
    -------
    >>> card = Bridge(kind="credential", label={"value": "OSHA 10"}, hours=10, closes=0.12)
    >>> described(card)
    'Of use here. 10 hours. Attests 12% of what is to be learned.'
    >>> described(Bridge(kind="program", label={"value": "Wiring"}), "electrician license")
    'Program. By itself it does not give what is needed here: electrician license.'
    """
    alone = [f"by itself it does not give what is needed here: {needs}"] if _lacks(bridge, needs) else []
    said = (_what(bridge), *_takes(bridge), *_pays(bridge), *_gives(bridge), *alone)
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)


def _lacks(bridge: Bridge, needs: str) -> bool:
    """Return whether a bridge is a program that does not lead to all that is needed."""
    return bool(needs) and bridge.kind is BridgeKind.PROGRAM and needs not in map(str, bridge.awards)


def pay_steps(wages: WageSchedule) -> str:
    """Return how pay rises with the periods of an apprenticeship.

    Example
    -------
    >>> pay_steps(WageSchedule(percents=(60, 72.5, 95)))
    'pay rises in 3 steps from 60% to 95% of the journey wage'
    >>> pay_steps(WageSchedule(percents=(80,)))
    'pay is 80% of the journey wage'
    """
    first, last = (f"{wages.percents[at]:g}%" for at in (0, -1))
    if first == last:
        return f"pay is {first} of the journey wage"
    return f"pay rises in {len(wages.percents)} steps from {first} to {last} of the journey wage"


def yearly(wages: WageSchedule) -> str:
    """Return what that is in dollars, where and when; empty where the journey wage is not known.

    Example
    -------
    >>> yearly(WageSchedule(percents=(60, 95), low=48000, high=76000, region="Ohio", period="May 2025"))
    '$48,000 to $76,000 a year by the median of Ohio, May 2025'
    """
    if wages.low is None or wages.high is None:
        return ""
    amounts = money(wages.low) if wages.low == wages.high else f"{money(wages.low)} to {money(wages.high)}"
    return f"{amounts} a year by the median of {wages.region}, {wages.period}"


def in_short(bridge: Bridge) -> str:
    """Return the hours and the pay of an apprenticeship in a few words, for a card.

    Example
    -------
    >>> wages = {"percents": (60, 95)}
    >>> in_short(Bridge(kind="apprenticeship", label={"value": "Welder"}, job_hours=6000, wages=wages))
    '6,000 hours, 60% to 95% of full pay'
    """
    hours = f"{bridge.job_hours:,.0f} hours" if bridge.job_hours else ""
    percents = dict.fromkeys((bridge.wages.percents[0], bridge.wages.percents[-1])) if bridge.wages else {}
    pay = f"{' to '.join(f'{part:g}%' for part in percents)} of full pay" if percents else ""
    return ", ".join(filter(None, (hours, pay)))


def _what(bridge: Bridge) -> str:
    """Return what a bridge is, and whose."""
    by = f" of {bridge.offered_by}" if bridge.offered_by else ""
    if bridge.kind is BridgeKind.APPRENTICESHIP:
        if not bridge.registered:
            return f"training at paid work{by}, not a registered apprenticeship"
        return f"apprenticeship{by}, registered" + (f" with the {bridge.agency}" if bridge.agency else "")
    if bridge.kind is BridgeKind.PROGRAM:
        return f"program{by}"
    if bridge.kind is BridgeKind.LICENSE:
        return "nobody may work here without it"
    return "asked for here" if bridge.required else "of use here"


def _takes(bridge: Bridge) -> Iterator[str]:
    """Yield how long a bridge takes."""
    hours = [
        f"{amount:,.0f} hours{where}"
        for amount, where in (
            (bridge.hours, ""),
            (bridge.job_hours, " at work"),
            (bridge.instruction_hours, " of related instruction"),
        )
        if amount
    ]
    long = [months(round(bridge.months, 1))] if bridge.months else []
    if hours or long:
        yield ": ".join((*long, *([" and ".join(hours)] if hours else [])))
    if bridge.credits:
        yield "1 credit" if bridge.credits == 1 else f"{bridge.credits:g} credits"


def _pays(bridge: Bridge) -> Iterator[str]:
    """Yield what is earned meanwhile."""
    if bridge.wages:
        yield ", ".join(filter(None, (pay_steps(bridge.wages), yearly(bridge.wages))))


def _gives(bridge: Bridge) -> Iterator[str]:
    """Yield what a bridge closes of the gap, what one must bring, and what one has at the end."""
    if bridge.closes is not None and bridge.kind in COVERS:
        yield f"{COVERS[bridge.kind]} {percent(bridge.closes)} of what is to be learned"
    if bridge.entry:
        yield f"to enter: {bridge.entry}"
    if bridge.awards:
        yield f"leads to: {', '.join(bridge.awards)}"

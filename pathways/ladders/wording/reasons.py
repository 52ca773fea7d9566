"""The words for why a step is drawn: how near the views see it, who else has taken it, what each part rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pathways.amounts import count, ordinal
from pathways.records.step import Basis, Follows, Step

CLOSEST: Final = 20
"""Rank up to which a view counts as one that sees two occupations close."""

NAMED: Final = 3
"""How many views are named."""

FOLLOWS: Final[Mapping[Follows, str]] = {
    Follows.LEAD: "those who lead this crew come from it",
    Follows.MANAGE: "those who know this field, or lead a crew in it, go on to manage it",
    Follows.JUDGE: "those who judge this work have done it",
    Follows.TRADE: "those who help at this trade go on to learn it",
    Follows.HELP: "those who help in trades have been laborers",
}
"""What each rule says by which people take a step."""


def why(step: Step) -> str:
    """Return in a sentence why a step is drawn: how near the views see it, and what each part of it rests on.

    Example
    -------
    >>> ranks = {"tasks": 2, "titles": 60}
    >>> views = [{"view": name, "similarity": 0.5, "rank": rank, "source": "onet"} for name, rank in ranks.items()]
    >>> views.append({"view": "technology", "similarity": 0.9, "rank": 1, "source": "onet", "counted": False})
    >>> why(Step(start="http://x/1", end="http://x/2", direction="advance", relatedness=0.61, evidence=views))
    'relatedness 0.61; 1 of 2 views has it among the 20 closest (tasks 2nd, titles 60th). Computed: relatedness.'
    """
    near = ", ".join(filter(None, (f"relatedness {step.relatedness:.2f}", taken_as(step))))
    return f"{'; '.join(filter(None, (near, supported(step), seen(step))))}. {grounds(step)}"


def taken_as(step: Step) -> str:
    """Return as how close a step is taken because people take it, whatever the views see; empty where no rule holds.

    Example
    -------
    >>> step = Step(start="http://x/1", end="http://x/2", direction="advance", relatedness=0.14)
    >>> taken_as(step.model_copy(update={"closeness": 0.61, "follows": Follows.LEAD}))
    'taken as 0.61 because those who lead this crew come from it'
    """
    if step.follows is None or step.closeness is None:
        return ""
    return f"taken as {step.closeness:.2f} because {FOLLOWS[step.follows]}"


def supported(step: Step) -> str:
    """Return what speaks for a step in all, and what of it is neither relatedness nor a rule; empty where unknown.

    Example
    -------
    >>> step = Step(start="http://x/1", end="http://x/2", direction="advance", relatedness=0.95, closeness=0.95)
    >>> supported(step.model_copy(update={"support": 1.2}))
    'support 1.20: that and 0.25 more for what both must know and study'
    >>> supported(step.model_copy(update={"support": 0.9}))
    'support 0.90: that and 0.05 less for what both must know and study'
    >>> supported(step.model_copy(update={"support": 0.95}))
    'support 0.95: that alone'
    """
    if step.support is None or step.closeness is None:
        return ""
    more = round(round(step.support, 2) - round(step.closeness, 2), 2)
    said = f"that and {abs(more):.2f} {'less' if more < 0 else 'more'} for what both must know and study"
    return f"support {step.support:.2f}: {said if more else 'that alone'}"


def seen(step: Step) -> str:
    """Return how many views with a vote see a step as a close one, and which do most; empty where none knows both."""
    if not step.voting:
        return ""
    near = sum(view.rank <= CLOSEST for view in step.voting)
    named = ", ".join(f"{view.view} {ordinal(view.rank)}" for view in step.voting[:NAMED])
    views, has = count(len(step.voting), "view"), "has" if near == 1 else "have"
    return f"{near} of {views} {has} it among the {CLOSEST} closest ({named})"


def grounds(step: Step) -> str:
    """Return what of a step is asserted, inferred and computed, in words."""
    parts = {basis: step.basis.parts(basis) for basis in Basis}
    return " ".join(f"{basis.value.capitalize()}: {', '.join(names)}." for basis, names in parts.items() if names)

"""The words for a rung."""

from __future__ import annotations

from pathways.amounts import count
from pathways.bridges.words import EARN, in_short
from pathways.ladders.wording.lanes import LANES
from pathways.ladders.wording.pay import elsewhere, pay, pay_range
from pathways.ladders.wording.schooling import capital, usually
from pathways.records.ladder import Ladder, Rung


def earning(rung: Rung) -> tuple[str, ...]:
    """Return that one earns while one learns a rung, with hours and pay; the first of several, and how many more."""
    if not rung.apprenticeships:
        return ()
    first, *others = rung.apprenticeships
    more = f"; {count(len(others), 'more way')} like it" if others else ""
    return (f"{EARN}: {in_short(first)}{more}",)


def rung_mark(rung: Rung) -> str:
    """Return what marks a rung where one begins, or where one stands who asks; empty for the others."""
    return "You are here" if rung.start else "Start here" if rung.entry else ""


def rung_sentence(rung: Rung, ladder: Ladder) -> str:
    """Return a rung as sentences, for those who hear the picture."""
    parts = [
        str(rung.label),
        LANES[rung.zone].title,
        ", ".join(filter(None, (pay(rung.wage), pay_range(rung.wage), elsewhere(rung, ladder)))),
        capital(usually(rung.education)),
        *earning(rung),
        rung_mark(rung),
        "On the main route" if rung.main else "",
        "No way up from here in this ladder" if rung.dead_end else "",
    ]
    return ". ".join(part for part in parts if part) + "."

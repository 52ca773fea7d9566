"""The words for a rung."""

from __future__ import annotations

from typing import Final

from pathways.amounts import count
from pathways.bridges.words import EARN, in_short
from pathways.ladders.wording.lanes import LANES
from pathways.ladders.wording.marks import marks
from pathways.ladders.wording.pay import elsewhere, pay, pay_range
from pathways.ladders.wording.schooling import capital, usually
from pathways.records.ladder import Ladder, Rung, Stay


def earning(rung: Rung) -> tuple[str, ...]:
    """Return that one earns while one learns a rung, with hours and pay; the first of several, and how many more."""
    if not rung.apprenticeships:
        return ()
    first, *others = rung.apprenticeships
    more = f"; {count(len(others), 'more way')} like it" if others else ""
    return (f"{EARN}: {in_short(first)}{more}",)


OFF_RAMP: Final = "Off-ramp"
"""What marks a rung that leads no further and at which one can stay."""

NO_WAY_IN: Final = "From outside"
"""What marks a rung to which no step of the ladder leads and where one cannot begin."""

_STAYING: Final = {Stay.PAY: "it pays enough", Stay.CREDENTIAL: "it rests on a license or credential, which one keeps"}


def staying(rung: Rung) -> str:
    """Return why one can stay on a rung that leads no further; empty where it is no off-ramp."""
    return " and ".join(_STAYING[why] for why in rung.off_ramp)


def end_mark(rung: Rung) -> str:
    """Return what marks a rung from which no step leads up; empty for the others."""
    return OFF_RAMP if rung.off_ramp else "No way up" if rung.dead_end else ""


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
        marks(rung),
        *earning(rung),
        rung_mark(rung),
        "On the main route" if rung.main else "",
        "No step of this ladder leads here" if rung.no_way_in else "",
        f"{OFF_RAMP}: one can stay here, {staying(rung)}" if rung.off_ramp else "",
        "No way up from here in this ladder" if rung.dead_end else "",
    ]
    return ". ".join(part for part in parts if part) + "."

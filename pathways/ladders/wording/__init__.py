"""The words in which a ladder speaks to a worker: lanes, pay, schooling, steps, rungs."""

from pathways.ladders.wording.ladders import EMPTY, NOTES, caption, measures, summary
from pathways.ladders.wording.lanes import LANES, Lane
from pathways.ladders.wording.pay import common_wage, elsewhere, pay, pay_change, pay_range
from pathways.ladders.wording.rungs import earning, rung_mark, rung_sentence
from pathways.ladders.wording.schooling import capital, schooling, usually
from pathways.ladders.wording.steps import (
    DIRECTIONS,
    LONG,
    LOWER_PAY,
    TRADE_OFF,
    apprenticed,
    given_up,
    levels,
    long,
    lower_pay,
    needs,
    remarks,
    sentence,
    to_learn,
)

__all__ = [
    "DIRECTIONS",
    "EMPTY",
    "LANES",
    "LONG",
    "LOWER_PAY",
    "NOTES",
    "TRADE_OFF",
    "Lane",
    "apprenticed",
    "capital",
    "caption",
    "common_wage",
    "earning",
    "elsewhere",
    "given_up",
    "levels",
    "long",
    "lower_pay",
    "measures",
    "needs",
    "pay",
    "pay_change",
    "pay_range",
    "remarks",
    "rung_mark",
    "rung_sentence",
    "schooling",
    "sentence",
    "summary",
    "to_learn",
    "usually",
]

"""Credit: what part of a program's credits speaks for a competency.

A course's credits are shared evenly over its outcomes, and the part of an outcome evenly over the competencies that it
counts for. So the parts of all competencies, and of the outcomes that count for none, add up to the credits of the
courses that have outcomes. It says how much of a student's time the college gives to something, if it gives the same
to each outcome; colleges rarely say more.
"""

from __future__ import annotations


def credit_share(credits_: float | None, outcomes: int, competencies: int = 1) -> float | None:
    """Return the credits of a course that one outcome gives to one competency.

    Parameters
    ----------
    credits_
        Of the course; ``None`` where its file does not say.
    outcomes
        That the course has, at least 1.
    competencies
        That the outcome counts for, at least 1.

    Example
    -------
    >>> credit_share(5, 4), credit_share(5, 4, 2), credit_share(None, 4)
    (1.25, 0.625, None)
    """
    return None if credits_ is None else credits_ / outcomes / competencies

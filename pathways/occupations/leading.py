"""Who leads others at their work, by the codes of the Standard Occupational Classification."""

from __future__ import annotations

SUPERVISING = ("33", "35", "37", "39", "41", "43", "45", "47", "49", "51", "53")
"""SOC major groups whose first minor group holds the supervisors of the others."""


def supervises(code: str) -> bool:
    """Return whether a SOC code is of those who lead others at their work.

    Example
    -------
    >>> supervises("47-1011.00"), supervises("47-2031.00"), supervises("13-1011.00")
    (True, False, False)
    """
    return code[:2] in SUPERVISING and code[3:4] == "1"


MANAGEMENT = "11-"
"""SOC major group of the managers."""


def rank_of(code: str) -> int:
    """Return how much of the work is leading others: 0 none, 1 a crew, 2 an organization or a part of it.

    Example
    -------
    >>> rank_of("47-2031.00"), rank_of("47-1011.00"), rank_of("11-9021.00")
    (0, 1, 2)
    """
    return 2 if code.startswith(MANAGEMENT) else int(supervises(code))

"""States and territories by the letters that people write for them, as the wage statistics number them."""

from __future__ import annotations

from typing import Final

_POSTAL: Final = (
    "AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11 FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21 LA22 ME23 MD24 MA25 "
    "MI26 MN27 MS28 MO29 MT30 NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39 OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 "
    "UT49 VT50 VA51 WA53 WV54 WI55 WY56 GU66 PR72 VI78"
)
"""Postal abbreviations with the two digits of FIPS 5-2."""

FIPS: Final = {pair[:2].casefold(): pair[2:] for pair in _POSTAL.split()}


def area_code(name: str) -> str:
    """Return the seven digits of an area for a state's abbreviation, its FIPS code, or the code of a metropolitan area.

    Anything else is returned as it is.

    Example
    -------
    >>> area_code("wa"), area_code("53"), area_code("42660"), area_code("Seattle")
    ('5300000', '5300000', '0042660', 'Seattle')
    """
    digits = FIPS.get(name.strip().casefold(), name.strip())
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 7:
        return name
    return f"{digits:0>2}00000" if len(digits) <= 2 else digits.zfill(7)

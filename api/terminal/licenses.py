"""Licenses: under which people may use what is written, as whoever writes it says."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from ontology.addresses import is_address
from ontology.errors import InputError
from standards.suggested_mappings import UNSPECIFIED

KNOWN: Final = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}
"""Addresses of licenses that go by a short name (SPDX)."""

LicenseOption = Annotated[
    str,
    typer.Option(
        "--license",
        help=f"Of the mappings in SSSOM and Turtle: {', '.join(KNOWN)}, or an address; else it is unspecified.",
    ),
]


def license_address(said: str) -> str:
    """Return the address of a license.

    Raises
    ------
    InputError
        Where it is neither a known short name nor an address.

    Example
    -------
    >>> license_address("cc-by-4.0"), license_address("")
    ('https://creativecommons.org/licenses/by/4.0/', 'https://w3id.org/sssom/license/unspecified')
    """
    known = {name.casefold(): address for name, address in KNOWN.items()}
    if not said or said.casefold() in known:
        return known.get(said.casefold(), UNSPECIFIED)
    if said.startswith(("http://", "https://")) and is_address(said):
        return said
    message = f"--license {said!r} is neither an address nor one of {', '.join(KNOWN)}; name one of these"
    raise InputError(message)

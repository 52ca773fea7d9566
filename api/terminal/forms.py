"""The form of an output file, by its extension."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from api.terminal.files import STANDARD_OUTPUT
from ontology.errors import UnsupportedError
from ontology.forms import Forms


def form_of(output: Path | None, forms: Iterable[str], otherwise: str) -> str:
    """Return which of some forms a file is to have, by the longest extension that fits.

    Parameters
    ----------
    otherwise
        For standard output and where no file is named.

    Raises
    ------
    UnsupportedError
        With the extensions that are offered.

    Example
    -------
    >>> form_of(Path("Nurse.PNG"), ["svg", "png"], "svg")
    'png'
    """
    if output is None or output == STANDARD_OUTPUT:
        return otherwise
    offered = sorted(forms, key=len, reverse=True)
    for extension in offered:
        if output.name.lower().endswith(f".{extension}"):
            return extension
    message = f"{output.name!r} names no form that is offered; end it in one of: {', '.join(sorted(offered))}"
    raise UnsupportedError(message)


def form_in(forms: Forms[...], output: Path | None, name: str, otherwise: str) -> str:
    """Return the extension of the form that an option names, else that of the file.

    Raises
    ------
    UnsupportedError
        Where there is none of that name.
    """
    return forms.find(name).extension if name else form_of(output, forms.extensions, otherwise)

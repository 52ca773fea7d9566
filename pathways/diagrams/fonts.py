"""The typeface that comes with us, so that a picture needs no font of the machine it is drawn on."""

from __future__ import annotations

from functools import cache
from typing import Final

import fontpkg_ibm_plex_sans
import typst

FAMILY: Final = fontpkg_ibm_plex_sans.FAMILY
STACK: Final = f"'{FAMILY}', system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
"""What the SVG asks a browser for, best first."""

FILE: Final = fontpkg_ibm_plex_sans.ROOT / "files" / "IBMPlexSans[wdth,wght].ttf"
"""Upright, all weights: what a page offers to a browser that does not have it."""


@cache
def fonts(system: bool = False) -> typst.Fonts:
    """Return our typeface and those inside the typesetter.

    Parameters
    ----------
    system
        Also those of the machine, for scripts that ours lacks.
    """
    folder = str(fontpkg_ibm_plex_sans.ROOT / "files")
    return typst.Fonts(include_system_fonts=system, font_paths=[folder])


def foreign(text: str) -> bool:
    """Tell whether a text has letters that our typeface lacks; it has the Latin, Greek and Cyrillic ones.

    Example
    -------
    >>> foreign("Ηλεκτρολόγος"), foreign("نجار")
    (False, True)
    """
    return any("\u0590" <= letter < "\u1e00" or letter >= "\u2e80" for letter in text)

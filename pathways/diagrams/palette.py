"""Colors, light and dark; every pair that is read passes WCAG 2.2 AA, and none carries a meaning alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Palette:
    """The colors of a picture, each ``#rrggbb``.

    Parameters
    ----------
    lanes, stripes
        Ground and left edge of a lane, by job zone; the first is for rungs whose zone is unknown.
    """

    page: str
    ink: str
    quiet: str
    card: str
    border: str
    main: str
    on_main: str
    band: str
    entry: str
    on_entry: str
    dead_end: str
    line: str
    label: str
    bridge: str
    bridge_ground: str
    tradeoff: str
    tradeoff_ground: str
    link: str
    lanes: tuple[str, ...]
    stripes: tuple[str, ...]


LIGHT: Final = Palette(
    page="#ffffff",
    ink="#16212c",
    quiet="#46535f",
    card="#ffffff",
    border="#8793a0",
    main="#0f3a63",
    on_main="#ffffff",
    band="#a9c4e0",
    entry="#1d5c38",
    on_entry="#ffffff",
    dead_end="#7a2e12",
    line="#5a6773",
    label="#ffffff",
    bridge="#8a4700",
    bridge_ground="#fff4e0",
    tradeoff="#9b1b5a",
    tradeoff_ground="#fdeef5",
    link="#0b57a4",
    lanes=("#f1f1f1", "#eff6ea", "#e6f3ee", "#e4eff7", "#e6eaf7", "#eee8f6"),
    stripes=("#767676", "#55853a", "#2a8069", "#2673a6", "#465cae", "#74499f"),
)

DARK: Final = Palette(
    page="#10161c",
    ink="#f0f4f8",
    quiet="#b9c4cf",
    card="#1c2630",
    border="#7c8a98",
    main="#8ec5ff",
    on_main="#0b1824",
    band="#2c4f74",
    entry="#9be0b4",
    on_entry="#0b1f14",
    dead_end="#ffb59b",
    line="#a3b0bc",
    label="#1c2630",
    bridge="#ffc069",
    bridge_ground="#33260f",
    tradeoff="#ff9ecb",
    tradeoff_ground="#38182a",
    link="#9ccbff",
    lanes=("#1d1f21", "#1a2417", "#162622", "#16232e", "#1a2033", "#221b2e"),
    stripes=("#8f8f8f", "#7fb35f", "#4cb597", "#53a3da", "#8093e6", "#ad85d9"),
)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colors, from 1 to 21.

    References
    ----------
    WCAG 2.2, "contrast ratio" and "relative luminance".

    Example
    -------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return round((lighter + 0.05) / (darker + 0.05), 2)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

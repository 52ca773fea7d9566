"""Forms of codes: what a code looks like, in words that need no regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Final

_PART: Final = re.compile(r"\\d(?:\{(?P<least>\d+)(?:,(?P<most>\d+))?\})?|\\?(?P<mark>[.\-/])")
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MARKS: Final = {".": "a dot", "-": "a hyphen", "/": "a slash"}


def code_form(pattern: str, example: str = "") -> str:
    r"""Return what a code looks like, empty where its pattern is more than digits and marks and has no example.

    Parameters
    ----------
    pattern
        Regular expression for the whole code.
    example
        A code of that form; made up where it is empty.

    Example
    -------
    >>> code_form(r"\d{2}\.\d{4}", "51.3902")
    'two digits, a dot, four digits, such as 51.3902'
    >>> code_form(r"\d{1,3}"), code_form(r"[A-Z]\d", "A1"), code_form(r"[A-Z]\d")
    ('one to three digits, such as 123', 'such as A1', '')
    """
    parts = list(_PART.finditer(pattern))
    if "".join(part[0] for part in parts) != pattern or not parts:
        return f"such as {example}" if example else ""
    return f"{', '.join(map(_words, parts))}, such as {example or ''.join(_sample(parts))}"


def _words(part: re.Match[str]) -> str:
    if part["mark"]:
        return _MARKS[part["mark"]]
    least, most = _lengths(part)
    number = _NUMBERS[least] if least == most else f"{_NUMBERS[least]} to {_NUMBERS[most]}"
    return f"{number} digit{'s' if most > 1 else ''}"


def _sample(parts: list[re.Match[str]]) -> Iterator[str]:
    digits = cycle("123456789")
    for part in parts:
        yield part["mark"] or "".join(next(digits) for _ in range(_lengths(part)[1]))


def _lengths(part: re.Match[str]) -> tuple[int, int]:
    least = int(part["least"] or 1)
    return least, int(part["most"] or least)

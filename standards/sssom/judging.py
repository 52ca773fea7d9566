"""What a file says in a slot, judged: every value that is none of its slot is reported with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ontology.addresses import is_address
from ontology.errors import UnreadableError
from ontology.report import Finding, Report, Severity, excerpt
from standards.curies import BUILT_IN, Curies
from standards.sssom.slots import Form, Range, Slot, Words
from standards.wire.documents import BOUNDS, NULL

_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)

Value = str | float | tuple[str, ...] | None
"""What a field of a mapping or a set holds."""


@dataclass(frozen=True)
class Place:
    """A line of the file, and the slot."""

    line: int
    slot: str


@dataclass(frozen=True)
class Judge:
    """Judges the values of one file.

    Parameters
    ----------
    file
        Its name.
    curies
        Its prefixes.
    """

    file: str
    curies: Curies = field(default_factory=lambda: Curies(BUILT_IN))
    report: Report = field(default_factory=Report)

    def held(self, line: int, slot: Slot, values: Sequence[str]) -> Value:
        """Return what a slot holds where a file has these values."""
        place = Place(line, slot.name)
        if slot.many:
            return tuple(filter(None, (self._text(place, slot, value) for value in values)))
        if len(values) > 1:
            self.refuse(place, "one-value", "holds several values where it takes one", "Keep one", ", ".join(values))
        value = values[0] if values else ""
        return self._number(place, slot, value) if slot.form is Form.NUMBER else self._text(place, slot, value)

    def refuse(self, place: Place, code: str, message: str, remedy: str, value: str = "") -> None:
        """Note what the whole file is refused for."""
        self.say(Severity.ERROR, place, code, message, remedy, value)

    def say(self, severity: Severity, place: Place, code: str, message: str, remedy: str, value: str = "") -> None:
        """Note one finding."""
        self.report.add(
            Finding(
                code=code,
                severity=severity,
                file=self.file,
                row=place.line,
                column=place.slot,
                value=excerpt(value),
                message=message,
                remedy=remedy,
            )
        )

    def _text(self, place: Place, slot: Slot, value: str) -> str:
        if not value or not self._bounded(place, value):
            return ""
        if slot.form is Form.REFERENCE:
            return self._reference(place, value)
        if slot.form is Form.ADDRESS and not is_address(value):
            remedy = "Write an address out, as https://…; until then it is kept as a text"
            self.say(Severity.WARNING, place, "no-address", "is no address", remedy, value)
        if slot.form is Form.DAY and not is_day(value):
            remedy = "Write it as 2026-11-20; until then it is kept as a text"
            self.say(Severity.WARNING, place, "no-day", "is no day", remedy, value)
        return self._word(place, slot.words, value) if slot.words else value

    def _bounded(self, place: Place, value: str) -> bool:
        """Return whether a text is one that is read, as of other formats."""
        if len(value) > BOUNDS.text:
            message = f"has {len(value):,} characters, where at most {BOUNDS.text:,} are read"
            self.refuse(place, "too-long", message, "Shorten it, or keep it elsewhere and give its address", value)
        elif NULL in value:
            message = "has a character of nothing (U+0000), which no XML can hold"
            self.refuse(place, "null-character", message, "Take it out; a program left it there", value)
        else:
            return True
        return False

    def _reference(self, place: Place, curie: str) -> str:
        """Return the address that a CURIE stands for; nothing, with a finding, where it stands for none."""
        try:
            address = self.curies.expand(curie)
        except UnreadableError:
            message, remedy = "has a prefix that curie_map does not declare", "Add the prefix to curie_map"
            self.refuse(place, "undeclared-prefix", message, remedy, curie)
            return ""
        if is_address(address):
            return address
        remedy = "Mend it, or its prefix in curie_map"
        self.refuse(place, "no-address", f"stands for {excerpt(address)}, which is no address", remedy, curie)
        return ""

    def _word(self, place: Place, words: Words, value: str) -> str:
        """Return a word as the standard writes it; another one as it stands, with a finding."""
        known = next((word for word in words.words if word.casefold() == value.casefold()), None)
        if known is None:
            severity = Severity.ERROR if words.decisive else Severity.WARNING
            remedy = f"Write {' or '.join(words.words)}, or leave it empty"
            self.say(severity, place, "no-word", "is no word that this slot takes", remedy, value)
        return known or value

    def _number(self, place: Place, slot: Slot, text: str) -> float | None:
        """Return a number in the range of its slot; ``None``, with a finding, where it is none."""
        within = slot.range or Range(0, 1)
        number = float(text) if _NUMBER.fullmatch(text) else None
        if number is not None and within.least <= number <= within.most:
            return number
        if text:
            remedy = "Write it with a decimal point, as 0.87, or leave it empty"
            message = f"is no number from {within.least:g} to {within.most:g}"
            self.refuse(place, "no-share", message, remedy, text)
        return None


def is_day(text: str) -> bool:
    """Return whether a text is a day as the standard writes it: ``2026-11-20``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

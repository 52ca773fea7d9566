"""A section of an evaluation: a table under a title, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A table under a title, with notes."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def to_markdown(self) -> str:
        r"""Return the section under a heading of the second level.

        Example
        -------
        >>> Section("Speed", ("method", "index"), (("rapidfuzz", "0.1 s"),), ("of one run",)).to_markdown()
        '## Speed\n\n| method | index |\n| --- | --- |\n| rapidfuzz | 0.1 s |\n\n- of one run\n'
        """
        rule = ["---"] * len(self.header)
        table = "\n".join(f"| {' | '.join(row)} |" for row in (self.header, rule, *self.rows))
        notes = "".join(f"- {note}\n" for note in self.notes)
        return f"## {self.title}\n\n{table}\n" + (f"\n{notes}" if notes else "")

"""What is to be imported, as it was asked for: the same for who looks at it before and for who does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from standards.curricula import ProgramForm


@dataclass(frozen=True)
class Wanted:
    """What is to be imported.

    Parameters
    ----------
    source
        One of `standards.sources.readers.SOURCES`.
    paths
        Files, folders and zips that hold it.
    version
        Name of the release where its files do not say it.
    skip_bad_rows
        Leave bad rows out and name them as warnings, where otherwise they are errors.
    form
        Of a program's or a list's file, where its content does not say it.
    partnership
        Slug of that which a firm's list alone is for; what others have from the firm stays theirs.
    """

    source: str
    paths: Sequence[Path]
    version: str | None = None
    skip_bad_rows: bool = False
    form: ProgramForm | None = None
    partnership: str = ""

    @property
    def options(self) -> str:
        """What is said of the files besides their content, as a release keeps it; empty where nothing is."""
        return self.form.options if self.form else ""

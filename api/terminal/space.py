"""The space on the disk that removed and replaced releases take until it is given back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from api.terminal.console import note, progress
from ontology.compaction import compact
from ontology.errors import BusyError, WriteError


def give_back(folder: Path) -> None:
    """Give back the space of what was removed from a knowledge base; where that cannot be done now, say so.

    Whoever opens the knowledge base in between keeps it: the next import gives the space back.
    """
    with suppress(BusyError), progress("Giving back the space on the disk"):
        try:
            compact(folder)
        except WriteError as error:
            note(str(error))

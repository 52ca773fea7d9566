"""The table of a format's losses in the documents: what was measured, written there on demand."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.standards.wire.comparing import Fate

BLOCK = re.compile(r"(?<=<!-- losses -->\n).*?(?=<!-- end -->)", re.DOTALL)

Measured = Mapping[str, Counter[Fate]]
"""How often each fate met the values of each field."""


def documented(page: Path, measured: Measured) -> str:
    """Return the table that a page shows, written anew where ``LADDERWORKS_WRITE_GOLDEN`` is set."""
    text = page.read_text(encoding="utf-8")
    if os.environ.get("LADDERWORKS_WRITE_GOLDEN"):
        text = BLOCK.sub(lambda _: shown(measured), text)
        page.write_text(text, encoding="utf-8")
    block = BLOCK.search(text)
    assert block, f"{page} has no place for a table"
    return block[0]


def shown(measured: Measured) -> str:
    """Return the table, a row for each field."""
    head = ["", f"| field | {' | '.join(Fate)} |", f"|---|{'---:|' * len(Fate)}"]
    rows = [
        f"| `{at}` | {' | '.join(f'{counted[fate]:,}' if counted[fate] else '' for fate in Fate)} |"
        for at, counted in sorted(measured.items())
    ]
    return "\n".join([*head, *rows, "", ""])

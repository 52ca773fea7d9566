"""The tables of losses in the documents: what was measured, written there on demand."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.standards.wire.comparing import Fate

Measured = Mapping[str, Counter[Fate]]
"""How often each fate met the values of each field."""

Between = dict[str, dict[str, Counter[Fate]]]
"""How often each fate met the values of each field, by the format that is written."""

WHOLE = "losses.md"
"""The page with all rows, beside those of the formats."""


def documented(page: Path, measured: Measured) -> str:
    """Return the table that a page shows of fields that are not plainly kept, and the whole one of `WHOLE` after it.

    Both are written anew where ``LADDERWORKS_WRITE_GOLDEN`` is set.
    """
    short = block(page, "losses", _departing(measured))
    return short + block(page.with_name(WHOLE), page.stem, table_of(measured))


def shown(measured: Measured) -> str:
    """Return both tables, as the pages must show them."""
    return _departing(measured) + table_of(measured)


def block(page: Path, name: str, text: str) -> str:
    """Return what stands between the marks of a name, written anew where ``LADDERWORKS_WRITE_GOLDEN`` is set."""
    marked = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)", re.DOTALL)
    there = page.read_text(encoding="utf-8")
    if os.environ.get("LADDERWORKS_WRITE_GOLDEN"):
        there = marked.sub(lambda _: text, there, count=1)
        page.write_text(there, encoding="utf-8")
    found = marked.search(there)
    assert found, f"{page} has no place for {name}"
    return found[0]


def _departing(measured: Measured) -> str:
    """Return the rows of what is not plainly kept, and how many fields are."""
    kept = [at for at, counted in measured.items() if set(counted) == {Fate.KEPT}]
    rest = {at: counted for at, counted in measured.items() if at not in kept}
    values = sum(measured[at][Fate.KEPT] for at in kept)
    told = f"\n{len(kept)} fields, {values:,} values, are kept as they were ([all rows]({WHOLE}))"
    return f"{told}; of the rest:\n{table_of(rest)}" if rest else f"{told}.\n\n"


def table_of(measured: Measured) -> str:
    """Return a table, a row for each field and a column for each fate that met a value."""
    met = [fate for fate in Fate if fate is Fate.KEPT or any(counted[fate] for counted in measured.values())]
    head = ["", f"| field | {' | '.join(met)} |", f"|---|{'---:|' * len(met)}"]
    rows = [
        f"| `{at}` | {' | '.join(f'{counted[fate]:,}' if counted[fate] else '' for fate in met)} |"
        for at, counted in sorted(measured.items())
    ]
    return "\n".join([*head, *rows, "", ""])


def by_form(measured: Between, forms: Iterable[str]) -> str:
    """Return a table, a row for each field and a column for each form that is written."""
    forms = [*forms]
    head = ["", f"| field | {' | '.join(forms)} |", f"|---|{'---|' * len(forms)}"]
    rows = [f"| `{at}` | {' | '.join(_cell(told[form]) for form in forms)} |" for at, told in sorted(measured.items())]
    return "\n".join([*head, *rows, "", ""])


def _cell(counted: Counter[Fate]) -> str:
    words = {Fate.KEPT: "kept", Fate.FORM: "other form", Fate.EXTENSION: "extension", Fate.LOST: "-"}
    there = [fate for fate in words if counted[fate]]
    if len(there) == 1:
        return words[there[0]]
    return ", ".join(f"{counted[fate]:,} {words[fate] if fate is not Fate.LOST else 'lost'}" for fate in there)

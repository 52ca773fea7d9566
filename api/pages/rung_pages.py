"""Where the pages of rungs are."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from pathways.records.ladder import Rung


@dataclass(frozen=True)
class RungPages:
    """The addresses of the rungs' own ladders, which show the pay of the same region and names in the same language.

    Example
    -------
    >>> nurse = Rung(occupation="http://x/1", code="29-1141.00", label={"value": "Nurses"})
    >>> RungPages("5300000")(nurse)
    '/explore?from=29-1141.00&region=5300000'
    """

    region: str = ""
    language: str = ""

    def __call__(self, rung: Rung) -> str:
        """Return where the page of a rung is."""
        asked = {"from": rung.code or rung.occupation, "region": self.region, "language": self.language}
        return f"/explore?{urlencode({name: value for name, value in asked.items() if value})}"

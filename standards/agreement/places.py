"""Places: the occupations of a standard and the jobs of its firms, by what people write for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ontology.identifiers import Identifiers
from ontology.report import Finding
from standards.agreement.motion import Motion
from standards.agreement.naming import named_work
from standards.agreement.state import Agreement

CODE: Final = re.compile(r"\d{2}-\d{4}\.\d{2}")
"""Of an occupation in O*NET."""

SHOWN: Final = 8
"""Places that are offered where another one was written."""


def unplaced(agreement: Agreement, identifiers: Identifiers, motion: Motion) -> Iterator[Finding]:
    """Yield which occupations and jobs that a motion names are none of the standard's and of no member's list."""
    for column in ("occupation", "moved_from", "moved_to"):
        text, jobs = getattr(motion, column), column != "occupation"
        if text and not is_place(agreement, identifiers, text, jobs=jobs):
            what = (
                "neither an occupation of the standard nor a job of a member"
                if jobs
                else "no occupation of the standard"
            )
            remedy = f"Write one of: {', '.join(_offered(agreement, identifiers, text, jobs=jobs)) or 'a code'}"
            yield motion.finding("unknown-place", column, f"it is {what}", remedy, text)


def is_place(agreement: Agreement, identifiers: Identifiers, text: str, *, jobs: bool) -> bool:
    """Return whether something may be asked for there; of a standard without occupations any code of one may come yet.

    Parameters
    ----------
    jobs
        Whether jobs of the members are places, too.
    """
    iri = named_work(identifiers, text)
    if iri in agreement.occupations or (jobs and iri in agreement.work.job):
        return True
    code = text.rsplit("/", 1)[-1]
    return not agreement.occupations and bool(CODE.fullmatch(code)) and iri == identifiers.mint("onet", code)


def _offered(agreement: Agreement, identifiers: Identifiers, text: str, *, jobs: bool) -> list[str]:
    """Return what may be meant: the jobs that are called so, or the occupations."""
    base = identifiers.mint("")
    called = agreement.jobs.get(text.casefold(), ()) if jobs else ()
    found = [iri.removeprefix(base) for iri in called] or sorted(map(identifiers.local, agreement.occupations))
    return found[:SHOWN]

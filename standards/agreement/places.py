"""Places: the occupations of a standard and the jobs of its firms, by what people write for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ontology.identifiers import Identifiers
from ontology.records import Iri
from ontology.report import Finding
from standards.agreement.motion import Motion
from standards.agreement.naming import named_work
from standards.agreement.state import Agreement

CODE: Final = re.compile(r"\d{2}-\d{4}\.\d{2}")
"""Of an occupation in O*NET."""

SOC: Final = re.compile(r"\d{2}-\d{4}")
"""Of an occupation in the SOC, as firms' lists have it; O*NET has one or several with what follows a point."""

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
            remedy = f"Write one of: {_listed(_offered(agreement, identifiers, text, jobs=jobs))}"
            yield motion.finding("unknown-place", column, f"it is {what}", remedy, text)


def named_place(agreement: Agreement, identifiers: Identifiers, text: str) -> Iri | None:
    """Return the address of an occupation or a job as `named_work` does, and of what the standard describes by more.

    That is the title and code together, as tables of an agreement have them, and the SOC code where one occupation of
    the standard alone has it.
    """
    called = agreement.occupations_called.get(" ".join(text.split()).casefold())
    return called or _of_soc(agreement, identifiers, text) or named_work(identifiers, text)


def _of_soc(agreement: Agreement, identifiers: Identifiers, text: str) -> Iri | None:
    """Return the one occupation of the standard that a SOC code means; `None` where it means none or several."""
    if not SOC.fullmatch(text):
        return None
    found = [one for one in agreement.occupations if identifiers.local(one).partition(".")[0] == text]
    return found[0] if len(found) == 1 else None


def is_place(agreement: Agreement, identifiers: Identifiers, text: str, *, jobs: bool) -> bool:
    """Return whether something may be asked for there; of a standard without occupations any code of one may come yet.

    Parameters
    ----------
    jobs
        Whether jobs of the members are places, too.
    """
    iri = named_place(agreement, identifiers, text)
    if iri in agreement.occupations or (jobs and iri in agreement.work.job):
        return True
    code = text.rsplit("/", 1)[-1]
    return not agreement.occupations and bool(CODE.fullmatch(code)) and iri == identifiers.mint("onet", code)


def _offered(agreement: Agreement, identifiers: Identifiers, text: str, *, jobs: bool) -> list[str]:
    """Return what may be meant: the jobs that are called so, or the occupations by code, with their titles."""
    base = identifiers.mint("")
    called = agreement.jobs.get(text.casefold(), ()) if jobs else ()
    coded = sorted((identifiers.local(iri), title) for iri, title in agreement.occupations.items())
    titled = (title if title.endswith(f"({code})") else code for code, title in coded)
    return [iri.removeprefix(base) for iri in called] or [*titled]


def _listed(offered: Sequence[str]) -> str:
    """Return the first of what is offered, and how many more there are."""
    more = f"; and {len(offered) - SHOWN} more" if len(offered) > SHOWN else ""
    return f"{'; '.join(offered[:SHOWN])}{more}" if offered else "a code"

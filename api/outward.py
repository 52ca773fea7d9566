"""Ladders that leave this machine: their files do not link to it."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from pathways.formats import ladder_format
from pathways.plans import Plan, plan_form
from pathways.records.bridge import Bridge
from pathways.records.ladder import Gain, Ladder, Reference, Rung, Step

LOCALHOST = "localhost"

LINKED = ("dot", "html", "md", "mmd", "pdf", "svg")
"""Forms that people read and follow links in; in the others an address only names a thing."""


def write_outward(ladder: Ladder, extension: str) -> bytes:
    """Return a ladder in the form of a file extension; what only this machine answers is not linked."""
    form = ladder_format(extension)
    return form.write(_unlinked(ladder), _address) if extension in LINKED else form.write(ladder)


def write_plan_outward(plan: Plan, extension: str) -> bytes:
    """Return a plan in the form of a file extension; what only this machine answers is not linked."""
    ladder = plan.ladder if extension not in LINKED else _unlinked(plan.ladder)
    own = plan.model_copy(update={"ladder": ladder})
    return plan_form(extension).write(own, _address, lambda address: not is_local(address))


def is_local(address: str) -> bool:
    """Return whether an address leads to the machine that it is read on.

    Example
    -------
    >>> is_local("http://localhost:8000/id/onet/29-1141.00"), is_local("https://ladders.example/id/x")
    (True, False)
    """
    host = urlsplit(address).hostname or ""
    try:
        number = ip_address(host)
    except ValueError:
        return host == LOCALHOST or host.endswith(f".{LOCALHOST}")
    return number.is_loopback or number.is_unspecified


def _address(rung: Rung) -> str:
    return "" if is_local(rung.occupation) else rung.occupation


def _unlinked(ladder: Ladder) -> Ladder:
    """Return a ladder whose skills, credentials, bridges and jobs have no address that is local."""
    return ladder.model_copy(
        update={"rungs": tuple(map(_rung, ladder.rungs)), "steps": tuple(map(_step, ladder.steps))}
    )


def _rung(rung: Rung) -> Rung:
    return rung.model_copy(update={"apprenticeships": _bridges(rung.apprenticeships), "jobs": _references(rung.jobs)})


def _step(step: Step) -> Step:
    return step.model_copy(
        update={
            "gains": tuple(map(_gain, step.gains)),
            "credentials": _references(step.credentials),
            "helpful": _references(step.helpful),
            "bridges": _bridges(step.bridges),
        }
    )


def _gain(gain: Gain) -> Gain:
    competency = "" if is_local(gain.competency) else gain.competency
    taught, attested = _references(gain.taught_by), _references(gain.attested_by)
    return gain.model_copy(update={"competency": competency, "taught_by": taught, "attested_by": attested})


def _bridges(bridges: Iterable[Bridge]) -> tuple[Bridge, ...]:
    return tuple(one.model_copy(update={"iri": None}) if one.iri and is_local(one.iri) else one for one in bridges)


def _references(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(one.model_copy(update={"iri": ""}) if is_local(one.iri) else one for one in references)

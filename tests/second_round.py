"""The second round of the embedded example: a fifth firm joins, more is decided, and version 1.1 is published."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from api.demo_agreement import CONVENER, first_round
from api.example import example_folder, import_example
from ontology.records import PublicationStatus, Text
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Motion, Signature, Stance, Statement, decide, read_agreement, speak
from standards.harmonizing import Proposal
from standards.harmonizing.rounds import propose
from standards.imports import import_release
from standards.publishing import Mover, move_on, publish
from standards.sources.own import PARTNERSHIP

SLUG: Final = "power-generation"
SOLAR: Final = "sagebrush-solar"
JOINED: Final = datetime(2026, 9, 10, 17, tzinfo=UTC)
MEMBER: Final = f"""
[[organizations]]
slug = "{SOLAR}"
name = "Sagebrush Solar and Storage (fictional)"
role = "firm"
employees = 90
"""
INVERTERS: Final = "Replace inverter modules and battery racks and put them back into service"
ARRAYS: Final = "Clean photovoltaic arrays and measure the current of each string"
CHARGE: Final = "Chart the state of charge against market prices"
LIST: Final = f"""Job title,SOC code,Skill,How important (1-5),Level (1-5)
Solar Technician,49-9071.00,{INVERTERS},5,3
Solar Technician,49-9071.00,{ARRAYS},3,2
Solar Technician,49-9071.00,"Lock, tag and verify zero energy on electrical equipment under the clearance procedure",5,4
Site Manager,11-3051.00,{CHARGE},4,3
"""
PROTECTION: Final = (
    "Select, inspect and wear the personal protective equipment that the task, the voltage, the arc-flash label and "
    "the chemicals present call for"
)
RACKS: Final = "Clear trash racks and put debris where it can be taken away"
DATA: Final = "Chart plant data against market prices with spreadsheets and standard office software"
MOVED: Final = "Crew Leading"
MAKER: Final = "We buy this from the maker of the inverters"
DATA_CHANGE: Final = "Chart plant data against load and prices with spreadsheets and standard office software"


@dataclass(frozen=True)
class Rounds:
    """Both rounds.

    Parameters
    ----------
    first, second
        What was proposed.
    before
        The agreement when version 1.0 was published.
    joined
        The agreement once the fifth firm's words were in it and nothing was decided yet.
    """

    base: KnowledgeBase
    first: Proposal
    second: Proposal
    before: Agreement
    joined: Agreement


def second_round(base: KnowledgeBase, folder: Path) -> Rounds:
    """Publish versions 1.0 and 1.1 of the example's standard, the second with a fifth firm."""
    import_example(base)
    made, _ = first_round(base, SLUG)
    before = read_agreement(base, SLUG)
    import_release(base, PARTNERSHIP, [_with_fifth_firm(folder / SLUG)])
    second = propose(base, SLUG, [SOLAR])
    joined = read_agreement(base, SLUG)
    _decide(base)
    _speak(base)
    mover = Mover(CONVENER, at=JOINED + timedelta(days=7))
    for number, status in enumerate((PublicationStatus.REVIEW, PublicationStatus.RATIFIED)):
        move_on(base, SLUG, status, replace(mover, at=mover.at + timedelta(hours=number)))
    publish(base, SLUG, replace(mover, at=mover.at + timedelta(hours=2)))
    return Rounds(base, made.proposal, second.proposal, before, joined)


def _with_fifth_firm(folder: Path) -> Path:
    """Copy the example, with a firm more."""
    shutil.copytree(example_folder(), folder)
    declaration = folder / "partnership.toml"
    told = declaration.read_text(encoding="utf-8")
    told = told.replace("[agreement]", f"{MEMBER}\n[agreement]", 1)
    told = told.replace("[files.firms]", f'[files.firms]\n{SOLAR} = "firms/{SOLAR}.csv"', 1)
    declaration.write_text(told, encoding="utf-8")
    (folder / "firms" / f"{SOLAR}.csv").write_text(LIST, encoding="utf-8")
    return folder


def coded(agreement: Agreement, code: str) -> Statement:
    """Return the statement that a code is of."""
    return next(one for one in agreement.statements.values() if one.code == code)


def worded(agreement: Agreement, words: str) -> Statement:
    """Return the statement that reads so."""
    return next(one for one in agreement.statements.values() if one.wording == Text(value=words))


def _decide(base: KnowledgeBase) -> None:
    decide(base, SLUG, _motions(read_agreement(base, SLUG)), Signature(CONVENER, at=JOINED))
    parted = worded(read_agreement(base, SLUG), RACKS)
    motion = Motion(parted.iri, "accept", parted.revision, label="Trash Racks", code="PG-HYD-06")
    decide(base, SLUG, [motion], Signature(CONVENER, at=JOINED + timedelta(hours=1)))


def _motions(now: Agreement) -> list[Motion]:
    """Return one of each kind, on what was published and on what the fifth firm brought."""
    level = {"occupation": "51-8013.00", "level": "6"}
    return [
        _on(worded(now, INVERTERS), "accept", label="Inverter and Battery Service", category="Electrical Maintenance"),
        _on(coded(now, "PG-SAF-02"), "reword", wording=PROTECTION),
        _on(coded(now, "PG-OPS-01"), "level", **level),
        _on(coded(now, "PG-OPS-09"), "merge", into=coded(now, "PG-OPS-02").iri, reason="One screen, one act"),
        _on(coded(now, "PG-OPS-08"), "reject", reason="The transmission operator does it now"),
        _on(coded(now, "PG-HYD-03"), "split", voices="stillwater-bend-hydro", wording=RACKS),
        _on(coded(now, "PG-COM-04"), "move", category=MOVED),
        _on(
            worded(now, CHARGE),
            "accept",
            wording=DATA,
            label="Plant Data",
            category="Computing and Data",
            code="PG-DAT-05",
        ),
        _on(coded(now, "PG-DAT-02"), "merge", into=worded(now, CHARGE).iri),
    ]


def _on(one: Statement, decision: str, **more: Any) -> Motion:  # noqa: ANN401 - cells and a row
    return Motion(one.iri, decision, one.revision, **more)


def _speak(base: KnowledgeBase) -> None:
    now = read_agreement(base, SLUG)
    speak(base, SLUG, _stances(now), Signature(CONVENER, at=JOINED + timedelta(hours=2)))
    seen = read_agreement(base, SLUG).seen
    unions = ("electrical-workers-9042", "plant-mechanics-9418")
    whole = [Stance(union, "standard", "ratify", wording_seen=seen) for union in unions]
    speak(base, SLUG, whole, Signature(CONVENER, at=JOINED + timedelta(days=1)))


def _stances(now: Agreement) -> list[Stance]:
    """Return how the firms stand to what is new, or reads otherwise."""
    asked = [coded(now, code) for code in ("PG-SAF-02", "PG-HYD-06", "PG-DAT-05")]
    said = [_says(firm, one, "endorse") for one in asked for firm in ("stillwater-bend-hydro", "basalt-ridge-energy")]
    said += [_says("tamarack-pud", one, "endorse") for one in asked[:2]]
    said += [
        _says("tamarack-pud", asked[2], "adopt with change", change=DATA_CHANGE),
        _says(SOLAR, asked[2], "endorse"),
    ]
    inverters = worded(now, INVERTERS)
    said += [_says(firm, inverters, "endorse") for firm in (SOLAR, "stillwater-bend-hydro", "tamarack-pud")]
    return [*said, _says("larkspur-plateau-wind", inverters, "dissent", reason=MAKER)]


def _says(firm: str, one: Statement, position: str, **more: Any) -> Stance:  # noqa: ANN401 - cells and a row
    return Stance(firm, one.iri, position, wording_seen=one.seen, **more)

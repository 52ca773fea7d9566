"""The options that tell from what on rungs are marked."""

from __future__ import annotations

from typing import Annotated

import typer

from api.queries.ladders import HIGHEST_WAGE

HighWage = Annotated[
    float,
    typer.Option(
        "--high-wage",
        min=0,
        max=HIGHEST_WAGE,
        metavar="DOLLARS",
        help="A year's median from which on a rung is high-wage; else that of all who work in the region.",
    ),
]
HighSkill = Annotated[
    int,
    typer.Option("--high-skill", min=0, max=5, metavar="ZONE", help="Job zone from which on it is high-skill; else 3."),
]
InDemand = Annotated[
    float,
    typer.Option(
        "--in-demand",
        min=0,
        max=1000,
        metavar="JOBS",
        help="Of every 1,000 jobs of the region, those from which on it is in demand; else 1.",
    ),
]

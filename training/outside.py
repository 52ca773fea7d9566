"""Outside data: releases and catalogs that are too large, or not ours to give on, and stand beside the project."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[1]


def outside_data() -> Path:
    """Return the folder of outside data: ``LADDERWORKS_DATA``, or where that is not set the one beside the project."""
    return Path(os.environ.get("LADDERWORKS_DATA") or PROJECT / "../shared/data").resolve()


def add_data_option(parser: ArgumentParser) -> None:
    """Let a command be told where the outside data are."""
    what = "the folder of outside data (LADDERWORKS_DATA, else the one beside the project)"
    parser.add_argument("--data", type=Path, default=outside_data(), help=what)

"""What becomes of a standard: draft, review, ratified, published, superseded, withdrawn."""

from standards.publishing.licensing import license_standard, refuse_declared, unlicensed
from standards.publishing.lists import keep_back, release_list
from standards.publishing.publishing import Published, publish
from standards.publishing.standing import Standing, standing, standings
from standards.publishing.steps import Mover, commands_ahead, move_on, next_commands, withdraw

__all__ = [
    "Mover",
    "Published",
    "Standing",
    "commands_ahead",
    "keep_back",
    "license_standard",
    "move_on",
    "next_commands",
    "publish",
    "refuse_declared",
    "release_list",
    "standing",
    "standings",
    "unlicensed",
    "withdraw",
]

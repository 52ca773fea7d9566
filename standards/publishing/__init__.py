"""What becomes of a standard: draft, review, ratified, published, superseded, withdrawn."""

from standards.publishing.lists import keep_back, release_list
from standards.publishing.publishing import Published, publish
from standards.publishing.standing import Standing, standing, standings
from standards.publishing.steps import Mover, move_on, next_commands, withdraw

__all__ = [
    "Mover",
    "Published",
    "Standing",
    "keep_back",
    "move_on",
    "next_commands",
    "publish",
    "release_list",
    "standing",
    "standings",
    "withdraw",
]

"""Statements that say several things."""

import pytest

from standards.matching import parts


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("Students will be able to: read prints; size conductors; ;", ("read prints", "size conductors")),
        ("weld, braze and solder", ("weld, braze and solder",)),
        ("install, test, and repair motors", ("install motors", "test motors", "repair motors")),
        ("Select and inspect gloves and helmets", ("Select gloves and helmets", "inspect gloves and helmets")),
        ("Test and repair motors, and record the loads", ("Test motors", "repair motors", "record the loads")),
        ("Takes and reads vibration data", ("Takes vibration data", "reads vibration data")),
        ("Walk the dam and read the weirs", ("Walk the dam", "read the weirs")),
        ("Size pumps and repair valves", ("Size pumps and repair valves",)),
        ("Nuts, bolts and washers", ("Nuts, bolts and washers",)),
        ("", ()),
    ],
)
def test_compound_statements_come_apart(statement: str, found: tuple[str, ...]) -> None:
    assert parts(statement) == found

"""A small framework and texts about it, made up."""

import pytest

from ontology.records import Iri
from standards.matching import Entry
from training.examples import Domain, Text

SKILLS = {
    "weld": ("Welding", "Join metal by arc", "Fusing metals with heat. A trade."),
    "loto": ("Lockout/Tagout", "Verify zero energy", "Keeping machines from starting."),
    "pump": ("Pump overhaul", "Rebuild pumps", "Taking pumps apart."),
    "pay": ("Payroll", "Pay wages", "Paying people what they have earned."),
    "align": ("Shaft alignment", "Align couplings", "Bringing shafts into one line."),
    "python": ("Python", "Write scripts", "A programming language."),
}
SAID = {
    "join metals by arc welding": "weld",
    "verify that there is no energy": "loto",
    "take pumps apart": "pump",
    "pay people each month": "pay",
    "bring shafts in line": "align",
    "write scripts": "python",
    "arrange flowers": "",
}


@pytest.fixture(scope="session")
def domain() -> Domain:
    """One field of work: six skills, and seven texts of which one means none."""
    entries = tuple(
        Entry(iri=Iri(f"http://x/{name}"), label=label, alt_labels=(other,), description=about)
        for name, (label, other, about) in SKILLS.items()
    )
    texts = tuple(
        Text(said, frozenset({frozenset({f"http://x/{name}"})} if name else ())) for said, name in SAID.items()
    )
    return Domain("trades", entries, (texts,))

